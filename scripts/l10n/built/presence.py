"""Every page of the sources stands in the built site, and every HTML file of it can be read."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from ..finding import Draft
from ..rules import Rule
from .pages import BLANK, BuiltPage, BuiltSite

# Plugins that keep pages of docs out of the site.
EXCLUDERS = frozenset(("exclude", "mkdocs-exclude", "gitignore", "monorepo"))


def unreadable(page: BuiltPage) -> Iterator[Draft]:
    """An HTML file that holds no page."""
    if page.document is None:
        message = (
            "The file is empty or cannot be read as HTML." if not page.data.strip(BLANK) else "The file shows nothing."
        )
        yield Draft(Rule.BUILT_PAGE_UNREADABLE, 1, "", message, "build the site again")


def missing_pages(built: BuiltSite, keys: Collection[str]) -> Iterator[tuple[Path, str, Draft]]:
    """Pages of the sources (of these keys) that the site lacks. Where plugins add or leave out pages nothing is known."""
    site = built.site
    if site.generates or not EXCLUDERS.isdisjoint(site.plugins):
        return
    for key in keys:
        for locale in () if site.drafted(key) else site.codes:
            address = site.address(key, locale)
            if site.has(key, locale) and built.page(f"/{address}") is None:
                name = f"{address}index.html" if not address or address.endswith("/") else address
                message = f"{site.shown(key, locale)} is not in the built site."
                draft = Draft(Rule.BUILT_PAGE_MISSING, 1, "", message, "build the site again")
                yield built.folder / name, locale, draft
