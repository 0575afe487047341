"""What changed in the source since a translation was made from it, section by section."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from enum import Enum

from .digest import digests
from .git import Version
from .old_texts import OldText, Versions, find_old_texts, heading_of, texts_of
from .page import META, Page
from .pairs import pair_sections
from .record import Comparison, compare
from .word_diff import Piece, changed_words, count_words, word_diff

# A removed section is said to have become a new one when they share this part of their words.
ALIKE = 0.5


class State(Enum):
    """Why a section is not current."""

    STALE = "stale"
    NEW = "new"
    UNRECORDED = "unrecorded"
    MOVED = "moved"
    REMOVED = "removed"


@dataclass(frozen=True)
class Part:
    """A text, or one key of the front matter (`label`): its diff. Without the old text everything is a kept piece."""

    label: str
    pieces: list[Piece]


@dataclass(frozen=True)
class Explanation:
    """One section that is not current.

    Lines are 0 where it does not stand. `old` is the version that held the recorded text, None when none did. `words`
    counts those changed, `of` those of the section today. `became`: the key that a moved section has now, or that a
    removed one probably has.
    """

    state: State
    key: str
    heading: str
    source_line: int
    line: int
    parts: list[Part] = field(default_factory=list)
    old: Version | None = None
    words: int = 0
    of: int = 0
    became: str = ""

    @property
    def keys(self) -> tuple[str, ...]:
        """The sections that `stamp` has to be told of."""
        return (self.became, self.key) if self.became else (self.key,)


@dataclass(frozen=True)
class PageExplanation:
    """A translation and its source (paths as reports print them).

    `recorded` is False when the translation names no source text at all; `reason` says why the history could not be
    read, "" when it could.
    """

    path: str
    source_path: str
    sections: list[Explanation]
    recorded: bool = True
    reason: str = ""


def explain_page(source: Page, page: Page, versions: Versions) -> PageExplanation:
    """Every section of a translation that is not current, in the order of the source, removed ones last.

    `versions` gives the versions of the source page, newest first; it is asked only when an old text is wanted.
    """
    comparison = compare(source, page)
    record = page.record if isinstance(page.record, dict) else {}
    old, reason = find_old_texts(source, record, (*comparison.stale, *comparison.removed), versions)
    pairing = pair_sections(source, page, comparison)
    lines = {ours.key: theirs.line for ours, theirs in pairing.pairs} | {META: _meta_line(page)}
    found: dict[str, Explanation] = {}
    for key in comparison.stale:
        found[key] = _changed(State.STALE, key, source, old.get(key), lines)
    for key in comparison.unrecorded:
        state = State.UNRECORDED if lines.get(key) else State.NEW
        found[key] = _plain(state, key, source, lines)
    for key, before in comparison.moved.items():
        found[key] = Explanation(
            State.MOVED, before, heading_of(source, key), _line(source, key), lines.get(key, 0), became=key
        )
    removed = []
    for key in comparison.removed:
        became = _successor(old.get(key), source, comparison)
        if became:
            found.pop(became, None)
        removed.append(_removed(key, became, source, page, old.get(key)))
    ordered = [found[key] for key in digests(source) if key in found]
    return PageExplanation(page.path, source.path, [*ordered, *removed], isinstance(page.record, dict), reason)


def _changed(state: State, key: str, source: Page, old: OldText | None, lines: dict[str, int]) -> Explanation:
    today = texts_of(source, key)
    parts = parts_of(old.texts if old else today, today)
    return Explanation(
        state,
        key,
        heading_of(source, key),
        _line(source, key),
        lines.get(key, 0),
        parts,
        old.version if old else None,
        sum(changed_words(part.pieces) for part in parts),
        _count(today),
    )


def _plain(state: State, key: str, source: Page, lines: dict[str, int]) -> Explanation:
    """A section without an old text to compare with."""
    words = _count(texts_of(source, key))
    return Explanation(
        state, key, heading_of(source, key), _line(source, key), lines.get(key, 0), words=words, of=words
    )


def _removed(key: str, became: str, source: Page, page: Page, old: OldText | None) -> Explanation:
    """A section of the record that the source lost; where it probably became another one, the diff to that."""
    today = texts_of(source, became) if became else {}
    parts = parts_of(old.texts, today) if old else []
    return Explanation(
        State.REMOVED,
        key,
        old.heading if old else heading_of(page, key),
        _line(source, became) if became else 0,
        _line(page, key) if key in page.by_key else 0,
        parts,
        old.version if old else None,
        sum(changed_words(part.pieces) for part in parts),
        _count(today),
        became,
    )


def parts_of(old: dict[str, str], today: dict[str, str]) -> list[Part]:
    """The diff of two texts in the form of OldText, part by part."""
    parts = [Part(name, word_diff(old.get(name, ""), today.get(name, ""))) for name in {**old, **today}]
    return sorted(parts, key=lambda part: part.label)


def _successor(old: OldText | None, source: Page, comparison: Comparison) -> str:
    """The unrecorded section that shares most words with a removed one, "" when none shares enough."""
    if old is None:
        return ""
    before = _bag(old.texts)
    best, most = "", ALIKE
    for key in comparison.unrecorded:
        today = _bag(texts_of(source, key))
        shared = 2 * (before & today).total() / ((before + today).total() or 1)
        if shared >= most and key != META:
            best, most = key, shared
    return best


def _bag(texts: dict[str, str]) -> Counter[str]:
    return Counter(word for text in texts.values() for word in re.findall(r"\w+", text.lower()))


def _count(texts: dict[str, str]) -> int:
    return sum(map(count_words, texts.values()))


def _meta_line(page: Page) -> int:
    return min((page.front_matter.line(name) for name in page.meta), default=0)


def _line(page: Page, key: str) -> int:
    return _meta_line(page) if key == META else page.by_key[key].line if key in page.by_key else 0
