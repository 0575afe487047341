"""A page in its other languages: for the switcher, for hreflang, for the sitemap. Only pages that exist.

A language that lacks the page is named as such, in its own words, and leads to the source, never to an address of its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urljoin

from mkdocs.structure.files import File


@dataclass(frozen=True)
class Language:
    """A language of the site, in its own words: its name, that the site speaks it, that a page lacks, the source's name."""

    locale: str
    name: str
    dir: str
    offer: str
    lacks: str
    source_name: str
    is_source: bool


@dataclass(frozen=True)
class Alternate(Language):
    """One language of one page. `href` leads there from the page; `absolute` is None without a public address."""

    href: str
    absolute: str | None
    current: bool


def alternates(
    languages: Iterable[Language], urls: dict[str, str], current: str, base: str, site_url: str
) -> list[Alternate]:
    """The languages in which a page exists, in the site's order.

    `urls`: locale -> address from the site's root, only for existing pages; `base`: the way from the page to the root,
    ending in a slash; `site_url`: public address of the site or "".
    """
    return [
        Alternate(
            **vars(language),
            href=base + ("" if urls[language.locale] == "./" else urls[language.locale]) or "./",
            absolute=urljoin(site_url, urls[language.locale]) if site_url else None,
            current=language.locale == current,
        )
        for language in languages
        if language.locale in urls
    ]


@dataclass(frozen=True)
class Lacking(Language):
    """A language without the page. `instead` is the page in the source, None where the reader is there already."""

    instead: Alternate | None


def lacking(languages: Iterable[Language], found: list[Alternate]) -> list[Lacking]:
    """The languages that are not among the alternates of a page, in the site's order."""
    there = {alternate.locale for alternate in found}
    # Without its source no translation is built, so the source is the nearest that every page has.
    instead = next((alternate for alternate in found if alternate.is_source and not alternate.current), None)
    return [Lacking(**vars(language), instead=instead) for language in languages if language.locale not in there]


def urls_of(file: File) -> dict[str, str]:
    """locale -> address from the root of the site, as mkdocs-static-i18n found the alternates of a source file."""
    return {locale: alternate.url for locale, alternate in file.alternates.items()}
