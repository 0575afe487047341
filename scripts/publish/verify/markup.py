"""What a page says of itself: language, direction, addresses, weight; nothing inline that a strict policy blocks."""

from __future__ import annotations

import gzip
from collections.abc import Iterator

from l10n.site import Site
from publish.verify.pages import BuiltPage


def wrong_markup(page: BuiltPage, site: Site, site_url: str | None) -> Iterator[str]:
    """Sentences without the name of the file."""
    yield from _language(page, site)
    yield from _inline(page)
    yield from _addresses(page, site_url)
    size = len(gzip.compress(page.path.read_bytes(), 9, mtime=0))
    if page.light and size > page.budget:
        yield f"{size:,} bytes after gzip, a page of this kind may have {page.budget:,}"


def _language(page: BuiltPage, site: Site) -> Iterator[str]:
    below = (locale for locale in site.translations if page.address.startswith(f"/{locale.code}/"))
    locale = next(below, site.source)
    expected = f'lang="{locale.code}" dir="{"rtl" if locale.rtl else "ltr"}"'
    found = f'lang="{page.document.get("lang")}" dir="{page.document.get("dir")}"'
    if expected != found:
        yield f"<html> must say {expected}, it says {found}"


def _inline(page: BuiltPage) -> Iterator[str]:
    for element in page.document.iter():
        for name, value in element.attrib.items() if isinstance(element.tag, str) else ():
            if name == "style" or name.startswith("on"):
                yield f"<{element.tag}> has the attribute {name}=, which a strict content security policy blocks"
            elif name == "href" and value.strip().lower().startswith("javascript:"):
                yield f"<{element.tag}> has a javascript: address, which a strict content security policy blocks"


def _addresses(page: BuiltPage, site_url: str | None) -> Iterator[str]:
    languages = page.document.xpath("//link[@rel='alternate']/@hreflang")
    if site_url and languages and "x-default" not in languages:
        yield "its hreflang links lack x-default"
    if not site_url and (languages or page.document.xpath("//link[@rel='canonical']")):
        yield "it has an absolute address although the site has no SITE_URL"
