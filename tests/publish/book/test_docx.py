"""The guide to adapt: an office program finds real headings, lists, tables and notes, each in its language and direction."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter

import docx
import pytest
from lxml import etree

from publish.book.docx.words import bookmark, stretches
from publish.making import make

BOOKS = ("files/guide.docx", "ar/files/guide.docx")
every_book = pytest.mark.parametrize("path", BOOKS)
NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
W, R = (f"{{{NAMES[prefix]}}}" for prefix in "wr")
# The order in which the schema wants them; Word refuses a document that has another.
ORDER = {
    "pPr": ["pStyle", "keepNext", "keepLines", "pageBreakBefore", "numPr", "spacing", "ind", "jc", "bidi", "outlineLvl"],
    "rPr": ["rStyle", "rFonts", "b", "bCs", "i", "iCs", "color", "sz", "szCs", "u", "vertAlign", "rtl", "lang"],
    "tblPr": ["tblStyle", "bidiVisual", "tblW", "tblInd", "tblBorders", "tblLayout", "tblCellMar", "tblLook"],
    "sectPr": ["headerReference", "footerReference", "pgSz", "pgMar", "bidi"],
}  # fmt: skip


def parts(content: bytes) -> dict[str, etree._Element]:
    """Name -> root of each part."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: etree.fromstring(archive.read(name)) for name in archive.namelist()}


def found(root: etree._Element, path: str) -> list:
    return root.xpath(path, namespaces=NAMES)


def text(node: etree._Element) -> str:
    return "".join(node.itertext(f"{W}t"))


@pytest.fixture(scope="module")
def books(library) -> dict[str, dict[str, etree._Element]]:
    return {path: parts((library.built / path).read_bytes()) for path in BOOKS}


@every_book
def test_headings_lists_tables_and_notes_are_real(library, path: str) -> None:
    document = docx.Document(io.BytesIO((library.built / path).read_bytes()))
    data = library.sheets()[path].data
    styles = Counter(paragraph.style.name for paragraph in document.paragraphs)
    titles = [p.text for p in document.paragraphs if p.style.name in ("Heading 1", "Heading 2")]
    for part in data["parts"]:
        assert [chapter["title"] for chapter in part["chapters"] if chapter["title"] not in titles] == []
    assert styles["List Bullet"] >= 4 and styles["Heading 3"] >= 5
    assert document.core_properties.title == data["title"]
    (figures,) = [table for table in document.tables if table.style.name == "Figures"]
    assert len(figures.rows) == 4 and len(figures.columns) == 3
    assert {table.style.name for table in document.tables} >= {
        "Box: do",
        "Box: do not",
        "Box: who and when",
        "Box: say",
    }


@every_book
def test_each_mark_has_its_note_and_each_link_its_place(books: dict, path: str) -> None:
    document, notes = books[path]["word/document.xml"], books[path]["word/footnotes.xml"]
    marks = found(document, "//w:footnoteReference/@w:id")
    assert marks == [str(number) for number in range(1, len(marks) + 1)] and len(marks) == 5
    assert [note.get(f"{W}id") for note in notes][2:] == marks
    assert all("(" in text(note) for note in notes[2:])
    names = found(document, "//w:bookmarkStart/@w:name")
    assert len(names) == len(set(names)) and all(len(name) <= 40 for name in names)
    assert set(found(document, "//w:hyperlink/@w:anchor")) <= set(names)
    for part in ("document", "footnotes"):
        known = {each.get("Id") for each in books[path][f"word/_rels/{part}.xml.rels"]}
        assert set(found(books[path][f"word/{part}.xml"], "//@r:id")) <= known
    used = set(found(document, "//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val"))
    assert used <= set(found(books[path]["word/styles.xml"], "//w:style/@w:styleId"))


@every_book
def test_each_paragraph_and_run_says_its_direction_and_language(books: dict, path: str) -> None:
    document = books[path]["word/document.xml"]
    rtl = path.startswith("ar/")
    assert bool(found(document, "//w:sectPr/w:bidi")) == rtl
    assert len(found(document, "//w:tbl[not(w:tblPr/w:bidiVisual)]" if rtl else "//w:bidiVisual")) == 0
    for paragraph in document.iter(f"{W}p"):
        assert found(paragraph, "w:pPr/w:bidi/@w:val") in (["0"], ["1"])
    for run in found(document, "//w:r[w:t]"):
        arabic = bool(re.search("[\u0620-\u064a]", text(run)))
        says = bool(found(run, "w:rPr/w:rtl"))
        latin = bool(re.search("[A-Za-z\u0400-\u04ff]", text(run)))
        assert says or not arabic, text(run)
        assert not (says and latin), text(run)
        assert found(run, "w:rPr/w:lang/@w:bidi") == (["ar-EG"] if says else []), text(run)
    said = [p for p in document.iter(f"{W}p") if found(p, "w:pPr/w:pStyle[@w:val='SaidInAnother']")]
    assert {value for p in said for value in found(p, ".//w:lang/@w:val")} >= {"lt-LT", "ru-RU", "fr-FR"}


