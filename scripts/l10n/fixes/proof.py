"""The proof that a repair changed nothing but what it is for."""

from __future__ import annotations

import re
import unicodedata

from ..dialect import Block, BlockKind
from ..dialect.inline import SpanKind
from ..digest import digests
from ..page import Page

WORDS = (SpanKind.LINK, SpanKind.IMAGE)  # what stands in their brackets is read
IGNORED = re.compile("[\\s\ufeff]+")


def same_but_for_repairs(before: Page, after: Page, *, is_source: bool) -> bool:
    """Whether two pages are the same but for spaces, composition of letters, byte order marks and pinned anchors.

    A page of the source must keep its digests too: else each of its translations would be behind.
    """
    if is_source and digests(before) != digests(after):
        return False
    return (
        _metadata(before) == _metadata(after)
        and [_shape(block) for block in before.document.blocks] == [_shape(block) for block in after.document.blocks]
        and _sections(before, after)
        and [shape.shape for shape in before.document.lists] == [shape.shape for shape in after.document.lists]
        and before.document.references == after.document.references
        and list(before.document.footnotes) == list(after.document.footnotes)
    )


def _metadata(page: Page) -> dict[str, object]:
    return {
        name: _bare(value) if name in page.translatable and isinstance(value, str) else value
        for name, value in page.front_matter.values.items()
    }


def _shape(block: Block) -> tuple:
    """What must stay of a block: all but the blanks between its words and, of a heading, its anchor."""
    if block.kind is BlockKind.CODE:
        return (block.kind, block.path, block.name, block.text)
    inline = block.inline
    kept = [inline.text[span.start : span.end] for span in inline.spans if span.kind not in WORDS]
    targets = [(span.target, span.title) for span in inline.spans]
    attributes = {name: value for name, value in block.attributes.items() if name != "id"}
    name = "" if block.kind is BlockKind.HEADING else block.name
    columns = len(block.rows[0]) if block.rows else 0
    return (block.kind, block.path, block.level, name, columns, attributes, kept, targets, _bare(block.text))


def _sections(before: Page, after: Page) -> bool:
    """Whether each heading keeps its anchor or now pins one, and tags stay in their sections."""
    if len(before.sections) != len(after.sections):
        return False
    return all(
        (not old.pinned or old.key == new.key)
        and (old.pinned or new.pinned or old.key == new.key)
        and [(tag.name, tag.args) for tag in old.tags] == [(tag.name, tag.args) for tag in new.tags]
        for old, new in zip(before.sections, after.sections, strict=True)
    )


def _bare(text: str) -> str:
    return unicodedata.normalize("NFC", IGNORED.sub("", text))
