"""Every file that is made from the built pages: in parallel, the same to the byte for the same pages, and kept.

Contract: `make_files` writes each file that it is given, or yields a sentence that says why there is none; then nothing is
written in its place. What was made before from the same data in the same way is taken from `store`, so that a preview after
a small edit is quick.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import openpyxl
import pikepdf
import typst

from publish.book.docx import docx
from publish.book.epub import epub
from publish.forms.workbook import workbook
from publish.paper.sheets import Sheet
from publish.paper.typesetting import Typesetter, packed, pages_of

HERE = Path(__file__).resolve().parent
# What the bytes of a file depend on beside its data.
_TOOLS = (".py", ".typ", ".ttf", ".css", ".xml")
# 12 pt and 14 pt (Arabic) where they fit, and never under 9.8 and 11.5 pt.
SCALES = (1, 0.96, 0.92, 0.88, 0.85, 0.82)
# What is no Typst template.
_WRITERS: dict[str, Callable[[dict], bytes]] = {
    "epub": epub,
    "docx": docx,
    "xlsx": workbook,
    "csv": lambda data: data["text"].encode("utf-8-sig"),
}
_typesetter: Typesetter | None = None


def make_files(sheets: Iterable[Sheet], site_dir: Path, store: Path) -> Iterator[str]:
    """Makes every file; yields a sentence for each that could not be made. `store` is created, and may be deleted."""
    wanted = {sheet: store / name for sheet, name in _names(sheets)}
    missing = [sheet for sheet, kept in wanted.items() if not kept.is_file()]
    store.mkdir(exist_ok=True)
    if missing:
        # Two processes at the most: a build machine is small, and each holds its own fonts. Spawned: a fork of a process
        # with threads (a preview server, a test with a Java machine) may hang.
        with ProcessPoolExecutor(min(2, os.cpu_count() or 1), get_context("spawn")) as pool:
            for sheet, content in zip(missing, pool.map(make, missing, chunksize=4), strict=True):
                if isinstance(content, str):
                    yield content
                    del wanted[sheet]
                else:
                    wanted[sheet].write_bytes(content)
    for sheet, kept in wanted.items():
        path = site_dir / sheet.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(kept.read_bytes())
    for kept in set(store.iterdir()).difference(wanted.values()):
        kept.unlink()


def make(sheet: Sheet) -> bytes | str:
    """The bytes of one file, or why there are none."""
    if sheet.template in _WRITERS:
        return _WRITERS[sheet.template](sheet.data)
    try:
        return _set(sheet)
    except typst.TypstError as error:
        # A sign that no font here has, or what PDF/UA does not allow.
        return f"{sheet.path}: {error}; write it otherwise, or see scripts/publish/paper"


def _set(sheet: Sheet) -> bytes | str:
    global _typesetter
    _typesetter = _typesetter or Typesetter()
    if not sheet.pages:
        return _typesetter.picture(sheet.template, sheet.data)
    for scale in SCALES:
        content = _typesetter.pdf(sheet.template, {**sheet.data, "scale": scale})
        if pages_of(content) <= sheet.pages:
            return packed(content)
    return f"{sheet.path}: the text does not fit {sheet.pages} page(s) of A4 even at {SCALES[-1]:.0%}; shorten it"


def _names(sheets: Iterable[Sheet]) -> Iterator[tuple[Sheet, str]]:
    """Each sheet with a name for everything that its bytes depend on."""
    tools = hashlib.sha256(f"{typst.__version__} {pikepdf.__version__} {openpyxl.__version__}".encode())
    for file in sorted(file for file in HERE.rglob("*") if file.suffix in _TOOLS):
        tools.update(file.read_bytes())
    for sheet in sheets:
        own = tools.copy()
        own.update(json.dumps([sheet.template, sheet.pages, sheet.data], sort_keys=True).encode())
        yield sheet, own.hexdigest()
