"""Directives that put another file into a page: the one place that knows what they look like.

pymdownx.snippets (`--8<-- "file"`, also as a block of lines), mkdocs-include-markdown and Jinja
(`{% include "file" %}`), markdown-include and mdx_include (`{! file !}`, `{* file *}`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from .dialect import Block

DIRECTIVE = re.compile(
    r"""-+8<-+[ \t]+(?P<quote>["'])(?P<snippet>[^\n]*?)(?P=quote)
    |\{%[-+]?\s*(?P<tag>include(?:-markdown)?\b[^\n]*?)[-+]?%\}
    |\{!>?(?P<include>[^\n]*?)!\}
    |\{\*(?P<mdx>[^\n]*?)\*\}""",
    re.VERBOSE,
)
FENCE = re.compile(r"[ \t>]*-+8<-+[ \t]*")


def may_include(text: str) -> bool:
    """Whether a text holds a mark without which there is no directive: a quick look."""
    return "8<-" in text or "{%" in text or "{!" in text or "{*" in text


def includes(blocks: Iterable[Block]) -> Iterator[tuple[str, int]]:
    """(what is included, line) of each directive, escaped ones (`;--8<--`) left out."""
    listing = False  # between two lines that are only scissors
    for block in blocks:
        if not listing and not may_include(block.text):
            continue
        at = 0
        for line in block.text.split("\n"):
            if FENCE.fullmatch(line):
                listing = not listing
            elif listing:
                if line.strip():
                    yield line.strip(), block.line_of(at)
            else:
                for match in DIRECTIVE.finditer(line):
                    if match.start() == 0 or line[match.start() - 1] != ";":
                        text = next(text for name, text in match.groupdict().items() if text and name != "quote")
                        yield " ".join(text.split()), block.line_of(at + match.start())
            at += len(line) + 1


def without(text: str) -> str:
    """The text with its directives left out: what they name is compared apart."""
    return DIRECTIVE.sub("", text) if may_include(text) else text
