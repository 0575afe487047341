"""Headings that pin no anchor, given the one they have in the source."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from ..dialect.attributes import HEADER_LIST, parse_attributes
from ..page import Page, Section
from ..pairs import pair_sections
from ..record import compare
from .rows import Repair, split

OPENING = re.compile(r"\{:?[ ]*")


def pin_headings(page: Page, rows: list[str], source: Page, linked: Collection[str]) -> Iterator[Repair]:
    """The anchors of the source at the headings whose counterpart is certain; on a source page those they have anyway.

    A heading that links lead to by the anchor that the build makes up, one of `linked`, keeps it.
    """
    taken = {name for block in page.document.blocks for name in (block.attributes.get("id"), *block.inline.ids)}
    for section, anchor in _anchors(page, source):
        index = section.line - 1
        content, end = split(rows[index])
        written = _with_anchor(content, anchor)
        kept = section.heading.name in linked and section.heading.name != anchor
        if written and not kept and anchor not in taken:
            rows[index] = written + end
            yield Repair(section.line, f"the anchor #{anchor} at “{section.heading.inline.plain.strip()}”")


def _anchors(page: Page, source: Page) -> Iterator[tuple[Section, str]]:
    if page is source:
        yield from ((section, section.key) for section in page.sections if not section.pinned)
        return
    pairing = pair_sections(source, page, compare(source, page))
    if pairing.certain:
        for ours, theirs in pairing.pairs:
            # An anchor that the source has twice is no name for a section.
            if ours.heading and not theirs.pinned and ours.key == ours.heading.name:
                yield theirs, ours.key


def _with_anchor(content: str, anchor: str) -> str:
    """The row of a heading with an anchor, in the attribute list it has or in a new one; "" when that is no plain case."""
    attributes = HEADER_LIST.search(content)
    if attributes is None:
        text = content.rstrip(" \t")
        return f"{text} {{ #{anchor} }}{content[len(text) :]}" if text else ""
    if parse_attributes(attributes.group(1))[1]:
        return ""
    at = OPENING.search(content, attributes.start()).end()
    return f"{content[:at]}#{anchor} {content[at:]}"
