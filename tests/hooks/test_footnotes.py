"""References to sources become footnotes, in Markdown as the build reads it."""

import markdown
import pytest
from lxml import html

from data.texts import Source
from hooks.footnotes import add_sources
from hooks.wording import Wording

SOURCES = {
    source.id: source
    for source in (
        Source("who-2014", "WHO", "Key messages", 2014, "https://who.example/a?b=1&c=2", "part"),
        Source("undated", "Stanley and Brown", "Safety planning", None, None, "part"),
        Source(
            "report",
            "The Office",
            "A report",
            2025,
            "https://office.example/report",
            "whole",
            publisher="The Press",
            doi="10.1234/report",
            accessed="2026-11",
        ),
        Source("same", "C", "A paper", 2025, "https://doi.org/10.1234/paper", "part", doi="10.1234/paper"),
        Source("odd", "A & B", "On *stars* and _lines_ in <tags>", 2020, None, "part"),
    )
}


WORDING = Wording("en", {"guide_note_opened": "opened {date}"})


def notes(text: str) -> dict[str, html.HtmlElement]:
    """id of the footnote -> what the build prints for it."""
    built = markdown.markdown(add_sources(text, SOURCES, WORDING), extensions=["footnotes", "md_in_html", "attr_list"])
    return {li.get("id"): li for li in html.fromstring(f"<div>{built}</div>").xpath("//div[@class='footnote']//li")}


def words(note: html.HtmlElement) -> str:
    return note.text_content().replace("\u00a0↩", "").strip()


def test_each_source_once_in_order_of_its_first_use() -> None:
    found = notes("One[^undated]. Two[^who-2014]. Three[^undated].")
    assert list(found) == ["fn:undated", "fn:who-2014"]
    assert words(found["fn:undated"]).startswith("Stanley and Brown. Safety planning.")
    assert words(found["fn:who-2014"]).startswith("WHO. Key messages (2014).")


def test_a_reference_may_stand_before_a_colon() -> None:
    """Only at the beginning of a line is it a definition, and asks for none."""
    assert list(notes("These[^who-2014]: a. Those[^undated].")) == ["fn:who-2014", "fn:undated"]
    assert add_sources("[^who-2014]: Written here.", SOURCES, WORDING) == "[^who-2014]: Written here."


def test_the_address_is_a_link() -> None:
    assert "https://who.example/a?b=1&c=2" in notes("One[^who-2014].")["fn:who-2014"].xpath(".//a/@href")


def test_a_publisher_a_doi_and_a_day_are_printed() -> None:
    note = notes("One[^report].")["fn:report"]
    assert words(note).startswith("The Office. A report (2025). The Press.")
    assert words(note).endswith("(opened November 2026)")
    assert note.xpath(".//a/@href")[:2] == ["https://doi.org/10.1234/report", "https://office.example/report"]


def test_an_address_that_is_the_doi_stands_once() -> None:
    assert notes("One[^same].")["fn:same"].xpath(".//a[@rel]/@href") == ["https://doi.org/10.1234/paper"]


def test_signs_of_markdown_in_a_title_are_printed() -> None:
    assert words(notes("One[^odd].")["fn:odd"]).startswith("A & B. On *stars* and _lines_ in <tags> (2020).")


def test_text_without_references_stays() -> None:
    assert add_sources("Plain. [link](x.md) [^]", SOURCES, WORDING) == "Plain. [link](x.md) [^]"


def test_the_text_itself_stays_before_the_notes() -> None:
    assert add_sources("One[^undated].\n", SOURCES, WORDING).startswith("One[^undated].\n")


def test_an_unknown_id_is_named() -> None:
    with pytest.raises(ValueError, match="nobody-2020"):
        add_sources("One[^nobody-2020].", SOURCES, WORDING)


@pytest.mark.parametrize("code", ["`[^a-z]`", "```\n[^a-z]\n```"])
def test_code_is_no_reference(code: str) -> None:
    assert add_sources(f"Match:\n\n{code}\n", SOURCES, WORDING) == f"Match:\n\n{code}\n"
