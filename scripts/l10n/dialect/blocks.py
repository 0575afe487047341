"""The tree flattened into what the checks read: blocks in the order of the file, each with its line; list shapes."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from enum import Enum

from ..lazy import lazy
from .attributes import html_ids, split_block, split_heading
from .chunk import Chunk
from .inline import Inline
from .parser import ELEMENT_MARK, Parser
from .scanner import scan, scan_html
from .tree import HEADING_TAGS, STX, Node, Stashed


class BlockKind(Enum):
    """What a block of text is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CODE = "code"
    HTML = "html"
    TABLE = "table"
    TITLE = "title"
    TERM = "term"
    ABBREVIATION = "abbreviation"
    RULE = "rule"
    OPENING = "opening"


@dataclass
class Block:
    """One run of text.

    `line` is 1-based; `lines` gives the line of each line of `text`. `text` has lost its attribute list, which is in
    `attributes`. `path` names the elements around it, outermost first (`ul/li/blockquote`). CODE: `text` is the code,
    `name` the language. HEADING: `level`. TITLE: `name` is the type of the admonition. TABLE: `rows` holds the cells.
    """

    kind: BlockKind
    line: int
    lines: list[int]
    text: str
    path: str
    references: dict[str, tuple[str, str]] = field(repr=False)
    attributes: dict[str, str] = field(default_factory=dict)
    level: int = 0
    name: str = ""
    rows: list[list[str]] = field(default_factory=list)

    @lazy
    def inline(self) -> Inline:
        """The inline markup of the text; in raw HTML only its tags count, in code nothing."""
        if self.kind is BlockKind.CODE:
            return Inline(self.text, [])
        if self.kind in (BlockKind.HTML, BlockKind.OPENING):
            return scan_html(self.text)
        return scan(self.text, self.references)

    def line_of(self, position: int) -> int:
        """The source line of a character of `text`."""
        if len(self.lines) == 1:
            return self.lines[0]
        index = bisect_left(self._ends, position)
        return self.lines[index] if index < len(self.lines) else self.line

    @lazy
    def _ends(self) -> list[int]:
        """Where the lines of `text` end."""
        return [match.start() for match in re.finditer("\n", self.text)]


@dataclass(frozen=True)
class ListShape:
    """An outermost list: its line, and its items as nested tuples: ("ul", (item, …)), an item being its inner lists."""

    line: int
    shape: tuple
    in_footnote: bool = False


@dataclass
class Document:
    """What one Markdown text holds."""

    blocks: list[Block]
    lists: list[ListShape]
    ids: set[str]
    footnotes: dict[str, int]  # name -> line of its definition
    references: dict[str, tuple[str, str]]


LISTS = frozenset(("ul", "ol", "dl"))


def flatten(root: Node, parser: Parser, footnotes: list[tuple[str, Node]]) -> Document:
    """The document of a parsed tree and its footnotes; `ids` lacks the made-up anchors of headings."""
    document = Document([], [], set(), {}, parser.references)
    walker = _Walker(parser, document)
    walker.children(root, "")
    for name, node in footnotes:
        document.footnotes[name] = node.line
        walker.children(node, "footnote")
    for name, title in parser.abbreviations:
        walker.put(BlockKind.ABBREVIATION, title, "", name=name)
    for title in parser.reference_titles:
        walker.put(BlockKind.TITLE, title, "", name="reference")
    document.blocks.sort(key=lambda block: block.line)
    document.lists.sort(key=lambda shape: shape.line)
    return document


