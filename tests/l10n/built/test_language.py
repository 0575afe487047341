"""Language and direction of built pages."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from .conftest import Site, document


def test_a_language_that_is_told_more_exactly(site: Site, found: Callable) -> None:
    site.help(attributes='lang="en-GB"')
    site.help(locale="ar", attributes='lang="AR-eg" dir="RTL"')
    assert found(site) == []


def test_direction_of_the_body(site: Site, found: Callable) -> None:
    """Material writes it there."""
    text = document("ar", attributes='lang="ar"').replace("<body>", '<body dir="rtl">')
    site.page("help/index.html", "ar", text)
    assert found(site) == []


LANGUAGES = {
    "none": ("en", "", 'The page is in en, and <html> says no language, not lang="en".'),
    "another": ("lt", 'lang="en"', 'The page is in lt, and <html> says lang="en", not lang="lt".'),
    "no direction": ("ar", 'lang="ar"', 'ar is written with dir="rtl", and <html> does not say so.'),
    "wrong direction": ("en", 'lang="en" dir="rtl"', 'en is written with dir="ltr", and <html> says dir="rtl".'),
}


@pytest.mark.parametrize("name", LANGUAGES)
def test_language(site: Site, found: Callable, name: str) -> None:
    locale, attributes, message = LANGUAGES[name]
    site.help(locale=locale, attributes=attributes)
    folder = "" if locale == "en" else f"{locale}/"
    assert found(site) == [f"{folder}help/index.html:2 built-language {message}"]
