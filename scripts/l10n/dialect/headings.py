"""Headings, marked with `#` or underlined, and horizontal rules: lines that a block may hold among others."""

from __future__ import annotations

import re
from collections import deque

from .chunk import Chunk
from .parser import Blocks, Parser
from .tree import Node

# A heading as nearly all are written, so that the pattern below, Python-Markdown's own, need not look for its end.
USUAL_HEADING = re.compile(r"(#{1,6})([^\\#\n]*(?:#[^\\#\n]+)*)(?:\n|\Z)")
HASH_HEADING = re.compile(r"(?:^|\n)(?P<level>#{1,6})(?P<header>(?:\\.|[^\\#]|#+(?=[^#\n]))*?)#*(?:\n|$)")
SETEXT_HEADING = re.compile(r"^.*?\n(?:=+|-+)[ ]*(\n|$)", re.MULTILINE)
RULE = re.compile(
    r"^[ ]{0,3}(?=(?P<atomic>(-+[ ]{0,2}){3,}|(_+[ ]{0,2}){3,}|(\*+[ ]{0,2}){3,}))(?P=atomic)[ ]*$", re.MULTILINE
)


def hash_heading(parser: Parser, parent: Node, blocks: Blocks) -> bool:
    """`# Heading`, also in the middle of a block."""
    block = blocks[0]
    if "#" not in block.text:
        return False
    if match := USUAL_HEADING.match(block.text):
        blocks.popleft()
        number = block.lines[0]
        parent.add(f"h{match.end(1)}", number, Chunk(match.group(2).strip(), [number]))
        if match.end() < len(block.text):
            after = block.cut(match.end())
            blocks.appendleft(after.loose_detab() if parser.in_state("looselist") else after)
        return True
    match = HASH_HEADING.search(block.text)
    if match is None:
        return False
    blocks.popleft()
    if match.start():
        parser.parse_blocks(parent, deque([block.cut(0, match.start())]))
    header = block.cut(match.start("header"), match.end("header")).strip(None)
    at = block.cut(match.start("level")).lines[0]
    parent.add(f"h{len(match['level'])}", at, Chunk(header.text, header.lines))
    after = block.cut(match.end())
    if after.text:
        blocks.appendleft(after.loose_detab() if parser.in_state("looselist") else after)
    return True


def setext_heading(parser: Parser, parent: Node, blocks: Blocks) -> bool:
    """A line underlined with `=` or `-`, first of its block."""
    text = blocks[0].text
    if ("\n=" not in text and "\n-" not in text) or SETEXT_HEADING.match(text) is None:
        return False
    block = blocks.popleft()
    first = text.index("\n")
    second = text.find("\n", first + 1)
    level = 1 if text[first + 1] == "=" else 2
    parent.add(f"h{level}", block.lines[0], Chunk(text[:first].strip(), block.lines[:1]))
    if second != -1:
        blocks.appendleft(block.cut(second + 1))
    return True


def rule(parser: Parser, parent: Node, blocks: Blocks) -> bool:
    """A horizontal rule on any line of the block."""
    text = blocks[0].text
    if text.count("-") < 3 and text.count("_") < 3 and text.count("*") < 3:
        return False
    match = RULE.search(text)
    if match is None:
        return False
    block = blocks.popleft()
    before = block.cut(0, match.start()).rstrip("\n")
    if before.text:
        parser.parse_blocks(parent, deque([before]))
    parent.add("hr", block.cut(match.start()).lines[0])
    after = block.cut(match.end()).strip("\n")
    if after.text:
        blocks.appendleft(after)
    return True
