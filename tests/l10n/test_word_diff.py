"""The word diff: true to both texts, and readable."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.word_diff import Change, changed_words, count_words, lines, word_diff

MARKS = {Change.SAME: "{}", Change.REMOVED: "[-{}-]", Change.ADDED: "{{+{}+}}"}
WORDS = st.lists(
    st.sampled_from(["a", "house", "house,", "room.", "\n", "112", "请", "打", "être", "(", " "]), max_size=30
)


def shown(old: str, new: str) -> str:
    return "\n".join("".join(MARKS[p.change].format(p.text) for p in line) for line in lines(word_diff(old, new)))


@pytest.mark.parametrize(
    ("old", "new", "diff", "words"),
    [
        ("Call 112 now.", "Call 113 now.", "Call [-112-]{+113+} now.", 1),
        ("Open your eyes", "Open your eyes.", "Open your eyes{+.+}", 0),
        ("Wait, then call.", "Then call.", "[-Wait, then-]{+Then+} call.", 2),
        ("the red house", "the blue home", "the [-red house-]{+blue home+}", 2),
        ("One\nTwo\nThree", "One\nThree\nFour", "One\n[-Two-]\nThree\n{+Four+}", 2),
        ("One\nWalk here.\nLast", "One\nWalk there.\nNew\nLast", "One\nWalk [-here-]{+there+}.\n{+New+}\nLast", 2),
        ("请打电话给我", "请写信给我", "请[-打电话-]{+写信+}给我", 3),
        ("don’t go", "do go", "[-don’t-]{+do+} go", 1),
        ("", "New", "{+New+}", 1),
        ("Old", "", "[-Old-]", 1),
        ("Same", "Same", "Same", 0),
        ("", "", "", 0),
    ],
)
def test_reads_well(old, new, diff, words):
    assert shown(old, new) == diff
    assert changed_words(word_diff(old, new)) == words


@given(WORDS.map("".join), WORDS.map("".join))
def test_is_true_to_both_texts(old, new):
    pieces = word_diff(old, new)
    for text, other in ((old, Change.ADDED), (new, Change.REMOVED)):
        assert "".join(piece.text for piece in pieces if piece.change is not other) == (f"{text}\n" if text else "")
    assert all(first.change is not second.change for first, second in itertools.pairwise(pieces))
    assert (changed_words(pieces) == 0) <= (count_words(old) == count_words(new))


def test_long_texts_do_not_hang():
    old = " ".join(f"word{number % 7} and" for number in range(20_000))
    new = " ".join(f"word{number % 5} or" for number in range(20_000))
    start = time.perf_counter()
    pieces = word_diff(old, new)
    assert time.perf_counter() - start < 5
    assert [piece.change for piece in pieces][:2] == [Change.REMOVED, Change.ADDED]
