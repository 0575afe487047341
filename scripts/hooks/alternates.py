"""A page in its other languages: for the switcher, for hreflang, for the sitemap. Only pages that exist."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urljoin

from mkdocs.structure.files import File


@dataclass(frozen=True)
class Language:
    """A language of the site; `name` is its name in itself, `offer` one line that says the site speaks it."""

    locale: str
    name: str
    dir: str
    offer: str
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


def urls_of(file: File) -> dict[str, str]:
    """locale -> address from the root of the site, as mkdocs-static-i18n found the alternates of a source file."""
    return {locale: alternate.url for locale, alternate in file.alternates.items()}
