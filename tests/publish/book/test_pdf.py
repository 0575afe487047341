"""The guide on paper: whole, accessible, in the order and direction of its language, the same twice."""

from __future__ import annotations

import ctypes
import dataclasses
import io
import re
import sys
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pytest

from publish.making import make

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[1] / "paper")]
from pdf_words import WORD, extracted, seen
from verapdf import broken_rules

URL = "https://after.example/border/"
BOOKS = ("files/guide.pdf", "ar/files/guide.pdf")
CARDS = ("files/card-suicide.pdf", "ar/files/card-suicide.pdf")
every_book = pytest.mark.parametrize("path", BOOKS)
every_card = pytest.mark.parametrize("path", CARDS)
every_file = pytest.mark.parametrize("path", BOOKS + CARDS)


def outline(pdf: bytes) -> list[tuple[int, str]]:
    """(level, title) of each bookmark."""
    return [(mark.level, mark.get_title()) for mark in pdfium.PdfDocument(pdf).get_toc()]


def starting_pages(pdf: bytes) -> dict[str, int]:
    """Title of each bookmark -> its page."""
    return {mark.get_title(): mark.get_dest().get_index() for mark in pdfium.PdfDocument(pdf).get_toc()}


def linked_pages(pdf: bytes, number: int) -> list[int]:
    """The pages within the file to which the links of a page lead."""
    document, found = pdfium.PdfDocument(pdf), []
    page, position, link = document[number], ctypes.c_int(0), pdfium.raw.FPDF_LINK()
    while pdfium.raw.FPDFLink_Enumerate(page, ctypes.byref(position), ctypes.byref(link)):
        if target := pdfium.raw.FPDFLink_GetDest(document, link):
            found.append(pdfium.raw.FPDFDest_GetDestPageIndex(document, target))
    return found


