"""Lists: ordered, unordered and definition lists, and the indented blocks that belong to their items."""

from __future__ import annotations

import re
from collections import deque

from .chunk import INDENT, TAB, Chunk
from .parser import Blocks, Parser
from .tree import Node

ORDERED = re.compile(r"^[ ]{0,3}\d+\.[ ]+(.*)")
UNORDERED = re.compile(r"^[ ]{0,3}[*+-][ ]+(.*)")
ITEM = re.compile(r"^[ ]{0,3}((\d+\.)|[*+-])[ ]+(.*)")
NESTED_ITEM = re.compile(r"^[ ]{4,7}((\d+\.)|[*+-])[ ]+.*")
INDENTS = re.compile(r"^(([ ]{4})+)")
DEFINITION = re.compile(r"(^|\n)[ ]{0,3}:[ ]{1,3}(.*?)(\n|$)")
NOT_INDENTED = re.compile(r"^[ ]{0,3}[^ :]")
LISTS = frozenset(("ul", "ol"))


def item_content(parser: Parser, parent: Node, blocks: Blocks) -> bool:
    """An indented block that continues an item of an ordered or unordered list."""
    return _indented(parser, parent, blocks, frozenset(("li",)), LISTS)


def definition_content(parser: Parser, parent: Node, blocks: Blocks) -> bool:
    """An indented block that continues a definition."""
    return _indented(parser, parent, blocks, frozenset(("dd", "li")), LISTS | {"dl"})


def _indented(parser: Parser, parent: Node, blocks: Blocks, items: frozenset[str], lists: frozenset[str]) -> bool:
    last = parent.last
    if (
        not blocks[0].text.startswith(INDENT)
        or parser.in_state("detabbed")
        or not (parent.tag in items or (last is not None and last.tag in lists))
    ):
        return False
    block = blocks.popleft()
    level, target = _level(parser, parent, block, items, lists)
    block = block.loose_detab(int(level))
    parser.state.append("detabbed")
    if parent.tag in items:
        inner = parent.last
        parser.parse_blocks(inner if inner is not None and inner.tag in lists else parent, deque([block]))
    elif target.tag in items:
        parser.parse_blocks(target, deque([block]))
    elif target.last is not None and target.last.tag in items:
        target.last.wrap_text()
        parser.parse_chunk(target.last, block)
    else:
        item = target.add("dd" if "dl" in lists else "li", block.line)
        parser.parse_blocks(item, deque([block]))
    parser.state.pop()
    return True


def _level(parser: Parser, parent: Node, block: Chunk, items: frozenset[str], lists: frozenset[str]):
    """How many indents belong to the lists around the block, and the node to which the block belongs."""
    match = INDENTS.match(block.text)
    indents = len(match.group(1)) // TAB if match else 0
    level = 1 if parser.in_state("list") else 0
    while indents > level:
        child = parent.last
        if child is None or (child.tag not in lists and child.tag not in items):
            break
        if child.tag in lists:
            level += 1
        parent = child
    return level, parent


def ordered_list(parser: Parser, parent: Node, blocks: Blocks) -> bool:
    """A block that begins with `1.`."""
    return ORDERED.match(blocks[0].text) is not None and _list(parser, parent, blocks, "ol")


def unordered_list(parser: Parser, parent: Node, blocks: Blocks) -> bool:
    """A block that begins with `-`, `*` or `+`."""
    return UNORDERED.match(blocks[0].text) is not None and _list(parser, parent, blocks, "ul")


def _list(parser: Parser, parent: Node, blocks: Blocks, tag: str) -> bool:
    first = blocks.popleft()
    items = _items(first)
    last = parent.last
    if last is not None and last.tag in LISTS:
        target = last
        previous = target.last
        if previous is not None:
            previous.wrap_text()
            inner = previous.last
            if inner is not None and inner.tail is not None and inner.tail.text:
                previous.add("p", inner.tail.line, inner.tail.strip(" \n"))
                inner.tail = None
        item = items.pop(0)
        node = target.add("li", item.lines[0])
        parser.state.append("looselist")
        parser.parse_blocks(node, deque([item]))
        parser.state.pop()
    elif parent.tag in LISTS:
        target = parent
    else:
        target = parent.add(tag, first.line)
    parser.state.append("list")
    for item in items:
        if item.text.startswith(INDENT) and target.last is not None:
            parser.parse_blocks(target.last, deque([item]))
        else:
            parser.parse_blocks(target.add("li", item.lines[0]), deque([item]))
    parser.state.pop()
    return True


def _items(block: Chunk) -> list[Chunk]:
    """The block broken into items; indented items stay together, to be parsed inside the item before them."""
    items: list[list[tuple[str, int]]] = []
    for text, number in block.pairs():
        match = ITEM.match(text)
        if match:
            items.append([(match.group(3), number)])
        elif NESTED_ITEM.match(text) and not items[-1][0][0].startswith(INDENT):
            items.append([(text, number)])
        else:
            items[-1].append((text, number))
    return [Chunk.of_lines(item) for item in items]


def definition_list(parser: Parser, parent: Node, blocks: Blocks) -> bool:
    """Terms, and definitions marked with a colon."""
    block = blocks[0]
    match = DEFINITION.search(block.text) if ":" in block.text else None
    if match is None:
        return False
    terms = [(text.strip(), at) for text, at in block.cut(0, match.start()).pairs() if text.strip()]
    last = parent.last
    if not terms and last is None:
        return False
    blocks.popleft()
    after = block.cut(match.end())
    inside, rest = (after, Chunk("", [0])) if NOT_INDENTED.match(after.text) else after.detab()
    definition = block.cut(match.start(2), match.end(2))
    if inside.text:
        definition = Chunk.joined([definition, Chunk("\n", [definition.lines[0], inside.lines[0]]), inside])
    state = "list"
    if not terms and last.tag == "p":
        state = "looselist"
        terms = [(text, at) for text, at in last.text.pairs()]
        parent.children.pop()
        last = parent.last
    if last is not None and last.tag == "dl":
        target = last
        if not terms and target.last is not None and target.last.tag == "dd" and target.last.children:
            state = "looselist"
    else:
        target = parent.add("dl", terms[0][1] if terms else block.line)
    for text, at in terms:
        target.add("dt", at, Chunk(text, [at]))
    parser.state.append(state)
    parser.parse_blocks(target.add("dd", definition.lines[0]), deque([definition]))
    parser.state.pop()
    if rest.text:
        blocks.appendleft(rest)
    return True
