"""Headings that pin no anchor, anchors that moved, sections written anew."""

from __future__ import annotations

from tools import accented, fill

from .conftest import SOURCE, edit

UNPINNED = (
    "Words to begin with.\n\n## One heading\n\nText of it here.\n\nOther heading\n-------------\n\nMore text of it.\n"
)


def test_headings_without_anchor_get_the_one_the_source_has(desk, form):
    desk.page("en", UNPINNED)
    file = desk.export(form)
    fill(file, lambda text: "Ž" + accented(text))  # another word, so another anchor made up from it
    assert desk.run("import", str(file))[0] == 0
    text = (desk.root / "docs" / "lt" / "page.md").read_text(encoding="utf-8")
    assert "## ŽÓné héádíng { #one-heading }\n" in text
    assert "ŽÓthér héádíng { #other-heading }\n-----" in text
    assert "unrecorded" not in desk.run("check", "--strict")[1]


def test_headings_without_anchor_in_a_translation(desk, form):
    desk.page("en", UNPINNED)
    page = desk.stamped("lt", UNPINNED.replace("One heading", "Viena").replace("Other heading", "Kita antraštė"))
    before = page.read_text(encoding="utf-8")
    file = desk.export(form)
    edit(file, "Viena", "Pirmoji")
    assert desk.run("import", str(file))[0] == 0
    assert page.read_text(encoding="utf-8") == before.replace("Viena", "Pirmoji")


def test_a_section_with_another_anchor_than_now_keeps_its_record(desk, page, form):
    """The source has renamed an anchor: the translation has it under the old one, and so has its record."""
    desk.page("en", SOURCE.replace("#first", "#begin"))
    before = page.read_text(encoding="utf-8")
    file = desk.export(form)
    edit(file, "vienas", "vienintelis")
    assert desk.run("import", str(file))[0] == 0
    assert page.read_text(encoding="utf-8") == before.replace("- vienas", "- vienintelis")
    assert "moved-section" in desk.run("check", "--strict")[1]


def test_comments_that_go_with_a_section_written_anew_are_named(desk, page):
    desk.page("en", SOURCE.replace("- one item of the list\n", "- one item of the list\n- a third one, quite new\n"))
    file = desk.export("po", "--only", "stale")
    fill(file)
    assert "#first: written anew from the source; comments of the translation in it" in desk.run("import", str(file))[1]


def test_a_page_that_stays_in_the_source(desk, form):
    desk.page("en", SOURCE)
    file = desk.export(form)
    fill(file)
    config = desk.root / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8") + '    sections: {"": {locales: []}}\n', encoding="utf-8")
    code, said = desk.run("import", str(file))
    assert code == 2
    assert "is not translated into lt (extra.l10n)" in said
    assert desk.run("export", "lt", "-o", str(desk.root / "none"))[1] == "export: nothing to translate into lt.\n"
