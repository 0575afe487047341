"""Blocks that hold the indented blocks after them: admonitions, details, tabs; and footnote definitions."""

from __future__ import annotations

import re
from collections import deque

from .chunk import INDENT, TAB, Chunk
from .parser import Blocks, Parser
from .tree import Node

ADMONITION = re.compile(r'(?:^|\n)!!! ?([\w\-]+(?: +[\w\-]+)*)(?: +"(.*?)")? *(?:\n|$)')
DETAILS = re.compile(
    r'(?:^|\n)\?{3}(?:\+)? ?(?:([\w\-]+(?: +[\w\-]+)*?)?(?: +"(.*?)")|([\w\-]+(?: +[\w\-]+)*?)) *(?:\n|$)'
)
TAB_START = re.compile(r'(?:^|\n)={3}(?:\+|\+!|!\+|!)? +"(.*?)" *(?:\n|$)')
FOOTNOTE = re.compile(r"^[ ]{0,3}\[\^([^\]]*)\]:[ ]*(.*)$", re.MULTILINE)
HOLDING = frozenset(("ul", "ol", "dl"))


def admonition(parser: Parser, parent: Node, blocks: Blocks) -> bool:
    """`!!! type "title"`, and indented blocks after one."""
    match = ADMONITION.search(blocks[0].text) if "!!!" in blocks[0].text else None
    kind = re.sub("  +", " ", match.group(1).lower()) if match else ""
    return _container(parser, parent, blocks, match, "admonition", kind, 2)


def details(parser: Parser, parent: Node, blocks: Blocks) -> bool:
    """`??? type "title"`, and indented blocks after one."""
    match = DETAILS.search(blocks[0].text) if "???" in blocks[0].text else None
    kind = re.sub("  +", " ", (match.group(1) or match.group(3) or "").lower()) if match else ""
    return _container(parser, parent, blocks, match, "details", kind, 2)


def tab(parser: Parser, parent: Node, blocks: Blocks) -> bool:
    """`=== "label"` of pymdownx.tabbed, and indented blocks after one."""
    match = TAB_START.search(blocks[0].text) if "===" in blocks[0].text else None
    return _container(parser, parent, blocks, match, "tab", "tab", 1)


def _container(
    parser: Parser, parent: Node, blocks: Blocks, match: re.Match[str] | None, tag: str, kind: str, title_group: int
) -> bool:
    """Open a container where `match` found its first line, or go on filling the last one."""
    if match is None:
        found = _continued(parent, blocks[0], tag)
        if found is None:
            return False
        node, indent = found
        inside, rest = blocks.popleft().detab(indent)
        if node.tag in ("li", "dd"):
            node.wrap_text()
    else:
        block = blocks.popleft()
        if match.start():
            parser.parse_blocks(parent, deque([block.cut(0, match.start())]))
        start = match.start() + block.text[match.start() :].startswith("\n")
        number = block.cut(start).lines[0]
        title = Chunk(match.group(title_group), [number]) if match.group(title_group) is not None else None
        node = parent.add(tag, number, kind=kind, title=title)
        inside, rest = block.cut(match.end()).detab()
    parser.parse_chunk(node, inside)
    if rest.text:
        blocks.appendleft(rest)
    return True


def _continued(parent: Node, block: Chunk, tag: str) -> tuple[Node, int] | None:
    """The node inside the last container that an indented block belongs to, and its indent."""
    node = parent.last
    if node is None or node.tag != tag or not block.text.startswith(INDENT):
        return None
    text, indent = block.text, 0
    last = node.last
    while last is not None and text.startswith(INDENT * 2) and last.tag in HOLDING:
        node = last.last
        if node is None:
            return None
        last = node.last
        text = text[TAB:]
        indent += TAB
    return (node, indent + TAB) if text.startswith(INDENT) else None


def footnote(parser: Parser, parent: Node, blocks: Blocks) -> bool:
    """`[^name]: text`, with its indented blocks; parsed at the end, as the build does."""
    block = blocks[0]
    match = FOOTNOTE.search(block.text) if "[^" in block.text else None
    if match is None:
        return False
    blocks.popleft()
    pieces = [block.cut(match.start(2), match.end(2))]
    after = block.cut(match.end()).strip("\n")
    following = FOOTNOTE.search(after.text)
    if following:
        pieces.append(_unindented(after.cut(0, following.start()).rstrip("\n")))
        blocks.appendleft(after.cut(following.start()))
        separators = ["\n"]
    else:
        pieces.append(_unindented(after))
        separators = ["\n"]
        while blocks and blocks[0].text.startswith(INDENT):
            inner = blocks.popleft()
            more = FOOTNOTE.search(inner.text)
            pieces.append(_unindented(inner.cut(0, more.start()).rstrip("\n") if more else inner))
            separators.append("\n\n")
            if more:
                blocks.appendleft(inner.cut(more.start()))
                break
    parser.footnotes[match.group(1)] = _run_together(pieces, separators)
    before = block.cut(0, match.start())
    if before.text.strip():
        blocks.appendleft(before.rstrip("\n"))
    return True


def _unindented(chunk: Chunk) -> Chunk:
    """Each line without one indent where it has it: continuation may be lazy."""
    return chunk.mapped(lambda line: line.removeprefix(INDENT))


def _run_together(pieces: list[Chunk], separators: list[str]) -> Chunk:
    whole = [pieces[0]]
    for separator, piece in zip(separators, pieces[1:], strict=True):
        if piece.text:
            whole += [Chunk(separator, [piece.lines[0]] * (len(separator) + 1)), piece]
    return Chunk.joined(whole).strip("\n")
