"""How hard a page is to read: mean words a sentence, the longest sentence, and an index of long words (LIX).

```yaml
leave_out: [say]        # anchors of sections that are no running text: lists to copy, sentences to show
gates:                  # by locale; what is left out is not asked of it
  en: {mean: {warn: 12, fail: 15}, longest: {fail: 20}, index: {warn: 30, fail: 40}}
```

The figures are smoke alarms: they compare versions of one text, not languages. LIX (Björnsson, 1968) is the mean length
of sentences plus the percentage of words of more than six letters.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .data_file import DataFile, read_data
from .dialect import BlockKind
from .dialect.inline import SpanKind
from .locale_codes import language
from .page import Page
from .passages import OBJECT, Passage
from .sentences import LETTER, sentence_spans

TEXT = (BlockKind.PARAGRAPH, BlockKind.ITEM)
LONG = 7
FIGURES = ("mean", "longest", "index")
LIMITS = ("warn", "fail")


@dataclass(frozen=True)
class Gate:
    """The figure above which a page is worth a look, and the one above which it is too hard."""

    warn: int | None = None
    fail: int | None = None


@dataclass(frozen=True)
class ReadingPolicy:
    """`gates`: locale -> figure -> gate; `leave_out`: sections that are not measured."""

    gates: Mapping[str, Mapping[str, Gate]]
    leave_out: frozenset[str]


@dataclass(frozen=True)
class Sentence:
    """A sentence, its words, and where it begins."""

    text: str
    words: tuple[str, ...]
    section: str
    line: int


@dataclass(frozen=True)
class Figures:
    """What was measured on a page."""

    sentences: tuple[Sentence, ...]
    mean: float
    longest: int
    index: float


def read_reading(path: Path) -> ReadingPolicy:
    """The gates in a file. Raises DataError when it is not as in the module's example."""
    file = read_data(path)
    value = file.value if isinstance(file.value, dict) else {}
    gates, left = value.get("gates"), value.get("leave_out") or []
    if not isinstance(gates, dict):
        raise file.error("It holds no gates; write gates: and figures by locale.")
    if not isinstance(left, list) or not all(isinstance(name, str) for name in left):
        raise file.error("leave_out is no list of anchors; write [one, two].", "leave_out")
    return ReadingPolicy(
        {
            locale: {name: _gate(file, name, gate, locale) for name, gate in _mapping(file, each, locale).items()}
            for locale, each in gates.items()
        },
        frozenset(left),
    )


def _gate(file: DataFile, name: str, value: Any, locale: str) -> Gate:
    limits = _mapping(file, value, locale, name)
    numbers = all(isinstance(limit, int) and not isinstance(limit, bool) for limit in limits.values())
    if name not in FIGURES or not limits.keys() <= set(LIMITS) or not numbers:
        message = f"{name}: {value!r} is no gate; write {', '.join(FIGURES)} with warn and fail as whole numbers."
        raise file.error(message, "gates", locale, name)
    return Gate(**limits)


def _mapping(file: DataFile, value: Any, *steps: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise file.error(f"{steps[-1]} holds no figures; write {{mean: {{warn: 12, fail: 15}}}}.", "gates", *steps)
    return value


def told(figures: Figures, limits: Mapping[str, Gate]) -> str:
    """The figures with their gates, in words."""
    names = {"mean": "words a sentence", "longest": "words in the longest", "index": "index of long words"}
    parts = []
    for name in limits:
        gate, figure = limits[name], getattr(figures, name)
        asked = [f"{word} {limit}" for word, limit in (("warn", gate.warn), ("fail", gate.fail)) if limit is not None]
        parts.append(f"{figure:.{1 if name == 'mean' else 0}f} {names[name]} ({', '.join(asked)})")
    return "; ".join(parts)


def measure(page: Page, leave_out: frozenset[str]) -> Figures | None:
    """The figures of a page; None when it has no sentence."""
    sentences = tuple(
        sentence
        for passage in page.passages
        if passage.block is not None and not passage.name and passage.block.kind in TEXT
        if passage.section not in leave_out and not _only_links(passage)
        for sentence in _sentences(passage, language(page.locale))
    )
    if not sentences:
        return None
    words = [word for sentence in sentences for word in sentence.words]
    mean = len(words) / len(sentences)
    long = sum(len(LETTER.findall(word)) >= LONG for word in words)
    return Figures(sentences, mean, max(len(s.words) for s in sentences), mean + 100 * long / len(words))


def _only_links(passage: Passage) -> bool:
    """Whether all words of a passage are links: a list of ways on is no text."""
    inline = passage.block.inline
    links = [span for span in inline.spans if span.kind is SpanKind.LINK]
    if not links:
        return False
    rest, at = [], 0
    for span in links:
        rest.append(inline.text[at : span.start])
        at = span.end
    return not LETTER.search("".join([*rest, inline.text[at:]]))


def _sentences(passage: Passage, code: str) -> Iterator[Sentence]:
    for start, end in sentence_spans(passage.text, code):
        piece = passage.text[start:end]
        words = tuple(word for word in piece.replace(OBJECT, "0").split() if LETTER.search(word))
        lead = len(piece) - len(piece.lstrip())
        yield Sentence(" ".join(piece.split()), words, passage.section, passage.line_at(start + lead))
