"""Dates and clock times as languages write them, so that two can be compared.

Names of months come from CLDR, through Babel, which is loaded when a text first needs them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from .locale_codes import language
from .numbers import european

# English marks the halves of the day; others say evening. What marks the second half, with the hour or after it.
MAY_BE_TWELVE = re.compile(r"\d[ \u00a0\u202f]?[apAP]\.?[ ]?[mM]")
TWELVE = re.compile(r"(?<![\d.,:])(1[0-2]|0?[1-9])(?:[:.]\d\d)?[ \u00a0\u202f]?([ap])\.?[ ]?m\b", re.IGNORECASE)
RANGE_START = re.compile(
    r"(?<![\d.,:])(1[0-2]|0?[1-9])(?:[:.]\d\d)?[ \u00a0\u202f]?(?:[-–—]|to|and|until|till)[ \u00a0\u202f]?$"
)
FARTHEST = 20  # characters that the beginning of a range may stand before its end
AFTERNOON = {
    "ar": "مساء|ظهر|عصر|ليل|(?<!\\w)م(?!\\w)",
    "de": "abends|nachmittags|nachts|mittags",
    "en": r"\bp\.?m\b|afternoon|evening|night|noon",
    "es": r"\bp\.?\s?m\b|tarde|noche",
    "fr": r"soir|après-midi|midi|nuit|\bp\.?m\b",
    "lt": r"vakar|popiet|\bdien(?:ą|os)\b|nakt",
    "pl": "wieczor|po południu|popołudniu|nocy",
    "ru": r"вечер|\bдня\b|днём|ноч|пополудни",
}
_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
MAY_BE_MONTH, ENGLISH_MONTH = re.compile(_MONTHS), re.compile(rf"\b(?:{_MONTHS})")  # the first skips to the letters
NUMERIC = re.compile(
    r"(?<![\w.,:/-])(?:(\d{4})([-./])(\d{1,2})\2(\d{1,2})|(\d{1,2})([-./])(\d{1,2})\6(\d{4}))(?![\w/-]|[.,:]\d)"
)
MAY_BE_NUMERIC = re.compile(r"\d[-./]\d{1,2}[-./]\d")
# In these the day stands first in a date of figures, in those the month; elsewhere nobody can tell.
DAY_FIRST = frozenset(
    [
        "ar",
        "be",
        "bg",
        "cs",
        "da",
        "de",
        "el",
        "es",
        "et",
        "fa",
        "fi",
        "fr",
        "he",
        "hr",
        "id",
        "is",
        "it",
        "lt",
        "lv",
        "nb",
        "nl",
        "pl",
        "pt",
        "ro",
        "ru",
        "sk",
        "sl",
        "sr",
        "tr",
        "uk",
        "vi",
    ]
)
MONTH_FIRST = frozenset(("en-US", "en_US"))


@dataclass(frozen=True)
class Date:
    """A date of a text: its readings as (year or 0, month, day or 0), and where it stands."""

    readings: frozenset[tuple[int, int, int]]
    text: str
    start: int

    def matches(self, other: Date) -> bool:
        """Whether the two can be the same day; a year that one leaves out is no difference."""
        return any(
            mine[1:] == its[1:] and (mine[0] == its[0] or not mine[0] or not its[0])
            for mine in self.readings
            for its in other.readings
        )


def dates(text: str, locale: str, *, names: bool) -> list[Date]:
    """The dates of a text in order, those in figures and, with `names`, those with the name of a month."""
    text = european(text)
    found = list(_numeric(text, locale))
    if names:
        found += _named(text, locale)
    return sorted(found, key=lambda date: date.start)


def _numeric(text: str, locale: str) -> Iterator[Date]:
    if not MAY_BE_NUMERIC.search(text):
        return
    for match in NUMERIC.finditer(text):
        if match[1]:
            readings = {(int(match[1]), int(match[3]), int(match[4]))}
        else:
            first, second, year = int(match[5]), int(match[7]), int(match[8])
            day_first, month_first = (year, second, first), (year, first, second)
            if locale in MONTH_FIRST:
                readings = {month_first}
            elif language(locale) in DAY_FIRST or match[6] == ".":
                readings = {day_first}
            else:
                readings = {day_first, month_first}
        if valid := frozenset(reading for reading in readings if 1 <= reading[1] <= 12 and 1 <= reading[2] <= 31):
            yield Date(valid, match.group(), match.start())


def _named(text: str, locale: str) -> Iterator[Date]:
    months = month_names(locale)
    if not months:
        return
    for match in _month_pattern(locale).finditer(text):
        day, year = int(match["before"] or match["after"] or 0), int(match["year"] or match["year_before"] or 0)
        verb = locale[:2] == "en" and match["month"].islower()  # you may, they march
        if (day or year) and day <= 31 and not verb:
            month = months.get(match["month"].lower(), 0)  # a capital that is no other letter's small one: Turkish İ
            yield Date(frozenset([(year, month, day)]), match.group().strip(), match.start())


def may_name_month(text: str, locale: str) -> bool:
    """Whether it is worth looking for names of months: a quick look, for English only."""
    return locale[:2] != "en" or bool(MAY_BE_MONTH.search(text) and ENGLISH_MONTH.search(text))


@cache
def month_names(locale: str) -> dict[str, int]:
    """Names of months of a locale in lower case, in the forms of dates and alone -> 1 to 12; empty if it is unknown."""
    from babel import Locale, UnknownLocaleError  # takes longer to load than most sites to check

    names: dict[str, int] = {}
    codes = [
        locale.replace("-", "_"),
        *(["ar_SY", "ar_MA", "ar_DZ"] if language(locale) == "ar" else []),
    ]
    for code in codes:
        try:
            months = Locale.parse(code).months
        except (UnknownLocaleError, ValueError):
            continue
        for form, width in (("format", "wide"), ("stand-alone", "wide"), ("format", "abbreviated")):
            for number, name in months[form][width].items():
                if not name.isdigit() and any(map(str.isalpha, name)):
                    names.setdefault(name.lower(), number)
    return names


@cache
def _month_pattern(locale: str) -> re.Pattern[str]:
    names = "|".join(map(re.escape, sorted(month_names(locale), key=len, reverse=True)))
    space = r"[ \u00a0\u202f\n]"
    return re.compile(
        rf"(?:(?<![\d.,:/-])(?P<year_before>\d{{4}}){space}(?:m\.{space})?)?"
        rf"(?:(?<![\d.,:/-])(?P<before>\d{{1,2}})(?:er|st|nd|rd|th|\.|º|-[а-я]+)?{space}(?:of{space}|de{space})?)?"
        rf"(?<!\w)(?P<month>{names})(?!\w)\.?"
        rf"(?:{space}(?P<after>\d{{1,2}})(?!\d|:\d|[.,]\d)(?:st|nd|rd|th)?(?:{space}d\.)?)?"
        rf"(?:,?{space}(?:de{space})?(?P<year>\d{{4}})(?!\d))?",
        re.IGNORECASE,
    )


def twelve_hours(text: str, locale: str) -> list[tuple[int, int]]:
    """(hour as written, hour of 24) of each time that says which half of the day it is in."""
    english = language(locale) == "en"
    pattern = TWELVE if english else _evening(language(locale))
    if pattern is None or (english and not MAY_BE_TWELVE.search(text)):
        return []
    text = european(text)
    found = []
    for match in pattern.finditer(text):
        late = match[2] not in ("a", "A")
        hours = [int(match[1])]
        # Of "3 to 5 p.m." both are late, of "9 to 5 p.m." one.
        start = RANGE_START.search(text, max(0, match.start() - FARTHEST), match.start()) if english else None
        if start and int(start[1]) % 12 < hours[0] % 12:
            hours.insert(0, int(start[1]))
        found += [(hour, hour % 12 + (12 if late else 0)) for hour in hours]
    return found


@cache
def _evening(language: str) -> re.Pattern[str] | None:
    if language not in AFTERNOON:
        return None
    hour = r"(?<![\d.,:])(1[0-2]|0?[1-9])(?:[:.h]\d\d)?"
    return re.compile(
        rf"{hour}[ \u00a0\u202f]?(?:[^\W\d]{{1,7}}\.?[ \u00a0\u202f]){{0,2}}({AFTERNOON[language]})", re.IGNORECASE
    )
