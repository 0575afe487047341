"""What a page loads or sends by itself from or to another host, in its markup and in stylesheets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from lxml import html

from ..finding import Draft
from ..rules import Rule
from .pages import BuiltPage, BuiltSite

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
_STYLE = re.compile(r"""(?:@import\s*['"]|url\(\s*['"]?)\s*((?:https?:)?//[^'")\s;]*)""", re.IGNORECASE)
_CURE = "serve it from the site itself, or name the host in extra.l10n.built.hosts"


def external_requests(built: BuiltSite, page: BuiltPage) -> Iterator[Draft]:
    """Elements and styles of a page that ask another host."""
    for element in page.document.iter():
        for name, value in element.attrib.items() if isinstance(element.tag, str) else ():
            for address in _addresses(element, name, value):
                if _foreign(built, address):
                    yield _draft(element.sourceline, f"<{element.tag} {name}=> asks another host: {address}.")
    for style in page.document.iter("style"):
        for _, address in _asked(built, style.text or ""):
            yield _draft(style.sourceline, f"<style> asks another host: {address}.")


def external_styles(built: BuiltSite) -> Iterator[tuple[Path, Draft]]:
    """Stylesheets that ask another host."""
    for name in sorted(name for name in built.files if name.endswith(".css")):
        text = (built.folder / name).read_text(encoding="utf-8", errors="replace")
        for line, address in _asked(built, text):
            yield built.folder / name, _draft(line, f"The stylesheet asks another host: {address}.")


def _asked(built: BuiltSite, style: str) -> Iterator[tuple[int, str]]:
    for match in _STYLE.finditer(style):
        if _foreign(built, match[1]):
            yield style.count("\n", 0, match.start()) + 1, match[1]


def _draft(line: int | None, message: str) -> Draft:
    return Draft(Rule.BUILT_EXTERNAL_REQUEST, line or 1, "", message, _CURE)


def _addresses(element: html.HtmlElement, name: str, value: str) -> list[str]:
    if name == "href" and element.tag in ("use", "image"):
        return [value]
    if name == "href":
        loading = element.tag == "link" and _LOADING_LINKS & set(element.get("rel", "").lower().split())
        return [value] if loading else []
    if name == "srcset":
        return [candidate.split()[0] for candidate in value.split(",") if candidate.strip()]
    return [value] if name in _LOADS else []


def _foreign(built: BuiltSite, address: str) -> bool:
    try:
        host = urlsplit(address.strip()).netloc
    except ValueError:
        return True
    own = {urlsplit(built.site_url).netloc, *built.site.policy.built.hosts}
    return bool(host) and host not in own
