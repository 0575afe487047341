"""The form on paper: every word and every answer of the form, in each language, for ears too, and the same twice."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from data.form_checks import PLACE
from data.forms import Form
from publish.forms.printed import printed
from publish.forms.wording import FormWords
from publish.making import make

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[1] / "paper")]
from pdf_words import WORD, extracted, seen
from verapdf import broken_rules

LOCALES = ("en", "lt", "ru", "fr", "ar")
every_sheet = pytest.mark.parametrize(
    ("name", "locale"), [(name, locale) for name in ("survey", "visit") for locale in LOCALES]
)


# Copied out of Arabic, a number sticks to its word, and a word with several marks above a letter falls apart.
_MARKED = re.compile("[\u064b-\u0652]")


def words(text: str) -> list[str]:
    """Without hyphens, which whoever copies does not get at the end of a line."""
    return re.findall(r"\w+", seen(PLACE.sub(" ", text)).replace("-", ""))


def said(form: Form, locale: str) -> Iterator[str]:
    """Every text that the form asks to be on paper, as often as it is to be there."""
    yield from (paragraph[locale] for paragraph in form.about)
    yield from (act.url for act in form.acts.values())
    for block in form.blocks:
        yield from (text[locale] for text in (block.title, block.hint) if text)
        for item in block.items:
            yield from (text[locale] for text in (item.label, item.hint) if text)
            yield from (row.label[locale] for row in item.rows)
            yield from (
                answer.label if isinstance(answer.label, str) else answer.label[locale]
                for answer in form.answers_of(item)
            )
            yield item.stop.message[locale] if item.stop else item.number


@every_sheet
def test_every_word_is_there_as_often_as_it_is_asked(shelf, forms: dict[str, Form], name: str, locale: str) -> None:
    text = " ".join(extracted(shelf.file(f"{name}.{locale}.pdf")))
    texts = list(said(forms[name], locale))
    if locale == "ar":
        plain = {word for each in texts for word in each.split() if not _MARKED.search(word) and WORD.fullmatch(word)}
        assert len(plain) > 150
        assert sum(word in text for word in plain) / len(plain) > 0.97
        return
    needed, written = Counter(words(" ".join(texts))), Counter(words(text))
    assert {word: count for word, count in needed.items() if written[word] < count} == {}


@every_sheet
def test_it_can_be_read_aloud(shelf, name: str, locale: str) -> None:
    """PDF/UA-1, as veraPDF reads it; Typst promises it, and is not asked alone."""
    if (name, locale) in (("survey", "ar"), ("visit", "en"), ("visit", "ar")):
        assert broken_rules(shelf.file(f"{name}.{locale}.pdf")) == []
    assert pdfium.PdfDocument(shelf.file(f"{name}.{locale}.pdf")).get_metadata_value("Title")


def test_paper_says_in_words_what_the_workbook_has_as_rules(shelf, forms: dict[str, Form]) -> None:
    words = FormWords(forms["survey"], "en", shelf.press.strings["en"], str)
    blocks = {block["title"]: block for block in printed(words, shelf.press)["blocks"]}
    parts = {part["number"]: part for block in blocks.values() for part in block["parts"] if "number" in part}
    assert parts["1"]["hints"][1].startswith("If “Yes”: Please close this form")
    assert parts["B2"]["hints"][0] == "Only if B1: Single cases, Every month, or Every week."
    assert parts["F2"]["hints"] == ["Choose 3 at most.", "“Nothing: we can begin” goes with no other answer."]
    assert parts["B1"]["needed"] and not parts["A1"]["needed"]
    # Whoever did not agree has left: no part repeats it.
    assert {block["when"] for block in blocks.values()} == {""}


def test_what_is_written_in_is_a_rule_on_paper(shelf, forms: dict[str, Form]) -> None:
    for form in forms.values():
        data = printed(FormWords(form, "lt", shelf.press.strings["lt"], str), shelf.press)
        (note,) = [
            part for part in data["blocks"][0]["parts"] if any(flags == "_" for _, flags in part.get("runs", []))
        ]
        assert [run for run, flags in note["runs"] if flags == "_"] == [entry.id for entry in form.fill]
        assert "host" not in " ".join(extracted(shelf.file(f"{form.id}.lt.pdf")))


def test_a_talk_has_pages_of_its_own(shelf, forms: dict[str, Form]) -> None:
    pages = extracted(shelf.file("visit.en.pdf"))
    (talk,) = [block.title["en"] for block in forms["visit"].blocks if block.repeat]
    (first,) = [number for number, page in enumerate(pages) if talk in page]
    assert pages[first].index(talk) < 60 and "After the visit" not in pages[first]
    assert pages[first + 1].index("After the visit") < 60


def test_arabic_ranges_keep_their_order(shelf) -> None:
    """By where the signs stand: programs that copy turn brackets at the edge of a line."""
    pages = [page.get_textpage() for page in pdfium.PdfDocument(shelf.file("visit.ar.pdf"))]
    shown = []
    for page in pages:
        text = page.get_text_range()
        for found in re.finditer("–", text):
            signs = [(page.get_charbox(at), text[at]) for at in range(found.start() - 8, found.end() + 5)]
            line = page.get_charbox(found.start())
            row = sorted((box[0], sign) for box, sign in signs if abs(box[1] - line[1]) < 6)
            shown.append(re.sub(r"\D", " ", "".join(sign for _, sign in row)).split())
    assert shown == [["12", "2", "4"]] * 2
    assert "10–24" in " ".join(extracted(shelf.file("survey.ar.pdf")))


def test_the_same_bytes_twice(shelf) -> None:
    for name in ("survey.ar.pdf", "visit.lt.pdf"):
        assert make(shelf.sheets[f"files/forms/{name}"]) == shelf.file(name)
