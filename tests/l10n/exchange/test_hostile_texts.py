"""Whatever a translator types: the page stays readable, of the shape of its source, and the rest of it untouched."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest
from translate.storage.pypo import pofile

from l10n.corpus import Corpus
from l10n.exchange.importing import import_file
from l10n.exchange.incoming import read_file
from l10n.exchange.skeleton import skeletons
from l10n.site import load_site

from .conftest import LITHUANIAN, SOURCE

LINES = (Path(__file__).parents[1] / "lines.txt").read_text(encoding="utf-8").split("\n")
MARKS = [
    "*",
    "_",
    "`",
    "[",
    "]",
    "(",
    ")",
    "|",
    "#",
    ">",
    "-",
    "1.",
    ":",
    "!!!",
    "\\",
    "<",
    "&",
    "{",
    "}",
    "\n",
    "  \n",
]
MARKS += [
    "\t",
    "    ",
    '"',
    "'",
    "---",
    "===",
    "[^a]:",
    "*[x]: y",
    "\u2028",
    "\u200f",
    "\ufeff",
    "%",
    "&amp;",
    "<!--",
    "```",
]


@pytest.mark.parametrize("seed", range(36))
def test_a_hostile_text(seed, desk):
    chance = random.Random(seed)
    desk.page("en", SOURCE)
    page = desk.stamped("lt", LITHUANIAN)
    file = desk.export("po")
    store = pofile.parsefile(str(file))
    units = [unit for unit in store.units if not unit.isheader()]
    for unit in chance.sample(units, 2):
        words = str(unit.target).split(" ")
        for _ in range(chance.randint(1, 3)):
            words.insert(chance.randint(0, len(words)), chance.choice(MARKS if chance.random() < 0.7 else LINES))
        unit.target = chance.choice(["", " ", "\n"]).join(words)
    file.write_bytes(bytes(store))
    site = load_site(desk.root / "mkdocs.yml")
    before = Corpus(replace(site)).page("page.md", "lt")
    done = import_file(Corpus(replace(site)), read_file(file, frozenset()))
    corpus = Corpus(replace(site))
    source, after = corpus.source("page.md"), corpus.page("page.md", "lt")
    assert after is not None, page.read_text(encoding="utf-8")
    assert list(after.by_key) == list(source.by_key)
    assert after.front_matter.values.keys() == before.front_matter.values.keys()
    for key, ours in skeletons(source).items():
        old, new = skeletons(before)[key], skeletons(after)[key]
        assert [part.shape for part in new.parts] == [part.shape for part in ours.parts]
        if key not in done.written:
            assert after.text[new.start : new.end] == before.text[old.start : old.end]
