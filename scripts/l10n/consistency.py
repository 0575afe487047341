"""How the sentences that the pages of a section share are translated on each of them.

A passage of the source (a paragraph, an item, a heading, a cell) is matched with the one in its place in the
translation where the matched sections have passages of the same kinds; its sentences (and the links of a row, with dots
between) are matched one by one where they are equally many. The translation that most places have counts as the rule; of equally frequent ones that of the first
page.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from .corpus import Corpus
from .locale_codes import language
from .page import Page
from .pairs import pair_sections
from .passages import OBJECT, Passage
from .record import compare
from .sentences import sentence_spans
from .words import WORD, plain

MIN_WORDS = 2  # of the source: single words depend on what stands around them
DOT = re.compile(r"\s[·•|]\s")
# Kinds of passages whose words may be the same and yet translated alike; a heading is not like a paragraph.
LIKE = {"item": "paragraph"}


@dataclass(frozen=True)
class Use:
    """One place where a text of the source is translated. `path` is what reports print."""

    path: str
    section: str
    line: int
    source: str
    text: str


@dataclass(frozen=True)
class Deviation:
    """A use that is not as the others, and the first of these."""

    use: Use
    usual: Use


@dataclass(frozen=True)
class _Text:
    """A sentence, or a whole passage: its position in the passage, as it stands, and what it is compared by."""

    start: int
    shown: str
    bare: str


def deviations(corpus: Corpus, prefix: str, locale: str) -> dict[str, list[Deviation]]:
    """The deviations in each page (its path) of a section of the policy, in one locale."""
    shared = corpus.loaded(_shared, corpus, prefix)
    uses: dict[tuple[str, str], list[tuple[str, Use]]] = defaultdict(list)
    for source in _sources(corpus, prefix):
        page = corpus.page(source.key, locale)
        for kind, ours, theirs, use in _uses(source, page, shared) if page else ():
            if ours != theirs:  # what is not translated is reported as that
                uses[kind, ours].append((theirs, use))
    found: dict[str, list[Deviation]] = defaultdict(list)
    for places in uses.values():
        (usual, _), *others = Counter(bare for bare, _ in places).most_common()  # of equal ones the first met
        if others:
            first = next(use for bare, use in places if bare == usual)
            for bare, use in places:
                if bare != usual:
                    found[use.path].append(Deviation(use, first))
    return found


def _sources(corpus: Corpus, prefix: str) -> Iterator[Page]:
    for key in corpus.site.keys:
        page = corpus.source(key)
        if page and corpus.site.policy.section_for(key).prefix == prefix:
            yield page


def _shared(corpus: Corpus, prefix: str) -> frozenset[tuple[str, str]]:
    """(kind, text) of what stands in more than one place of the source; most does not, and need not be looked at."""
    counts: Counter[tuple[str, str]] = Counter()
    for page in _sources(corpus, prefix):
        for passage in page.passages:
            texts = _texts(passage, page.locale)
            counts.update((_kind(passage), text.bare) for text in (*texts, *_whole(passage, texts)))
    return frozenset(place for place, count in counts.items() if count > 1)


def _uses(source: Page, page: Page, shared: frozenset[tuple[str, str]]) -> Iterator[tuple[str, str, str, Use]]:
    """(kind, source and translation as they are compared, use) of each shared text."""
    comparison = compare(source, page)
    ours, theirs = _by_section(source), _by_section(page)
    for section, other in pair_sections(source, page, comparison).pairs:
        first, second = ours.get(section.key, []), theirs.get(other.key, [])
        if section.key in comparison.stale or list(map(_kind, first)) != list(map(_kind, second)):
            continue
        for one, two in zip(first, second, strict=True):
            kind = _kind(one)
            for text, translated in _matched(one, two, kind, shared, source.locale, page.locale):
                line = two.line_at(translated.start)
                yield kind, text.bare, translated.bare, Use(page.path, section.key, line, text.shown, translated.shown)


def _matched(
    one: Passage, two: Passage, kind: str, shared: frozenset[tuple[str, str]], source: str, locale: str
) -> Iterator[tuple[_Text, _Text]]:
    """The shared texts of a passage with their translations: sentences, or the whole where they are not equally many."""
    first = _texts(one, source)
    whole = _whole(one, first)
    if not any((kind, text.bare) in shared for text in (*first, *whole)):
        return
    second = _texts(two, locale)
    if len(first) != len(second):
        first, second = whole or first, _whole(two, second) or second
    if len(first) == len(second):
        for text, translated in zip(first, second, strict=True):
            if (kind, text.bare) in shared and len(WORD.findall(text.shown)) >= MIN_WORDS:
                yield text, translated


def _texts(passage: Passage, locale: str) -> list[_Text]:
    """The sentences of a passage, and what stands between dots in a row of links."""
    spans = sentence_spans(passage.text, language(locale))
    return [_text(passage.text, *span) for start, end in spans for span in _between_dots(passage.text, start, end)]


def _between_dots(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for dot in DOT.finditer(text, start, end):
        yield start, dot.start()
        start = dot.end()
    yield start, end


def _whole(passage: Passage, sentences: list[_Text]) -> list[_Text]:
    """The passage as one text, where it is more than one sentence."""
    return [_text(passage.text, 0, len(passage.text))] if len(sentences) > 1 else []


def _text(text: str, start: int, end: int) -> _Text:
    piece = text[start:end]
    lead = len(piece) - len(piece.lstrip())
    shown = " ".join(piece.split())
    # Neither case nor the signs at the ends count.
    return _Text(start + lead, shown, plain(shown).strip(".!?…؟؛:;,“”„«»\"' ").replace(OBJECT, "0"))


def _by_section(page: Page) -> dict[str, list[Passage]]:
    found: dict[str, list[Passage]] = defaultdict(list)
    for passage in page.passages:
        found[passage.section].append(passage)
    return found


def _kind(passage: Passage) -> str:
    kind = passage.block.kind.value if passage.block else ""
    return passage.name or LIKE.get(kind, kind)
