"""The order in which characters are shown; tests/browser/test_bidi.py holds the same against Chromium."""

from __future__ import annotations

import pytest

from l10n.bidi import visual_order

SHOWN = [
    # (text, as shown in a paragraph from right to left)
    ("abc", "abc"),
    ("אבג", "גבא"),
    ("abc.", ".abc"),
    ("ab אב", "בא ab"),
    ("ا +370", "370+ ا"),
    ("א +370", "370+ א"),
    ("ا 1-2", "2-1 ا"),
    ("א 1-2", "1-2 א"),
    ("ا 1,5:6/7", "1,5:6/7 ا"),
    ("ا 5%", "%5 ا"),
    ("א 5%", "5% א"),
    ("ا (ab) ب", "ب (ab) ا"),
    ("ا 2013/33/EU", "EU/2013/33 ا"),
    ("ا \u20661-2\u2069 ب", "ب \u20691-2\u2066 ا"),
    ("ا ab 1-2 ب", "ب ab 1-2 ا"),
    ("\u202dاب\u202c", "اب"),
    ("א\u00a01", "1\u00a0א"),
]


@pytest.mark.parametrize(("text", "shown"), SHOWN)
def test_order_from_right_to_left(text, shown):
    mirrored = str.maketrans("()", ")(")
    order = visual_order(text, rtl=True)
    assert "".join(text[index] for index in order) in (shown, shown.translate(mirrored))


def test_order_from_left_to_right():
    assert "".join("a אב 1-2 b"[index] for index in visual_order("a אב 1-2 b", rtl=False)) == "a 1-2 בא b"


@pytest.mark.parametrize("depth", [3, 200])
def test_deep_nesting_loses_nothing(depth):
    text = "\u2067" * depth + "a" + "\u2069" * depth + "ب"
    assert sorted(visual_order(text, rtl=True)) == list(range(len(text)))
