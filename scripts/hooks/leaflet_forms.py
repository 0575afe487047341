"""A leaflet's other pages: two languages side by side (`calm/lt/` below it) and text alone (`calm/text/`).

Both are made from what the leaflet itself shows, when the last language has been built, and are not for search engines.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.utils import get_relative_url

from hooks.moving import moved, moved_href
from hooks.pairs import pair_parts
from hooks.parts import Part, Parts

TEXT = "text/"
# A second language for paper: one that staff or a lawyer in the country reads, or that many share.
SECONDS = ("en", "lt")


@dataclass(frozen=True)
class Leaflet:
    """A leaflet as it was built: its address from the root, what its template got, and a way to build its text anew.

    `fill(form, **more)` gives the parts with the partials of that form, which get `more` too (hooks.tags.show_tags).
    """

    key: str
    locale: str
    url: str
    meta: Mapping[str, object]
    context: Mapping[str, object]
    fill: Callable[..., Parts]


Leaflets = Mapping[tuple[str, str], Leaflet]  # (page key, locale)


def other_pages(leaflets: Leaflets, env: Environment) -> Iterator[tuple[str, str]]:
    """(address from the root, HTML) of every further page. Raises ValueError when two languages are not parallel."""
    for leaflet in leaflets.values():
        yield leaflet.url + TEXT, _text_page(leaflet, env)
        for other in leaflets.values():
            if other.key == leaflet.key and other.locale != leaflet.locale:
                yield _pair_url(leaflet, other.locale), _pair_page(leaflet, other, leaflets, env)


def _pair_url(leaflet: Leaflet, locale: str) -> str:
    return f"{leaflet.url}{locale}/"


def _pair_page(first: Leaflet, second: Leaflet, leaflets: Leaflets, env: Environment) -> str:
    url = _pair_url(first, second.locale)
    try:
        ours = _moved(first.fill("pair", second=second.locale), first, url, second, leaflets)
        theirs = _moved(second.context["parts"], second, url, first, leaflets)
        parts = pair_parts(ours, theirs)
    except ValueError as error:
        raise ValueError(f"{first.key} cannot be shown in {first.locale} and {second.locale}: {error}") from None
    sides = [_side(leaflet, url) for leaflet in (first, second)]
    return env.get_template("pair.html").render(
        {
            **sides[0],
            "form": "pair",
            "sheet": f"{Path(first.key).stem}-{second.locale}.pdf" if second.locale in SECONDS else "",
            "page": SimpleNamespace(meta=first.meta, canonical_url=None),
            "second": sides[1],
            "heading": (first.meta["title"], second.meta["title"]),
            "parts": parts,
            "second_href": get_relative_url(second.url, url),
            "alone_href": get_relative_url(first.url, url),
            "swapped_href": get_relative_url(_pair_url(second, first.locale), url),
            "boxes": [Markup(env.get_template("partials/emergency.html").render(side)) for side in sides],
        }
    )


def _side(leaflet: Leaflet, url: str) -> dict[str, object]:
    """What the templates got for one language, with its links as they are at `url`."""
    context = dict(leaflet.context)
    for name in ("home_href", "help_href", "root_href", "sources_href"):
        context[name] = moved_href(str(context[name]), leaflet.url, url)
    context["footer"] = [{**link, "href": moved_href(link["href"], leaflet.url, url)} for link in context["footer"]]
    return context


def _moved(parts: Parts, leaflet: Leaflet, url: str, other: Leaflet, leaflets: Leaflets) -> Parts:
    """Parts of a leaflet for the page at `url`; links to leaflets lead to the same two languages."""
    instead = {
        each.url: _pair_url(each, other.locale)
        for each in leaflets.values()
        if each.locale == leaflet.locale and (each.key, other.locale) in leaflets
    }

    return _relocated(parts, leaflet.url, url, instead)


def _relocated(parts: Parts, origin: str, url: str, instead: Mapping[str, str]) -> Parts:
    """Parts with their links as they have to stand at `url`."""

    def part(old: Part) -> Part:
        return Part(old.id, old.title, old.icon, moved(old.html, origin, url, instead), list(map(part, old.children)))

    return Parts(moved(parts.intro, origin, url, instead), list(map(part, parts.sections)))


def _text_page(leaflet: Leaflet, env: Environment) -> str:
    url = leaflet.url + TEXT
    return env.get_template("text.html").render(
        {
            **_side(leaflet, url),
            "form": "text",
            "page": SimpleNamespace(meta=leaflet.meta, canonical_url=None),
            "parts": _relocated(leaflet.fill("text"), leaflet.url, url, {}),
            "whole_href": get_relative_url(leaflet.url, url),
        }
    )
