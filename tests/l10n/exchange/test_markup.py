"""Markup that an import must leave as it is: links by name, metadata, signs of Markdown, marks of direction."""

from __future__ import annotations

import pytest
from tools import fill

from .conftest import edit


def test_a_link_named_by_its_words_keeps_its_name(desk, form):
    """`[words]` is written `[words][words]` for the translator: else the words could not be translated."""
    desk.page(
        "en",
        "Go to [the list of pages] or [all][].\n\n[the list of pages]: https://a.example\n[all]: https://b.example\n",
    )
    file = desk.export(form)
    fill(file)
    assert desk.run("import", str(file))[0] == 0
    page = desk.root / "docs" / "lt" / "page.md"
    assert "[thé líst óf págés][the list of pages] ór [áll][all]." in page.read_text(encoding="utf-8")


def test_a_link_named_by_its_words_stays_as_it_is_where_nothing_changes(desk, form):
    desk.page("en", "Go to [pages].\n\nMore words.\n\n[pages]: https://a.example\n")
    page = desk.stamped("lt", "Eikite į [pages].\n\nDar žodžių.\n\n[pages]: https://a.example\n")
    before = page.read_text(encoding="utf-8")
    file = desk.export(form)
    edit(file, "Dar žodžių", "Dar keli")
    assert desk.run("import", str(file))[0] == 0
    assert page.read_text(encoding="utf-8") == before.replace("Dar žodžių", "Dar keli")


def test_metadata_without_marker_lines(desk, form):
    """MkDocs takes such a line for metadata; a record above it would make it text."""
    desk.page("en", "title: A title\n\nSome words.\n")
    file = desk.export(form)
    fill(file)
    code, said = desk.run("import", str(file))
    assert code == 2
    assert "docs/en/page.md:1: The metadata stands on top without --- lines" in said


def test_an_empty_title_is_nothing_to_translate(desk, form):
    desk.page("en", "---\ntitle: ''\nkind: x\n---\n\nSome words.\n")
    file = desk.export(form)
    fill(file)
    assert desk.run("import", str(file))[0] == 0
    assert "unrecorded" not in desk.run("check", "--strict")[1]


@pytest.mark.parametrize("start", ["1. ", "- ", "# ", "> ", "#", ":   ", "*[A]: "])
def test_a_text_that_markdown_reads_as_something_else(start, desk, form):
    desk.page("en", "Some words of a paragraph.\n\nSome more words of it.\n")
    page = desk.stamped("lt", "Žodžiai.\n\nDar žodžių.\n")
    before = page.read_bytes()
    file = desk.export(form)
    edit(file, "Dar žodžių", f"{start}Dar žodžių")
    code, said = desk.run("import", str(file))
    assert code == 1
    assert "Markdown reads it as something else" in said
    assert page.read_bytes() == before


def test_right_to_left_text_keeps_its_marks(desk, form):
    config = desk.root / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8").replace("locale: lt", "locale: ar"), encoding="utf-8")
    desk.page("en", "Call the office of the town now.\n")
    text = "اتصلوا \u2067الآن\u2069 \u200f(\u2066+370\u2069)\u061c.\n"
    page = desk.stamped("ar", text)
    out = desk.root / "out"
    assert desk.run("export", "ar", "--format", form, "-o", str(out))[0] == 0
    (file,) = out.iterdir()
    assert text.strip() in file.read_text(encoding="utf-8")
    edit(file, "الآن", "فورا")
    assert desk.run("import", str(file))[0] == 0
    assert page.read_text(encoding="utf-8").endswith(text.replace("الآن", "فورا"))
