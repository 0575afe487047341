"""The card of a service on a built page -> its parts, for paper and books."""

from __future__ import annotations

from collections.abc import Callable

from lxml import html


def service_card(node: html.HtmlElement, runs: Callable[[html.HtmlElement], list]) -> dict:
    """Name, official name, whom it is for, number, terms and note; `runs` makes runs of an element."""
    heading = node.find("h3")
    official = heading.find("small")
    call = node.xpath("a[contains(concat(' ', @class, ' '), ' call ')]")
    note = node.find("p[@class='small']")
    return {
        "k": "card",
        "name": (heading.text or "").strip(),
        "official": official.text_content().strip() if official is not None else "",
        "whom": runs(node.find("p")),
        "call": runs(call[0]) if call else [],
        "terms": [(runs(term), runs(term.getnext())) for term in node.iter("dt")],
        "note": runs(note) if note is not None else [],
    }
