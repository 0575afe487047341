"""Numbers in the ways languages write them."""

from __future__ import annotations

import pytest

from l10n.numbers import european, numbers


@pytest.mark.parametrize(
    "same",
    [
        ["12 weeks", "١٢ أسبوعاً", "۱۲ هفته"],
        ["1,500 people", "1 500 žmonių", "1 500 человек", "1 500 personnes", "١٬٥٠٠ شخص", "1.500", "1’500"],
        ["1,234,567", "1 234 567"],
        ["3.5 %", "3,5 %", "٣٫٥٪"],
        ["9:00", "9.00", "9 h 00"],
        ["2024-03-12", "12.03.2024", "12/3/2024"],
        ["on 1 January 2027", "le 1er janvier 2027", "2027 m. sausio 1 d."],
        ["see https://a.example/2024/7 now", "žr. http://b.example/1 dabar", "nothing"],
        ["24/7", "7 and 24"],
    ],
)
def test_written_in_different_ways(same):
    assert all(numbers(text) == numbers(same[0]) for text in same)


@pytest.mark.parametrize(
    ("one", "other"),
    [("3 days", "4 days"), ("3 days", "days"), ("3 and 3", "3"), ("1,500", "15,00"), ("10", "100"), ("1 500", "1 050")],
)
def test_different_numbers(one, other):
    assert numbers(one) != numbers(other)


def test_digits_keep_their_places():
    text = "رقم ١٢٣ و ۴۵"
    assert len(european(text)) == len(text)
    assert european(text) == "رقم 123 و 45"
