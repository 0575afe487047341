"""How long the checker takes: generated sites of three sizes, one page, this repository's site, and pofilter beside it.

Seconds are those that a person waits. CPU seconds are those that processors worked, all together: they are the figure to
compare where the machine has other work to do, and the load says how much it had.
"""

from __future__ import annotations

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TextIO

from benchmarks.corpus import PAGE_BYTES, page_key, write_corpus
from benchmarks.timing import Timing, time_command
from l10n.cache import FOLDER
from l10n.dialect import BlockKind
from l10n.page import Page, load_page
from l10n.pool import processors

SIZES = (100, 1_000, 10_000)  # pairs of pages
PO_SIZES = (100, 1_000)
RUNS = {100: 5, 1_000: 3, 10_000: 1}
SAVES = 7
# As everybody has it: Python keeps what it compiled.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
ENVIRONMENT |= {"PYTHONHASHSEED": "0", "NO_COLOR": "1"}
FOUND = (0, 1)  # exit codes that say that everything was checked
PYTHON = sys.executable
BEGIN, END = "<!-- speed: written by ./scripts/bench check -->", "<!-- /speed -->"
SUMMARY = re.compile(r"^(?:\d\d:\d\d:\d\d  )?(?:Whole and current|[\d,]+ (?:error|warning|notice)s?\b).*\.$")


@dataclass(frozen=True)
class Measured:
    """What was measured on one site; `page` is one page named, `saved` the seconds from a save to the verdict."""

    name: str
    cold: Timing
    warm: Timing
    page: Timing | None = None
    saved: float = 0


def rows(root: Path) -> Iterator[str]:
    """Lines of the report, and the block that README shows; about ten minutes on two processors."""
    command = [PYTHON, root / "scripts" / "check_translations.py"]
    yield _machine()
    yield _head()
    yield _row("an empty Python program", time_command([PYTHON, "-c", "pass"], root, 5, ENVIRONMENT))
    yield _row("check_translations.py --rules (start-up)", time_command([*command, "--rules"], root, 5, ENVIRONMENT))
    ours = Measured("this site", _cold(command, root, 5), time_command(command, root, 5, ENVIRONMENT, FOUND))
    yield _row("this site, cold", ours.cold)
    yield _row("this site, warm", ours.warm)
    found: dict[int, Measured] = {}
    for size in SIZES:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            written = write_corpus(folder, size)
            yield ""
            yield f"{size:,} pairs, pages of {PAGE_BYTES // 1000} kB, {written / 1e6:,.0f} MB of Markdown with the translations"
            found[size] = yield from _corpus(command, folder, size)
    yield ""
    for small, large in pairwise(SIZES):
        growth = (found[large].cold.cpu / large) / (found[small].cold.cpu / small)
        yield f"CPU seconds a pair, cold: {large:,} pairs take {growth:.2f} times what {small:,} pairs take"
    yield ""
    yield BEGIN
    yield from readme((ours, *found.values()))
    yield END


def readme(sites: Iterable[Measured]) -> Iterator[str]:
    """The lines between the marks in README."""
    yield "| Pairs of pages | Cold, seconds (CPU) | Warm (CPU) | MB | One page named | After a save, `--watch` |"
    yield "|---|---:|---:|---:|---:|---:|"
    for site in sites:
        times = " | ".join(f"{timing.seconds:.1f} ({timing.cpu:.1f})" for timing in (site.cold, site.warm))
        page = f"{site.page.seconds:.1f} | {site.saved:.2f}" if site.page else " | "
        yield f"| {site.name} | {times} | {site.cold.peak:.0f} | {page} |"
    yield ""
    yield f"{_machine()}."


