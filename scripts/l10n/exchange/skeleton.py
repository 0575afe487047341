"""A page taken apart: where each run of its text stands, to the character, so that a text can be replaced alone.

A section becomes parts, one a block, and a part has slots: the text of a paragraph, each cell of a table, a `title="…"`
of an attribute list. All else (anchors, code, tags, comments, blank lines, line ends) is never touched.

That a slot is where it should be is proven, not hoped for: every slot is filled with a word of its own, the page is
parsed again, and each word has to come back as the text of its block (`_proven`). A section that does not pass has no
parts; it can only be exchanged whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from weakref import WeakKeyDictionary

from ..dialect import Block, BlockKind, parse
from ..edit import ROW
from ..page import COMMENT, Page, Section
from ..passages import TEXT_ATTRIBUTES

# What may stand behind a text on its line: an attribute list, closing hashes, end tags.
BEHIND = re.compile(r"[\s#]*(?:</[^<>]*>\s*)*(?:\{[^\n]*\}[\s#]*)?\Z")
CELL_GAP = re.compile(r"[ ]*(?:\{[^|\n]*\}[ ]*)?\|[ ]*")
SOFT_BREAK = re.compile(r"( {2,})?\n[ \t]*|[ \t]+\n[ \t]*")
_TAKEN_APART: WeakKeyDictionary[Page, dict[str, SectionSkeleton]] = WeakKeyDictionary()


@dataclass(frozen=True)
class Slot:
    """A run of text: `start` to `end` in the text of the page; `text` is its Markdown with soft line breaks as spaces.

    `continuation` is what a further line begins with. The lines of a `verbatim` slot are kept as they are.
    """

    name: str
    start: int
    end: int
    text: str
    line: int
    continuation: str = ""
    verbatim: bool = False


@dataclass
class Part:
    """A block with its slots by name."""

    block: Block
    slots: dict[str, Slot] = field(default_factory=dict)

    @property
    def shape(self) -> tuple:
        """What two parts have in common when one is the translation of the other."""
        block = self.block
        name = block.name if block.kind is BlockKind.TITLE else ""
        rows = (len(block.rows), len(block.rows[0])) if block.rows else ()
        return block.kind, block.path, block.level, name, rows


@dataclass
class SectionSkeleton:
    """A section: `start` to `end` in the text of the page; `parts` is None when the slots could not be proven."""

    section: Section
    start: int
    end: int
    parts: list[Part] | None


def tidy(text: str) -> str:
    """A text on one line, but for line breaks that are meant (two blanks and a line end)."""
    return SOFT_BREAK.sub(lambda match: "  \n" if match.group(1) else " ", text).strip(" \t\n")


def skeletons(page: Page) -> dict[str, SectionSkeleton]:
    """Section key -> skeleton for every section of a page that is not blank, in order; made once a page."""
    if page not in _TAKEN_APART:
        _TAKEN_APART[page] = _take_apart(page)
    return _TAKEN_APART[page]


def replaced(text: str, edits: Iterable[tuple[int, int, str]]) -> str:
    """A text with the pieces between two positions replaced; the edits do not overlap."""
    pieces, at = [], 0
    for start, end, new in sorted(edits):
        pieces += [text[at:start], new]
        at = end
    return "".join([*pieces, text[at:]])


def filled(slot: Slot, text: str, line_end: str) -> tuple[int, int, str]:
    """The edit that puts a text into a slot."""
    lines = text.split("\n")
    return slot.start, slot.end, (line_end + slot.continuation).join(lines)


def line_end(page: Page) -> str:
    """The line end of a page: that of its first line."""
    match = re.search(r"\r\n|\n|\r", page.text)
    return match.group() if match else "\n"


def line_starts(text: str) -> list[int]:
    """Where each line of a text begins, and where it ends."""
    return [0, *(match.end() for match in ROW.finditer(text))]


class _Rows:
    """The lines of a page with their positions."""

    def __init__(self, text: str):
        self.rows = ROW.findall(text)
        self.starts = line_starts(text)

    def start(self, number: int) -> int:
        """Where a line (1-based) begins; the end of the text for a line behind the last."""
        return self.starts[min(number - 1, len(self.rows))]

    def expanded(self, number: int) -> tuple[str, int]:
        """A line without its end, tabs as blanks, and where it begins; positions are wrong behind a tab."""
        row = self.rows[number - 1].rstrip("\r\n") if number <= len(self.rows) else ""
        return row.expandtabs(4), self.start(number)

    def position(self, number: int, column: int) -> int:
        """The position in the text of a column of an expanded line."""
        row = self.rows[number - 1]
        if "\t" not in row:
            return self.start(number) + column
        return self.start(number) + next((i for i in range(len(row)) if len(row[:i].expandtabs(4)) >= column), len(row))


def _take_apart(page: Page) -> dict[str, SectionSkeleton]:
    rows = _Rows(page.text)
    firsts = [rows.start(section.line) for section in page.sections] + [len(page.text)]
    found = {}
    for section, start, end in zip(page.sections, firsts, firsts[1:], strict=False):
        if not section.blank:
            found[section.key] = SectionSkeleton(section, start, end, _parts(section, rows))
    if not _proven(page, found.values()):
        _narrow(page, list(found.values()))
        if not _proven(page, found.values()):  # each for itself, but not together
            for skeleton in found.values():
                skeleton.parts = None
    return found


def _narrow(page: Page, found: list[SectionSkeleton]) -> None:
    """Take the parts from the sections that cannot be proven; halving finds them."""
    if _proven(page, found):
        return
    if len(found) == 1:
        found[0].parts = None
        return
    half = len(found) // 2
    _narrow(page, found[:half])
    _narrow(page, found[half:])


def _parts(section: Section, rows: _Rows) -> list[Part] | None:
    parts = []
    for block in section.blocks:
        if block.kind is BlockKind.HTML and not COMMENT.sub("", block.text).strip():
            continue  # a translation has comments of its own
        slots = _slots(block, rows)
        if slots is None:
            return None
        parts.append(Part(block, {slot.name: slot for slot in slots}))
    return parts


def _slots(block: Block, rows: _Rows) -> list[Slot] | None:
    """The slots of a block; None when one of them cannot be found."""
    if block.kind in (BlockKind.CODE, BlockKind.RULE):
        return []
    if block.kind is BlockKind.TABLE:
        slots = _cells(block, rows)
    elif not block.text:
        slots = []
    else:
        slots = _text(block, rows)
    return None if slots is None else slots + _attributes(block, rows)


def _text(block: Block, rows: _Rows) -> list[Slot] | None:
    verbatim = block.kind in (BlockKind.HTML, BlockKind.OPENING)
    lines = block.text.split("\n")
    numbers = block.lines[: len(lines)]
    if [*range(numbers[0], numbers[0] + len(lines))] != numbers:
        return None
    places = []
    for text, number in zip(lines, numbers, strict=True):
        row, _ = rows.expanded(number)
        column = row.find(text) if verbatim else _from_the_right(row, text, title=block.kind is BlockKind.TITLE)
        if column == -1:
            return None
        places.append((number, column, column + len(text)))
    start, end = rows.position(*places[0][:2]), rows.position(places[-1][0], places[-1][2])
    first, *more = (rows.expanded(number)[0][:column] for number, column, _ in places)
    continuation = more[0] if more else re.sub(r"[^>\s]", " ", first)
    text = block.text if verbatim else tidy(block.text)
    return [Slot("text", start, end, text, block.line, continuation, verbatim)]


def _from_the_right(row: str, text: str, *, title: bool) -> int:
    """The last place of a text on a line that has only its marks behind it; -1 when there is none."""
    at = row.rfind(text)
    while at != -1:
        behind = row[at + len(text) :]
        if behind.strip() in ('"', "'", ")") if title else BEHIND.match(behind):
            return at
        at = row.rfind(text, 0, at + len(text) - 1) if at + len(text) > 1 else -1
    return -1


def _cells(block: Block, rows: _Rows) -> list[Slot] | None:
    slots = []
    for index, (cells, number) in enumerate(zip(block.rows, block.lines, strict=True)):
        row, _ = rows.expanded(number)
        if index and number == block.lines[0] + 1:
            continue  # a table without a body: its empty row stands on the separator's line
        at = row.find(cells[0]) if cells[0] else -1
        border = re.compile(r"[> ]*?\|[ ]*").search(row)
        if border and (not cells[0] or border.end() <= at):
            at = border.end()
        if at == -1:
            return None
        for column, cell in enumerate(cells):
            if column:
                gap = CELL_GAP.match(row, at)
                if gap is None:
                    if any(cells[column:]):
                        return None
                    break  # cells that the row lacks are empty
                at = gap.end()
            if not row.startswith(cell, at):
                return None
            if cell:
                start, end = rows.position(number, at), rows.position(number, at + len(cell))
                slots.append(Slot(f"r{index + 1}c{column + 1}", start, end, cell, number))
            at += len(cell)
    return slots


def _attributes(block: Block, rows: _Rows) -> list[Slot]:
    """The attributes of a block's own attribute list that a reader reads."""
    slots = []
    for name in TEXT_ATTRIBUTES:
        value = block.attributes.get(name)
        if not value:
            continue
        pattern = re.compile(rf"(?<=[\s{{:]){re.escape(name)}=([\"']){re.escape(value)}\1")
        last = block.lines[-1] if block.lines else block.line
        for number in range(max(block.line, last), last + 2):  # a paragraph's list stands on the line behind it
            row, _ = rows.expanded(number) if number <= len(rows.rows) else ("", 0)
            match = pattern.search(row)
            if match:
                column = match.end() - 1 - len(value)
                start, end = rows.position(number, column), rows.position(number, column + len(value))
                slots.append(Slot(f"@{name}", start, end, value, number))
                break
    return slots


