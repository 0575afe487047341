"""Markdown as MkDocs builds it: Python-Markdown with attr_list, md_in_html, tables, footnotes, def_list, abbr,
admonition, pymdownx.details, pymdownx.superfences and pymdownx.tabbed.

Why a parser of our own. Three were measured (`python tests/l10n/parser_bench.py` prints the figures again):
Python-Markdown's own parser gives no source lines and is slower, for a page and even more to import;
markdown-it-py speaks CommonMark, another dialect, and disagrees with the build about headings and lists on many of the
odd cases; this one ports the *block* algorithm of Python-Markdown onto text that knows its lines and leaves inline
markup until a check asks for it. Truth stays what the build makes: `tests/l10n/test_dialect.py` holds the two against
each other on every page of the site, on a folder of odd cases and on pages of random lines.

Known differences, left alone because no page means them: a footnote mark in a heading counts as a mark even when the
footnote is defined nowhere on the page, an empty fence inside an indented code block loses its blank line, and a fence
underlined with `---` on the very next line, which the build takes for a heading, is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from .blocks import Block, BlockKind, Document, ListShape, flatten
from .chunk import Chunk
from .containers import admonition, details, footnote, tab
from .headings import hash_heading, rule, setext_heading
from .lists import definition_content, definition_list, item_content, ordered_list, unordered_list
from .parser import (
    Parser,
    abbreviation,
    empty,
    html_element,
    indented_code,
    paragraph,
    quote,
    reference,
    table,
)
from .slugs import slugify, unique
from .tree import Node, Stash

__all__ = ["Block", "BlockKind", "Document", "EndlessBlock", "ListShape", "parse"]

# Python-Markdown's order of priority, 105 down to 10. A block that begins with a visible character goes only to those
# whose mark it holds; the others are for blocks that begin with a blank, a line break or a placeholder.
_NEVER = "\n\n"  # stands in no block
PROCESSORS = [
    (_NEVER, html_element),
    ("???", details),
    ("!!!", admonition),
    ("===", tab),
    (_NEVER, empty),
    (_NEVER, item_content),
    (_NEVER, definition_content),
    (_NEVER, indented_code),
    ("|", table),
    ("#", hash_heading),
    ("\n", setext_heading),
    ("", rule),
    (". ", ordered_list),
    (" ", unordered_list),
    (":", definition_list),
    (">", quote),
    ("[^", footnote),
    ("*[", abbreviation),
    ("]:", reference),
    ("", paragraph),
]
MOST_LINES = 5000  # in one block: what takes a heading or a rule out of it looks at the rest again
_BLANK = re.compile(r"\n +(?=\n)")


class EndlessBlock(ValueError):
    """More than MOST_LINES without a blank line between them, from `line` on: the build would take hours too."""

    def __init__(self, line: int):
        super().__init__(f"more than {MOST_LINES} lines without a blank line")
        self.line = line


def parse(text: str, first_line: int = 1) -> Document:
    """The document of a Markdown text whose first line is `first_line` of its file.

    Raises RecursionError when lists or containers are nested deeper than the interpreter allows, and EndlessBlock.
    """
    text = text.replace("\x02", "").replace("\x03", "").replace("\r\n", "\n").replace("\r", "\n")
    text = _BLANK.sub("\n", text.expandtabs(4) + "\n\n")
    lines: Iterable[tuple[str, int]] = zip(text.split("\n"), range(first_line, first_line + len(text)), strict=False)
    stash: list[Stash] = []
    if "```" in text or "~~~" in text:
        from .fences import take_fences  # here and below: patterns that take long to compile and most pages do not need

        lines = take_fences(list(lines), stash)
    chunk = Chunk.of_lines(lines)
    if "<" in chunk.text:
        from .html import HtmlExtractor

        chunk = HtmlExtractor(chunk, stash).run()
    parser = Parser(stash, PROCESSORS)
    root = Node("root", first_line)
    blocks = chunk.blocks()
    if len(chunk.lines) > MOST_LINES:
        for block in blocks:
            if len(block.lines) > MOST_LINES:
                raise EndlessBlock(block.line)
    parser.parse_blocks(root, blocks)
    notes = []
    for name, content in list(parser.footnotes.items()):
        note = Node("footnote", content.lines[0])
        parser.parse_chunk(note, content)
        notes.append((name, note))
    document = flatten(root, parser, notes)
    _complete_ids(document)
    return document


def _complete_ids(document: Document) -> None:
    """Give every heading its anchor: the pinned one, else the one the build makes up; collect all other ids.

    The made-up ones avoid only ids that Markdown set: the build does not see those inside raw HTML.
    """
    taken = {block.attributes["id"] for block in document.blocks if "id" in block.attributes}
    counters: dict[str, int] = {}
    for block in document.blocks:
        if block.kind is BlockKind.HEADING:
            block.name = block.attributes.get("id") or unique(slugify(block.inline.plain), taken, counters)
        elif block.kind is not BlockKind.CODE and ("{" in block.text or "<" in block.text):
            document.ids.update(block.inline.ids)
    document.ids |= taken
    document.ids.update(f"fn:{name}" for name in document.footnotes)
