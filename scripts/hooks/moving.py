"""Relative links of one page, written for another place of the site."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urljoin, urlsplit

from lxml import html
from markupsafe import Markup, escape
from mkdocs.utils import get_relative_url


def moved_href(href: str, origin: str, target: str, instead: Mapping[str, str] | None = None) -> str:
    """A link of the page at `origin` as it has to stand at `target`, both addresses from the root of the site.

    `instead` names other addresses for some. Links within the page and to other hosts stay as they are.
    """
    parts = urlsplit(href)
    if not parts.path or parts.scheme or parts.netloc:
        return href
    address = urljoin(f"/{origin}", parts.path).lstrip("/")
    fragment = f"#{parts.fragment}" if parts.fragment else ""
    return get_relative_url((instead or {}).get(address, address) or "./", target) + fragment


def moved(content: Markup, origin: str, target: str, instead: Mapping[str, str] | None = None) -> Markup:
    """The HTML of the page at `origin` with its links as they have to stand at `target`."""
    if "<a " not in content:
        return content
    nodes = html.fragments_fromstring(content)
    for node in nodes:
        for link in () if isinstance(node, str) else node.iter("a"):
            if href := link.get("href"):
                link.set("href", moved_href(href, origin, target, instead))
    return Markup("").join(
        escape(node) if isinstance(node, str) else Markup(html.tostring(node, encoding="unicode")) for node in nodes
    )