class _Walker:
    def __init__(self, parser: Parser, document: Document):
        self.parser = parser
        self.document = document

    def children(self, node: Node, path: str) -> None:
        for child in node.children:
            if child.tag == "p" and child.kind != "element":
                self.text(child.text, path, BlockKind.PARAGRAPH)
            else:
                self.node(child, path)
            if child.tail is not None:
                self.text(child.tail, path, BlockKind.ITEM)

    def node(self, node: Node, path: str) -> None:
        here = f"{path}/{node.tag}" if path else node.tag
        if node.tag in HEADING_TAGS and node.kind != "element":
            self.heading(node, path)
        elif node.tag == "pre":
            self.put(BlockKind.CODE, Chunk(node.text.text.rstrip(), node.text.lines), path)
        elif node.tag == "table" and node.kind != "element":
            self.table(node, path)
        elif node.tag == "hr":
            self.put(BlockKind.RULE, Chunk("", [node.line]), path)
        else:
            if node.tag in LISTS and LISTS.isdisjoint(path.split("/")):
                self.document.lists.append(ListShape(node.line, _shape(node), path.startswith("footnote")))
            if node.kind == "element":
                self.document.ids.update(html_ids(node.title.text))
                self.put(BlockKind.OPENING, node.title, path)
            elif node.tag in ("admonition", "details", "tab"):
                title = node.title or Chunk("", [node.line])
                given = {} if node.title else {"untitled": ""}  # `!!! note ""` has a title, an empty one
                self.put(BlockKind.TITLE, title, path, name=f"{node.tag} {node.kind}", line=node.line, attributes=given)
            if node.text is not None:
                kind = {"p": BlockKind.PARAGRAPH, "dt": BlockKind.TERM}.get(node.tag, BlockKind.ITEM)
                self.text(node.text, path if node.tag == "p" else here, kind)
            self.children(node, here)

    def heading(self, node: Node, path: str) -> None:
        text = node.text.text
        text, attributes = split_heading(ELEMENT_MARK.sub("", text) if STX in text else text)
        self.put(
            BlockKind.HEADING,
            Chunk(text, node.text.lines),
            path,
            attributes=attributes,
            line=node.line,
            level=int(node.tag[1]),
        )

    def table(self, node: Node, path: str) -> None:
        rows, pieces = [], []
        for row in node.children:
            cells = [split_heading(cell.text.text)[0] for cell in row.children]
            rows.append(cells)
            pieces.append((" | ".join(cells), row.line))
        self.put(BlockKind.TABLE, Chunk.of_lines(pieces), path, rows=rows)

    def text(self, chunk: Chunk, path: str, kind: BlockKind) -> None:
        """A run of text, split at the code and HTML blocks that stand in it."""
        if STX not in chunk.text:
            self.run(chunk, path, kind)
            return
        at = 0
        for mark in ELEMENT_MARK.finditer(chunk.text):
            self.run(chunk.cut(at, mark.start()), path, kind)
            entry = self.parser.stash[int(mark.group(1))]
            if entry.what is Stashed.FENCE:
                code = Chunk(entry.code.rstrip(), entry.source.lines[1:])  # behind the line of the fence
                self.put(BlockKind.CODE, code, path, name=entry.language, line=entry.source.lines[0])
            else:
                self.document.ids.update(entry.ids)
                if entry.source.text.startswith("<!--"):
                    self.put(BlockKind.HTML, entry.source, path)
                else:
                    self.text(entry.source, path, BlockKind.HTML)  # fences inside raw HTML are code all the same
            at = mark.end()
        self.run(chunk.cut(at) if at else chunk, path, kind)

    def run(self, chunk: Chunk, path: str, kind: BlockKind) -> None:
        text = chunk.text
        if not text.strip():
            return
        attributes: dict[str, str] = {}
        if "{" in text and kind is not BlockKind.HTML:
            text, attributes = split_heading(text) if kind is BlockKind.TERM else split_block(text)
            chunk = Chunk(text, chunk.lines[: text.count("\n") + 1])
        chunk = chunk.strip(" \n")
        self.put(kind, chunk, path, chunk.line, attributes)

    def put(self, kind: BlockKind, chunk: Chunk, path: str, line: int = 0, attributes=None, **more) -> None:
        block = Block(
            kind, line or chunk.line, chunk.lines, chunk.text, path, self.parser.references, attributes or {}, **more
        )
        if attributes and attributes.get("id"):
            self.document.ids.add(attributes["id"])
        self.document.blocks.append(block)


def _shape(node: Node) -> tuple:
    """A list as nested tuples of what is countable in it."""
    items = []
    for child in node.children:
        inner = []
        pending = list(child.children)
        while pending:
            item = pending.pop(0)
            if item.tag in LISTS:
                inner.append(_shape(item))
            else:
                pending[:0] = item.children
        items.append((child.tag, tuple(inner)) if node.tag == "dl" else tuple(inner))
    return (node.tag, tuple(items))
