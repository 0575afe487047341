"""Whether numbers that state a finding say where they come from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..dialect import Block, BlockKind
from ..dialect.inline import SpanKind
from ..finding import Draft
from ..locale_codes import language
from ..passages import OBJECT, Passage, masked
from ..rules import Rule
from .context import Context

LEAST = 13  # smaller whole numbers count things of daily life: three steps, a child of ten, twelve months
_SPACE = "[ \u00a0\u202f]"
_DASH = "[-‐‑–—]"
# A row of a table that is about a range of ages or years, and says nothing of how often.
_LABEL = re.compile(rf"\d+(?:{_SPACE}?{_DASH}{_SPACE}?|{_SPACE}(?:to|or|and){_SPACE})\d+")
# What is a number and states no finding.
_NAMED = re.compile(
    "|".join(
        (
            r"\d{1,2}:\d{2}",  # times
            r"\b\d{1,2}[./]\d{1,2}[./]\d{4}\b|\b\d{4}-\d{2}-\d{2}\b",  # dates in figures
            rf"(?<!\w)[^\W\d_]+(?:{_DASH}|/)?\d[\w/-]*",  # names: A4, ICD-11, C-72/22
            r"\d+/\d[\w/-]*",  # acts and cases: 2024/1346
            r"\d+(?:st|nd|rd|th)\b",
            rf"\d+(?:{_DASH}\d+){{2,}}",  # 5-4-3-2-1
        )
    )
)
_YEAR = r"(?:1[5-9]|20)\d{2}"
_YEARS = re.compile(
    rf"(?<![\d.,]){_YEAR}(?:{_DASH}(?:{_YEAR}|\d{{2}}))?s?(?![\d%]|[.,]\d|{_SPACE}?%|{_SPACE}per{_SPACE}?cent)"
)
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
# The same in words, by the language of the source.
_TOLD = {
    "en": re.compile(
        "|".join(
            (
                # How long to talk, wait or call. Not days: a deadline is counted in them, and rests on a law.
                rf"\d+(?:(?:{_SPACE}?{_DASH}{_SPACE}?|{_SPACE}(?:to|or|and){_SPACE})\d+)?(?:{_SPACE}|-)(?:second|minute|hour)s?\b",
                # Ages at which one counts as an adult, or as old.
                rf"\b(?:aged?(?:{_SPACE}of)?|under|over|below|above|turn(?:s|ed|ing)?|until|is|are|at){_SPACE}(?:16|18|60|65)\b(?!{_SPACE}?%|[.,]\d|{_SPACE}[^\W\d_])",
                rf"\b(?:16|18|60|65)(?:{_SPACE}|-)(?:years?{_SPACE}old|year-olds?|birthday)\b",
                # The day of a date.
                rf"\b\d{{1,2}}(?:{_SPACE}?{_DASH}{_SPACE}?\d{{1,2}})?{_SPACE}(?:{_MONTH})\b",
                rf"\b(?:{_MONTH}){_SPACE}\d{{1,2}}\b",
            )
        )
    )
}
_NUMBER = re.compile(
    rf"(?<![\w.,])\d+(?:[.,\u00a0\u202f]\d{{3}})*(?:[.,]\d+)?(?P<percent>{_SPACE}?%|{_SPACE}per{_SPACE}?cent\b)?"
)


def unsourced(context: Context) -> Iterator[Draft]:
    """Numbers of the source that state a finding, in a paragraph, item or row without a note.

    A translation is held to it by its source: it has the same numbers and the same notes, or is reported.
    """
    if not (context.is_source and context.policy.numbers_need_note):
        return
    rows: set[tuple[int, int]] = set()
    for passage in context.page.passages:
        block = passage.block
        if block is None or block.kind in (BlockKind.HEADING, BlockKind.TITLE) or passage.name:
            continue
        row = id(block), passage.line
        names_row = block.kind is BlockKind.TABLE and row not in rows and _LABEL.fullmatch(passage.figures)
        rows.add(row)
        if not passage.numbers or names_row or _noted(block, passage.line):
            continue
        for number, start in _findings(passage, context.page.locale):
            yield Draft(
                Rule.UNSOURCED_NUMBER,
                passage.line_at(start),
                passage.section,
                f"The number {number} has no note in its paragraph, list item or row.",
                "write [^id] of its source behind the statement, or say it without the number",
            )


def _noted(block: Block, line: int) -> bool:
    """Whether a block has a note. Of a table the row on that line; its head states nothing."""
    if block.kind is BlockKind.TABLE and line == block.line:
        return True
    notes = (span for span in block.inline.spans if span.kind is SpanKind.NOTE)
    return any(block.kind is not BlockKind.TABLE or block.line_of(span.start) == line for span in notes)


def _findings(passage: Passage, locale: str) -> Iterator[tuple[str, int]]:
    """Each number that states a finding, with its position."""
    text = masked(passage.figures)
    for pattern in (_NAMED, _TOLD.get(language(locale)), _YEARS):
        if pattern is not None:
            text = pattern.sub(lambda match: OBJECT * len(match.group()), text)
    for match in _NUMBER.finditer(text):
        if match["percent"] or not match.group().isdigit() or int(match.group()) >= LEAST:
            yield match.group().strip(), match.start()
