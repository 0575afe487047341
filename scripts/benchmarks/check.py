"""How long the checker takes: generated sites of three sizes, one page, this repository's site, and pofilter beside it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
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
ENVIRONMENT = {**os.environ, "PYTHONHASHSEED": "0", "NO_COLOR": "1"}
FOUND = (0, 1)  # exit codes that say that everything was checked
PYTHON = sys.executable
SUMMARY = re.compile(r"^(?:\d\d:\d\d:\d\d  )?(?:Whole and current|[\d,]+ (?:error|warning|notice)s?\b).*\.$")


def rows(root: Path) -> Iterator[str]:
    """Lines of the report; about ten minutes on two processors."""
    command = [PYTHON, root / "scripts" / "check_translations.py"]
    yield f"{processors()} processors, Python {sys.version.split()[0]}"
    yield _head()
    yield _row("an empty Python program", time_command([PYTHON, "-c", "pass"], root, 5, ENVIRONMENT))
    yield _row("check_translations.py --rules (start-up)", time_command([*command, "--rules"], root, 5, ENVIRONMENT))
    yield _row("this site, cold", _cold(command, root, 5))
    yield _row("this site, warm", time_command(command, root, 5, ENVIRONMENT, FOUND))
    cold: dict[int, Timing] = {}
    for size in SIZES:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            written = write_corpus(folder, size)
            yield ""
            yield f"{size:,} pairs, pages of {PAGE_BYTES // 1000} kB, {written / 1e6:,.0f} MB of Markdown with the translations"
            yield from _corpus(command, folder, size, cold)
    yield ""
    for small, large in pairwise(SIZES):
        growth = (cold[large].seconds / large) / (cold[small].seconds / small)
        yield f"seconds a pair, cold: {large:,} pairs take {growth:.2f} times what {small:,} pairs take"


def _corpus(command: list[str | Path], folder: Path, size: int, cold: dict[int, Timing]) -> Iterator[str]:
    """The rows of one generated site."""
    runs = RUNS[size]
    yield _head()
    cold[size] = _cold(command, folder, runs)
    yield _row("cold", cold[size], size)
    yield _row("warm", time_command(command, folder, max(runs, 3), ENVIRONMENT, FOUND), size)
    page = Path("docs", "ru", page_key(size // 2))
    _change(folder / page)
    yield _row("after a change of one page", time_command(command, folder, 1, ENVIRONMENT, FOUND))
    yield _row("one page named", time_command([*command, page], folder, 5, ENVIRONMENT, FOUND))
    yield f"{'saved → shown again, --watch':46}{_saved_to_shown(command, folder, page):>9.3f}"
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
        yield f"{'pofilter takes … times as long as a cold check':46}{filtered.seconds / cold[size].seconds:>9.1f}"


def _cold(command: list[str | Path], folder: Path, runs: int) -> Timing:
    """The median of checks that find no cache and leave one."""
    found = []
    for _ in range(runs):
        shutil.rmtree(folder / FOLDER, ignore_errors=True)
        found.append(time_command(command, folder, 1, ENVIRONMENT, FOUND))
    found.sort(key=lambda timing: timing.seconds)
    spread = found[-1].seconds - found[0].seconds
    return Timing(found[len(found) // 2].seconds, spread, max(timing.peak for timing in found))


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
    return f"{'':46}{'seconds':>9}{'spread':>9}{'MB':>7}{'ms a pair':>11}"


def _row(name: str, timing: Timing, pairs: int = 0) -> str:
    share = f"{timing.seconds * 1000 / pairs:>11.2f}" if pairs else ""
    return f"{name:46}{timing.seconds:>9.2f}{timing.spread:>9.2f}{timing.peak:>7.0f}{share}"
