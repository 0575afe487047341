"""A built leaflet page, in one language or two, -> the rows that paper shows. Data only: no word of a page becomes code.

A row is a dictionary with `k`, its kind. `head` (`level`), `text`, `note` and `lead` have `a` and, in two languages, `b`:
lists of blocks for the first and second reader. `box` and `step` hold `rows`; a `step` has `n` and `icon`. `several`
holds rows that may stand beside each other: cards of one language, or `say`, which is for both readers. A block is a dictionary too: `p` (runs), `ul` (runs an item), `urgent`, `card`. A run is [text, flags]:
`b` bold, `n` a number or address that runs from left to right whatever stands around it and is never broken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import html

from publish.card import service_card
from publish.direction import on_paper
from publish.runs import runs_of

# What only a screen can do.
LEFT_OUT = ("quick", "tools", "chips", "send", "meta", "urgent-again")
LINKS_ONLY = re.compile(r"[\s·]*")

Runs = list[list[str]]
Row = dict[str, object]


def read_page(page: Path) -> tuple[list[Row], html.HtmlElement]:
    """The rows of the page and its parsed document."""
    document = html.parse(str(page), html.HTMLParser(encoding="utf-8")).getroot()
    return _gathered(list(_rows(document.find(".//main")))), document


def _rows(parent: html.HtmlElement) -> Iterator[Row]:
    children = [child for child in parent if isinstance(child.tag, str)]
    for index, node in enumerate(children):
        names = node.get("class", "").split()
        following = children[index + 1] if index + 1 < len(children) else None
        heads_row = following is not None and "send" in following.get("class", "")
        if node.tag == "nav" or any(name in LEFT_OUT for name in names) or heads_row:
            continue
        if node.tag in ("h1", "h2", "h3"):
            yield {"k": "head", "level": int(node.tag[1]), **_sides(node)}
        elif node.get("class") in ("key", "now"):
            yield {"k": "box", "style": node.get("class"), "rows": list(_rows(node))}
        elif "steps" in names:
            yield from (_step(number, item) for number, item in enumerate(node, 1))
        elif "lead" in names:
            yield from ({**row, "k": "lead"} for row in _rows(node))
        elif "draft" in names or node.find("div[@class='draft']") is not None:
            yield {"k": "note", "a": [_paragraph(line) for line in node.iter("p")], "lang": node.get("lang")}
        elif "show" in names:
            yield {"k": "say", "lines": [_line(line) for line in node]}
        elif node.tag == "section":
            yield from _rows(node)
        elif "duo" in names:
            sides = _sides(node)
            if sides["a"]:
                yield {"k": "text", **sides}
        elif block := _block(node):
            yield {"k": "text", "a": [block]}


def _gathered(rows: list[Row]) -> list[Row]:
    """Cards that follow each other, and sentences to show, gathered into one row each."""
    gathered: list[Row] = []
    for row in rows:
        card = row["k"] == "text" and "b" not in row and [block["k"] for block in row["a"]] == ["card"]
        kind = "say" if row["k"] == "say" else "card" if card else ""
        if kind and gathered and gathered[-1].get("of") == kind:
            gathered[-1]["rows"].append(row)
        elif kind:
            gathered.append({"k": "several", "of": kind, "rows": [row]})
        else:
            gathered.append(row)
    return gathered


def _step(number: int, item: html.HtmlElement) -> Row:
    picture, text = item
    svg = html.tostring(picture.find("svg"), encoding="unicode", with_tail=False)
    # As a file of its own the picture has no style sheet to take its line from.
    line = 'xmlns="http://www.w3.org/2000/svg" fill="none" stroke="#000" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round"'
    svg = re.sub(r"<svg[^>]*>", f'<svg viewBox="0 0 48 48" {line}>', svg)
    return {"k": "step", "n": number, "icon": svg, "rows": list(_rows(text))}


def _sides(node: html.HtmlElement) -> dict[str, list]:
    """The blocks of one reader, or of two where the node holds both."""
    if "duo" not in node.get("class", "").split():
        return {"a": [_paragraph(node)]}
    first, second = node
    return {"a": _blocks(first), "b": _blocks(second)}


def _blocks(node: html.HtmlElement) -> list[dict]:
    if node.tag == "span":
        return [_paragraph(node)]
    return [block for child in node if isinstance(child.tag, str) and (block := _block(child))]


def _block(node: html.HtmlElement) -> dict | None:
    names = node.get("class", "").split()
    if node.tag == "ul":
        return {"k": "ul", "items": [_runs(item) for item in node]}
    if "urgent" in names:
        question, action, small = node.findall("p")[:3]
        return {
            "k": "urgent",
            "question": _runs(question),
            "action": _runs(action),
            "call": _runs(node.find("a/span")),
            "small": _runs(small),
        }
    if "card" in names:
        return service_card(node, _runs)
    return _paragraph(node) if node.tag == "p" and not _only_links(node) else None


def _line(node: html.HtmlElement) -> dict:
    return {"lang": node.get("lang") or "", "runs": _runs(node), "big": "big" in node.get("class", "")}


def _paragraph(node: html.HtmlElement) -> dict:
    return {"k": "p", "runs": _runs(node)}


def _only_links(node: html.HtmlElement) -> bool:
    """Whether a paragraph leads to other pages and says nothing by itself."""
    loose = (node.text or "") + "".join(child.tail or "" for child in node)
    telephone = any(link.get("href", "").startswith("tel:") for link in node.iter("a"))
    return node.find("a") is not None and not telephone and bool(LINKS_ONLY.fullmatch(loose))


def _runs(node: html.HtmlElement) -> Runs:
    """The text of an element as runs, as paper needs them."""
    return [[on_paper(run.text) if "n" in run.flags else run.text, run.flags] for run in runs_of(node)]
