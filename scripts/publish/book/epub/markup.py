"""The blocks of a chapter -> XHTML as an e-reader takes it: every language marked, every note with a way there and back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from l10n.i18n_plugin import Locale
from publish.runs import Run

XHTML = "http://www.w3.org/1999/xhtml"
EPUB = "http://www.idpf.org/2007/ops"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# Beside the word, never instead of it; those who listen hear the word alone.
_MARKS = {"do": "✓", "dont": "✗", "care": "⚠", "ladder": "☰"}
_WRAPPED = {"b": "strong", "i": "em", "m": "small"}


def element(name: str, *children: etree._Element | str | None, **attributes: str | None) -> etree._Element:
    """An element of XHTML; `epub_type` and `lang` are written as they must be, attributes of None left out."""
    made = etree.Element(f"{{{XHTML}}}{name}", nsmap={None: XHTML, "epub": EPUB})
    for key, value in attributes.items():
        if value is None:
            continue
        if key == "lang":
            made.set(_XML_LANG, value)
            made.set("dir", direction(value))
        made.set(f"{{{EPUB}}}type" if key == "epub_type" else key.rstrip("_").replace("_", "-"), value)
    for child in children:
        if isinstance(child, str):
            append_text(made, child)
        elif child is not None:
            made.append(child)
    return made


def append_text(parent: etree._Element, text: str) -> None:
    """Puts text behind what is in an element."""
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def direction(lang: str) -> str:
    """`rtl` or `ltr`."""
    return "rtl" if Locale(lang, lang).rtl else "ltr"


@dataclass
class Markup:
    """Makes the XHTML of one chapter. `base`: how many levels stand above its headings."""

    chapter: str
    lang: str
    base: int = 1
    _marks: Counter = field(default_factory=Counter)

    def blocks(self, blocks: Iterable[dict]) -> Iterator[etree._Element]:
        for block in blocks:
            yield from self.block(block)

    def block(self, block: dict) -> Iterator[etree._Element]:
        kind = block["k"]
        if kind == "p":
            yield self.worded("p", block["runs"])
        elif kind == "quote":
            yield element("blockquote", self.worded("p", block["runs"]))
        elif kind == "head":
            yield self.worded(f"h{self.base + block['level']}", block["runs"], id=block["id"] or None)
        elif kind in ("ul", "ol"):
            lang = None if block["lang"] == self.lang else block["lang"]
            yield element(kind, *(self.item(item) for item in block["items"]), lang=lang)
        elif kind == "table":
            head = element("thead", element("tr", *(self.worded("th", cell, scope="col") for cell in block["head"])))
            rows = (element("tr", *(self.worded("td", cell) for cell in row)) for row in block["rows"])
            yield element("table", head, element("tbody", *rows))
        elif kind == "box":
            label = self.label(block["style"], block["title"])
            yield element("aside", label, *self.blocks(block["blocks"]), class_=f"box {block['style']}")
        elif kind == "say":
            yield self.say(block)
        elif kind == "card":
            yield self.card(block)
        elif kind == "terms":
            yield from (self.term(entry) for entry in block["entries"])

    def item(self, blocks: list[dict]) -> etree._Element:
        """A list item; a single paragraph needs no paragraph of its own."""
        if blocks and blocks[0]["k"] == "p":
            item = self.worded("li", blocks[0]["runs"])
            item.extend(self.blocks(blocks[1:]))
            return item
        return element("li", *self.blocks(blocks))

    def label(self, style: str, words: str) -> etree._Element:
        mark = element("span", _MARKS[style] + " ", aria_hidden="true") if style in _MARKS else None
        return element("p", mark, words, class_="label")

    def say(self, block: dict) -> etree._Element:
        first, *others = block["lines"]
        lines = [
            part
            for line in others
            for part in (
                element("dt", line["name"], lang=line["lang"]),
                self.worded("dd", [run._replace(lang="") for run in line["runs"]], lang=line["lang"]),
            )
        ]
        said = self.worded("p", first["runs"], class_="said")
        return element(
            "aside", self.label("say", block["title"]), said, element("dl", *lines), class_="say", id=block.get("id")
        )

    def card(self, block: dict) -> etree._Element:
        name = element("p", element("strong", block["name"]), class_="name")
        if block["official"]:
            append_text(name, " ")
            name.append(element("small", block["official"], lang="lt"))
        terms = [part for term, words in block["terms"] for part in (self.worded("dt", term), self.worded("dd", words))]
        parts = [self.worded("p", block["whom"])]
        parts += [self.worded("p", block["call"], class_="call")] if block["call"] else []
        parts += [element("dl", *terms)]
        parts += [self.worded("p", block["note"])] if block["note"] else []
        return element("div", name, *parts, class_="card")

    def term(self, entry: dict) -> etree._Element:
        forms = [
            part
            for form in entry["forms"]
            for part in (element("dt", form["name"], lang=form["lang"]), self.worded("dd", form["runs"]))
        ]
        also = self.worded("p", entry["also"]) if entry["also"] else None
        heading = self.worded(f"h{self.base + 1}", entry["term"])
        return element("section", heading, also, element("dl", *forms), class_="term", id=entry["id"])

    def notes(self, notes: list[list[Run]], title: str) -> etree._Element:
        """The notes of the chapter, behind its text: each leads back to where it is first named."""
        items = []
        for number, note in enumerate(notes, 1):
            item = self.worded("li", [run._replace(lang="") for run in note], lang="en", id=f"note-{number}")
            if self._marks[f"note-{number}"]:
                append_text(item, " ")
                back = {"epub_type": "backlink", "role": "doc-backlink", "aria_label": str(number)}
                item.append(element("a", "↩", href=f"#to-note-{number}", **back))
            items.append(item)
        heading = element(f"h{self.base + 1}", title)
        return element("section", heading, element("ol", *items), epub_type="endnotes", role="doc-endnotes")

    def worded(self, name: str, runs: list[Run], **attributes: str | None) -> etree._Element:
        """An element with its words."""
        made = element(name, **attributes)
        previous = Run("")
        for run in runs:
            if "s" in run.flags and "s" in previous.flags:
                made.append(element("sup", ","))
            part = self.run(run)
            append_text(made, part) if isinstance(part, str) else made.append(part)
            previous = run
        return made

    def run(self, run: Run) -> etree._Element | str:
        part: etree._Element | str = run.text
        if "n" in run.flags:
            part = element("bdi", part, dir="ltr")
        for flag, name in _WRAPPED.items():
            if flag in run.flags:
                part = element(name, part)
        if run.lang and run.lang != self.lang:
            part = element("span", part, lang=run.lang)
        if not run.target:
            return part
        href = self.href(run.target)
        if "s" not in run.flags:
            return element("a", part, href=href)
        note = href.removeprefix("#")
        self._marks[note] += 1
        first = f"to-{note}" if self._marks[note] == 1 else None
        return element("sup", element("a", part, href=href, id=first, epub_type="noteref", role="doc-noteref"))

    def href(self, target: str) -> str:
        """A target as an address within the book, or out of it."""
        if not target.startswith("@"):
            return target
        chapter, _, anchor = target.removeprefix("@").partition(".")
        return ("" if chapter == self.chapter and anchor else f"{chapter}.xhtml") + (f"#{anchor}" if anchor else "")
