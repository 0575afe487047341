"""What is written around a link: brackets that the build prints, links in which nothing can be clicked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..dialect import Block, BlockKind
from ..dialect.inline import SpanKind
from ..finding import Draft
from ..links import unclaimed
from ..page import Section
from ..rules import Rule
from .context import Context

SPACED = re.compile(
    r"\]\s+\((?:https?://|mailto:|tel:|#|\.{0,2}/|[\w./-]+\.(?:md|html|pdf|json|png|jpe?g|svg)\b)[^)\s]*\)"
)
LEFT_OVER = re.compile(r"\]\(|\]\[[^\]\n]+\]")
SUSPECT = re.compile(r"\][\s(\[]")
BRACKETLESS = (BlockKind.CODE, BlockKind.HTML, BlockKind.OPENING)


def syntax(context: Context) -> Iterator[Draft]:
    """Brackets meant as a link that the build prints as text."""
    for section in context.page.sections:
        for block in section.blocks:
            if block.kind not in BRACKETLESS and "]" in block.text:
                yield from _syntax(section, block, names=not context.site.cross_references)


def _syntax(section: Section, block: Block, *, names: bool) -> Iterator[Draft]:
    """`names`: whether `[text][name]` without an address is a slip, and not for another plugin."""
    if not _has_loose_bracket(block):
        return
    # Behind the bracket stands what makes it a slip, or a span, which is blank in the text that is searched.
    ends = (block.text[span.start - 1 : span.start] == "]" for span in block.inline.spans)
    if not SUSPECT.search(block.text) and not any(ends):
        return
    text = unclaimed(block)
    for match in SPACED.finditer(text):
        yield Draft(
            Rule.LINK_SYNTAX,
            block.line_of(match.start()),
            section.key,
            "A blank stands between ] and ( of a link.",
            "take the blank out: [text](address)",
        )
    for match in LEFT_OVER.finditer(text):
        message, hint = "A link is not closed.", "write [text](address)"
        if name := match.group()[1:].removeprefix("("):
            if not names:
                continue
            message, hint = f"No address is defined for {name}.", f"write {name}: address on a line of its own"
        yield Draft(Rule.LINK_SYNTAX, block.line_of(match.start()), section.key, message, hint)


def _has_loose_bracket(block: Block) -> bool:
    """Whether a closing bracket stands outside all spans."""
    text, at = block.text, 0
    for span in block.inline.spans:
        if text.find("]", at, span.start) != -1:
            return True
        at = max(at, span.end)
    return text.find("]", at) != -1


def empty(context: Context) -> Iterator[Draft]:
    """Links without anything to read or click."""
    for section in context.page.sections:
        for block in section.blocks:
            if block.kind in BRACKETLESS or "](" not in block.text:
                continue
            for span in block.inline.spans:
                if span.kind is SpanKind.LINK and not block.text[slice(*span.inner)].strip():
                    yield Draft(
                        Rule.EMPTY_LINK,
                        block.line_of(span.start),
                        section.key,
                        f"The link to {span.target or 'nowhere'} has no text.",
                        "write the words that lead there between [ and ], or take the link out",
                    )