def _proven(page: Page, found: Iterable[SectionSkeleton]) -> bool:
    """Whether words put into the slots of some sections come back from the parser as the texts of their blocks."""
    probes: dict[tuple[int, str], str] = {}
    edits, taken = [], []
    blocks = page.document.blocks
    order = {id(block): index for index, block in enumerate(blocks)}
    for skeleton in found:
        for part in skeleton.parts or ():
            for slot in part.slots.values():
                taken.append((slot.start, slot.end))
                if not slot.verbatim:  # found by all its lines, and never put together again
                    word = f"slot{len(edits)}"
                    probes[order[id(part.block)], slot.name] = word
                    edits.append((slot.start, slot.end, word))
    taken.sort()
    if any(end > start for (_, end), (start, _) in pairwise(taken)):
        return False
    text = replaced(page.text, edits).replace("\r\n", "\n").replace("\r", "\n")
    body = "\n".join(text.split("\n")[page.body_line - 1 :])
    again = parse(body, page.body_line).blocks
    if [Part(block).shape for block in again] != [Part(block).shape for block in blocks]:
        return False
    return all(_text_in(again[index], name) == word for (index, name), word in probes.items())


def _text_in(block: Block, name: str) -> str:
    if name == "text":
        return block.text
    if name.startswith("@"):
        return block.attributes.get(name[1:], "")
    row, column = map(int, name[1:].split("c"))
    return block.rows[row - 1][column - 1]
