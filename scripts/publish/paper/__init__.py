"""Paper and pictures from the built pages: leaflets as PDF, two languages beside each other, a poster, cards to send.

Contract: `print_sheets` writes every file that the pages offer below `files/` of each language, the same to the byte for
the same pages; a sheet that does not fit its pages even in smaller letters is a sentence, not a file. What was set before
from the same data by the same templates is taken from `store`, so that a preview after a small edit is quick.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import typst

from publish.paper.sheets import Press, Sheet
from publish.paper.typesetting import HERE, Typesetter, pages_of

# 12 pt and 14 pt (Arabic) where they fit, and never under 9.8 and 11.5 pt.
SCALES = (1, 0.96, 0.92, 0.88, 0.85, 0.82)
_typesetter: Typesetter | None = None


def print_sheets(press: Press, store: Path) -> Iterator[str]:
    """Makes every file; yields a sentence for each that could not be made. `store` is created, and may be deleted."""
    wanted = {sheet: store / name for sheet, name in _names(press.sheets())}
    missing = [sheet for sheet, kept in wanted.items() if not kept.is_file()]
    store.mkdir(exist_ok=True)
    if missing:
        # Two processes at the most: a build machine is small, and each holds its own fonts. Spawned: a fork of a process
        # with threads (a preview server, a test with a Java machine) may hang.
        with ProcessPoolExecutor(min(2, os.cpu_count() or 1), get_context("spawn")) as pool:
            for sheet, content in zip(missing, pool.map(_set, missing, chunksize=4), strict=True):
                if isinstance(content, str):
                    yield content
                    del wanted[sheet]
                else:
                    wanted[sheet].write_bytes(content)
    for sheet, kept in wanted.items():
        path = press.site_dir / sheet.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(kept.read_bytes())
    for kept in set(store.iterdir()).difference(wanted.values()):
        kept.unlink()


def _names(sheets: Iterator[Sheet]) -> Iterator[tuple[Sheet, str]]:
    """Each sheet with a name for everything that its bytes depend on."""
    tools = hashlib.sha256(typst.__version__.encode())
    for file in sorted(file for file in HERE.rglob("*") if file.suffix in (".py", ".typ", ".ttf")):
        tools.update(file.read_bytes())
    for sheet in sheets:
        own = tools.copy()
        own.update(json.dumps([sheet.template, sheet.pages, sheet.data], sort_keys=True).encode())
        yield sheet, own.hexdigest()


def _set(sheet: Sheet) -> bytes | str:
    """The bytes of one file, or why there are none."""
    global _typesetter
    _typesetter = _typesetter or Typesetter()
    if not sheet.pages:
        return _typesetter.picture(sheet.template, sheet.data)
    for scale in SCALES:
        content = _typesetter.pdf(sheet.template, {**sheet.data, "scale": scale})
        if pages_of(content) <= sheet.pages:
            return content
    return f"{sheet.path}: the text does not fit {sheet.pages} page(s) of A4 even at {SCALES[-1]:.0%}; shorten it"
