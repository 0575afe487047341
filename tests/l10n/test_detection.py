"""Planted defects are found: each rule has plantings or a reason, README claims no more than a short run shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.detection.ground import Ground
from benchmarks.detection.planting import PLANTERS, SITE_PLANTERS
from benchmarks.detection.pofilter import Pofilter
from benchmarks.detection.run import LEFT_OUT, Score, plantings, score, scores
from benchmarks.detection.table import BEGIN, END, families
from l10n.rules import Rule

ROOT = Path(__file__).parents[2]
SAMPLE = 3  # plantings a rule: README's figures are of twenty
TOLERANCE = 12  # points of a family: what so small a sample may miss by chance


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    return Ground(ROOT, tmp_path_factory.mktemp("ground"))


@pytest.fixture(scope="module")
def sample(ground: Ground) -> list[Score]:
    return [*scores(ground, SAMPLE)]


def claims() -> Iterator[tuple[str, int, int]]:
    """Family, number of rules and per cent found of each line of README's table."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    block = text[text.index(BEGIN) : text.index(END)]
    for name, rules, found in re.findall(r"^\| \**([\w-]+)\** \| (\d+) \| \d+ \| (\d+) %", block, re.MULTILINE):
        yield name, int(rules), int(found)


def test_every_rule_has_plantings_or_a_reason() -> None:
    assert {*PLANTERS, *SITE_PLANTERS, *LEFT_OUT} == set(Rule)
    assert not {*PLANTERS, *SITE_PLANTERS} & set(LEFT_OUT)


def test_the_untouched_copy_is_clean(ground: Ground) -> None:
    grave, _ = ground.false_alarms()
    assert not grave


def test_readme_claims_no_more_than_is_found(sample: list[Score]) -> None:
    found = families(sample)
    assert [(name, rules) for name, rules, _ in claims()] == [(name, len(of_it)) for name, of_it in found.items()]
    for name, _, claimed in claims():
        share = 100 * sum(score.found for score in found[name]) / sum(score.planted for score in found[name])
        assert share >= claimed - TOLERANCE, name


def test_rules_that_go_by_proof_miss_nothing(sample: list[Score]) -> None:
    missed = {score.rule.title: score.missed for score in sample if score.missed and not score.rule.value.guesses}
    assert missed == {}


def test_a_run_plants_the_same_each_time_and_in_every_language(ground: Ground) -> None:
    first, again = ([*plantings(ground, Rule.LIST_DIFFERS, 8)] for _ in range(2))
    assert first == again
    assert len({planting.pair.translation.locale for planting in first}) == 4
    assert len({planting.pair.translation.key for planting in first}) > 1


def test_what_is_planted_is_taken_out_again(ground: Ground) -> None:
    before = {path: path.read_bytes() for path in ground.folder.rglob("*") if path.is_file()}
    for rule in (Rule.NUMBERS_DIFFER, Rule.MISSING_PAGE, Rule.STRING_EMPTY, Rule.ORPHAN_PAGE):
        score(ground, rule, 2, Pofilter(ground))
    assert {path: path.read_bytes() for path in ground.folder.rglob("*") if path.is_file()} == before


def test_pofilter_sees_a_number_and_cannot_see_a_lost_item(ground: Ground) -> None:
    pofilter = Pofilter(ground)
    assert any(pofilter.finds(planting) for planting in plantings(ground, Rule.NUMBERS_DIFFER, 8))
    assert {pofilter.finds(planting) for planting in plantings(ground, Rule.MISSING_SECTION, 4)} == {None}
