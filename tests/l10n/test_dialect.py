"""The parser against the build: on the pages of the site and on a folder of odd cases."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from built import built_facts, converter
from parsed import parsed_facts

from l10n.page import _parts
from l10n.tags import TAG

HERE = Path(__file__).parent
ODD = sorted((HERE / "dialect").glob("*.md"))
PAGES = sorted((HERE.parents[1] / "docs").glob("**/*.md"))
MD = converter()
LINES = (HERE / "lines.txt").read_text(encoding="utf-8").split("\n")


def without_tags(text: str) -> str:
    """The build expands site tags before Markdown sees them: a word stands for each."""
    return TAG.sub("tag", text)


@pytest.mark.parametrize("part", ["headings", "lists", "tables", "codes", "images", "links"])
@pytest.mark.parametrize("path", ODD + PAGES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_same_as_the_build(path, part):
    text = without_tags(_parts(path.read_bytes().decode("utf-8-sig"))[1])
    built, parsed = built_facts(text, MD), parsed_facts(text)
    left, right = getattr(parsed, part), getattr(built, part)
    if part == "links":
        left, right = sorted(left), sorted(right)
    assert left == right


@pytest.mark.parametrize("seed", range(300))
def test_pages_of_random_lines(seed):
    """Lines that mean something, in any order: where parsers differ is at the seams."""
    chance = random.Random(seed)
    text = "\n".join(chance.choice(LINES) for _ in range(chance.randint(2, 25))) + "\n"
    built, parsed = built_facts(text, MD), parsed_facts(text)
    built.links.sort()
    parsed.links.sort()
    assert parsed == built


def test_there_are_odd_cases():
    assert len(ODD) >= 25
