"""Canonical addresses and hreflang links of built pages."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from .conftest import HOST, URL, Site, alternates, document

CANONICALS = {
    "elsewhere": (HOST + "/help/", f"is not below {URL}"),
    "nowhere": (URL + "nowhere/", "leads to nothing"),
    "another language": (URL + "lt/help/", "leads to a page in lt"),
}


@pytest.mark.parametrize("name", CANONICALS)
def test_canonical(site: Site, found: Callable, name: str) -> None:
    address, problem = CANONICALS[name]
    site.help(head=f'<link rel="canonical" href="{address}">')
    assert found(site) == []
    site.configure(site_url=URL)
    assert found(site) == [f"help/index.html:4 built-canonical The canonical address {address} {problem}."]


def test_two_canonical_addresses(site: Site, found: Callable) -> None:
    site.configure(site_url=URL)
    site.help(head=f'<link rel="canonical" href="{URL}help/">\n' * 2)
    assert found(site) == ["help/index.html:5 built-canonical The page has two canonical addresses."]


@pytest.mark.parametrize(
    ("english", "lithuanian", "message"),
    [
        (alternates("x-default", "en", "lt"), alternates("x-default", "en", "lt"), ""),
        (alternates("en", "lt"), alternates("x-default", "en", "lt"), "The hreflang links lack x-default."),
        (
            alternates("x-default", "lt"),
            alternates("x-default", "en", "lt"),
            "The hreflang links leave out the page itself.",
        ),
        (
            alternates("x-default", "en", "lt"),
            "",
            'The link hreflang="lt" leads to /lt/help/, which does not lead back.',
        ),
        (
            alternates("x-default", "en", "lt") + f'<link rel="alternate" hreflang="ar" href="{URL}ar/no/">',
            alternates("x-default", "en", "lt"),
            'The link hreflang="ar" leads to /ar/no/, and nothing is there.',
        ),
        (
            alternates("x-default", "en", "lt").replace('"lt"', '"ar"'),
            alternates("x-default", "en", "lt"),
            'The link hreflang="ar" leads to /lt/help/, which is in lt.',
        ),
    ],
)
def test_hreflang(site: Site, found: Callable, english: str, lithuanian: str, message: str) -> None:
    site.help(head=english)
    site.help(head=lithuanian, locale="lt")
    assert found(site) == []
    site.configure(site_url=URL)
    assert found(site) == ([f"help/index.html:4 built-hreflang {message}"] if message else [])


def test_another_form_of_a_page_is_no_version_of_its_own(site: Site, found: Callable) -> None:
    site.configure(site_url=URL)
    head = alternates("x-default", "en", "lt")
    site.help(head=head)
    site.help(head=head, locale="lt")
    site.page("help/print/index.html", "en", document(head=f'<link rel="canonical" href="{URL}help/">{head}'))
    assert found(site) == []
