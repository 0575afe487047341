"""The block parser: Python-Markdown's algorithm on chunks that know their lines.

Text is split at blank lines; each block is offered to the processors in Python-Markdown's order of priority until one
takes it; what it leaves goes back to the front of the queue. Order and conditions are Python-Markdown's own, oddities
included, because the build follows them too.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable

from .chunk import INDENT, Chunk
from .tables import add_table, table_rows
from .tree import ETX, STX, Node, Stash, Stashed

Blocks = deque[Chunk]
Processor = Callable[["Parser", Node, Blocks], bool]

QUOTE = re.compile(r"(^|\n)[ ]{0,3}>[ ]?(.*)")
ABBREVIATION = re.compile(r"^[*]\[(?P<abbr>[^\\]*?)\][ ]?:[ ]*\n?[ ]*(?P<title>.*)$", re.MULTILINE)
REFERENCE = re.compile(
    r"^[ ]{0,3}\[([^\[\]]*)\]:[ ]*(?:\n[ ]*)?([^\s]+)[ ]*(?:\n[ ]*)?((?:([\"'])(.*)\4[ ]*|\((.*)\)[ ]*))?$",
    re.MULTILINE,
)
PLACEHOLDER_LINE = re.compile(rf"^([> ]*){STX}(\d+){ETX}$")
ELEMENT_MARK = re.compile(rf"{STX}(\d+){ETX}")
# Lines that begin like this can only be a paragraph: what other processors look for starts otherwise, or is a table.
PLAIN = re.compile(r"[^\s#*+\-_\d>:!?=\[|\x02](?:[^\n]*+|[^\n|]*(?:\n[^\s#*\-_>:!?=\[|\x02][^\n|]*)*)\Z")
MAX_QUOTES = 100  # deeper quotations stay text; Python-Markdown stops near the interpreter's recursion limit


class Parser:
    """State of one page's parse: the stash, link references, abbreviations and footnotes found on the way."""

    def __init__(self, stash: list[Stash], processors: list[tuple[str, Processor]]):
        """`processors` in their order, each with a text without which it takes no block that begins with a letter."""
        self.stash = stash
        self.processors = processors
        self.state: list[str] = []
        self.quotes = 0
        self.references: dict[str, tuple[str, str]] = {}
        self.abbreviations: list[tuple[str, Chunk]] = []
        self.footnotes: dict[str, Chunk] = {}
        self.reference_titles: list[Chunk] = []

    def in_state(self, name: str) -> bool:
        """Whether the innermost state is this one."""
        return bool(self.state) and self.state[-1] == name

    def parse_chunk(self, parent: Node, chunk: Chunk) -> None:
        """Parse a chunk of several blocks into children of `parent`."""
        self.parse_blocks(parent, chunk.blocks())

    def parse_blocks(self, parent: Node, blocks: Blocks) -> None:
        """Parse a queue of blocks into children of `parent`; the queue is emptied."""
        while blocks:
            text = blocks[0].text
            if PLAIN.match(text):
                if self.state and self.state[-1] == "list":
                    paragraph(self, parent, blocks)
                else:
                    block = blocks.popleft()
                    parent.add("p", block.lines[0], block)
            elif text[:1] in "\n \x02":  # also the empty text
                for _, process in self.processors:
                    if process(self, parent, blocks):
                        break
            else:
                for mark, process in self.processors:
                    if mark in text and process(self, parent, blocks):
                        break


def html_element(parser: Parser, parent: Node, blocks: Blocks) -> bool:
    """A placeholder of raw HTML whose content is Markdown again."""
    match = ELEMENT_MARK.match(blocks[0].text)
    if match is None:
        return False
    entry = parser.stash[int(match.group(1))]
    if entry.what is not Stashed.ELEMENT:
        return False
    block = blocks.popleft()
    node = parent.add(entry.tag, entry.source.line, kind="element")
    node.title = entry.source
    if entry.content is not None:
        if entry.span:
            node.text = entry.content
        else:
            parser.parse_chunk(node, entry.content.rstrip("\n"))
    if block.text[match.end() :]:
        blocks.appendleft(block.cut(match.end()))
    return True


def empty(parser: Parser, parent: Node, blocks: Blocks) -> bool:
    """An empty block, or one that begins with an empty line."""
    block = blocks[0]
    if block.text and not block.text.startswith("\n"):
        return False
    blocks.popleft()
    filler = "\n\n"
    if block.text:
        filler = "\n"
        if block.text[1:]:
            blocks.appendleft(block.cut(1))
    last = parent.last
    if last is not None and last.tag == "pre" and last.text is not None:
        last.text = Chunk(last.text.text + filler, last.text.lines)
    return True


