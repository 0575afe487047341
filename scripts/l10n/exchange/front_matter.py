"""The translatable texts in the front matter of a page, each with its place, and a text put into such a place."""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

from ..edit import yaml_string
from ..front_matter import Loader
from ..page import Page
from .skeleton import line_starts

# A text that needs no quotes: it begins with a letter, and YAML confirms the rest.
PLAIN = re.compile(r"[^\W\d_][^\n\t]*(?<!\s)")


@dataclass(frozen=True)
class Value:
    """A text: its keys (`title`, or `hero` and `1` for what lies deeper), its value, its place in the page, its line.

    `plain` when it stands there without quotes, `flow` when brackets are around it.
    """

    path: tuple[str, ...]
    text: str
    start: int
    end: int
    line: int
    plain: bool
    flow: bool


def values(page: Page) -> list[Value]:
    """The texts under the translatable keys, in the order of the page. Numbers and dates are none."""
    if not page.meta or not page.front_matter.closing_line:
        return []
    rows = page.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")[1 : page.front_matter.closing_line - 1]
    starts = line_starts(page.text)
    found: list[Value] = []

    def walk(node: yaml.Node, path: tuple[str, ...], flow: bool) -> None:
        flow = flow or bool(getattr(node, "flow_style", False))
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                if path or key.value in page.translatable:
                    walk(value, (*path, key.value), flow)
        elif isinstance(node, yaml.SequenceNode):
            for index, value in enumerate(node.value, 1):
                walk(value, (*path, str(index)), flow)
        elif node.tag == "tag:yaml.org,2002:str" and node.value.strip():
            start = starts[node.start_mark.line + 1] + node.start_mark.column
            last, column = _end(node, rows)
            place = start, starts[last + 1] + column
            found.append(Value(path, node.value, *place, node.start_mark.line + 2, not node.style, flow))

    walk(yaml.compose("\n".join(rows) + "\n", Loader), (), False)
    return found


def _end(node: yaml.ScalarNode, rows: list[str]) -> tuple[int, int]:
    """The last row of a scalar (from 0) and where it ends on it; the mark of a block lies behind blank rows."""
    last, column = node.end_mark.line, node.end_mark.column
    if node.style not in ("|", ">"):
        return last, column
    last = min(last - (column == 0), len(rows) - 1)
    while not rows[last].strip():
        last -= 1
    return last, len(rows[last])


def scalar(text: str, *, plain: bool = True, flow: bool = False) -> str:
    """A text as a YAML scalar on one line; without quotes only when that is wanted and means the same."""
    if plain and PLAIN.fullmatch(text) and all(_means(text, flow, loader) for loader in (Loader, yaml.SafeLoader)):
        return text
    return yaml_string(text)


def _means(text: str, flow: bool, loader: type) -> bool:
    """Whether a loader reads the text without quotes as itself: libyaml's, or the one that MkDocs uses."""
    try:
        return yaml.load(f"[{text}]" if flow else f"key: {text}", loader) == ([text] if flow else {"key": text})
    except yaml.YAMLError:
        return False
