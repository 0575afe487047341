"""Attribute lists, `{ #anchor .class key="value" }`: behind a heading, at the end of a paragraph, after a span; ids."""

from __future__ import annotations

import re

_BASE = r"\{\:?[ ]*([^\}\n ][^\n]*)\}"
HEADER_LIST = re.compile(rf"[ ][ ]*{_BASE}[ ]*$")  # not [ ]+: the search skips to the first blank
CLOSING_HASHES = re.compile(r"(?<!\\)#+\Z")  # a hash behind a backslash is text
BLOCK_LIST = re.compile(rf"\n[ ]*{_BASE}[ ]*$")
INLINE_LIST = re.compile(_BASE)
ID_ATTRIBUTE = re.compile(r"""\s(?:id|name)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""", re.IGNORECASE)
_ONLY_ID = re.compile(r"#([^ =}]+) *")  # as nearly all are written
_ITEM = re.compile(r"""[^ =}]+=".*?"|[^ =}]+='.*?'|[^ =}]+=[^ =}]+|[^ =}]+| """)


def parse_attributes(text: str) -> tuple[dict[str, str], str]:
    """The attributes of a list (an id under `id`, classes joined under `class`), and text left after a stray brace."""
    if match := _ONLY_ID.fullmatch(text):
        return {"id": match.group(1)}, ""
    attributes: dict[str, str] = {}
    at = 0
    while match := _ITEM.match(text, at):
        at = match.end()
        item = match.group()
        if item == " ":
            continue
        key, equals, value = item.partition("=")
        if equals:
            attributes[key] = value.strip("\"'")
        elif item.startswith("."):
            attributes["class"] = f"{attributes.get('class', '')} {item[1:]}".strip()
        elif item.startswith("#"):
            attributes["id"] = item[1:]
        else:
            attributes[item] = ""
    brace = text.find("}", at)
    return attributes, "" if brace == -1 else text[brace:]


def split_heading(text: str) -> tuple[str, dict[str, str]]:
    """A heading's text without its attribute list (and closing hashes), and the attributes."""
    if "{" in text and (match := HEADER_LIST.search(text)):
        attributes, rest = parse_attributes(match.group(1))
        if not rest:
            text = text[: match.start()]
            return (CLOSING_HASHES.sub("", text) if text.endswith("#") else text).rstrip(), attributes
    return text, {}


def split_block(text: str) -> tuple[str, dict[str, str]]:
    """A paragraph's or item's text without the attribute list on its last line, and the attributes."""
    if "{" in text and (match := BLOCK_LIST.search(text)):
        attributes, rest = parse_attributes(match.group(1))
        if not rest:
            return text[: match.start()], attributes
    return text, {}


def html_ids(source: str) -> list[str]:
    """The ids (and names) that the tags of a piece of HTML set."""
    return [a or b or c for a, b, c in ID_ATTRIBUTE.findall(source)] if "=" in source else []
