"""Two texts -> what was taken out, put in and kept, word by word.

Words and punctuation are compared apart, so that a comma added behind a word does not show the word as changed. In
scripts written without blanks each character counts as a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum

# Thai to Myanmar, Khmer, kana, CJK ideographs: no blanks between words.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
_TOKEN = re.compile(rf"\n|[^\S\n]+|[{_UNSPACED}]|(?:(?![{_UNSPACED}])[\w’'])+|.", re.DOTALL)
_WORD = re.compile(rf"[{_UNSPACED}]|(?:(?![{_UNSPACED}])[\w’'])+")
# Word by word costs the square of the length; beyond this the two texts are shown one after the other.
_MOST_COMPARISONS = 100_000_000


class Change(Enum):
    """What happened to a piece of text."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True)
class Piece:
    """A run of text with one fate."""

    change: Change
    text: str


def word_diff(old: str, new: str) -> list[Piece]:
    """Pieces that read as `old` without the added ones, as `new` without the removed ones; a removed one goes first.

    The texts are taken as lines, each with its end, the last one too.
    """
    olds, news = ([line + "\n" for line in text.split("\n")] if text else [] for text in (old, new))
    pieces: list[Piece] = []
    for tag, a, b, c, d in SequenceMatcher(None, olds, news, autojunk=False).get_opcodes():
        before, after = "".join(olds[a:b]), "".join(news[c:d])
        pieces += [Piece(Change.SAME, before)] if tag == "equal" else _words(before, after)
    return list(_joined(pieces))


def changed_words(pieces: list[Piece]) -> int:
    """How many words a reader of the diff finds changed; a word in the place of another counts once."""
    total = removed = added = 0
    for piece in [*pieces, Piece(Change.SAME, "")]:
        if piece.change is Change.SAME:
            total += max(removed, added)
            removed = added = 0
        elif piece.change is Change.REMOVED:
            removed += count_words(piece.text)
        else:
            added += count_words(piece.text)
    return total


def count_words(text: str) -> int:
    """The number of words in a text."""
    return len(_WORD.findall(text))


def _words(old: str, new: str) -> list[Piece]:
    olds, news = _TOKEN.findall(old), _TOKEN.findall(new)
    if len(olds) * len(news) > _MOST_COMPARISONS:
        return [Piece(Change.REMOVED, old), Piece(Change.ADDED, new)]
    matcher = SequenceMatcher(lambda token: token == " ", olds, news, autojunk=False)
    runs = []
    for tag, a, b, c, d in matcher.get_opcodes():
        before, after = "".join(olds[a:b]), "".join(news[c:d])
        runs.append((before, "", "") if tag == "equal" else ("", before, after))
    return [
        Piece(change, text)
        for run in _without_islands(runs)
        for change, text in zip((Change.SAME, Change.REMOVED, Change.ADDED), run, strict=True)
        if text
    ]


def _without_islands(runs: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """The (same, removed, added) runs, a short same one between two longer changes taken into them.

    “the [-red-]{+blue+} [-house-]{+home+}” is harder to read than “the [-red house-]{+blue home+}”.
    """
    done: list[tuple[str, str, str]] = []
    for run in runs:
        if len(done) >= 2 and not run[0] and done[-1][0] and not done[-2][0]:
            before, island = done[-2], done[-1][0]
            weight = len("".join(_WORD.findall(island)))
            if "\n" not in island and weight <= min(max(map(len, before[1:])), max(map(len, run[1:]))) / 2:
                done[-2:] = [("", before[1] + island + run[1], before[2] + island + run[2])]
                continue
        done.append(run)
    return done


def _joined(pieces: list[Piece]) -> Iterator[Piece]:
    """Neighbours of one kind as one piece."""
    last: Piece | None = None
    for piece in pieces:
        if last and last.change is piece.change:
            last = Piece(last.change, last.text + piece.text)
            continue
        if last:
            yield last
        last = piece
    if last:
        yield last


def lines(pieces: list[Piece]) -> list[list[Piece]]:
    """The diff cut at line ends, which are left out; a line holds its pieces in order."""
    found: list[list[Piece]] = [[]]
    for piece in pieces:
        first, *more = piece.text.split("\n")
        if first:
            found[-1].append(Piece(piece.change, first))
        for text in more:
            found.append([Piece(piece.change, text)] if text else [])
    return [line for line in found if line]
