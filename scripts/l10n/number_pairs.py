"""Whether two texts say the same numbers: what one writes in figures the other may write in words or in another way."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from .dates import dates, twelve_hours
from .lazy import lazy
from .number_words import words_for
from .passages import Passage

ZERO_MINUTES = re.compile(r"\d[:.,](0+)(?!\d)|\d[ \u00a0\u202f]?h[ \u00a0\u202f]?(0+)(?!\d)")
MONTHS = 12
NONE: Counter[str] = Counter()  # no difference: one for all, not to be changed
LONGEST_WORD = 4  # figures of the largest number that is written as a word


def total(passages: Iterable[Passage]) -> list[str]:
    """The numbers of several passages, sorted."""
    return sorted([number for passage in passages for number in passage.numbers])


def difference(
    ours: list[Passage], theirs: list[Passage], our_locale: str, their_locale: str
) -> tuple[Counter[str], Counter[str]]:
    """(numbers that only `ours` has, numbers that only `theirs` has), equal quantities written otherwise left out."""
    wanted, found = total(ours), total(theirs)
    if wanted == found:
        return NONE, NONE
    mine, its = Counter(wanted), Counter(found)
    pages = (_Page(ours, our_locale), _Page(theirs, their_locale))
    plain = _settled(mine, its, *pages)
    # A time or month in figures on one side alone is tried in every combination: 5 can be an hour and a month.
    left = [number for count in plain for number in count]
    if not left or max(map(len, left)) > 2:
        return plain
    tries = [lambda page: page.clock] if any(page.clock for page in pages) else []
    if tries or max(map(int, left)) <= MONTHS:
        tries += [lambda page: page.months, lambda page: page.clock + page.months]
    for rewrite in tries:
        changed = [Counter(counts) for counts in (mine, its)]
        for counts, page in zip(changed, pages, strict=True):
            counts.update(rewrite(page))
        if not any(_settled(*changed, *pages)):
            return NONE, NONE
    return plain


class _Page:
    """The text of some passages and what can be counted in it beside figures; each count is made when asked for."""

    def __init__(self, passages: list[Passage], locale: str):
        self.text = " \n".join(passage.text for passage in passages)
        self.locale = locale

    def written(self, number: str) -> int:
        """How often it writes a number as a word."""
        return words_for(number, self.text, self.locale)

    @lazy
    def zeros(self) -> int:
        """How many full hours it writes with their minutes."""
        return len(ZERO_MINUTES.findall(self.text))

    @lazy
    def times(self) -> list[tuple[int, int]]:
        """Its times that say which half of the day they are in."""
        return twelve_hours(self.text, self.locale)

    @property
    def clock(self) -> Counter[str]:
        """What to add to its numbers so that 5 p.m. counts as 17."""
        found: Counter[str] = Counter()
        for hour, whole in self.times:
            found[str(whole)] += 1
            found[str(hour)] -= 1
        return found

    @lazy
    def months(self) -> Counter[str]:
        """What to add to its numbers so that the name of a month in a date counts as its figures."""
        named = dates(self.text, self.locale, names=True)
        return Counter(
            str(month) for date in named if any(map(str.isalpha, date.text)) for _, month, _ in date.readings
        )


def _settled(mine: Counter[str], its: Counter[str], ours: _Page, theirs: _Page) -> tuple[Counter[str], Counter[str]]:
    """The difference, less what the other side writes as a word or by the other clock, and the minutes of full hours."""
    lost, more = mine - its, its - mine
    for count, others, page in ((lost, more, ours), (more, lost, theirs)):
        for hour, whole in page.times if count and others else ():
            if count[str(hour)] > 0 and others[str(whole)] > 0:
                _take(count, str(hour), 1)
                _take(others, str(whole), 1)
    for count, page, other in ((lost, ours, theirs), (more, theirs, ours)):
        if "0" in count:
            _take(count, "0", page.zeros - other.zeros)
        for number in list(count):
            if len(number) <= LONGEST_WORD and (written := other.written(number)):
                _take(count, number, written - page.written(number))
    return lost, more


def _take(count: Counter[str], number: str, times: int) -> None:
    count[number] -= max(times, 0)
    if count[number] <= 0:
        del count[number]
