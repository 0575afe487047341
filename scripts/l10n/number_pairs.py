"""Whether two texts say the same numbers: what one writes in figures the other may write in words or in another way."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from .dates import dates, twelve_hours
from .number_words import words_for
from .passages import Passage

ZERO_MINUTES = re.compile(r"\d[:.,](0+)(?!\d)|\d[ \u00a0\u202f]?h[ \u00a0\u202f]?(0+)(?!\d)")
LONGEST_WORD = 4  # figures of the largest number that is written as a word


def total(passages: Iterable[Passage]) -> Counter[str]:
    """The numbers of several passages."""
    found: Counter[str] = Counter()
    for passage in passages:
        if passage.numbers:
            found.update(passage.numbers)
    return found


def difference(
    ours: list[Passage], theirs: list[Passage], our_locale: str, their_locale: str
) -> tuple[Counter[str], Counter[str]]:
    """(numbers that only `ours` has, numbers that only `theirs` has), equal quantities written otherwise left out."""
    mine, its = total(ours), total(theirs)
    if mine == its:
        return Counter(), Counter()
    pages = [" \n".join(passage.text for passage in passages) for passages in (ours, theirs)]
    texts = (_Text(pages[0], our_locale), _Text(pages[1], their_locale))
    settled = None
    # A time or month in figures on one side alone is tried in every combination: 5 can be an hour and a month.
    for rewrite in (
        _as_written,
        _whole_clock,
        _months_counted,
        lambda text: _months_counted(text) + _whole_clock(text),
    ):
        changed = [Counter(counts) for counts in (mine, its)]
        for counts, text in zip(changed, texts, strict=True):
            counts.update(rewrite(text))
        lost, more = changed[0] - changed[1], changed[1] - changed[0]
        _settle(lost, more, *texts)
        if not lost and not more:
            return lost, more
        settled = settled or (lost, more)
    return settled


@dataclass(frozen=True)
class _Text:
    text: str
    locale: str

    def written(self, number: str) -> int:
        """How often it writes a number as a word."""
        return words_for(number, self.text, self.locale)

    @property
    def zeros(self) -> int:
        """How many full hours it writes with their minutes."""
        return len(ZERO_MINUTES.findall(self.text))


def _as_written(text: _Text) -> Counter[str]:
    return Counter()


def _whole_clock(text: _Text) -> Counter[str]:
    """What to add so that 5 p.m. counts as 17."""
    found: Counter[str] = Counter()
    for hour, whole in twelve_hours(text.text, text.locale):
        found[str(whole)] += 1
        found[str(hour)] -= 1
    return found


def _months_counted(text: _Text) -> Counter[str]:
    """What to add so that the name of a month in a date counts as its figures."""
    named = dates(text.text, text.locale, names=True) if any(map(str.isdigit, text.text)) else []
    return Counter(str(month) for date in named if any(map(str.isalpha, date.text)) for _, month, _ in date.readings)


def _settle(lost: Counter[str], more: Counter[str], ours: _Text, theirs: _Text) -> None:
    """Take away what the other side writes as a word or by the other clock, and the minutes of full hours."""
    for count, others, text in ((lost, more, ours), (more, lost, theirs)):
        for hour, whole in twelve_hours(text.text, text.locale):
            if count[str(hour)] and others[str(whole)]:
                _take(count, str(hour), 1)
                _take(others, str(whole), 1)
    for count, text, other in ((lost, ours, theirs), (more, theirs, ours)):
        if "0" in count:
            _take(count, "0", text.zeros - other.zeros)
        for number in list(count):
            if len(number) <= LONGEST_WORD:
                _take(count, number, other.written(number) - text.written(number))


def _take(count: Counter[str], number: str, times: int) -> None:
    count[number] -= max(times, 0)
    if count[number] <= 0:
        del count[number]
