"""The blocks of a book -> the body of a document: headings, lists, tables and boxes that an office program knows as such."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count

from lxml import etree

from publish.book.docx.words import Words, bookmark, is_rtl, w
from publish.runs import Run

_BOXES = {"do": "BoxDo", "dont": "BoxDont", "ladder": "BoxLadder"}
# Beside the word, never instead of it.
_MARKS = {"do": "✓ ", "dont": "✗ "}
_WIDTH = 9354  # twentieths of a point between the margins of A4
BULLETS = 1  # the list of all bullets; every numbered list has its own, which begins at 1


@dataclass
class Body:
    """Writes blocks for a document in `words.lang`. `numbered`: ids of the lists that count."""

    words: Words
    numbered: list[int] = field(default_factory=list)
    _marks: Iterator[int] = field(default_factory=count)

    def chapter(self, chapter: dict, level: int) -> Iterator[etree._Element]:
        """A page of the guide whose title is a heading of that level."""
        yield self.heading(level, [Run(chapter["title"])], f"@{chapter['id']}")
        for label, words in chapter["head"]:
            yield self.words.paragraph("ForWhom", [Run(f"{label} ", "b"), Run(words)])
        for line in chapter["notices"]:
            yield self.words.paragraph("Draft", line)
        yield from self.blocks(chapter["blocks"], chapter, level)
        if leaflets := chapter["hand"]["titles"]:
            yield self.words.paragraph("BoxTitle", [Run(chapter["hand"]["label"])])
            items = [[{"k": "p", "runs": [Run(each["title"], lang=each["lang"])]}] for each in leaflets]
            yield from self.listed({"k": "ul", "lang": self.words.lang, "items": items}, [], 0)

    def heading(self, level: int, runs: list[Run], target: str) -> etree._Element:
        return self.marked(self.words.paragraph(f"Heading{level}", runs), target)

    def marked(self, paragraph: etree._Element, target: str) -> etree._Element:
        """The paragraph with a bookmark around it, for links to lead to."""
        number = next(self._marks)
        paragraph.insert(1, w("bookmarkStart", id=number, name=bookmark(target)))
        paragraph.append(w("bookmarkEnd", id=number))
        return paragraph

    def blocks(self, blocks: Iterable[dict], chapter: dict, level: int) -> Iterator[etree._Element]:
        for block in blocks:
            yield from self.block(block, chapter, level)

    def block(self, block: dict, chapter: dict, level: int) -> Iterator[etree._Element]:
        kind, notes = block["k"], chapter["notes"]
        if kind == "head":
            target = f"@{chapter['id']}.{block['id']}"
            yield self.heading(min(level + block["level"], 4), block["runs"], target)
        elif kind in ("p", "quote"):
            yield self.words.paragraph("Quote" if kind == "quote" else "Normal", block["runs"], own_notes=notes)
        elif kind in ("ul", "ol"):
            yield from self.listed(block, notes, 0)
        elif kind == "table":
            yield from self.table(block, notes)
        elif kind == "box":
            title = self.words.paragraph("BoxTitle", [Run(_MARKS.get(block["style"], "") + block["title"])])
            inner = [title, *self.blocks(block["blocks"], chapter, level)]
            yield from self.boxed(_BOXES.get(block["style"], "BoxPlain"), inner)
        elif kind == "say":
            yield from self.boxed("BoxSay", list(self.say(block)))
        elif kind == "card":
            yield from self.boxed("BoxPlain", list(self.card(block)))
        elif kind == "terms":
            for entry in block["entries"]:
                yield from self.term(entry, chapter)

    def listed(self, block: dict, notes: list, depth: int) -> Iterator[etree._Element]:
        """The items of a list, and of the lists within them."""
        number, style = BULLETS, "ListBullet"
        if block["k"] == "ol":
            number, style = BULLETS + 1 + len(self.numbered), "ListNumber"
            self.numbered.append(number)
        for item in block["items"]:
            for index, inner in enumerate(item):
                if inner["k"] in ("ul", "ol"):
                    yield from self.listed(inner, notes, depth + 1)
                else:
                    numbering = (number, depth) if index == 0 else None
                    lang = block["lang"]
                    yield self.words.paragraph(style, inner["runs"], lang, numbering=numbering, own_notes=notes)

    def table(self, block: dict, notes: list) -> Iterator[etree._Element]:
        rows = [block["head"], *block["rows"]]
        widths = [
            max(14, min(60, max(sum(len(run.text) for run in row[i]) for row in rows))) for i in range(len(rows[0]))
        ]
        columns = [_WIDTH * width // sum(widths) for width in widths]
        made = self.framed("Figures", columns)
        for index, row in enumerate(rows):
            cells = (
                w(
                    "tc",
                    w("tcPr", w("tcW", w=width, type="dxa")),
                    self.words.paragraph("Normal", cell, own_notes=notes),
                )
                for cell, width in zip(row, columns, strict=True)
            )
            made.append(w("tr", w("trPr", w("cantSplit"), w("tblHeader") if index == 0 else None), *cells))
        yield from (made, self.words.paragraph("Normal", []))

    def boxed(self, style: str, inner: list[etree._Element]) -> Iterator[etree._Element]:
        """A frame around blocks, and the empty paragraph without which two frames would grow together."""
        if inner[-1].tag != w("p").tag:
            inner.append(self.words.paragraph("Normal", []))
        made = self.framed(style, [_WIDTH])
        made.append(w("tr", w("trPr", w("cantSplit")), w("tc", w("tcPr", w("tcW", w=_WIDTH, type="dxa")), *inner)))
        yield from (made, self.words.paragraph("Normal", []))

    def framed(self, style: str, columns: list[int]) -> etree._Element:
        """A table without rows."""
        properties = w(
            "tblPr",
            w("tblStyle", val=style),
            w("bidiVisual") if is_rtl(self.words.lang) else None,
            w("tblW", w=sum(columns), type="dxa"),
            w("tblLayout", type="fixed"),
            w(
                "tblLook",
                val="0020",
                firstRow="1",
                lastRow="0",
                firstColumn="0",
                lastColumn="0",
                noHBand="1",
                noVBand="1",
            ),
        )
        return w("tbl", properties, w("tblGrid", *(w("gridCol", w=width) for width in columns)))

    def say(self, block: dict) -> Iterator[etree._Element]:
        first, *others = block["lines"]
        yield self.words.paragraph("BoxTitle", [Run(block["title"])])
        yield self.marked(self.words.paragraph("Said", first["runs"]), f"@{block['id']}")
        for line in others:
            runs = [Run(f"{line['name']}  ", "m"), *line["runs"]]
            yield self.words.paragraph("SaidInAnother", runs, line["lang"])

    def card(self, block: dict) -> Iterator[etree._Element]:
        official = [Run(" "), Run(block["official"], "m", "", "lt")] if block["official"] else []
        yield self.words.paragraph("BoxTitle", [Run(block["name"]), *official])
        yield self.words.paragraph("Normal", block["whom"])
        if block["call"]:
            yield self.words.paragraph("BoxTitle", block["call"])
        for term, words in block["terms"]:
            named = [run._replace(flags=run.flags + "m") for run in term]
            yield self.words.paragraph("SaidInAnother", [*named, Run("  "), *words])
        if block["note"]:
            yield self.words.paragraph("SaidInAnother", block["note"])

    def term(self, entry: dict, chapter: dict) -> Iterator[etree._Element]:
        yield self.marked(self.words.paragraph("Term", entry["term"]), f"@{chapter['id']}.{entry['id']}")
        if entry["also"]:
            yield self.words.paragraph("SaidInAnother", entry["also"])
        for form in entry["forms"]:
            yield self.words.paragraph("SaidInAnother", [Run(f"{form['name']}  ", "m"), *form["runs"]], form["lang"])