def addresses(pdf: bytes) -> set[str]:
    """Where the links out of a file lead."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        links = [link for page in document.pages for link in page.get("/Annots", [])]
        return {str(link.A.URI) for link in links if "/URI" in link.get("/A", {})}


def words_in(data: object) -> str:
    """All runs in the data of a sheet."""
    if isinstance(data, dict):
        return " ".join(words_in(value) for value in data.values() if not isinstance(value, str))
    if isinstance(data, list) and len(data) == 4 and all(isinstance(part, str) for part in data):
        return data[0]
    return " ".join(map(words_in, data)) if isinstance(data, list) else ""


def test_the_files_are_those_that_pages_offer(library) -> None:
    assert {path for path in library.sheets() if path.endswith(".pdf")} == {*BOOKS, *CARDS}


def test_parts_pages_and_headings_are_bookmarks(library) -> None:
    marks = outline((library.built / BOOKS[0]).read_bytes())
    assert [title for level, title in marks if level == 0] == [
        "Contents",
        "How to use this guide",
        "Part 2 · What people live through",
        "Part 3 · What you may meet",
        "Part 4 · Helping in the moment",
        "Cards",
        "Glossary",
        "Sentences to say, with their pages",
    ]
    at = marks.index((1, "Being held"))
    assert marks[at : at + 4] == [
        (1, "Being held"), (2, "What studies found"), (3, "Limits"), (2, "What helps"),
    ]  # fmt: skip


@every_book
def test_contents_lead_to_each_page(library, path: str) -> None:
    pdf = (library.built / path).read_bytes()
    text, data = extracted(pdf), library.sheets()[path].data
    titles = {page["title"] for part in data["parts"] for page in part["chapters"]} | {data["words"]["say"]}
    starts = {title: number for title, number in starting_pages(pdf).items() if title in titles}
    assert len(starts) == len(titles)
    assert set(linked_pages(pdf, 1)) >= set(starts.values())
    for title, number in starts.items():
        assert re.search(rf"(?<!\d){number + 1}(?!\d)", text[1]), title


def test_links_lead_to_the_page_of_the_book_and_say_which(library) -> None:
    pdf = (library.built / BOOKS[0]).read_bytes()
    text = extracted(pdf)
    starts = starting_pages(pdf)
    intro, asking = starts["How to use this guide"], starts["Asking about suicide"]
    assert asking in linked_pages(pdf, intro)
    assert f"(p. {asking + 1})" in text[intro]
    # A note and the way to the glossary are links too.
    terms = [number for number, page in enumerate(text) if "grounding" in page and number >= starts["Glossary"]]
    assert set(terms) & set(linked_pages(pdf, starts["Being held"]))
    assert starts["Being held"] + 1 in linked_pages(pdf, starts["Being held"])


@every_file
def test_no_rule_of_pdf_ua_is_broken(library, path: str) -> None:
    assert broken_rules((library.built / path).read_bytes()) == []


@every_file
def test_words_and_numbers_can_be_copied(library, path: str) -> None:
    wanted = WORD.findall(seen(words_in(library.sheets()[path].data)))
    text = " ".join(extracted(library.built / path))
    found = set(WORD.findall(text))
    assert len(wanted) > 30
    assert sum(word in found for word in wanted) / len(wanted) >= 0.95
    assert "0 800 28888" in text
    if path in BOOKS:
        assert "113–118" in text and "3–5" in text and "2013/33/EU" in text


@every_book
def test_every_sentence_is_in_the_index_with_its_pages(library, path: str) -> None:
    pdf = (library.built / path).read_bytes()
    text = extracted(pdf)
    sentences = [sentence for group in library.sheets()[path].data["say"] for sentence in group["sentences"]]
    assert len(sentences) == 2
    assert [len(sentence["ids"]) for sentence in sentences] == [2, 2]
    last = text[-1]
    assert WORD.findall(seen(library.strings[locale_of(path)]["book_say"]))[0] in last
    for sentence in sentences:
        words = WORD.findall(seen("".join(run[0] for run in sentence["runs"])))
        shares = [sum(word in page for word in words) / len(words) for page in text[:-1]]
        where = [number for number, share in enumerate(shares, 1) if share > 0.8]
        assert where, sentence
        assert all(re.search(rf"(?<!\d){number}(?!\d)", last) for number in where), (where, last)


@every_file
def test_a_draft_says_so_on_every_page(library, path: str) -> None:
    mark = seen(library.strings[locale_of(path)]["paper_draft"])
    assert [number for number, page in enumerate(extracted(library.built / path), 1) if mark not in page] == []
    # What a page says of itself on its first page, the mark apart, is the page's.
    released = library.sheets(preview=False)[path]
    assert mark not in " ".join(extracted(make(released))[1:])
    assert released.data["draft"] is None


def test_a_book_names_what_it_lacks_in_its_own_language(library) -> None:
    first = extracted(library.built / BOOKS[1])[0]
    assert "Trauma" in first
    assert WORD.findall(seen(library.strings["ar"]["book_missing"]))[0] in first
    assert library.strings["en"]["book_missing"] not in extracted(library.built / BOOKS[0])[0]


@every_file
def test_language_title_and_no_clock(library, path: str) -> None:
    content = (library.built / path).read_bytes()
    with pikepdf.open(io.BytesIO(content)) as document:
        assert document.Root.Lang == locale_of(path)
        assert document.Root.ViewerPreferences.Direction == ("/R2L" if locale_of(path) == "ar" else "/L2R")
        assert document.docinfo["/Title"] == library.sheets()[path].data["title"]
        assert not {"/CreationDate", "/ModDate"} & document.docinfo.keys()
    assert content == make(library.sheets()[path])


@every_card
def test_a_card_is_one_page(library, path: str) -> None:
    assert len(pdfium.PdfDocument(library.built / path)) == 1


def test_a_sign_that_no_font_has_is_named(library) -> None:
    sheet = library.sheets()[CARDS[0]]
    odd = {**sheet.data, "blocks": [{"k": "p", "runs": [["Write 汉 here", "", "", ""]]}, *sheet.data["blocks"]]}
    said = make(dataclasses.replace(sheet, data=odd))
    assert isinstance(said, str) and said.startswith(f"{CARDS[0]}: ") and "汉" in said and "\n" not in said


def test_addresses_only_where_there_is_a_public_one(library) -> None:
    assert "after.example" not in " ".join(extracted(library.built / BOOKS[0]))
    public = make(library.sheets(url=URL)[BOOKS[0]])
    assert f"{URL}guidelines/" in extracted(public)[0]
    assert f"{URL}leaflets/calm/" in addresses(public)
    assert "mailto" not in str(addresses(public)) and "tel:112" in addresses(public)


def locale_of(path: str) -> str:
    return path.split("/")[0] if path.count("/") == 2 else "en"
