"""Nothing may come from another host: what a page loads by itself, in its markup and in stylesheets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from lxml import html

from publish.verify.pages import BuiltPage

# Attributes that load (or send) without being followed by a person.
_LOADS = {"src", "poster", "data", "action", "formaction", "ping", "background"}
_LOADING_LINKS = {
    "stylesheet",
    "icon",
    "preload",
    "modulepreload",
    "manifest",
    "prefetch",
    "preconnect",
    "dns-prefetch",
}
_STYLE = re.compile(r"""@import\s*['"]|url\(\s*['"]?\s*(?:https?:)?//""", re.IGNORECASE)


def foreign_loads(page: BuiltPage) -> Iterator[str]:
    """Sentences without the name of the file."""
    for element in page.document.iter():
        for name, value in element.attrib.items() if isinstance(element.tag, str) else ():
            for address in _addresses(element, name, value):
                if _foreign(address):
                    yield f"<{element.tag} {name}=> loads {address} from another host"
    if page.document.xpath("//meta[translate(@http-equiv, 'REFSH', 'refsh')='refresh']"):
        yield "<meta http-equiv=refresh> moves the reader on by itself"
    if any(_STYLE.search(style) for style in page.document.xpath("//style/text()")):
        yield "its style loads something"


def foreign_styles(site_dir: Path) -> Iterator[str]:
    """Stylesheets that load from another host, each named."""
    for path in sorted(site_dir.rglob("*.css")):
        if _STYLE.search(path.read_text(encoding="utf-8", errors="replace")):
            yield f"{path.relative_to(site_dir)}: it loads something from another host"


def _addresses(element: html.HtmlElement, name: str, value: str) -> list[str]:
    if name == "href" and element.tag in ("use", "image"):
        return [value]
    if name == "href":
        loading = element.tag == "link" and _LOADING_LINKS & set(element.get("rel", "").split())
        return [value] if loading else []
    if name == "srcset":
        return [candidate.split()[0] for candidate in value.split(",") if candidate.strip()]
    return [value] if name in _LOADS else []


def _foreign(address: str) -> bool:
    try:
        return bool(urlsplit(address.strip()).netloc)
    except ValueError:
        return True
