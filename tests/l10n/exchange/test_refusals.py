"""What an import refuses: other versions of the source, lost codes, states that are not done."""

from __future__ import annotations

import re

import pytest
from translate.storage.pypo import pofile

from .conftest import SOURCE, edit


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
