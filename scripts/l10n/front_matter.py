"""The YAML block at the top of a page, with the line of every key.

Read as MkDocs reads it (`---`, YAML, `---` or `...`), but strictly: what MkDocs would silently print as text is an
error here. Keys are text always, also `on` and `no`, which YAML 1.1 reads as true and false. Aliases are refused (a
page needs none, and a few lines of them can fill the memory).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from .errors import PageError
from .yaml_depth import nested_too_deeply
from .yaml_nodes import last_line

OPENING = re.compile(r"---[ \t]*\n")
BLOCK = re.compile(r"---[ \t]*\n(.*?\n)(?:\.{3}|-{3})[ \t]*\n", re.DOTALL)
PLAIN_KEY = re.compile(r"[ ]{0,3}(?P<key>[A-Za-z0-9_-]+):\s*(?P<value>.*)")
PLAIN_MORE = re.compile(r"(?:[ ]{4}|\t)\s*(?P<value>.*)")
MAX_SIZE = 64 * 1024
COLLECTIONS = ("tag:yaml.org,2002:seq", "tag:yaml.org,2002:map")
Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Entry:
    """Where a key stands: its line and the last line of its value, 1-based; whether the value is a quoted text."""

    line: int
    last_line: int
    quoted: bool = False


@dataclass
class FrontMatter:
    """Values as YAML gives them; `entries` maps the path of a key, ("review", "next"), to its place.

    `closing_line` is the line of the closing marker, 0 when the page has no front matter.
    """

    values: dict[str, Any] = field(default_factory=dict)
    entries: dict[tuple[str, ...], Entry] = field(default_factory=dict)
    closing_line: int = 0

    def line(self, *path: str) -> int:
        """The line of a key, or of the nearest key above it that exists, else 1."""
        while path and path not in self.entries:
            path = path[:-1]
        return self.entries[path].line if path else 1


def split(text: str) -> tuple[str, str, int]:
    """(YAML, body, first line of the body) of a page with LF line ends; YAML is empty when there is no block.

    Raises PageError when a block is opened and not closed.
    """
    match = BLOCK.match(text)
    if match is None:
        if OPENING.match(text):
            raise PageError(
                1,
                "The front matter opened on line 1 is empty or never closed.",
                "write --- on a line of its own after its last key, or take the first line away",
            )
        return "", text, 1
    return match.group(1), text[match.end() :], text.count("\n", 0, match.end()) + 1


def parse_plain(text: str) -> tuple[FrontMatter, str, int]:
    """(front matter, body, first line of the body) of a page that begins with `key: value` and no marker.

    MkDocs takes such lines, up to the first that is none, for MultiMarkdown metadata, meant or not.
    """
    result = FrontMatter()
    key, lines = "", text.split("\n")
    used = 0
    for used, line in enumerate(lines):
        match = PLAIN_KEY.match(line)
        more = PLAIN_MORE.match(line)
        if line.strip() and match:
            key = match["key"].lower()
            value = match["value"].strip()
            result.values[key] = f"{result.values[key]} {value}" if key in result.values else value
            result.entries.setdefault((key,), Entry(used + 1, used + 1))
        elif line.strip() and more and key:
            result.values[key] += f" {more['value'].strip()}"
        else:
            break
    return result, "\n".join(lines[used:]), used + 1


def parse(source: str, closing_line: int) -> FrontMatter:
    """The front matter of the YAML between the markers, whose first line is line 2 of the page.

    Raises PageError for YAML that is broken, is no mapping, repeats a key, uses an alias or is unreasonably large.
    """
    if len(source) > MAX_SIZE or nested_too_deeply(source):
        raise PageError(1, "The front matter is too large or nested too deeply.", "move the text into the page")
    loader = Loader(source)
    try:
        _refuse_aliases(source)
        node = loader.get_single_node()
        if not isinstance(node, yaml.MappingNode):
            raise PageError(1, "The front matter holds no keys.", "write lines such as title: …, or take it away")
        result = FrontMatter(closing_line=closing_line)
        result.values = _value(loader, node, (), result.entries)
        return result
    except yaml.YAMLError as error:
        mark, position = getattr(error, "problem_mark", None), getattr(error, "position", None)
        line = mark.line + 2 if mark else 1 if position is None else source.count("\n", 0, position) + 2
        problem = getattr(error, "problem", None) or "not valid YAML"
        raise PageError(
            line,
            f"The front matter is broken: {problem}.",
            "correct the YAML; quote values that hold a colon, # or quotation marks",
        ) from None
    except RecursionError:
        raise PageError(1, "The front matter is nested too deeply.", "keep it flat") from None
    finally:
        loader.dispose()


def _refuse_aliases(source: str) -> None:
    if "&" not in source and "*" not in source:
        return
    for event in yaml.parse(source, Loader=Loader):
        if getattr(event, "anchor", None) is not None:
            raise PageError(
                event.start_mark.line + 2,
                "The front matter uses a YAML anchor or alias.",
                "write the value out, or quote it if & or * belongs to the text",
            )


def _value(loader: Any, node: yaml.Node, path: tuple[str, ...], entries: dict[tuple[str, ...], Entry]) -> Any:
    """The value of a node; the places of its keys are added to `entries`."""
    if isinstance(node, yaml.CollectionNode) and node.tag not in COLLECTIONS:
        raise PageError(node.start_mark.line + 2, f"The front matter has the YAML tag {node.tag}.", "take the tag out")
    if isinstance(node, yaml.SequenceNode):
        return [_value(loader, item, (*path, ""), {}) for item in node.value]
    if not isinstance(node, yaml.MappingNode):
        try:
            return loader.construct_object(node)
        except (ValueError, OverflowError) as error:
            raise PageError(
                node.start_mark.line + 2,
                f"The front matter holds {node.value[:40]!r}: {error}.",
                "quote the value if it is text",
            ) from None
    values: dict[str, Any] = {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + 2
        if not isinstance(key_node, yaml.ScalarNode):
            raise PageError(line, "The front matter has a key that is not a word.", "write key: value")
        key = key_node.value
        if key in values:
            raise PageError(line, f"The front matter has the key {key!r} twice.", "take one of them away")
        values[key] = _value(loader, value_node, (*path, key), entries)
        entries[(*path, key)] = Entry(
            line, max(line, last_line(value_node) + 2), getattr(value_node, "style", None) in ("'", '"')
        )
    return values
