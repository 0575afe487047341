"""The HTML that Markdown makes of a page, made fit for Material's pages: notes that lead back, tables that become cards."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import html
from markupsafe import Markup, escape

_NOTES = '<div class="footnote">\n<hr />'
_BACK = re.compile(r'(<a class="footnote-backref" href="[^"]*") title="[^"]*">[^<]*</a>')
# Two marks with nothing between them: a comma has to part 3 and 4 from 34.
_NEIGHBOURS = re.compile(r'(</sup>)<sup id="')
_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)


def finished(content: str, strings: Mapping[str, str]) -> str:
    """`content` with a heading over its notes and every table with its columns named in each cell.

    `strings` are the words of the templates in the language of the page.
    """
    back = escape(strings["guide_note_back"])
    content = content.replace(_NOTES, f'<div class="footnote">\n<h2 id="notes">{escape(strings["guide_notes"])}</h2>')
    content = _BACK.sub(rf'\1 aria-label="{back}" title="{back}">↑</a>', content)
    content = _NEIGHBOURS.sub(r'\1<sup class="more" id="', content)
    return _TABLE.sub(lambda match: _cards(match[0]), content)


def _cards(table: str) -> str:
    """A table whose first column names its rows; on a narrow screen each row is a card (.cards in material.css)."""
    tree = html.fragment_fromstring(table)
    tree.set("class", "cards")
    heads = tree.findall("thead/tr/th")
    names = [head.text_content().strip() for head in heads]
    for head, name in zip(heads, names, strict=True):
        if name:
            head.set("scope", "col")
        else:
            head.tag = "td"  # a head that names nothing is none
    for row in tree.iterfind("tbody/tr"):
        for number, (cell, name) in enumerate(zip(row, names, strict=True)):
            if not number:
                cell.tag = "th"
                cell.set("scope", "row")
            elif name:
                cell.set("data-label", name)
    return Markup(html.tostring(tree, encoding="unicode"))
