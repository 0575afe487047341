"""What only this site asks of its pages: nothing inline that a strict policy blocks, no address that it does not have."""

from __future__ import annotations

import json
from collections.abc import Iterator

from l10n.built import BuiltPage

DATA = "application/ld+json"


def wrong_markup(page: BuiltPage, site_url: str | None) -> Iterator[str]:
    """Sentences without the name of the file."""
    if page.redirects:
        yield "<meta http-equiv=refresh> moves the reader on by itself"
    if page.address == "/404.html" and page.document.get("lang") != page.locale:
        yield f'<html> must say lang="{page.locale}"'
    yield from _inline(page)
    yield from _structured(page)
    if not site_url and page.document.xpath("//link[@rel='canonical' or @rel='alternate']"):
        yield "it has an absolute address although the site has no SITE_URL"


def _structured(page: BuiltPage) -> Iterator[str]:
    """Data for programs stands in a script element that no browser runs: it must be that, and be readable."""
    for element in page.document.xpath(f"//script[@type='{DATA}']"):
        if "leaflets" in page.address.split("/"):
            yield "it is a leaflet and has data for search engines, which keep what they read"
        try:
            said = json.loads(element.text or "")
        except ValueError as error:
            yield f'<script type="{DATA}"> is no JSON ({error})'
            continue
        if not isinstance(said, dict) or said.get("@context") != "https://schema.org":
            yield f'<script type="{DATA}"> does not speak in the words of https://schema.org'


def _inline(page: BuiltPage) -> Iterator[str]:
    for element in page.document.iter():
        for name, value in element.attrib.items() if isinstance(element.tag, str) else ():
            if name == "style" or name.startswith("on"):
                yield f"<{element.tag}> has the attribute {name}=, which a strict content security policy blocks"
            elif name == "href" and value.strip().lower().startswith("javascript:"):
                yield f"<{element.tag}> has a javascript: address, which a strict content security policy blocks"
