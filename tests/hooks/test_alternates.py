"""A page in its other languages: where the links lead from pages of any depth."""

from types import SimpleNamespace
from urllib.parse import urljoin

import pytest

from hooks.alternates import Language, alternates, urls_of

LANGUAGES = [
    Language("en", "English", "ltr", "In English.", True),
    Language("lt", "Lietuvių", "ltr", "Lietuviškai.", False),
    Language("ar", "العربية", "rtl", "بالعربية.", False),
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


def test_urls_come_from_the_plugin() -> None:
    file = SimpleNamespace(alternates={"en": SimpleNamespace(url="./"), "lt": SimpleNamespace(url="lt/")})
    assert urls_of(file) == {"en": "./", "lt": "lt/"}
