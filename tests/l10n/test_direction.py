"""Which languages are written from right to left: as Unicode CLDR says it of every locale that it knows."""

from __future__ import annotations

import pytest
from babel import Locale as Cldr
from babel.localedata import locale_identifiers

from l10n.i18n_plugin import Locale

IDENTIFIERS = sorted(locale_identifiers())


@pytest.mark.parametrize("separator", ["_", "-"])
def test_as_cldr_has_it(separator):
    wrong = [
        code
        for code in IDENTIFIERS
        if Locale(code.replace("_", separator), "").rtl != (Cldr.parse(code).text_direction == "rtl")
    ]
    assert len(IDENTIFIERS) > 700 and wrong == []


@pytest.mark.parametrize(
    ("code", "rtl"), [("ar", True), ("AR-eg", True), ("arn", False), ("pa-Arab", True), ("pa", False)]
)
def test_by_language_and_by_script(code, rtl):
    assert Locale(code, "").rtl is rtl
