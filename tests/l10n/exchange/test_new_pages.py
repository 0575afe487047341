"""Pages that the translation does not have yet: whole or not at all."""

from __future__ import annotations

from tools import fill

from .conftest import SOURCE


def test_a_new_page_is_written_whole_or_not_at_all(desk, form):
    desk.page("en", SOURCE)
    file = desk.export(form)
    for section in ("_meta", "_intro", "first"):
        fill(file, only=section)
    code, said = desk.run("import", str(file))
    assert code == 1
    assert "not written, as it is not whole: #second" in said
    assert not (desk.root / "docs" / "lt").exists()


def test_partial_writes_the_complete_sections_of_a_new_page(desk, form):
    desk.page("en", SOURCE)
    file = desk.export(form)
    fill(file, only="_meta")
    fill(file, only="second")
    code, _said = desk.run("import", "--partial", str(file))
    assert code == 1
    text = (desk.root / "docs" / "lt" / "page.md").read_text(encoding="utf-8")
    assert "Read the" not in text
    assert "{ #first }" not in text
    assert "{ #second }" in text
    assert "missing-section" in desk.run("check")[1]


def test_a_new_page_keeps_what_nobody_translates_and_leaves_sign_offs(desk, form):
    review = 'review:\n  clinical: {by: Somebody, on: 2026-01-02, text: "12345678"}\n'
    desk.page("en", SOURCE.replace("description:", f"audience: reader   # kept\n{review}description:"))
    file = desk.export(form)
    fill(file)
    assert desk.run("import", str(file))[0] == 0
    text = (desk.root / "docs" / "lt" / "page.md").read_text(encoding="utf-8")
    assert "audience: reader   # kept\ndescription:" in text
    assert "review" not in text


def test_a_new_page_is_due_to_be_read_again_when_its_source_is(desk, form):
    review = 'review:\n  clinical: {by: Somebody, on: 2026-01-02, text: "12345678"}\n  next: 2027-01-02\n'
    desk.page("en", SOURCE.replace("description:", f"audience: reader\n{review}description:"))
    file = desk.export(form)
    fill(file)
    assert desk.run("import", str(file))[0] == 0
    text = (desk.root / "docs" / "lt" / "page.md").read_text(encoding="utf-8")
    assert "audience: reader\nreview: {next: 2027-01-02}\ndescription:" in text
    assert "clinical" not in text


def test_source_text_again_is_no_translation(desk, form):
    desk.page("en", SOURCE)
    file = desk.export(form)
    fill(file)
    fill(file, lambda text: text, only="first")
    code, said = desk.run("import", str(file))
    assert code == 1
    assert "first/2 is the source text again: translate it" in said
    assert not (desk.root / "docs" / "lt").exists()


def test_names_that_stay_the_same_may(desk, form):
    config = desk.root / "mkdocs.yml"
    config.write_text(
        config.read_text(encoding="utf-8").replace("[UNHCR", "[Two Words And Two More, UNHCR"), encoding="utf-8"
    )
    desk.page("en", "---\ntitle: Short\n---\n\nTwo Words And Two More\n")
    file = desk.export(form)
    fill(file, lambda text: text)
    assert desk.run("import", str(file))[0] == 0
