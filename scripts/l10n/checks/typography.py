"""How a page is written, whatever its source says: quotation marks, spacing, punctuation, letters, direction."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from ..dialect import Block, BlockKind
from ..finding import Draft
from ..page import Page
from ..rules import Rule
from ..typography import control_flaws, flaws
from .context import Context

SHOWN = 6  # lines named in a finding that stands for many
LEFT_TO_RIGHT = re.compile(r"""<([a-z][\w-]*)[^>]*\sdir\s*=\s*["']?ltr""", re.IGNORECASE)
DIRECTION = (Rule.BIDI_FLIP, Rule.BIDI_RANGE)


def typography(context: Context) -> Iterator[Draft]:
    """The flaws of each passage; those of one rule in one section are one finding, which names their lines."""
    page = context.page
    quotes = context.site.policy.quotes.get(page.locale, ())
    found: dict[tuple[str, Rule], list[tuple[int, str, str]]] = {}
    for passage in page.passages:
        for flaw in flaws(passage.text, page.locale, quotes, passage.words):
            if flaw.rule in DIRECTION and passage.block is not None and _left_to_right(page, passage.block):
                continue
            place = (passage.line_at(flaw.start), flaw.message, flaw.hint)
            found.setdefault((passage.section, flaw.rule), []).append(place)
    for (section, rule), places in found.items():
        line, message, hint = places[0]
        yield Draft(rule, line, section, message + _others(places), hint)


def code_controls(context: Context) -> Iterator[Draft]:
    """Code that is shown in another order than it runs: controls of direction left open in it."""
    for section in context.page.sections:
        for block in section.blocks:
            if block.kind is BlockKind.CODE and not block.text.isascii():
                for flaw in islice(control_flaws(block.text), 1):
                    yield Draft(flaw.rule, block.line_of(flaw.start), section.key, flaw.message, flaw.hint)


def _left_to_right(page: Page, block: Block) -> bool:
    """Whether the page sets a block from left to right, by the block's own `dir` or that of an element around it."""
    if block.attributes.get("dir") == "ltr":
        return True
    for other in page.document.blocks:
        if other.kind is BlockKind.OPENING and other.line <= block.line:
            match = LEFT_TO_RIGHT.match(other.text)
            inside = f"{other.path}/{match.group(1)}".strip("/") if match else ""
            if inside and (block.path == inside or block.path.startswith(inside + "/")):
                return True
    return False


def _others(places: list[tuple[int, str, str]]) -> str:
    if len(places) == 1:
        return ""
    lines = list(dict.fromkeys(str(line) for line, _, _ in places[1:]))
    more = ", …" if len(lines) > SHOWN else ""
    return f" (and {len(places) - 1} more in this section: line {', '.join(lines[:SHOWN])}{more})"
