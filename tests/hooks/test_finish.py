"""HTML as Markdown makes it, made fit for the pages of Material."""

import pytest
from lxml import html
from markdown import Markdown

from hooks.finish import finished

TABLE = """
| Said | Better | |
|---|---|---|
| “One” | Two *words* | three |
"""
NOTES = "One[^a][^b]. Two[^a] and[^b] apart.\n\n[^a]: First.\n[^b]: Second."


@pytest.fixture
def page(strings: dict[str, dict[str, str]]):
    """A Markdown text as a page shows it."""

    def make(markdown: str, locale: str = "en") -> html.HtmlElement:
        built = Markdown(extensions=["tables", "footnotes"]).convert(markdown)
        return html.fromstring(f"<div>{finished(built, strings[locale])}</div>")

    return make


def test_a_cell_names_its_column_and_the_first_its_row(page) -> None:
    table = page(TABLE).find("table")
    assert table.get("class") == "cards"
    said, better, nameless = table.findall("thead/tr/*")
    assert (said.tag, said.get("scope"), better.get("scope"), nameless.tag) == ("th", "col", "col", "td")
    first, second, third = table.findall("tbody/tr/*")
    assert (first.tag, first.get("scope"), first.text) == ("th", "row", "“One”")
    assert (second.get("data-label"), second.findtext("em"), third.get("data-label")) == ("Better", "words", None)


def test_notes_have_a_heading_and_lead_back_in_the_words_of_the_page(page, strings) -> None:
    notes = page(NOTES, "ar").find_class("footnote")[0]
    assert notes.findtext("h2[@id='notes']") == strings["ar"]["guide_notes"]
    assert notes.find("hr") is None
    backs = notes.find_class("footnote-backref")
    assert [back.get("href") for back in backs] == ["#fnref:a", "#fnref2:a", "#fnref:b", "#fnref2:b"]
    assert {back.get("aria-label") for back in backs} == {strings["ar"]["guide_note_back"]}


def test_only_marks_without_a_word_between_them_are_parted(page) -> None:
    assert [mark.get("class") for mark in page(NOTES).iter("sup")] == [None, "more", None, None]


def test_what_needs_nothing_stays(strings) -> None:
    assert finished("<p>Plain</p>", strings["en"]) == "<p>Plain</p>"
