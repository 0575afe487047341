"""Telephone numbers that are typed into a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..dialect import BlockKind
from ..finding import Draft
from ..numbers import european
from ..page import META
from ..rules import Rule
from .context import Context

TELEPHONES = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<![\w+])\+\d[\d ()\u00a0\u202f–-]{6,}\d",
        r"(?<![\w.,+])[08][ -]?(?:800|700|900)[ -]?\d{2,3}[ -]?\d{2,3}\b",
        r"(?<![\w.,+])\(?8[ -]\d{1,3}\)[ -]?\d{2,3}[ -]?\d{2,3}",
        r"(?<![\w.,+-])(?<!\d[ \u00a0\u202f])[08][ -]?\d{3}[ -](?:\d{5}|\d{3}[ -]\d{2}|\d{2}[ -]\d{3})\b(?![.,-]?\d)",
        r"(?<![\w.,+/-])(?<!\d[ \u00a0\u202f])116[ -]?\d{3}\b(?![.,]\d)",
        r"(?<![\w.,:+/-])(?<!\d[ \u00a0\u202f])11[23]\b(?![.,:/-]?\d|\s?%)",
    )
)
# One of these stands in every number above.
LIKELY = re.compile(
    r"\+\d|0[ -]?(?:800|700|900)|8[ -]?(?:800|700|900)|8[ -]\d{1,3}\)|0[ -]?\d{3}[ -]\d\d|8[ -]?\d{3}[ -]\d\d|11[236]"
)
TEL_LINK = re.compile(r"(?:tel|sms):", re.IGNORECASE)
SCHEME = re.compile(r":(?<=tel:|sms:)", re.IGNORECASE)  # the same anywhere, found by its colon


def telephones(context: Context) -> Iterator[Draft]:
    """Telephone numbers in the text or the front matter."""
    if not context.site.policy.declared:
        return  # a house rule: nothing of it would be printed
    page = context.page
    for name, value in page.meta.items():
        for number, _ in _dialable(european(str(value))):
            yield _typed(page.front_matter.line(name), META, number)
    for passage in page.passages:
        if passage.section != META and passage.numbers:
            for number, start in _dialable(passage.figures):
                yield _typed(passage.line_at(start), passage.section, number)
    if not SCHEME.search(page.body):
        return
    for section in page.sections:
        for block in section.blocks:
            if block.kind is not BlockKind.CODE:
                for target, at in block.inline.links:
                    if TEL_LINK.match(target):
                        yield _typed(block.line_of(at), section.key, target)


def _dialable(text: str) -> Iterator[tuple[str, int]]:
    """Each number to dial in a text with European digits, with its position."""
    if not LIKELY.search(text):
        return
    taken: set[int] = set()  # the positions that are part of a number already
    for pattern in TELEPHONES:
        for match in pattern.finditer(text):
            if taken.isdisjoint(range(*match.span())):
                taken.update(range(*match.span()))
                yield match.group().strip(), match.start()


def _typed(line: int, section: str, number: str) -> Draft:
    return Draft(
        Rule.TYPED_TELEPHONE,
        line,
        section,
        f"The telephone number {number} is typed into the text.",
        "put it into the data and write its tag, such as {{ number ID }}",
    )
