"""Texts of pages among others: no control character gets through, right-to-left stretches are isolated."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.reports.printable import FSI, PDI, isolated, visible


@given(st.text())
def test_nothing_steers_a_terminal(text):
    shown = visible(text)
    assert not any(unicodedata.category(character) in ("Cc", "Zl", "Zp") for character in shown)
    assert "\n" not in isolated(text)


@given(st.text())
def test_isolates_are_closed_and_nothing_else_is_changed(text):
    shown = isolated(text)
    assert shown.count(FSI) == shown.count(PDI)
    assert shown.replace(FSI, "").replace(PDI, "") == visible(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("tab\there", "tab\\there"),
        ("\u202eabc", "\\u202eabc"),
        ("no-break\u202fspace", "no-break\u202fspace"),
        ("“سلام” 3", f"“{FSI}سلام{PDI}” 3"),
        ("سلام 112 سلام and شكرا", f"{FSI}سلام 112 سلام{PDI} and {FSI}شكرا{PDI}"),
        ("“سلام” “سلام”", f"“{FSI}سلام{PDI}” “{FSI}سلام{PDI}”"),
        ("שלום", f"{FSI}שלום{PDI}"),
    ],
)
def test_examples(text, shown):
    assert isolated(text) == shown
