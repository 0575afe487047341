"""Whether two texts say the same numbers, each in its own way."""

from __future__ import annotations

import pytest

from l10n.number_pairs import difference
from l10n.passages import Passage


def differ(english: str, other: str, locale: str) -> tuple[list[str], list[str]]:
    lost, more = difference([Passage(english, "", [1])], [Passage(other, "", [1])], "en", locale)
    return sorted(lost.elements()), sorted(more.elements())


@pytest.mark.parametrize(
    ("english", "other", "locale"),
    [
        ("three days", "3 дня", "ru"),
        ("3 days", "трёх дней", "ru"),
        ("the first of 2 steps", "1-as iš dviejų žingsnių", "lt"),
        ("12 hours, 2 hours", "اثنا عشر ساعة، ساعتين", "ar"),
        ("half of them, 100 people", "la moitié, cent personnes", "fr"),
        ("from 9 a.m. to 5:30 p.m.", "9–17:30", "lt"),
        ("from 3 to 5 p.m.", "15–17", "lt"),
        ("at 17:00", "5 часов вечера", "ru"),
        ("at 9:00 and 10:00", "à 9 h et 10 h 00", "fr"),
        ("in the 20th century", "XX amžiuje", "lt"),
        ("Article IV", "4 straipsnis", "lt"),
        ("on 2 May 2027 at 5 p.m.", "2027-05-02, 17 val.", "lt"),
        ("2027-05-02", "2 мая 2027", "ru"),
        ("1,500 people", "1\u202f500 personnes", "fr"),
        ("nothing", "niekas", "lt"),
    ],
)
def test_the_same(english, other, locale):
    assert differ(english, other, locale) == ([], [])


@pytest.mark.parametrize(
    ("english", "other", "locale", "lost", "more"),
    [
        ("3 days", "дня", "ru", ["3"], []),
        ("3 days", "4 дня", "ru", ["3"], ["4"]),
        ("three days, 3 hours", "три дня, часа", "ru", ["3"], []),
        ("3 days and 3 hours", "3 дня", "ru", ["3"], []),
        ("5 p.m.", "18 h", "fr", ["5"], ["18"]),
        ("five days", "5 dagar, 6", "sv", [], ["6"]),
        ("12 days", "xx", "xx", ["12"], []),
        ("10:30", "10 h", "fr", ["30"], []),
        ("112", "11", "lt", ["112"], ["11"]),
    ],
)
def test_a_difference(english, other, locale, lost, more):
    assert differ(english, other, locale) == (lost, more)
