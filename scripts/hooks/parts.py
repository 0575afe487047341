"""The HTML of a page's text -> its parts (heading-delimited), so that a template can lay them out.

The parts are the sections that the checker compares: same anchors, same order, in every language.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import html
from markupsafe import Markup, escape

PICTOGRAM = "data-icon"


@dataclass
class Part:
    """One h2 with what follows it, or one h3 below such (then without children). `html` is what stands before the first child."""

    id: str
    title: Markup
    icon: str | None
    html: Markup = field(default_factory=Markup)
    children: list[Part] = field(default_factory=list)


@dataclass
class Parts:
    """`intro`: what stands before the first heading."""

    intro: Markup
    sections: list[Part]


def split_parts(content: str) -> Parts:
    """Splits rendered `content` at its h2 and h3 headings. Raises ValueError when an h3 has no h2 above it."""
    parts = Parts(Markup(""), [])
    current: Part | None = None
    for node in html.fragments_fromstring(content):
        tag = getattr(node, "tag", None)
        if tag == "h2":
            current = _part(node)
            parts.sections.append(current)
            current.html += escape(node.tail or "")
        elif tag == "h3":
            if not parts.sections:
                raise ValueError(f"the heading “{node.text_content()}” is of level 3, but no level 2 stands above it")
            current = _part(node)
            parts.sections[-1].children.append(current)
            current.html += escape(node.tail or "")
        elif current is None:
            parts.intro += markup_of(node)
        else:
            current.html += markup_of(node)
    return parts


def _part(heading: html.HtmlElement) -> Part:
    inner = escape(heading.text or "") + Markup("").join(markup_of(child) for child in heading)
    return Part(heading.get("id", ""), inner, heading.get(PICTOGRAM))


def markup_of(node: html.HtmlElement | str) -> Markup:
    """A node of the tree, or text between two, as the markup it was."""
    return escape(node) if isinstance(node, str) else Markup(html.tostring(node, encoding="unicode"))