def test_numbers_and_ranges_in_arabic_keep_their_order(books: dict) -> None:
    """A run from left to right between marks, with blanks that do not break."""
    document = books[BOOKS[1]]["word/document.xml"]
    runs = {text(run).strip("\u200e"): run for run in found(document, "//w:r[w:t]") if "\u200e" in text(run)}
    assert {"0\u00a0800\u00a028888", "113–118", "3–5", "2013/33/EU", "112"} <= runs.keys()
    for words, run in runs.items():
        assert text(run) == f"\u200e{words}\u200e" and not found(run, "w:rPr/w:rtl")
    # Nowhere else do the digits of a number stand.
    loose = [text(run) for run in found(document, "//w:r[w:t]") if "\u200e" not in text(run)]
    assert not [words for words in loose if re.search(r"0.800.28888|113.118|2013.33", words)]


def test_every_list_of_numbers_begins_at_one(books: dict) -> None:
    document, numbering = (books[BOOKS[0]][f"word/{name}.xml"] for name in ("document", "numbering"))
    used = found(document, "//w:p[w:pPr/w:pStyle/@w:val='ListNumber']/w:pPr/w:numPr/w:numId/@w:val")
    assert len(set(used)) == 3
    for number in set(used):
        assert found(numbering, f"//w:num[@w:numId='{number}']/w:lvlOverride[@w:ilvl='0']/w:startOverride/@w:val") == [
            "1"
        ]


@every_book
def test_what_the_schema_orders_is_in_order(books: dict, path: str) -> None:
    for name, root in books[path].items():
        for parent, order in ORDER.items():
            for node in root.iter(f"{W}{parent}"):
                tags = [etree.QName(child).localname for child in node]
                assert tags == sorted(tags, key=order.index), (name, tags)
        for cell in root.iter(f"{W}tc"):
            assert cell[-1].tag == f"{W}p"


@every_book
def test_a_draft_says_so_and_a_book_what_it_lacks(library, books: dict, path: str) -> None:
    locale = "ar" if path.startswith("ar/") else "en"
    strings = library.strings[locale]
    assert text(books[path]["word/header1.xml"]) == strings["paper_draft"]
    assert text(parts(make(library.sheets(preview=False)[path]))["word/header1.xml"]) == ""
    whole = text(books[path]["word/document.xml"])
    assert (strings["book_missing"] in whole) == (locale == "ar")
    assert strings["book_not"] in whole


@every_book
def test_every_word_is_there(library, books: dict, path: str) -> None:
    written = text(books[path]["word/document.xml"]).replace("\u200e", "").replace("\u00a0", " ")
    for part in library.sheets()[path].data["parts"]:
        for chapter in part["chapters"]:
            for block in chapter["blocks"]:
                for run in block.get("runs", []):
                    assert "s" in run.flags or run.text.replace("\u00a0", " ") in written, run


@every_book
def test_the_same_bytes_twice_and_no_clock(library, path: str) -> None:
    content = (library.built / path).read_bytes()
    assert make(library.sheets()[path]) == content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2025-11-24T16:00:00Z" in archive.read("docProps/core.xml")


def test_a_text_is_cut_where_its_direction_turns() -> None:
    assert list(stretches("رخصة CC BY 4.0، مجاناً", "ar")) == [("رخصة ", "ar"), ("CC BY 4.0", "en"), ("، مجاناً", "ar")]
    assert list(stretches("UNHCR, الصحة، أولاً, unhcr.org", "en")) == [
        ("UNHCR, ", "en"), ("الصحة، أولاً", "ar"), (", unhcr.org", "en"),
    ]  # fmt: skip
    assert list(stretches("في 2026", "ar")) == [("في 2026", "ar")]


def test_names_of_bookmarks() -> None:
    assert bookmark("@cards-first-talk.say") == "cards_first_talk_say"
    assert len(bookmark("@" + "a-b" * 40)) <= 40
    assert not bookmark("@1.x").startswith(("1", "_"))
