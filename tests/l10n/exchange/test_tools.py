"""The files in translate-toolkit's own tools, and against what XLIFF 1.2 allows."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import etree
from translate.storage.pypo import pofile
from translate.storage.xliff import Xliff1File

from l10n.cli import main

BIN = Path(sys.executable).parent
SOURCE = """---
title: A title
---

Read the [help](help.md "Open help") and ![alt *text*](a.png) {{ number one }} now.[^a]  
The <b>next</b> line &amp; `code`<br>.

- [x] **one** _two_{ .c }

!!! note "A *box*"
    Its text.

<p title="A tip">Raw <i>words</i></p>

[^a]: Note.
"""  # two blanks behind the first line: a line break
NAME = "{urn:oasis:names:tc:xliff:document:1.2}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
# XLIFF 1.2, strict: element -> children in order, attributes required, attributes allowed. The files were also
# validated against the schema of the standard (xliff-core-1.2-strict.xsd); this holds what we use of it.
SCHEMA = {
    "xliff": (["file"], {"version"}, set()),
    "file": (["header", "body"], {"original", "source-language", "datatype"}, {"target-language", "tool-id"}),
    "header": (["tool"], set(), set()),
    "tool": ([], {"tool-id", "tool-name"}, {"tool-version"}),
    "body": (["group*"], set(), set()),
    "group": (["trans-unit*"], set(), {"id", "resname", "extradata"}),
    "trans-unit": (["source", "target", "note"], {"id"}, {"approved", XML_SPACE}),
    "source": (["g*|x*"], set(), set()),
    "target": (["g*|x*"], set(), {"state"}),
    "note": ([], set(), {"from"}),
    "g": (["g*|x*"], {"id"}, {"ctype"}),
    "x": ([], {"id"}, {"ctype", "equiv-text"}),
}
CTYPES = {"g": {"bold", "italic", "underlined", "link"}, "x": {"image", "pb", "lb"}}


@pytest.fixture
def files(desk):
    """The page exported in both formats, filled."""
    desk.page("en", SOURCE)
    desk.stamped("lt", SOURCE.replace("now", "dabar").replace("words", "žodžiai"))
    assert desk.run("export", "lt", "-o", str(desk.root / "x"))[0] == 0
    assert desk.run("export", "lt", "--format", "po", "-o", str(desk.root / "p"))[0] == 0
    return desk.root


def conforms(element: etree._Element) -> list[str]:
    """What is wrong with an element by SCHEMA."""
    name = element.tag.removeprefix(NAME)
    if name not in SCHEMA:
        return [f"{name} is unknown"]
    order, required, allowed = SCHEMA[name]
    children = " ".join(child.tag.removeprefix(NAME) for child in element)
    pattern = " ".join(order) if not order or "*" not in order[0] else f"({order[0].replace('*', '')})( |$)"
    found = []
    if (order and "*" in order[0] and not re.fullmatch(f"({pattern})*", children)) or (
        (not order or "*" not in order[0]) and children != pattern
    ):
        found.append(f"{name} holds {children}")
    given = set(element.attrib)
    if not required <= given or given - required - allowed:
        found.append(f"{name} has {sorted(given)}")
    ctype = element.get("ctype", "x-own")
    if not ctype.startswith("x-") and ctype not in CTYPES[name]:
        found.append(f"{name} has the ctype {ctype}")
    if name in ("xliff", "file", "header", "body", "group", "trans-unit") and (element.text or "").strip():
        found.append(f"{name} holds text")
    return found + [problem for child in element for problem in conforms(child)]


def test_xliff_is_as_the_standard_has_it(files):
    root = etree.parse(str(files / "x" / "page.xlf")).getroot()
    assert conforms(root) == []
    ids = [unit.get("id") for unit in root.iter(f"{NAME}trans-unit")]
    assert len(ids) == len(set(ids)) > 8
    for unit in root.iter(f"{NAME}trans-unit"):
        codes = [[c.get("id") for c in unit.find(f"{NAME}{part}").iter()][1:] for part in ("source", "target")]
        assert sorted(codes[0]) == sorted(codes[1])
        assert len(unit.findall(f"{NAME}note")) == 1  # OmegaT shows the last alone


@pytest.mark.real_site
@pytest.mark.parametrize("locale", ["lt", "ar"])
def test_xliff_of_the_site_is_as_the_standard_has_it(real_site, locale):
    config = real_site()
    out = config.parent / "out"
    assert main(["export", locale, "--config", str(config), "-o", str(out)]) == 0
    for file in out.rglob("*.xlf"):
        assert conforms(etree.parse(str(file)).getroot()) == []


def test_translate_toolkit_reads_both_alike(files):
    xliff = Xliff1File.parsefile(str(files / "x" / "page.xlf"))
    po = pofile.parsefile(str(files / "p" / "page.po"))
    assert (xliff.sourcelanguage, xliff.targetlanguage, po.gettargetlanguage()) == ("en", "lt", "lt")
    assert all(unit.target for unit in xliff.units)
    entries = [unit for unit in po.units if not unit.isheader()]
    assert all(unit.istranslated() for unit in entries)
    assert {unit.getcontext() for unit in entries} == {
        unit.getid().split("\x04")[1] for unit in xliff.units if "@" not in unit.getid()
    } | {"_intro/5"}  # raw HTML with a title: one entry in PO, its text and its title in XLIFF


@pytest.mark.parametrize(
    "command",
    [
        ["pocount", "{x}", "{p}"],
        ["pofilter", "{p}", "{out}"],
        ["pofilter", "{x}", "{out}"],
        ["xliff2po", "{x}", "{out}"],
        ["po2xliff", "{p}", "{out}"],
        ["po2tmx", "-l", "lt", "{p}", "{out}.tmx"],
        ["pogrep", "--search=msgstr", "dabar", "{p}", "{out}"],
        ["msgfmt"],
    ],
    ids=lambda command: " ".join(command[:2]),
)
def test_tools_of_translate_toolkit(command, files):
    if command == ["msgfmt"]:
        command = ["pocompile", "{p}/page.po", "{out}.mo"]
    words = [word.format(x=files / "x", p=files / "p", out=files / "out") for word in command]
    done = subprocess.run([str(BIN / words[0]), *words[1:]], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    for complaint in ("Traceback", "Error", "error"):
        assert complaint not in done.stdout + done.stderr


def test_a_file_saved_by_translate_toolkit_comes_back(files, desk):
    """As Weblate and Virtaal save: the same texts, another layout."""
    page = files / "docs" / "lt" / "page.md"
    before = page.read_bytes()
    xliff, po = files / "x" / "page.xlf", files / "p" / "page.po"
    Xliff1File.parsefile(str(xliff)).savefile(str(files / "saved.xlf"))
    pofile.parsefile(str(po)).savefile(str(files / "saved.po"))
    for name in ("saved.xlf", "saved.po"):
        code, said = desk.run("import", str(files / name))
        assert code == 0, said
        assert page.read_bytes() == before


def test_what_a_translator_is_told(desk):
    """One note a unit: where it stands, what a code that shows nothing is, and what the glossary says."""
    config = desk.root / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8") + "    glossary: glossary.yml\n", encoding="utf-8")
    (desk.root / "glossary.yml").write_text(
        "terms:\n- id: helpline\n  forms: {en: [helpline], lt: [pagalbos linija, linija]}\n  note: Never a hot line.\n",
        encoding="utf-8",
    )
    desk.page("en", "## Where { #a }\n\nCall a helpline: {{ number one }}.\n")
    told = "paragraph in “Where”\nGlossary: helpline = pagalbos linija or linija (Never a hot line.)"
    xliff = etree.parse(str(desk.export())).getroot()
    notes = [note.text for note in xliff.iter(f"{NAME}note")]
    assert notes[1] == f"{told}\n{{1}} = {{{{ number one }}}}\ndocs/en/page.md:3"
    po = pofile.parsefile(str(desk.export("po")))
    assert po.units[2].getnotes("developer") == told
