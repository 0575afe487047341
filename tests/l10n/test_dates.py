"""Dates and times of day in the ways languages write them."""

from __future__ import annotations

import pytest

from l10n.dates import dates, month_names, twelve_hours


@pytest.mark.parametrize(
    ("locale", "text", "readings"),
    [
        ("en", "on January 1, 2027", {(2027, 1, 1)}),
        ("en", "1 January 2027 and the 3rd of April", {(2027, 1, 1), (0, 4, 3)}),
        ("en", "in May 2027", {(2027, 5, 0)}),
        ("en", "you may 5 times march 3 steps", set()),
        ("lt", "2027 m. sausio 1 d.", {(2027, 1, 1)}),
        ("ru", "1 января 2027 г., 5-го мая", {(2027, 1, 1), (0, 5, 5)}),
        ("fr", "le 1er janvier 2027", {(2027, 1, 1)}),
        ("ar", "1 يناير 2027 و٣ نيسان", {(2027, 1, 1), (0, 4, 3)}),
        ("de", "am 1. Januar 2027", {(2027, 1, 1)}),
        ("es", "el 5 de mayo de 2027", {(2027, 5, 5)}),
        ("ru", "04.03.2027", {(2027, 3, 4)}),
        ("fr", "04/03/2027", {(2027, 3, 4)}),
        ("en", "04/03/2027", {(2027, 3, 4), (2027, 4, 3)}),
        ("en", "25/03/2027", {(2027, 3, 25)}),
        ("en-US", "04/03/2027", {(2027, 4, 3)}),
        ("lt", "2027-03-04", {(2027, 3, 4)}),
        ("lt", "1.2.2027.5, 12-2027, 2027-03-04-05, 99/99/2027", set()),
        ("xx", "1 January 2027", set()),
    ],
)
def test_dates(locale, text, readings):
    found = dates(text, locale, names=True)
    assert {reading for date in found for reading in date.readings} == readings


def test_a_year_left_out_is_no_difference():
    (whole,), (short,) = dates("3 April 2027", "en", names=True), dates("3 апреля", "ru", names=True)
    (other,) = dates("3 апреля 2026", "ru", names=True)
    assert whole.matches(short) and short.matches(other) and not whole.matches(other)


def test_months_of_both_arabic_calendars():
    assert month_names("ar")["يناير"] == month_names("ar")["كانون الثاني"] == 1
    assert month_names("xx") == {}


@pytest.mark.parametrize(
    ("locale", "text", "hours"),
    [
        ("en", "5 p.m.", [17]),
        ("en", "9:30 AM", [9]),
        ("en", "12 am, 12 pm", [0, 12]),
        ("en", "5pm–7 PM", [17, 19]),
        ("en", "3 to 5 p.m., 3:30–5 pm, 8 until 9 a.m.", [15, 17, 15, 17, 8, 9]),
        ("en", "9 to 5 p.m., 11-1 pm, 12 to 2 p.m.", [17, 13, 12, 14]),
        ("en", "I am 5, 15 pm, 5 maps", []),
        ("ru", "в 5 часов вечера", [17]),
        ("lt", "5 val. vakaro, 9:30 popiet", [17, 21]),
        ("fr", "5 heures du soir", [17]),
        ("ar", "الساعة 5 مساءً", [17]),
        ("sv", "klockan 5 på kvällen", []),
    ],
)
def test_the_halves_of_the_day(locale, text, hours):
    assert [whole for _, whole in twelve_hours(text, locale)] == hours
