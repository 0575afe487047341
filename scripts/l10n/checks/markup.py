"""Markup inside the text: HTML elements as in the source, and marks of emphasis that the build prints."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ..dialect import Block, BlockKind
from ..dialect.emphasis import printed_marks
from ..dialect.html import VOID_TAGS
from ..dialect.inline import SpanKind
from ..differences import told
from ..finding import Draft
from ..page import Section
from ..rules import Rule
from .context import Context

TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*)")
ATTRIBUTE = re.compile(
    r"""\s(id|class|data-[\w-]+|colspan|rowspan|start|open|hidden|markdown)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>`]+))?""",
    re.IGNORECASE,
)
# Each language needs its own of these: breaks, directions, raised letters (1<sup>er</sup>), foreign words, readings.
_OWN = "br wbr bdi bdo span sup sub q i em b strong cite abbr dfn small u s ruby rt rp rb font nobr"
APART = frozenset(("a", "img"))  # links and images are compared by what they lead to and show
OWN = frozenset(_OWN.split())


def html(context: Context) -> Iterator[Draft]:
    """Sections whose HTML elements, with what styles and scripts find them by, are not those of the source."""
    for ours, theirs in context.pairs:
        wanted, found = _elements(ours), _elements(theirs)
        if wanted.keys() == found.keys() and all(len(wanted[name]) == len(found[name]) for name in wanted):
            continue
        counts, others = (Counter({k: len(v) for k, v in tags.items()}) for tags in (wanted, found))
        lost, more = counts - others, others - counts
        yield Draft(
            Rule.HTML_DIFFERS,
            min((found[name][-1] for name in more), default=theirs.line),
            ours.key,
            f"Other HTML than in the source ({told(lost.keys(), more.keys())}).",
            f"compare with {context.source.path}:{min((wanted[name][0] for name in lost), default=ours.line)}",
        )


def _elements(section: Section) -> dict[str, list[int]]:
    """`<div class="grid">`, `</div>` … -> the lines on which each stands."""
    found: dict[str, list[int]] = {}
    for block in section.blocks:
        if "<" in block.text and block.kind is not BlockKind.CODE:
            for span in block.inline.spans:
                if span.kind is SpanKind.HTML and (shown := _element(block.text[span.start : span.end])):
                    found.setdefault(shown, []).append(block.line_of(span.start))
    return found


def _element(source: str) -> str:
    match = TAG.match(source)
    if match is None:
        return ""  # a comment
    name = match.group(2).lower()
    free = name in OWN or name in APART
    if match.group(1):
        return "" if free or name in VOID_TAGS else f"</{name}>"
    attributes = sorted(
        f' {key.lower()}="{" ".join(sorted(value.strip(chr(34) + chr(39)).split()))}"'
        for key, value in ATTRIBUTE.findall(source)
    )
    if free and (not attributes or (name in APART and not any(" id=" in a or " data-" in a for a in attributes))):
        return ""
    return f"<{name}{''.join(attributes)}>"


def emphasis(context: Context) -> Iterator[Draft]:
    """Sections in which the build prints more marks of emphasis or code than in the source."""
    for ours, theirs in context.pairs:
        found = _printed(theirs)
        if not found:
            continue
        allowed = Counter(mark for mark, *_ in _printed(ours))
        for mark, line, near in found:
            if allowed[mark]:
                allowed[mark] -= 1
                continue
            yield Draft(
                Rule.EMPHASIS_BROKEN,
                line,
                ours.key,
                f"The mark {mark} is printed as text: “{near}”.",
                "write the marks in pairs, close to the words, and _ never right beside a letter (use * there)",
            )
            break


def _printed(section: Section) -> list[tuple[str, int, str]]:
    """(mark, line, text around it) of each mark that a reader sees."""
    return [
        (mark, block.line_of(at), _near(block, at))
        for block in section.blocks
        if block.kind not in (BlockKind.CODE, BlockKind.HTML, BlockKind.OPENING)
        for mark, at in printed_marks(block.text, block.inline.spans)
    ]


def _near(block: Block, at: int) -> str:
    return " ".join(block.text[max(at - 15, 0) : at + 20].split())
