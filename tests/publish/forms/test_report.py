"""The template of a report: an office program opens it, and what readers must be told stands in it already."""

from __future__ import annotations

import io
import re
import zipfile

import docx
import pytest

from data.forms import Form
from publish.making import make

LOCALES = ("en", "lt", "ru", "fr", "ar")
every_report = pytest.mark.parametrize(
    ("name", "locale"), [(name, locale) for name in ("survey", "visit") for locale in LOCALES]
)


def opened(shelf, name: str, locale: str) -> docx.document.Document:
    return docx.Document(io.BytesIO(shelf.file(f"{name}-report.{locale}.docx")))


def plain(text: str) -> str:
    return text.replace("\u200e", "").replace("\u00a0", " ")


@every_report
def test_it_says_what_readers_must_be_told(shelf, forms: dict[str, Form], name: str, locale: str) -> None:
    document, report = opened(shelf, name, locale), forms[name].report
    written = [plain(paragraph.text) for paragraph in document.paragraphs]
    for text in (*report.first, *report.method, *report.caveats):
        assert plain(text[locale]) in written
    assert document.core_properties.title == report.title[locale]
    headings = [plain(p.text) for p in document.paragraphs if p.style.name == "Heading 1"]
    strings = shelf.press.strings[locale]
    assert headings[:3] == [strings[f"form_report_{part}"] for part in ("first", "method", "caveats")]
    assert headings[3:] == [
        block.title[locale]
        for block in forms[name].blocks
        if block.letter and not block.repeat
    ]  # fmt: skip


@every_report
def test_every_answer_that_can_be_counted_has_its_place(shelf, forms: dict[str, Form], name: str, locale: str) -> None:
    rows = {plain(row.cells[0].text) for table in opened(shelf, name, locale).tables for row in table.rows}
    for block in forms[name].blocks:
        for item in block.items if block.letter and not block.repeat else ():
            if item.kind == "check":
                assert f"{item.number} {item.label[locale]}" in rows
            elif item.kind in ("one", "several"):
                labels = [answer.label for answer in forms[name].answers_of(item)]
                assert {label if isinstance(label, str) else label[locale] for label in labels} <= rows
            elif item.kind == "grid":
                assert {row.label[locale] for row in item.rows} <= rows


def test_no_talk_has_a_place_of_its_own(shelf, forms: dict[str, Form]) -> None:
    text = plain(" ".join(paragraph.text for paragraph in opened(shelf, "visit", "en").paragraphs))
    (talk,) = [block for block in forms["visit"].blocks if block.repeat]
    assert talk.title["en"] not in text and not re.search(r"\bL\d", text)


def test_the_same_bytes_twice_and_no_clock(shelf) -> None:
    content = shelf.file("survey-report.ar.docx")
    assert make(shelf.sheets["files/forms/survey-report.ar.docx"]) == content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
