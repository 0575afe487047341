"""Spaces, letters in pieces and stray byte order marks in what a reader reads, as the rules of typography want them.

An edit is tried at each place where it could help and kept when the rule then finds less: whatever the rule knows of
times, addresses and smileys holds here too.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace

from ..dialect import Block, BlockKind
from ..dialect.inline import SpanKind
from ..page import Page
from ..passages import passages_of
from ..rules import Rule
from ..typography import conventions, flaws
from ..typography.spacing import MARKS
from .rows import Repair, split

# Raw HTML is left alone, and so are the titles of boxes: their signs are not all text.
KINDS = (BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.TABLE, BlockKind.TERM)
NARROW = "\u202f"
BYTE_ORDER_MARK = "\ufeff"
NOT_SPACE = re.compile(r"\S+")


def mend_wording(page: Page, rows: list[str], quotes: tuple[str, ...]) -> Iterator[Repair]:
    """Everything mended in the translatable front matter and in the blocks of text."""
    text = page.text
    if (
        not conventions(page.locale).french_spacing
        and BYTE_ORDER_MARK not in text
        and (text.isascii() or unicodedata.is_normalized("NFC", text))
    ):
        return  # nothing to be found, and most pages are such
    for block in _blocks(page):
        mended, told = _mended(block, page.locale, quotes)
        for index, (before, after) in enumerate(zip(_lines(block), _lines(mended), strict=True)):
            line = block.lines[index]
            if before != after and _put(rows, line, before, after):
                yield from (Repair(line, what) for what in dict.fromkeys(what for at, what in told if at == index))


def _blocks(page: Page) -> Iterator[Block]:
    for name, value in page.meta.items():
        entry = page.front_matter.entries.get((name,))
        if isinstance(value, str) and entry and entry.line == entry.last_line:
            yield Block(BlockKind.PARAGRAPH, entry.line, [entry.line], value, "", {})
    for section in page.sections:
        yield from section.of_kind(*KINDS)


def _mended(block: Block, locale: str, quotes: tuple[str, ...]) -> tuple[Block, list[tuple[int, str]]]:
    """The block with its repairs, and (index of the line, what was done)."""
    told: list[tuple[int, str]] = []
    wrong = _broken(block, locale, quotes)
    for rule, edits in EDITS.items():
        for at, end, new, what in reversed(list(edits(block)) if wrong[rule] else []):
            tried = replace(block, text=block.text[:at] + new + block.text[end:])
            now = _broken(tried, locale, quotes)
            # NOT_NFC is told once a text, however many letters are in pieces.
            better = now[rule] < wrong[rule] or (rule is Rule.NOT_NFC and now[rule] == wrong[rule])
            if better and all(now[other] <= wrong[other] for other in now):
                told.insert(0, (block.text.count("\n", 0, at), what))
                block, wrong = tried, now
    return block, told


def _broken(block: Block, locale: str, quotes: tuple[str, ...]) -> Counter[Rule]:
    """How often each rule is broken in a block."""
    return Counter(flaw.rule for passage in passages_of(block, "") for flaw in flaws(passage.text, locale, quotes))


Edit = tuple[int, int, str, str]  # from, to, what to write there, and how it is told


def _spaces(block: Block) -> Iterator[Edit]:
    text = block.text
    for start, end in _free(block):
        for match in MARKS.finditer(text, start, end):
            at = match.start()
            if match.group() == "«":
                yield at + 1, _blanks_after(text, at + 1, end), NARROW, "a narrow no-break space behind «"
            else:
                yield _blanks_before(text, start, at), at, NARROW, f"a narrow no-break space before {match.group()}"


def _blanks_after(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace() and text[at] != "\n":
        at += 1
    return at


def _blanks_before(text: str, start: int, at: int) -> int:
    while at > start and text[at - 1].isspace() and text[at - 1] != "\n":
        at -= 1
    return at


def _letters(block: Block) -> Iterator[Edit]:
    for start, end in _free(block):
        for match in NOT_SPACE.finditer(block.text, start, end):
            whole = unicodedata.normalize("NFC", match.group())
            if len(whole) < len(match.group()):
                yield *match.span(), whole, "letters in one piece each (Unicode NFC)"


def _marks(block: Block) -> Iterator[Edit]:
    for start, end in _free(block):
        for match in re.finditer(BYTE_ORDER_MARK, block.text[:end]):
            if match.start() >= start:
                yield *match.span(), "", "a stray byte order mark (U+FEFF) taken out"


EDITS: dict[Rule, Callable[[Block], Iterator[Edit]]] = {
    Rule.INVISIBLE_CHARACTER: _marks,
    Rule.NOT_NFC: _letters,
    Rule.FRENCH_SPACING: _spaces,
}


def _free(block: Block) -> Iterator[tuple[int, int]]:
    """The stretches of a block's text that are words: no code, tag, target, footnote, entity or raw HTML."""
    at = 0
    for start, end in sorted(_protected(block)):
        if at < start:
            yield at, start
        at = max(at, end)
    if at < len(block.text):
        yield at, len(block.text)


def _protected(block: Block) -> Iterator[tuple[int, int]]:
    for span in block.inline.spans:
        if span.kind in (SpanKind.LINK, SpanKind.IMAGE):
            yield span.start, span.inner[0]
            yield span.inner[1], span.end
        else:
            yield span.start, span.end


def _lines(block: Block) -> list[str]:
    return block.text.split("\n")


def _put(rows: list[str], line: int, before: str, after: str) -> bool:
    """Write a line of a block into its row; False when it does not stand there as it is, or stands there twice."""
    content, end = split(rows[line - 1])
    if content.count(before) == 1:
        written = content.replace(before, after)
    elif before in content or " | " not in before:
        return False
    else:  # the cells of a table have lost the blanks around them
        written, at = "", 0
        for old, new in zip(before.split(" | "), after.split(" | "), strict=True):
            found = content.find(old, at)
            if found == -1:
                return False
            written += content[at:found] + new
            at = found + len(old)
        written += content[at:]
    rows[line - 1] = written + end
    return True
