"""Where the links of a page lead in a book: to another of its pages, out of it, or nowhere.

A target within the book is `@chapter`, `@chapter.section` or `@chapter.note-3`; any other is an address as it is.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from urllib.parse import urlsplit

from lxml import html

from hooks.guide_book import FOLDER
from l10n.site import Site

# Those of the text; what the template adds around it is in no book.
_ANCHORS = (
    ".//*[self::h2 or self::h3 or self::section]"
    "[not(ancestor-or-self::*[contains(@class, 'meta') or contains(@class, 'footnote')])]/@id"
)


def chapter_id(key: str) -> str:
    """What links call a page of the guide."""
    return key.removeprefix(FOLDER).removesuffix(".md").replace("/", "-")


@dataclass(frozen=True)
class Links:
    """`pages`: key -> the text of each page of the book."""

    site: Site
    locale: str
    site_url: str | None
    pages: dict[str, html.HtmlElement]

    def target(self, key: str, href: str) -> str:
        """Where a link on a page leads; empty where a reader without the site cannot follow it."""
        parts = urlsplit(href)
        if parts.scheme:
            return href
        if parts.fragment.startswith("fn:"):
            notes = self.pages[key].xpath(".//div[@class='footnote']/ol/li/@id")
            return f"@{chapter_id(key)}.note-{notes.index(parts.fragment) + 1}"
        address = self.site.address(key, self.locale)
        if parts.path:
            address = posixpath.normpath(posixpath.join(address, parts.path)) + "/"
        locale, linked = self.site.at("" if address == "./" else address) or ("", "")
        if locale == self.locale and linked in self.pages:
            known = parts.fragment and parts.fragment in self.pages[linked].xpath(_ANCHORS)
            if linked == key and not known:
                return ""
            return f"@{chapter_id(linked)}" + (f".{parts.fragment}" if known else "")
        if not self.site_url:
            return ""
        return self.site_url.rstrip("/") + "/" + address + (f"#{parts.fragment}" if parts.fragment else "")
