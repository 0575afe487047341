"""Whether dates and times of day are those of the source where their figures are the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ..dates import AFTERNOON, Date, dates, may_name_month, twelve_hours
from ..finding import Draft
from ..numbers import numbers
from ..passages import Passage
from ..rules import Rule
from ..typography import conventions
from .context import Context


def same_dates(context: Context) -> Iterator[Draft]:
    """Dates with the figures of one of the source that are another day: day and month exchanged, another month."""
    for key, ours, theirs in context.read_pairs:
        wanted = _dates(ours, context.source.locale)
        if not wanted:
            continue
        found = _dates(theirs, context.page.locale, names=True)
        unmatched = [date for date, _ in wanted if not any(date.matches(other) for other, _ in found)]
        for date, line in found:
            if not unmatched or any(date.matches(other) for other, _ in wanted):
                continue
            meant = next((other for other in unmatched if _figures(other) >= _figures(date)), None)
            if meant is not None:
                yield Draft(
                    Rule.DATES_DIFFER,
                    line,
                    key,
                    f"The date {date.text} is another day than {meant.text} in the source.",
                    f"compare with {context.source.path}:{ours[0].line}; write the month as a word where in doubt",
                )


def _dates(passages: list[Passage], locale: str, *, names: bool = False) -> list[tuple[Date, int]]:
    return [
        (date, passage.line_at(date.start))
        for passage in passages
        if passage.numbers
        for date in dates(passage.text, locale, names=names or may_name_month(passage.text, locale))
    ]


def _figures(date: Date) -> set[str]:
    """The numbers of a date and, where its month is a word, those of no month."""
    return set(numbers(date.text))


def same_times(context: Context) -> Iterator[Draft]:
    """5 p.m. of the source that has become 5 in the morning."""
    pattern = AFTERNOON.get(conventions(context.page.locale).language)
    for key, ours, theirs in context.read_pairs if pattern else ():
        if not any(_late(source, context.source.locale) for source in ours):
            continue
        if [passage.place for passage in ours] == [passage.place for passage in theirs]:
            pairs = [([source], [passage]) for source, passage in zip(ours, theirs, strict=True)]
        else:  # nothing tells which passage is which
            pairs = [(ours, theirs)]
        for sources, passages in pairs:
            late = Counter(time for source in sources for time in _late(source, context.source.locale))
            for (hour, whole), times in late.items():
                passage = _early(hour, whole, times, sources, passages)
                if passage is not None and not re.search(pattern, passage.text, re.IGNORECASE):
                    yield Draft(
                        Rule.TIMES_DIFFER,
                        passage.line,
                        key,
                        f"The source says {hour} p.m.; here {hour} is in the morning.",
                        f"write {whole}, or say that it is in the afternoon or evening",
                    )


def _late(passage: Passage, locale: str) -> list[tuple[int, int]]:
    """(hour as written, hour of 24) of each time in the second half of a day."""
    if not passage.numbers:
        return []
    return [(hour, whole) for hour, whole in twelve_hours(passage.text, locale) if whole > 12]


def _early(hour: int, whole: int, times: int, sources: list[Passage], passages: list[Passage]) -> Passage | None:
    """The first passage with an hour of the first half, when the second has it less often than the source."""
    in_source, here = (Counter[str]() for _ in range(2))
    for passage in sources:
        in_source.update(passage.numbers)
    for passage in passages:
        here.update(passage.numbers)
    if here[str(whole)] - in_source[str(whole)] >= times or here[str(hour)] <= in_source[str(hour)] - times:
        return None
    return next((passage for passage in passages if str(hour) in passage.numbers), None)
