"""Links inside the site lead to a page, a file and an anchor that are there."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from lxml import html

from ..finding import Draft
from ..rules import Rule
from .pages import BuiltPage, BuiltSite

ATTRIBUTES = {
    "a": "href",
    "area": "href",
    "link": "href",
    "script": "src",
    "img": "src",
    "iframe": "src",
    "source": "src",
    "video": "src",
    "audio": "src",
}
LINKS = {"stylesheet", "icon", "apple-touch-icon", "manifest", "alternate", "next", "prev"}


def broken_links(built: BuiltSite, page: BuiltPage) -> Iterator[Draft]:
    """Links to nothing, each address told once a page. What is written with a host is left to its own rules."""
    seen = set()
    for element in page.document.iter(*ATTRIBUTES):
        address = element.get(ATTRIBUTES[element.tag])
        if address is None or address in seen or not _leads(element):
            continue
        seen.add(address)
        if problem := _problem(built, page, address):
            line = element.sourceline or 1
            yield Draft(Rule.BUILT_LINK_BROKEN, line, "", f"The link {address} {problem[0]}.", problem[1])


def _leads(element: html.HtmlElement) -> bool:
    return element.tag != "link" or not LINKS.isdisjoint(element.get("rel", "").lower().split())


def _problem(built: BuiltSite, page: BuiltPage, address: str) -> tuple[str, str] | None:
    """What is wrong with an address, and the cure."""
    try:
        target = None if urlsplit(address.strip()).netloc else built.target(page, address)
    except ValueError:
        return "is no address", "correct it"
    if target is None:
        return None
    found = built.page(target.address)
    if found is None and target.address.lstrip("/") not in built.files:
        if built.page(f"{target.address}/"):
            return "lacks the slash at its end", "write the slash: not every server adds it"
        return "leads to nothing", "correct the link, or build what it leads to"
    # Scripts of a page make up what begins with / or !; `:~:` names a text and no anchor.
    if found and target.fragment not in found.anchors and not target.fragment.startswith(("/", "!", ":~:")):
        return "leads to an anchor that is not there", f"correct it, or set the anchor on {found.address}"
    return None
