"""Pipe tables, as Python-Markdown's tables extension recognises and splits them."""

from __future__ import annotations

import re

from .chunk import Chunk
from .tree import Node

PIPES = re.compile(r"(\\\\)|(\\`+)|(`+)|(\\\|)|(\|)")
END_BORDER = re.compile(r"(?<!\\)(?:\\\\)*\|$")


def table_rows(block: Chunk) -> list[tuple[list[str], int]] | None:
    """The rows (cells, line) of the table that this block is, header first and separator left out; None if it is none.

    Every row has as many cells as the header: surplus cells are dropped and missing ones are empty, as in the build.
    """
    if "|" not in block.text or "\n" not in block.text:
        return None
    rows = [(row.strip(" "), number) for row, number in block.pairs()]
    header = rows[0][0]
    border = header.startswith("|") or END_BORDER.search(header) is not None
    cells = _split(header, border)
    if len(cells) == 1:
        if not border or not all(row.startswith("|") or END_BORDER.search(row) for row, _ in rows[1:]):
            return None
    elif len(cells) < 2:
        return None
    separator = _split(rows[1][0], border)
    if len(separator) != len(cells) or not set("".join(separator)) <= set("|:- "):
        return None
    body = [(_split(row, border), number) for row, number in rows[2:]] or [([], rows[1][1])]
    width = len(cells)
    return [
        ([cell.strip(" ") for cell in (row + [""] * width)[:width]], number)
        for row, number in [(cells, rows[0][1]), *body]
    ]


def _split(row: str, border: bool) -> list[str]:
    """A row split at the pipes that stand neither in code nor behind a backslash."""
    if border:
        row = row.removeprefix("|")
        row = END_BORDER.sub("", row) if row.endswith("\\|") else row.removesuffix("|")
    if "`" not in row and "\\" not in row:
        return row.split("|")
    marks = list(PIPES.finditer(row))
    if not any(mark.group(5) for mark in marks):
        return [row]
    regions = _code_regions([mark for mark in marks if mark.group(2) or mark.group(3)])
    cells, start = [], 0
    for mark in marks:
        at = mark.start()
        if mark.group(5) and not any(first <= at <= last for first, last in regions):
            cells.append(row[start:at])
            start = at + 1
    return [*cells, row[start:]]


def _code_regions(ticks: list[re.Match[str]]) -> list[tuple[int, int]]:
    """First and last position of each code span, given the runs of backticks of a row."""
    lengths = [len(tick.group(2)) - 1 if tick.group(2) else len(tick.group(3)) for tick in ticks]
    regions, at = [], 0
    while at < len(ticks):
        opening = lengths[at] - (1 if ticks[at].group(2) else 0)
        if opening and opening in lengths[at + 1 :]:
            closing = lengths.index(opening, at + 1)
            regions.append((ticks[at].start(), ticks[closing].end()))
            at = closing
        at += 1
    return regions


def add_table(parent: Node, rows: list[tuple[list[str], int]]) -> None:
    """Hang the table under its parent: one `tr` child a row, one `td` child a cell."""
    table = parent.add("table", rows[0][1])
    for cells, number in rows:
        row = table.add("tr", number)
        for cell in cells:
            row.add("td", number, Chunk(cell, [number]))