def _corpus(command: list[str | Path], folder: Path, size: int) -> Generator[str, None, Measured]:
    """The rows of one generated site, and what was measured."""
    runs = RUNS[size]
    yield _machine()
    yield _head()
    cold = _cold(command, folder, runs)
    yield _row("cold", cold, size)
    warm = time_command(command, folder, max(runs, 3), ENVIRONMENT, FOUND)
    yield _row("warm", warm, size)
    page = Path("docs", "ru", page_key(size // 2))
    _change(folder / page)
    yield _row("after a change of one page", time_command(command, folder, 1, ENVIRONMENT, FOUND))
    named = time_command([*command, page], folder, 5, ENVIRONMENT, FOUND)
    yield _row("one page named", named)
    saved = _saved_to_shown(command, folder, page)
    yield f"{'saved → shown again, --watch':46}{saved:>9.3f}"
    if size == SIZES[1]:
        alone = time_command([*command, "--no-cache", "--jobs", "1"], folder, 1, ENVIRONMENT, FOUND)
        yield _row("cold, --jobs 1", alone, size)
        every = time_command([*command, "--no-cache", "--notices"], folder, 1, ENVIRONMENT, FOUND)
        yield _row("cold, rules that guess too (--notices)", every, size)
    if size in PO_SIZES:
        po = folder / "po"
        strings = _write_po(folder, po, size)
        filtered = time_command(_pofilter(po, folder / "filtered"), folder, 1, ENVIRONMENT)
        yield _row(f"pofilter, the same {strings:,} texts as PO", filtered, size)
        yield f"{'CPU seconds of pofilter, in those of a cold check':55}{filtered.cpu / cold.cpu:>9.1f}"
    return Measured(f"{size:,}", cold, warm, named, saved)


def _cold(command: list[str | Path], folder: Path, runs: int) -> Timing:
    """The median of checks that find no cache and leave one."""
    found = []
    for _ in range(runs):
        shutil.rmtree(folder / FOLDER, ignore_errors=True)
        found.append(time_command(command, folder, 1, ENVIRONMENT, FOUND))
    seconds = [timing.seconds for timing in found]
    cpu = statistics.median(timing.cpu for timing in found)
    return Timing(statistics.median(seconds), max(seconds) - min(seconds), cpu, max(timing.peak for timing in found))


def _change(page: Path) -> None:
    page.write_text(page.read_text(encoding="utf-8") + "\nНовое предложение о саде.\n", encoding="utf-8")


def _saved_to_shown(command: list[str | Path], folder: Path, page: Path) -> float:
    """The median of seconds from the end of a save to the verdict on the page."""
    process = subprocess.Popen(
        [*command, "check", "--watch", page],
        cwd=folder,
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        _shown(process.stdout)
        seconds = []
        for _ in range(SAVES):
            _change(folder / page)
            start = time.perf_counter()
            _shown(process.stdout)
            seconds.append(time.perf_counter() - start)
    finally:
        process.terminate()
        process.wait()
    return sorted(seconds)[len(seconds) // 2]


def _shown(lines: TextIO) -> None:
    """Read up to the last line of a report. Raises RuntimeError when none comes."""
    for line in lines:
        if SUMMARY.search(line):
            return
    raise RuntimeError("check --watch ended")


def _write_po(folder: Path, po: Path, size: int) -> int:
    """The texts of all pairs as PO files, a file a page; how many texts."""
    count = 0
    for number in range(size):
        key = page_key(number)
        source, translation = (load_page(folder / "docs" / code / key, key, code, key, ()) for code in ("en", "ru"))
        file = po / Path(key).with_suffix(".po")
        file.parent.mkdir(parents=True, exist_ok=True)
        head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n"Language: ru\\n"\n'
        units = dict(zip(_texts(source), _texts(translation), strict=False))
        entries = [f"\nmsgid {_quoted(ours)}\nmsgstr {_quoted(theirs)}\n" for ours, theirs in units.items()]
        file.write_text(head + "".join(entries), encoding="utf-8")
        count += len(entries)
    return count


def _texts(page: Page) -> list[str]:
    return [block.text for block in page.document.blocks if block.kind is not BlockKind.CODE and block.text.strip()]


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _pofilter(po: Path, out: Path) -> list[str | Path]:
    """All its tests, for the language of the translation."""
    return [Path(PYTHON).with_name("pofilter"), "--progress=none", "--language=ru", po, out]


def _head() -> str:
    return f"{'':46}{'seconds':>9}{'spread':>9}{'CPU':>9}{'MB':>7}{'ms a pair':>11}{'CPU':>9}"


def _machine() -> str:
    """What the figures depend on."""
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return f"{processors()} processors, Python {sys.version.split()[0]}{load}"


def _row(name: str, timing: Timing, pairs: int = 0) -> str:
    share = f"{timing.seconds * 1000 / pairs:>11.2f}{timing.cpu * 1000 / pairs:>9.2f}" if pairs else ""
    return f"{name:46}{timing.seconds:>9.2f}{timing.spread:>9.2f}{timing.cpu:>9.2f}{timing.peak:>7.0f}{share}"
