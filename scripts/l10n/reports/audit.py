"""What a reviewer should look at, for a terminal: one heading a kind, one place a line, with what changed in the source."""

from __future__ import annotations

from collections.abc import Iterator

from ..audit import Entry, Kind
from ..word_diff import Change, lines
from .printable import isolated, visible
from .styled import Line, Role, directed
from .words import counted


def audit_lines(entries: list[Entry], base: str) -> Iterator[Line]:
    """The list, and a sum as last line; `base` names the revision."""
    for kind in Kind:
        found = [entry for entry in entries if entry.kind is kind]
        if found:
            yield [(Role.PATH, f"{kind.value}:")]
            for entry in found:
                yield from _entry_lines(entry)
            yield []
    suspect = sum(entry.suspect for entry in entries)
    rest = len(entries) - suspect
    told = f"{counted(suspect, 'place')} to look at" if suspect else "nothing to look at"
    reworded = f", {counted(rest, 'section')} reworded" if rest else ""
    yield [(Role.PLAIN, f"{told} since {base}{reworded}.")]


def _entry_lines(entry: Entry) -> Iterator[Line]:
    place = f"{visible(entry.path)}#{visible(entry.section)}"
    message = f": {isolated(entry.message)}" if entry.message else ""
    yield [(Role.SECTION, f"  {place}"), (Role.QUIET, f" (line {entry.line})"), (Role.PLAIN, message)]
    for part in entry.parts:
        label = [(Role.QUIET, f"{part.label}: ")] if part.label else []
        for line in lines(part.pieces):
            if any(piece.change is not Change.SAME for piece in line):
                yield [(Role.PLAIN, "      "), *label, *directed(line)]
