"""Sections of a page matched with those of its translation."""

from __future__ import annotations

import pytest

from l10n.pairs import pair_sections
from l10n.record import Comparison


@pytest.fixture
def paired(page_of):
    """(pairs, missing, extra) as keys, for two pages given as lists of headings."""

    def run(source, translation, moved=None):
        ours, theirs = (page_of("Intro\n\n" + "\n\ntext\n\n".join(lines)) for lines in (source, translation))
        found = pair_sections(ours, theirs, Comparison(moved=moved or {}))
        pairs = [(ours.key, theirs.key) for ours, theirs in found.pairs if ours.heading]
        return pairs, [s.key for s in found.missing], [s.key for s in found.extra]

    return run


def test_by_anchor_in_the_order_of_the_source(paired):
    assert paired(["# A { #a }", "# B { #b }"], ["# Y { #b }", "# X { #a }"]) == ([("a", "a"), ("b", "b")], [], [])


def test_missing_and_extra(paired):
    assert paired(["# A { #a }", "# B { #b }"], ["# X { #a }", "# Z { #z }"]) == ([("a", "a")], ["b"], ["z"])


def test_moved(paired):
    assert paired(["# A { #new }"], ["# X { #old }"], {"new": "old"}) == ([("new", "old")], [], [])


def test_unpinned_by_place_when_the_levels_agree(paired):
    assert paired(["# A { #a }", "## B { #b }"], ["# Iks", "## Ypsilon"])[0] == [("a", "iks"), ("b", "ypsilon")]
    assert paired(["# A", "## B"], ["# Iks", "## Ypsilon"])[0] == [("a", "iks"), ("b", "ypsilon")]


def test_unpinned_not_matched_when_nothing_tells_which_is_which(paired):
    assert paired(["## A { #a }", "### B { #b }"], ["## Iks", "## Ypsilon"]) == ([], ["a", "b"], ["iks", "ypsilon"])
    assert paired(["## A { #a }", "## B { #b }"], ["## Iks"]) == ([], ["a", "b"], ["iks"])


def test_the_title_of_a_page_is_the_title_whatever_follows(paired):
    assert paired(["# A", "## B", "## C"], ["# Iks", "## Ypsilon"]) == ([("a", "iks")], ["b", "c"], ["ypsilon"])


def test_unpinned_by_place_between_matched_sections(paired):
    ours, theirs = ["## A", "## B { #b }", "## C", "## D"], ["## Iks", "## Be { #b }", "## Zet"]
    assert paired(ours, theirs) == ([("a", "iks"), ("b", "b")], ["c", "d"], ["zet"])


def test_anchors_made_by_counting_tell_nothing(paired):
    assert paired(["## Один", "### Два"], ["### 一", "## 二"]) == ([], ["_1", "_2"], ["_1", "_2"])
