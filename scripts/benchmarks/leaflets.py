"""How soon a leaflet can be read on a bad line and a slow phone, against Material's own page of the same text.

Bytes and requests as the browser counts them, first contentful paint (Paint Timing, W3C) as the median of five first
visits in Chromium, the processor slowed to a quarter. The two lines are WebPageTest's "2G" and "Slow 3G".
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml
from playwright.sync_api import Browser, TimeoutError, sync_playwright

from benchmarks.site import without_templates
from environment.browser import ensure_browser
from environment.node import PLAYWRIGHT_VARIABLE, find_node
from publish.server import SiteServer

RUNS = 5
SLOWER = 4
# Kilobits a second down and up, milliseconds of a round trip: github.com/catchpoint/WebPageTest, connectivity profiles.
LINES = {"2G": (280, 256, 800), "slow 3G": (400, 400, 400)}
PAGES = {"ar": "ar/leaflets/thoughts/", "ru": "ru/leaflets/rights/", "en": "leaflets/calm/"}
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
PAINTED = "performance.getEntriesByName('first-contentful-paint').length"
PAINT = "performance.getEntriesByName('first-contentful-paint')[0].startTime"


@dataclass(frozen=True)
class Visit:
    """One first visit: bytes as transferred, requests, milliseconds to the first paint with content."""

    size: int
    requests: int
    paint: float


def rows(root: Path) -> Iterator[str]:
    """Lines of the report; site/ must be built. Some five minutes. Raises RuntimeError where a page shows nothing."""
    os.environ[PLAYWRIGHT_VARIABLE] = find_node()
    yield f"{'first visit, processor at a quarter':38}{'requests':>9}{'bytes':>10}" + "".join(
        f"{name + ', s':>12}{'ratio':>7}" for name in LINES
    )
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        material = _material(root, Path(folder))
        browser = playwright.chromium.launch(executable_path=ensure_browser(), args=ARGUMENTS)
        with SiteServer(root / "site") as ours, SiteServer(material) as theirs:
            for locale, address in PAGES.items():
                plain = f"{locale}/{address.removeprefix(f'{locale}/')}"
                first = {line: _visits(browser, ours.url + address, line) for line in LINES}
                second = {line: _visits(browser, theirs.url + plain, line) for line in LINES}
                yield _row(f"leaflet, {address}", first, first)
                yield _row("the same text, Material as it comes", second, first)
        browser.close()


def _material(root: Path, folder: Path) -> Path:
    """A site of the same Markdown in Material's default dress, all languages in one tree; its folder."""
    config = folder / "mkdocs.yml"
    settings = {**without_templates(root, folder), "theme": {"name": "material", "font": False}, "plugins": ["search"]}
    config.write_text(yaml.safe_dump(settings), encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", config]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    result = subprocess.run(command, check=False, capture_output=True, text=True, env=environment)
    if result.returncode:
        raise RuntimeError(result.stderr)
    return folder / "plain"


def _visits(browser: Browser, url: str, line: str) -> list[Visit]:
    return [_visit(browser, url, *LINES[line]) for _ in range(RUNS)]


def _visit(browser: Browser, url: str, down: int, up: int, latency: int) -> Visit:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    tools = context.new_cdp_session(page)
    sizes: list[float] = []
    tools.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    tools.send("Network.enable")
    tools.send(
        "Network.emulateNetworkConditions",
        {
            "offline": False,
            "latency": latency,
            "downloadThroughput": down * 1000 / 8,
            "uploadThroughput": up * 1000 / 8,
        },
    )
    tools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(url, wait_until="networkidle", timeout=120_000)
    try:
        page.wait_for_function(PAINTED, timeout=30_000)
    except TimeoutError:
        raise RuntimeError(f"{url} painted nothing") from None
    paint = page.evaluate(PAINT)
    context.close()
    return Visit(round(sum(sizes)), len(sizes), paint)


def _row(name: str, visits: dict[str, list[Visit]], base: dict[str, list[Visit]]) -> str:
    any_line = next(iter(visits.values()))
    row = f"{name:38}{any_line[0].requests:>9}{any_line[0].size:>10,}"
    for line in LINES:
        seconds, least = _median(visits[line]), _median(base[line])
        row += f"{seconds:>12.2f}{seconds / least:>7.1f}"
    return row


def _median(visits: list[Visit]) -> float:
    return statistics.median(visit.paint for visit in visits) / 1000
