"""What is written, what is refused, and what is said about it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from tools import accented, fill
from translate.storage.pypo import pofile

SOURCE = """---
title: A title of five words
description: What it says
---

Read the [help](help.md "Open help") and call {{ number one }} now.

## First { #first }

- one item of the list
- another item with `code` and **weight**[^a]

## Second { #second }

| Head | Other |
|---|---|
| a cell of four words | 12 |

[^a]: Where it is from.
"""
LITHUANIAN = """---
title: Pavadinimas
description: Apie ką   # not to be lost
---

Skaitykite [pagalbą](help.md "Pagalba") ir dabar skambinkite {{ number one }}.

## Pirmas { #first }

<!-- l10n: ignore numbers-differ: reason -->

- vienas
- kitas su `code` ir **svoriu**[^a]

## Antras { #second }

| Galva | Kita |
|---|---|
| langelis | 12 |

[^a]: Iš kur tai.
"""


def edit(file: Path, old: str, new: str, count: int = 1) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count(old) >= 1, f"{old!r} is not in {text}"
    file.write_text(text.replace(old, new, count), encoding="utf-8")


@pytest.fixture
def page(desk):
    """The page in both languages, recorded; the path of the translation."""
    desk.page("en", SOURCE)
    return desk.stamped("lt", LITHUANIAN)


# -- what is written ----------------------------------------------------------------------------------------------


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


# -- pages that do not exist yet ----------------------------------------------------------------------------------


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


# -- what is refused ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda text: text.replace("one item", "two items"), "#first: the source has changed since the file was made"),
        (lambda text: text.replace("#first", "#begin"), "#first: the source has moved it to #begin"),
        (lambda text: text[: text.index("## First")] + text[text.index("## Sec") :], "#first: the source no longer"),
    ],
    ids=["changed", "moved", "removed"],
)
def test_a_section_of_another_version_is_refused_alone(change, said, desk, page, form):
    file = desk.export(form)
    edit(file, "vienas", "vienintelis")
    edit(file, "langelis", "langas")
    desk.page("en", change(SOURCE))
    code, out = desk.run("import", str(file))
    assert code == 1
    assert said in out
    text = page.read_text(encoding="utf-8")
    assert "vienintelis" not in text
    assert "langas" in text


def test_a_link_target_changed_since_is_another_version_too(desk, page, form):
    """The digest leaves targets out; the texts in the file do not."""
    file = desk.export(form)
    edit(file, "Skaitykite", "Perskaitykite")
    desk.page("en", SOURCE.replace("(help.md", "(other.md"))
    code, said = desk.run("import", str(file))
    if form == "po":
        assert code == 1
        assert "_intro/1 shows another source text than the page has now" in said
    else:  # of a code the file holds the number alone: the link is the one that the source has now
        assert code == 0
        assert 'Perskaitykite [pagalbą](other.md "Pagalba") ir' in page.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("{{ number one }}.", "{{ number two }}.", "_intro/1 lacks {{ number one }} and adds {{ number two }}"),
        ("(help.md", "(other.md", "lacks the link to help.md and adds the link to other.md"),
        ("svoriu**[^a]", "svoriu**", "first/3 lacks [^a]"),
        ("skambinkite", "skambinkite <b>dabar</b>", "_intro/1 adds <b> … </b>"),
        ("langelis", "lan | gelis", "second/4: Markdown reads it as something else"),
        ("Pirmas", "Pirmas { #kitas }", "Markdown reads it as something else"),
    ],
)
def test_codes_in_po(old, new, said, desk, page):
    before = page.read_bytes()
    file = desk.export("po")
    store = pofile.parsefile(str(file))
    for unit in store.units:
        unit.target = str(unit.target).replace(old, new)
    file.write_bytes(bytes(store))
    code, out = desk.run("import", str(file))
    assert code == 1
    assert said in out
    assert page.read_bytes() == before


@pytest.mark.parametrize(
    ("pattern", "new", "said"),
    [
        (r'(<target[^>]*>Skaitykite )<g id="1"[^>]*>(.*?)</g>', r"\1\2", "_intro/1 lacks the link to help.md"),
        (r'(<target[^>]*>Skaitykite .*)<x id="2"[^>]*/>', r"\1", "_intro/1 lacks {{ number one }}"),
        (r'(<target[^>]*>Skaitykite .*)<x id="2"', r'\1<x id="7"', "the inline code <x id='7'> is none of the unit's"),
        (r"(<target[^>]*>Skaitykite )", r'\1<ph id="2"/>', "the inline code <ph id='2'> is none of the unit's"),
        (r'(<target[^>]*>Skaitykite .*)(<x id="2"[^>]*/>)', r"\1\2\2", "_intro/1 adds {{ number one }}"),
        (r"(<source>)Read the ", r"\1Study the ", "_intro/1 shows another source text than the page has now"),
        (r'trans-unit id="_intro/1"', 'trans-unit id="_intro/9"', "_intro/9 is no unit of the section"),
        (r'trans-unit id="first/3"', 'trans-unit id="first/2"', "stands in the file twice"),
    ],
)
def test_codes_and_units_in_xliff(pattern, new, said, desk, page):
    before = page.read_bytes()
    file = desk.export()
    text, count = re.subn(pattern, new, file.read_text(encoding="utf-8"), count=1)
    assert count == 1
    file.write_text(text, encoding="utf-8")
    code, out = desk.run("import", str(file))
    assert code == 1
    assert said in out
    assert page.read_bytes() == before


def test_segments_of_a_tool_are_taken_apart(desk, page):
    file = desk.export()
    edit(
        file,
        ">vienas</target>",
        '><mrk mtype="seg" mid="1">vienas.</mrk> <mrk mtype="seg" mid="2">Du.</mrk></target>',
    )
    assert desk.run("import", str(file))[0] == 0
    assert "- vienas. Du.\n" in page.read_text(encoding="utf-8")


def test_cdata_and_entities_are_text(desk, page):
    file = desk.export()
    edit(file, ">vienas</target>", "><![CDATA[vienas & ]]>&#x105;&amp;</target>")
    assert desk.run("import", str(file))[0] == 0
    assert "- vienas & ą&\n" in page.read_text(encoding="utf-8")


def test_states_of_xliff(desk, page):
    file = desk.export()
    edit(file, '<target state="translated">vienas', '<target state="needs-review-translation">vienintelis')
    code, said = desk.run("import", str(file))
    assert code == 1
    assert "first/2 is in the state needs-review-translation (to take it: --accept needs-review-translation)" in said
    assert desk.run("import", "--accept", "needs-review-translation", str(file))[0] == 0
    assert "vienintelis" in page.read_text(encoding="utf-8")


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


# -- other files of the site ------------------------------------------------------------------------------------------


def test_a_file_for_another_language_or_page(desk, page, form):
    file = desk.export(form)
    text = file.read_text(encoding="utf-8")
    fields = {"target": 'target-language="', "source": 'source-language="', "page": 'original="'}
    if form == "po":
        fields = {"target": '"Language: ', "source": '"X-Source-Language: ', "page": '"X-L10n-Page: '}
    for name, new, said in (
        ("target", "de", "is for the language 'de'; this site is translated into: lt."),
        ("source", "fr", "is translated from fr; the source language of this site is en"),
        ("page", "gone.md", "is for the page 'gone.md', which the source does not have"),
    ):
        other, count = re.subn(rf"({re.escape(fields[name])})[\w.]+", rf"\g<1>{new}", text)
        assert count == 1
        file.write_text(other, encoding="utf-8")
        code, out = desk.run("import", str(file))
        assert code == 2
        assert said in out


def test_the_code_of_a_language_may_have_a_country(desk, page):
    file = desk.export()
    edit(file, 'target-language="lt"', 'target-language="lt-LT"')
    edit(file, "vienas", "vienintelis")
    assert desk.run("import", str(file))[0] == 0


def test_one_bad_file_does_not_hide_another(desk, page, form):
    file = desk.export(form)
    edit(file, "vienas", "vienintelis")
    (file.parent / "a.xlf").write_text("nothing")
    code, said = desk.run("import", str(file.parent))
    assert code == 2
    assert "a.xlf: is no XML" in said
    assert "vienintelis" in page.read_text(encoding="utf-8")


def test_suffix_layout(copy_site, form, capsys):
    from l10n.cli import main

    config = copy_site("clean-suffix")
    before = (config.parent / "docs" / "page.lt.md").read_bytes()
    out = config.parent / "out"
    assert main(["export", "lt", "--config", str(config), "--format", form, "-o", str(out)]) == 0
    assert main(["import", "--config", str(config), str(out)]) == 0
    assert (config.parent / "docs" / "page.lt.md").read_bytes() == before
    for name in ("page", "other"):
        (config.parent / "docs" / f"{name}.lt.md").unlink()
    shutil.rmtree(out)
    assert main(["export", "lt", "--config", str(config), "--format", form, "-o", str(out)]) == 0
    for file in out.iterdir():
        fill(file)
    assert main(["import", "--config", str(config), str(out)]) == 0
    assert main(["check", "--strict", "--config", str(config)]) == 0


# -- headings that pin no anchor ------------------------------------------------------------------------------------------

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
