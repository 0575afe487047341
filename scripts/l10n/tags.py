"""Site tags in Markdown: `{{ name arg … }}`, the one place that knows what they look like.

The checker compares them and the build expands them; both import this module. In sites with other template languages
any `{{ … }}` and `{% … %}` counts as a tag: it is compared whole and never translated.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

TAG = re.compile(r"\{\{(?P<body>[^\n]*?)\}\}|\{%(?P<statement>[^\n]*?)%\}")
_FENCE = re.compile(r"[> ]*(`{3,}|~{3,})")
_CODE_SPAN = re.compile(r"(?<![\\`])(`+)(?!`)(?:.+?)(?<!`)\1(?!`)", re.DOTALL)


@dataclass(frozen=True)
class Tag:
    """One tag: its first word, the other words, and where it stands (1-based line, characters `start` to `end`)."""

    name: str
    args: tuple[str, ...]
    line: int
    start: int
    end: int


def find_tags(text: str) -> list[Tag]:
    """Every tag of a Markdown text in order, those in fenced code and code spans left out."""
    if "}}" not in text and "%}" not in text:
        return []
    hidden = sorted(code_ranges(text))
    starts = [start for start, _ in hidden]
    found = []
    line, counted = 1, 0
    for match in TAG.finditer(text):
        before = bisect_right(starts, match.start()) - 1
        if before >= 0 and match.start() < hidden[before][1]:
            continue
        words = (match["body"] if match["body"] is not None else match["statement"]).split()
        line += text.count("\n", counted, match.start())
        counted = match.start()
        found.append(Tag(words[0] if words else "", tuple(words[1:]), line, *match.span()))
    return found


def entries_of(tag: Tag, texts: Mapping[tuple[str, str], str]) -> dict[str, str]:
    """id -> words of what a tag puts into a page: the entry that it names or, when it names none, all of its data.

    `texts` are those of the policy (`tag_texts`). A tag that names none gives each entry its id as an anchor.
    """
    if tag.args:
        return {tag.args[0]: texts[tag.name, tag.args[0]]} if (tag.name, tag.args[0]) in texts else {}
    return {entry: text for (name, entry), text in texts.items() if name == tag.name}


def code_ranges(text: str) -> list[tuple[int, int]]:
    """Where fenced code and code spans stand."""
    ranges: list[tuple[int, int]] = []
    marker, opened, at, prose = "", 0, 0, []
    for line in text.splitlines(keepends=True):
        match = _FENCE.match(line)
        if not marker and match and "`" not in line[match.end() :]:
            marker, opened = match.group(1), at
        elif marker and match and match.group(1) == marker and not line[match.end() :].strip():
            ranges.append((opened, at + len(line)))
            marker = ""
        elif not marker:
            prose.append((at, line))
        at += len(line)
    # A code span may run over lines of one paragraph but never over a blank line.
    paragraph: list[tuple[int, str]] = []
    for start, line in [*prose, (at, "\n")]:
        if line.strip() and (not paragraph or paragraph[-1][0] + len(paragraph[-1][1]) == start):
            paragraph.append((start, line))
            continue
        joined = "".join(part for _, part in paragraph)
        if "`" in joined:
            offset = paragraph[0][0]
            ranges += [(offset + m.start(), offset + m.end()) for m in _CODE_SPAN.finditer(joined)]
        paragraph = [(start, line)] if line.strip() else []
    return ranges