def indented_code(parser: Parser, parent: Node, blocks: Blocks) -> bool:
    """An indented code block; a following one continues it."""
    if not blocks[0].text.startswith(INDENT):
        return False
    block, rest = _restored(blocks.popleft(), parser.stash).detab()
    last = parent.last
    text = block.text.rstrip() + "\n"
    if last is not None and last.tag == "pre" and last.text is not None:
        last.text = Chunk(f"{last.text.text}\n{text}", last.text.lines)
    else:
        parent.add("pre", block.line, Chunk(text, block.lines))
    if rest.text:
        blocks.appendleft(rest)
    return True


def _restored(chunk: Chunk, stash: list[Stash]) -> Chunk:
    """The chunk with the fences inside it as they were written: an indented code block swallowed them."""
    pairs: list[tuple[str, int]] = []
    for text, number in chunk.pairs():
        match = PLACEHOLDER_LINE.match(text)
        entry = stash[int(match.group(2))] if match else None
        if entry is None or entry.what is not Stashed.FENCE:
            pairs.append((text, number))
            continue
        extra = entry.indent - len(match.group(1))
        pairs.extend((line[extra:], at) for line, at in entry.source.pairs())
    return Chunk.of_lines(pairs)


def table(parser: Parser, parent: Node, blocks: Blocks) -> bool:
    """A pipe table."""
    rows = table_rows(blocks[0])
    if rows is None:
        return False
    blocks.popleft()
    add_table(parent, rows)
    return True


def quote(parser: Parser, parent: Node, blocks: Blocks) -> bool:
    """A quotation, from the first line marked with `>` to the end of the block."""
    match = QUOTE.search(blocks[0].text) if ">" in blocks[0].text else None
    if match is None or parser.quotes >= MAX_QUOTES:
        return False
    block = blocks.popleft()
    parser.parse_blocks(parent, deque([block.cut(0, match.start())]))
    inside = block.cut(match.start()).mapped(_unquoted)
    last = parent.last
    node = last if last is not None and last.tag == "blockquote" else parent.add("blockquote", inside.line)
    parser.state.append("blockquote")
    parser.quotes += 1
    parser.parse_chunk(node, inside)
    parser.quotes -= 1
    parser.state.pop()
    return True


def _unquoted(line: str) -> str:
    if line.strip() == ">":
        return ""
    match = QUOTE.match(line)
    return match.group(2) if match else line


def abbreviation(parser: Parser, parent: Node, blocks: Blocks) -> bool:
    """`*[short]: long form`, taken out of the text."""
    match = ABBREVIATION.search(blocks[0].text) if "*[" in blocks[0].text else None
    if match is None or not match["abbr"].strip() or not match["title"].strip():
        return False
    block = blocks.popleft()
    parser.abbreviations.append((match["abbr"].strip(), block.cut(match.start("title"), match.end("title"))))
    _put_back(block, match.start(), match.end(), blocks)
    return True


def reference(parser: Parser, parent: Node, blocks: Blocks) -> bool:
    """`[name]: target "title"`, taken out of the text."""
    match = REFERENCE.search(blocks[0].text) if "]:" in blocks[0].text else None
    if match is None:
        return False
    block = blocks.popleft()
    parser.references[match.group(1).strip().lower()] = (
        match.group(2).lstrip("<").rstrip(">"),
        match.group(5) or match.group(6) or "",
    )
    group = 5 if match.group(5) else 6
    if match.group(group):
        parser.reference_titles.append(block.cut(match.start(group), match.end(group)))
    _put_back(block, match.start(), match.end(), blocks)
    return True


def _put_back(block: Chunk, start: int, end: int, blocks: Blocks) -> None:
    """Return what stands before and after the piece taken from a block to the queue."""
    after, before = block.cut(end), block.cut(0, start)
    if after.text.strip():
        blocks.appendleft(after.strip("\n"))
    if before.text.strip():
        blocks.appendleft(before.rstrip("\n"))


def paragraph(parser: Parser, parent: Node, blocks: Blocks) -> bool:
    """Whatever no other processor took: item text in a tight list, a paragraph elsewhere."""
    block = blocks.popleft()
    if not block.text.strip():
        return True
    if parser.in_state("list"):
        last = parent.last
        if last is not None:
            pieces = [last.tail, Chunk("\n", [block.lines[0]] * 2), block] if last.tail else [block]
            last.tail = Chunk.joined(pieces)
        elif parent.text is not None and parent.text.text:
            parent.text = Chunk.joined([parent.text, Chunk("\n", [block.lines[0]] * 2), block])
        else:
            parent.text = _without_lead(block)
    else:
        block = _without_lead(block)
        parent.add("p", block.lines[0], block)
    return True


def _without_lead(block: Chunk) -> Chunk:
    lead = len(block.text) - len(block.text.lstrip())
    return block.cut(lead) if lead else block
