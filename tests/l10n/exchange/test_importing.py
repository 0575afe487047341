"""What is written into a translation that exists, and what is said about it."""

from __future__ import annotations

import re

from tools import accented, fill

from .conftest import LITHUANIAN, SOURCE, edit


def test_one_changed_unit_changes_its_place_alone(desk, page, form):
    before = page.read_text(encoding="utf-8")
    file = desk.export(form)
    edit(file, "vienas", "vienintelis")
    code, said = desk.run("import", str(file))
    assert code == 0
    assert "1 written, 3 unchanged" in said
    assert page.read_text(encoding="utf-8") == before.replace("- vienas", "- vienintelis")


def test_front_matter_is_changed_in_its_place(desk, page, form):
    before = page.read_text(encoding="utf-8")
    file = desk.export(form)
    edit(file, "Apie ką", "Apie: ką")
    assert desk.run("import", str(file))[0] == 0
    assert page.read_text(encoding="utf-8") == before.replace("Apie ką ", '"Apie: ką" ')


def test_title_of_a_link_is_translated(desk, page):
    before = page.read_text(encoding="utf-8")
    file = desk.export()
    edit(file, ">Pagalba<", ">Čia pagalba<")
    assert desk.run("import", str(file))[0] == 0
    assert page.read_text(encoding="utf-8") == before.replace('"Pagalba"', '"Čia pagalba"')


def test_line_ends_and_byte_order_mark_stay(desk, form):
    desk.page("en", SOURCE)
    page = desk.page("lt", b"\xef\xbb\xbf" + LITHUANIAN.replace("\n", "\r\n").encode())
    desk.run("stamp", str(page))
    before = page.read_bytes()
    file = desk.export(form)
    edit(file, "vienas", "vienintelis")
    assert desk.run("import", str(file))[0] == 0
    assert page.read_bytes() == before.replace(b"vienas", b"vienintelis")


def test_a_stale_section_is_recorded_when_it_is_done(desk, page, form):
    desk.page("en", SOURCE.replace("one item of the list", "two items of the list"))
    file = desk.export(form, "--only", "stale")
    assert "second/1" not in file.read_text(encoding="utf-8")
    code, said = desk.run("import", str(file))
    assert code == 1  # what was translated before is not taken for the translation of this
    assert "fuzzy" in said or "is not translated" in said
    fill(file)
    assert desk.run("import", str(file))[0] == 0
    assert "stale-section" not in desk.run("check", "--strict")[1]
    assert "<!-- l10n: ignore numbers-differ: reason -->" in page.read_text(encoding="utf-8")


def test_a_stale_section_confirmed_as_it_is_changes_the_record_alone(desk, page):
    desk.page("en", SOURCE.replace("one item of the list", "one item of the list!"))
    before = page.read_text(encoding="utf-8")
    file = desk.export("po", "--only", "stale")
    assert "#, fuzzy" in file.read_text(encoding="utf-8")
    code, said = desk.run("import", "--accept", "fuzzy", str(file))
    assert code == 0
    assert "1 recorded as they are" in said
    assert re.sub("first: .*", "", page.read_text(encoding="utf-8")) == re.sub("first: .*", "", before)
    assert "stale-section" not in desk.run("check", "--strict")[1]


def test_old_translation_of_a_stale_section_stands_in_the_note_of_xliff(desk, page):
    """OmegaT gives every filled target back as translated: a target here would come back unread as current."""
    desk.page("en", SOURCE.replace("one item of the list", "two items of the list"))
    text = desk.export("xliff", "--only", "stale").read_text(encoding="utf-8")
    assert "The translation until now: vienas" in text
    assert set(re.findall("<target[^>]*>[^<]*", text)) == {'<target state="needs-translation">'}
    assert "alt-trans" not in text


def test_a_missing_section_is_written_where_it_belongs(desk, form):
    desk.page("en", SOURCE)
    cut = LITHUANIAN[: LITHUANIAN.index("## Pirmas")] + LITHUANIAN[LITHUANIAN.index("## Antras") :]
    page = desk.page("lt", cut)
    desk.run("stamp", str(page))
    file = desk.export(form, "--only", "missing")
    assert "second/" not in file.read_text(encoding="utf-8")
    fill(file)
    assert desk.run("import", str(file))[0] == 0
    text = page.read_text(encoding="utf-8")
    body = text[text.index("Skaitykite") :]
    first = SOURCE[SOURCE.index("## First") : SOURCE.index("## Second")]
    assert body == cut[cut.index("Skaitykite") :].replace("## Antras", accented(first) + "## Antras")
    assert desk.run("check", "--strict")[0] == 1  # its link leads to no page
    assert "missing-section" not in desk.run("check", "--strict")[1]


def test_a_section_of_another_shape_is_written_anew(desk, page, form):
    desk.page("en", SOURCE.replace("- one item of the list\n", "- one item of the list\n- a third one, quite new\n"))
    file = desk.export(form, "--only", "stale")
    assert "another shape" in file.read_text(encoding="utf-8")
    fill(file)
    assert desk.run("import", str(file))[0] == 0
    assert "- á thírd óné, qúíté néw\n" in page.read_text(encoding="utf-8")
    assert "list-differs" not in desk.run("check", "--strict")[1]


def test_a_current_section_of_another_shape_is_exchanged_whole(desk, form):
    desk.page("en", "## A { #a }\n\nOne sentence. Another sentence.\n")
    page = desk.stamped("lt", "## A lt { #a }\n\nVienas sakinys.\n\nKitas sakinys.\n")
    before = page.read_bytes()
    file = desk.export(form)
    assert desk.run("import", str(file))[0] == 0
    assert page.read_bytes() == before
    edit(file, "Kitas sakinys", "Antras sakinys")
    assert desk.run("import", str(file))[0] == 0
    assert page.read_bytes() == before.replace(b"Kitas", b"Antras")


def test_a_sign_off_lapses(desk, page, form):
    desk.page("en", SOURCE.replace("(help.md ", "(page.md "))
    page.write_text(page.read_text(encoding="utf-8").replace("(help.md ", "(page.md "), encoding="utf-8")
    desk.page("en", desk.root.joinpath("docs/en/page.md").read_text().replace("{{ number one }} ", ""))
    page.write_text(page.read_text(encoding="utf-8").replace(" {{ number one }}", ""), encoding="utf-8")
    config = desk.root / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8") + '    sections: {"": {sign: [language]}}\n', encoding="utf-8")
    desk.run("stamp", str(page))
    code, said = desk.run("sign", str(page), "--as", "language", "--by", "a reader")
    assert code == 0, said
    assert "sign-off-outdated" not in desk.run("check", "--notices")[1]
    file = desk.export(form)
    assert form == "po" or 'state="signed-off"' in file.read_text(encoding="utf-8")
    edit(file, "vienas", "vienintelis")
    assert desk.run("import", str(file))[0] == 0
    assert "sign-off-outdated" in desk.run("check", "--notices")[1]


def test_dry_run_writes_nothing(desk, page, form):
    before = page.read_bytes()
    file = desk.export(form)
    edit(file, "vienas", "vienintelis")
    code, said = desk.run("import", "--dry-run", str(file))
    assert code == 0
    assert "1 would be written" in said
    assert page.read_bytes() == before
