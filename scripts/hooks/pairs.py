"""Two languages of one page side by side: its parts in blocks, each beside its counterpart, whoever of two people reads.

The checker proves that the sections of a page are the same in every language; inside a section blocks are matched when
both sides have the same elements in the same order, else the section stands beside the other as a whole.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import html
from markupsafe import Markup

from hooks.parts import Part, Parts, markup_of

# What a page says in several languages at once already: it stands once, for both readers.
SHARED = "show"


@dataclass
class Row:
    """One block in both languages; `second` is None where the block is for both."""

    first: Markup
    second: Markup | None


@dataclass
class PairedPart:
    """A part in both languages: `titles` and `rows`; `children` of the steps."""

    id: str
    icon: str | None
    titles: tuple[Markup, Markup]
    rows: list[Row]
    children: list[PairedPart] = field(default_factory=list)


@dataclass
class PairedParts:
    """`intro`: what stands before the first heading."""

    intro: list[Row]
    sections: list[PairedPart]


def pair_parts(first: Parts, second: Parts) -> PairedParts:
    """The parts of one page in two languages, matched. Raises ValueError, naming the first difference, otherwise."""
    return PairedParts(_rows(first.intro, second.intro), _matched(first.sections, second.sections))


def _matched(first: list[Part], second: list[Part]) -> list[PairedPart]:
    if (ours := [part.id for part in first]) != (theirs := [part.id for part in second]):
        raise ValueError(f"the sections differ: {', '.join(ours)} and {', '.join(theirs)}")
    return [
        PairedPart(
            one.id,
            one.icon,
            (one.title, other.title),
            _rows(one.html, other.html),
            _matched(one.children, other.children),
        )
        for one, other in zip(first, second, strict=True)
    ]


def _rows(first: Markup, second: Markup) -> list[Row]:
    ours, theirs = html.fragments_fromstring(first), html.fragments_fromstring(second)
    if [_kind(node) for node in ours] != [_kind(node) for node in theirs]:
        return [Row(first, second)]
    return [
        Row(markup_of(one), None if _kind(one)[1] == SHARED else markup_of(other))
        for one, other in zip(ours, theirs, strict=True)
        if not isinstance(one, str) or one.strip()
    ]


def _kind(node: html.HtmlElement | str) -> tuple[str, str]:
    """The element and its class, which tells a card from a sentence to show."""
    return ("", "") if isinstance(node, str) else (str(node.tag), node.get("class", ""))
