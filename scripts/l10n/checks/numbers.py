"""Whether a translation has the numbers of its source, in the same places, and ranges that run the same way."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ..finding import Draft
from ..number_pairs import difference
from ..numbers import numbers
from ..passages import Passage
from ..rules import Rule
from .context import Context

# A number or time, a dash or the language's word for it, a number or time; no part of a date, a version or a longer row.
_SPACE = "[ \u00a0\u202f]"
_PART = rf"\d{{1,4}}(?:(?:[:.,]|{_SPACE}?h{_SPACE}?)\d{{2}}|{_SPACE}?h\b)?"
_TO = "to|until|till|iki|до|по|à|إلى|حتى|bis|hasta|a|al|do|til|tot|till|fino a|تا"
RANGE = re.compile(
    rf"(?<![\w.,:/–—−-])({_PART})(?:{_SPACE}?[-‐‑–—−~]{_SPACE}?|{_SPACE}(?:{_TO}){_SPACE})({_PART})(?![\w/–—−-]|[.,:]\d)"
)
MAY_BE_RANGE = re.compile("[0-9][^0-9\n]{1,10}[0-9]")


def same_numbers(context: Context) -> Iterator[Draft]:
    """Sections that do not have the numbers of the source, or have them in other places."""
    for key, ours, theirs in context.read_pairs:
        lost, more = difference(ours, theirs, context.source.locale, context.page.locale)
        if not lost and not more:
            yield from _moved(context, key, ours, theirs)
            continue
        parts = []
        if lost:
            parts.append(f"missing: {_listed(lost)}")
        if more:
            parts.append(f"not in the source: {_listed(more)}")
        yield Draft(
            Rule.NUMBERS_DIFFER,
            _line(theirs, more),
            key,
            f"Other numbers than in the source ({'; '.join(parts)}).",
            f"compare with {context.source.path}:{_line(ours, lost)}",
        )


def _listed(counts: Counter[str]) -> str:
    ordered = sorted(counts, key=lambda digits: (len(digits), digits))
    return ", ".join(digits if counts[digits] == 1 else f"{digits} ({counts[digits]}×)" for digits in ordered)


def _line(passages: list[Passage], wanted: Counter[str]) -> int:
    """The line of the first passage that holds one of the numbers, else that of the first of all."""
    for passage in passages:
        if not wanted.keys().isdisjoint(passage.numbers):
            for index, line in enumerate(passage.text.split("\n")):
                if not wanted.keys().isdisjoint(numbers(line)) and index < len(passage.lines):
                    return passage.lines[index]
            return passage.line
    return passages[0].line


def _moved(context: Context, key: str, ours: list[Passage], theirs: list[Passage]) -> Iterator[Draft]:
    """The first passage with the numbers of another: two cells, items or paragraphs have exchanged theirs."""
    if key not in context.alike:
        return
    for source, passage in zip(ours, theirs, strict=True):
        if source.numbers != passage.numbers:
            lost, more = difference([source], [passage], context.source.locale, context.page.locale)
            if lost and more:
                yield Draft(
                    Rule.NUMBERS_MOVED,
                    passage.line,
                    key,
                    f"Numbers of the section stand in other places: here {_listed(more)}, in the source {_listed(lost)}.",
                    f"compare with {context.source.path}:{source.line}",
                )
                return


def ranges(context: Context) -> Iterator[Draft]:
    """Ranges that run the other way than in the source: 17:00–9:00 for 9:00–17:00."""
    for key, ours, theirs in context.read_pairs:
        wanted = None
        for passage in theirs:
            for first, last, start in _ranges(passage.figures):
                if wanted is None:
                    wanted = {(a, b) for source in ours for a, b, _ in _ranges(source.figures)}
                if (last, first) in wanted and (first, last) not in wanted:
                    yield Draft(
                        Rule.RANGES_DIFFER,
                        passage.line_at(start),
                        key,
                        f"The range runs from {first} to {last}, in the source from {last} to {first}.",
                        f"write {last}–{first}",
                    )


def _ranges(text: str) -> Iterator[tuple[str, str, int]]:
    if text and MAY_BE_RANGE.search(text):
        for match in RANGE.finditer(text):
            first, last = (_canonical(part) for part in match.groups())
            if first != last:
                yield first, last, match.start()


def _canonical(part: str) -> str:
    """A number or time in one form: 9 h 00, 9.00 and 09:00 are 9."""
    pieces = re.findall(r"\d+", part)
    hour, minutes = pieces[0].lstrip("0") or "0", pieces[1] if len(pieces) > 1 else "00"
    return hour if minutes == "00" else f"{hour}:{minutes}"
