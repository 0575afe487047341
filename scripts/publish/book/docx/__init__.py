"""The book for office programs, to adapt it: DOCX with real headings, styles, lists, tables and notes.

Contract: the same data give the same bytes; each paragraph and run has its language and direction; telephone numbers,
ranges and references keep their order in Arabic (tests/publish/book).
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from publish.book.docx.body import Body
from publish.book.docx.parts import content_types, core, footer, footnotes, header, numbering, relations, settings
from publish.book.docx.words import Words, bookmark, w
from publish.book.epub import part_name
from publish.runs import Run

HERE = Path(__file__).resolve().parent
_WHEN = (1980, 1, 1, 0, 0, 0)  # in the archive: no clock


def docx(book: dict) -> bytes:
    """The file of a book as publish/book/binding.py binds it."""
    words = Words(book["lang"])
    body = Body(words)
    document = w("document", w("body", *_content(book, body), _section(book["rtl"])))
    in_notes = Words(book["lang"])
    notes = footnotes(words.notes, in_notes)
    files = {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relations({}, package=True),
        "docProps/core.xml": core(book),
        "word/document.xml": document,
        "word/_rels/document.xml.rels": relations(words.links),
        "word/styles.xml": etree.parse(HERE / "styles.xml", etree.XMLParser(remove_blank_text=True)).getroot(),
        "word/numbering.xml": numbering(body.numbered),
        "word/settings.xml": settings(book["lang"]),
        "word/footnotes.xml": notes,
        "word/_rels/footnotes.xml.rels": relations(in_notes.links, notes=True),
        "word/header1.xml": header(book, words),
        "word/footer1.xml": footer(book, words),
    }
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, root in files.items():
            content = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
            archive.writestr(zipfile.ZipInfo(name, _WHEN), content, zipfile.ZIP_DEFLATED, 9)
    return result.getvalue()


def _content(book: dict, body: Body) -> Iterator[etree._Element]:
    yield from _title(book, body)
    yield from _contents(book, body.words)
    for part in book["parts"]:
        level = 2 if part["title"] else 1
        if part["title"]:
            yield body.heading(1, [Run(part_name(book, part))], _part_target(part))
        for chapter in part["chapters"]:
            yield from body.chapter(chapter, level)
    if book["say"]:
        yield body.heading(1, [Run(book["words"]["say"])], "@say")
        for group in book["say"]:
            yield body.words.paragraph("BoxTitle", [Run(group["title"])])
            for sentence in group["sentences"]:
                yield _indexed(sentence, body.words)


def _title(book: dict, body: Body) -> Iterator[etree._Element]:
    words = body.words
    if book["draft"]:
        yield words.paragraph("Draft", [Run(book["draft"])])
    yield words.paragraph("Title", [Run(book["title"])])
    yield words.paragraph("Subtitle", [Run(book["subtitle"])])
    yield words.paragraph("Normal", [Run(book["words"]["not"], "b")])
    for line in book["notices"]:
        yield words.paragraph("Normal", line)
    if book["missing"]:
        yield words.paragraph("Normal", [Run(book["words"]["missing"], "b")])
        items = [[{"k": "p", "runs": [Run(page["title"], lang=page["lang"])]}] for page in book["missing"]]
        yield from body.listed({"k": "ul", "lang": book["lang"], "items": items}, [], 0)
    if book["address"]:
        yield words.paragraph(
            "Normal", [Run(f"{book['words']['newest']} "), Run(book["address"], "n", book["address"])]
        )
    yield words.paragraph("Normal", [Run(" · ".join([book["site"], *book["version"], book["licence"]]))])


def _contents(book: dict, words: Words) -> Iterator[etree._Element]:
    """Contents as a field: links at once, page numbers when somebody updates it (F9), and no question on opening."""
    entries = []
    for part in book["parts"]:
        if part["title"]:
            entries.append((1, part_name(book, part), _part_target(part)))
        level = 2 if part["title"] else 1
        entries += [(level, chapter["title"], f"@{chapter['id']}") for chapter in part["chapters"]]
    entries += [(1, book["words"]["say"], "@say")] if book["say"] else []
    yield words.paragraph("TOCHeading", [Run(book["words"]["contents"])])
    for index, (level, title, target) in enumerate(entries):
        line = words.paragraph(f"TOC{level}", [])
        if index == 0:
            instruction = w("instrText")
            instruction.text = ' TOC \\o "1-2" \\h \\z \\u '
            line.extend(w("r", part) for part in (_field("begin"), instruction, _field("separate")))
        line.append(w("hyperlink", words.text(title, book["lang"]), anchor=bookmark(target), history="1"))
        if index == len(entries) - 1:
            line.append(w("r", _field("end")))
        yield line


def _part_target(part: dict) -> str:
    return f"@part-{part['chapters'][0]['id']}"


def _field(kind: str) -> etree._Element:
    return w("fldChar", fldCharType=kind)


def _indexed(sentence: dict, words: Words) -> etree._Element:
    """A sentence with the page of each of its places, as a field that is filled when somebody updates it."""
    line = words.paragraph("Normal", [*sentence["runs"], Run("  ")])
    for index, name in enumerate(sentence["ids"]):
        if index:
            line.append(words.text(", ", words.lang))
        number = words.text("→", words.lang)
        line.append(w("hyperlink", w("fldSimple", number, instr=f" PAGEREF {bookmark(name)} "), anchor=bookmark(name)))
    return line


def _section(rtl: bool) -> etree._Element:
    return w(
        "sectPr",
        w("headerReference", type="default", r_id="header"),
        w("footerReference", type="default", r_id="footer"),
        w("pgSz", w=11906, h=16838),
        w("pgMar", top=1418, right=1276, bottom=1418, left=1276, header=709, footer=709, gutter=0),
        w("bidi") if rtl else None,
    )
