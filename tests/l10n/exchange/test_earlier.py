"""With the history of the source, only what has changed in a stale section is asked for again."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from repository import Repository
from tools import accented, fill
from translate.storage.pypo import pofile

SOURCE = """---
title: A title
description: What it says
---

## List { #list }

Words before the list.

- one item
- two [items](page.md "Here")
- three items

## Other { #other }

Nothing happens here.
"""
LITHUANIAN = """---
title: Pavadinimas
description: Apie ką
---

## Sąrašas { #list }

Žodžiai prieš sąrašą.

- vienas
- du [daiktai](page.md "Čia")
- trys daiktai

## Kita { #other }

Čia nieko.
"""


@pytest.fixture
def page(desk) -> Path:
    """A page translated and committed, in a repository."""
    desk.page("en", SOURCE)
    file = desk.stamped("lt", LITHUANIAN)
    Repository(desk.root).commit()
    return file


def states(file: Path) -> dict[str, str]:
    """Unit -> its translation in the file, "" where it is asked for."""
    if file.suffix == ".po":
        units = [unit for unit in pofile.parsefile(str(file)).units if not unit.isheader()]
        return {unit.getcontext(): "" if unit.isfuzzy() else str(unit.target) for unit in units}
    found = re.findall(r'<trans-unit id="([^"@]*)".*?<target[^>]*>(.*?)</target>', file.read_text("utf-8"), re.DOTALL)
    return {name: re.sub("<[^>]*>", "", text) for name, text in found}


def fill_the_rest(file: Path) -> None:
    for name, text in states(file).items():
        if not text:
            fill(file, only=name)


def test_one_changed_unit_of_four(desk, page, form):
    desk.page("en", SOURCE.replace("three items", "three whole items"))
    file = desk.export(form, "--only", "stale")
    found = states(file)
    assert {name: bool(text) for name, text in found.items()} == {
        "list/1": True,
        "list/2": True,
        "list/3": True,
        "list/4": True,
    } | {"list/5": False}
    told = file.read_text("utf-8")
    assert "three items" in told  # the source was
    assert "trys daiktai" in told
    before = page.read_text("utf-8")
    fill_the_rest(file)
    assert desk.run("import", str(file))[0] == 0
    after = page.read_text("utf-8")
    assert re.sub("  list: .*", "", after) == re.sub("  list: .*", "", before).replace(
        "trys daiktai", accented("three whole items")
    )
    assert "stale" not in desk.run("check", "--strict")[1]


def test_a_new_item_among_old_ones(desk, page, form):
    desk.page("en", SOURCE.replace("- one item\n", "- one item\n- quite a new item\n"))
    file = desk.export(form, "--only", "stale")
    assert [name for name, text in states(file).items() if not text] == ["list/4"]
    assert "This is new." in file.read_text("utf-8")
    fill_the_rest(file)
    assert desk.run("import", str(file))[0] == 0
    text = page.read_text("utf-8")
    assert f'- vienas\n- {accented("quite a new item")}\n- du [daiktai](page.md "Čia")\n- trys daiktai\n' in text
    assert "stale" not in desk.run("check", "--strict")[1]


def test_items_in_another_order_are_found_again(desk, page, form):
    lines = ["- one item\n", '- two [items](page.md "Here")\n', "- three items\n"]
    desk.page("en", SOURCE.replace("".join(lines), "".join([lines[1], lines[2], lines[0]])))
    file = desk.export(form, "--only", "stale")
    fill_the_rest(file)
    assert desk.run("import", str(file))[0] == 0
    assert '- du [daiktai](page.md "Čia")\n- trys daiktai\n' in page.read_text("utf-8")


def test_an_item_taken_out(desk, page, form):
    desk.page("en", SOURCE.replace("- one item\n", ""))
    file = desk.export(form, "--only", "stale")
    assert all(states(file).values())
    assert desk.run("import", str(file))[0] == 0
    assert "vienas" not in page.read_text("utf-8")
    assert "stale" not in desk.run("check", "--strict")[1]


def test_front_matter(desk, page, form):
    desk.page("en", SOURCE.replace("What it says", "What it says now"))
    file = desk.export(form, "--only", "stale")
    assert states(file) == {"_meta/title": "Pavadinimas", "_meta/description": ""}


def test_a_translation_of_another_shape_than_its_source_had(desk, form):
    desk.page("en", SOURCE)
    desk.stamped("lt", LITHUANIAN.replace("Žodžiai prieš sąrašą.", "Žodžiai.\n\nPrieš sąrašą."))
    Repository(desk.root).commit()
    desk.page("en", SOURCE.replace("three items", "three whole items"))
    file = desk.export(form, "--only", "stale")
    assert not any(states(file).values())
    assert "The whole section until now" in file.read_text("utf-8")


def test_without_history_all_of_a_stale_section_is_asked_for(desk, form):
    desk.page("en", SOURCE)
    desk.stamped("lt", LITHUANIAN)
    desk.page("en", SOURCE.replace("three items", "three whole items"))
    code, said = desk.run("export", "lt", "--only", "stale", "--format", form, "-o", str(desk.root / "out"))
    assert code == 0
    assert "What has not changed in stale sections is not known (" in said
    (file,) = (desk.root / "out").iterdir()
    assert not any(states(file).values())
    assert "trys daiktai" in file.read_text("utf-8")
