"""The rows of a file: lines with their ends, which are changed in place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

END = re.compile(r"(?:\r\n|\n|\r)\Z")


@dataclass(frozen=True)
class Repair:
    """What was done on a line, 1-based, as the user is told."""

    line: int
    what: str


def split(row: str) -> tuple[str, str]:
    """(content, line end) of a row."""
    match = END.search(row)
    return (row[: match.start()], match.group()) if match else (row, "")


def last_row_ended(rows: list[str]) -> Iterator[Repair]:
    """The last row with a line end, the one that the first row has."""
    if rows and not split(rows[-1])[1]:
        rows[-1] += split(rows[0])[1] or "\n"
        yield Repair(len(rows), "a line end at the end of the file")
