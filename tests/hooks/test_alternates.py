"""A page in its other languages: where the links lead from pages of any depth."""

from types import SimpleNamespace
from urllib.parse import urljoin

import pytest

from hooks.alternates import Language, alternates, lacking, urls_of

LANGUAGES = [
    Language("en", "English", "ltr", "In English.", "Not yet.", "English", True),
    Language("lt", "Lietuvių", "ltr", "Lietuviškai.", "Dar ne.", "anglų", False),
    Language("ar", "العربية", "rtl", "بالعربية.", "ليس بعد.", "الإنجليزية", False),
]
HOME = {"en": "./", "lt": "lt/", "ar": "ar/"}
DEEP = {"en": "help/places/", "lt": "lt/help/places/", "ar": "ar/help/places/"}


@pytest.mark.parametrize(
    ("urls", "current", "base"),
    [
        (HOME, "en", ""),
        (HOME, "lt", "../"),
        (DEEP, "en", "../../"),
        (DEEP, "ar", "../../../"),
        (HOME, "en", "/"),
        (DEEP, "lt", "/"),
    ],
)
def test_links_lead_to_the_same_page(urls: dict[str, str], current: str, base: str) -> None:
    page = urljoin("https://a.example/", urls[current])
    for alternate in alternates(LANGUAGES, urls, current, base, ""):
        assert alternate.href, "an empty link leads to the page itself, with its fragment"
        assert urljoin(page, alternate.href) == urljoin("https://a.example/", urls[alternate.locale])


def test_only_languages_in_which_the_page_exists_in_the_order_of_the_site() -> None:
    found = alternates(LANGUAGES, {"ar": "ar/new/", "en": "new/"}, "en", "../", "")
    assert [(a.locale, a.current, a.dir, a.name) for a in found] == [
        ("en", True, "ltr", "English"),
        ("ar", False, "rtl", "العربية"),
    ]


@pytest.mark.parametrize("site_url", ["https://a.example/", "https://a.example/after/"])
def test_absolute_addresses_need_a_public_address(site_url: str) -> None:
    assert [a.absolute for a in alternates(LANGUAGES, DEEP, "en", "../../", site_url)] == [
        site_url + DEEP[k] for k in DEEP
    ]
    assert [a.absolute for a in alternates(LANGUAGES, HOME, "en", "", site_url)] == [
        site_url,
        site_url + "lt/",
        site_url + "ar/",
    ]
    assert {a.absolute for a in alternates(LANGUAGES, DEEP, "en", "../../", "")} == {None}


def test_a_language_that_lacks_the_page_leads_to_the_source() -> None:
    found = alternates(LANGUAGES, {"en": "new/", "lt": "lt/new/"}, "lt", "../../", "")
    (arabic,) = lacking(LANGUAGES, found)
    assert (arabic.locale, arabic.dir, arabic.lacks, arabic.source_name) == ("ar", "rtl", "ليس بعد.", "الإنجليزية")
    assert arabic.instead.locale == "en"
    assert urljoin("https://a.example/lt/new/", arabic.instead.href) == "https://a.example/new/"


def test_on_the_source_itself_there_is_nothing_nearer() -> None:
    found = alternates(LANGUAGES, {"en": "new/"}, "en", "../", "")
    assert [(language.locale, language.instead) for language in lacking(LANGUAGES, found)] == [
        ("lt", None),
        ("ar", None),
    ]


def test_nothing_lacks_where_every_language_is_there() -> None:
    assert lacking(LANGUAGES, alternates(LANGUAGES, DEEP, "lt", "../../../", "")) == []


def test_urls_come_from_the_plugin() -> None:
    file = SimpleNamespace(alternates={"en": SimpleNamespace(url="./"), "lt": SimpleNamespace(url="lt/")})
    assert urls_of(file) == {"en": "./", "lt": "lt/"}
