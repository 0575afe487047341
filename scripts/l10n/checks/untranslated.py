"""Whether every sentence is translated."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..finding import Draft, shortened
from ..page import META
from ..passages import OBJECT, Passage
from ..rules import Rule
from ..sentences import FULL_STOP
from ..words import WORD
from .context import Context

MIN_WORDS = 4
RUN = b"\1" * (MIN_WORDS - 1)  # one less: a name may stand between


def untranslated(context: Context) -> Iterator[Draft]:
    """Passages and sentences that are the same as in the source."""
    names = _names_pattern(context.site.policy.same)
    for key, ours, theirs in context.read_pairs:
        if key == META:
            continue  # has a rule of its own
        known = context.source.vocabulary[key].__contains__
        wanted: set[str] | None = None
        for passage in theirs:
            # A sentence of the source is a run of its words; next to no translation has one.
            if RUN not in bytes(map(known, passage.words)):
                continue
            if wanted is None:
                wanted = {_bare(part, names) for source in ours for _, part in _parts(source)}
            for line, part in _parts(passage):
                bare = _bare(part, names)
                if bare in wanted and len(WORD.findall(bare)) >= MIN_WORDS:
                    if passage.marked:
                        break
                    yield Draft(
                        Rule.UNTRANSLATED_TEXT,
                        line,
                        key,
                        f"Not translated: “{shortened(part.replace(OBJECT, '…'))}”",
                        "translate it; names that stay the same belong into extra.l10n.same",
                    )
                    break  # one finding a passage


def _parts(passage: Passage) -> Iterator[tuple[int, str]]:
    """(line, text) of the whole passage, then of its lines and its sentences."""
    text = passage.text
    yield passage.line, text
    if "\n" in text:
        yield from zip(passage.lines, text.split("\n"), strict=False)
    sentences = FULL_STOP.split(" ".join(text.split()))
    if len(sentences) > 1:
        for sentence in sentences:
            at = text.find(sentence)
            yield (passage.line_at(at) if at != -1 else passage.line), sentence


def _names_pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    longest_first = sorted(names, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b") if longest_first else None


def _bare(text: str, names: re.Pattern[str] | None) -> str:
    """The words of a text in order, names taken out: what two texts are compared by."""
    if names:
        text = names.sub(" ", text)
    return " ".join(WORD.findall(text))
