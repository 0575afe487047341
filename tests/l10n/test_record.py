"""A translation's record against its source."""

from __future__ import annotations

import pytest

from l10n.digest import digests
from l10n.record import Comparison, compare

SOURCE = "---\ntitle: One\n---\n\nIntro.\n\n## A { #a }\n\nText of a.\n\n## B { #b }\n\nText of b.\n"


@pytest.fixture
def compared(page_of):
    """The comparison of SOURCE with a translation that records the given lines."""
    now = digests(page_of(SOURCE))

    def run(*lines):
        record = "".join(f"  {line.format(**now)}\n" for line in lines)
        head = f"---\ntitle: Vienas\nsource:\n{record}---\n" if lines else "---\ntitle: Vienas\n---\n"
        return compare(page_of(SOURCE), page_of(head + "\nĮžanga.\n", "lt"))

    return run


WHOLE = ('_meta: "{_meta}"', '_intro: "{_intro}"', 'a: "{a}"', 'b: "{b}"')


def test_current(compared):
    assert compared(*WHOLE) == Comparison(current=["_meta", "_intro", "a", "b"])


def test_order_of_the_record_does_not_matter(compared):
    assert compared(*reversed(WHOLE)).up_to_date


def test_nothing_recorded(compared):
    assert compared() == Comparison(unrecorded=["_meta", "_intro", "a", "b"])


def test_stale_and_unrecorded(compared):
    found = compared('_meta: "00000000"', '_intro: "{_intro}"', 'b: "{a}"')
    assert (found.current, found.stale, found.unrecorded) == (["_intro"], ["_meta", "b"], ["a"])
    assert not found.up_to_date
    assert found.behind == {"_meta", "a", "b"}


def test_moved_is_neither_stale_nor_removed(compared):
    found = compared(*WHOLE[:3], 'old: "{b}"')
    assert found == Comparison(current=["_meta", "_intro", "a"], moved={"b": "old"})
    assert found.up_to_date


def test_removed(compared):
    found = compared(*WHOLE, 'gone: "00000000"')
    assert found.removed == ["gone"] and not found.up_to_date


def test_a_second_key_with_the_same_digest_is_removed_not_moved(compared):
    found = compared(*WHOLE, 'again: "{b}"')
    assert found.moved == {} and found.removed == ["again"]


@pytest.mark.parametrize("value", ["12345678", "12e45678", "abcdefab", "'ABCDEF12'", '"abc"', "[a]", "null", "true"])
def test_what_is_not_a_quoted_digest_is_invalid(value, compared):
    found = compared(*WHOLE[:3], f"b: {value}")
    assert list(found.invalid) == ["b"] and found.unrecorded == ["b"]


@pytest.mark.parametrize("record", ["source: text", "source: [a]", "source:", "source: 3"])
def test_a_record_of_another_shape_records_nothing(record, page_of):
    translation = page_of(f"---\ntitle: Vienas\n{record}\n---\n\nĮžanga.\n", "lt")
    assert compare(page_of(SOURCE), translation).unrecorded == ["_meta", "_intro", "a", "b"]
