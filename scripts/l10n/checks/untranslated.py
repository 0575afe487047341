"""Whether every sentence is translated."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..dialect import Block, BlockKind
from ..finding import Draft
from ..rules import Rule
from .context import Context

WORD = re.compile(r"[^\W\d_]+")
SENTENCE_END = re.compile(r"(?<=[.!?…؟。])[\"”»’)]*\s+|\n")
MIN_WORDS = 4
PROSE = (
    BlockKind.HEADING,
    BlockKind.PARAGRAPH,
    BlockKind.ITEM,
    BlockKind.TABLE,
    BlockKind.TITLE,
    BlockKind.TERM,
    BlockKind.ABBREVIATION,
    BlockKind.HTML,
)


def untranslated(context: Context) -> Iterator[Draft]:
    """Blocks and sentences that are the same as in the source."""
    names = _names_pattern(context.site.policy.same)
    for ours, theirs in context.pairs:
        wanted = {_bare(part, names) for block in ours.of_kind(*PROSE) for _, part in _parts(block)}
        for block in theirs.of_kind(*PROSE):
            for line, part in _parts(block):
                bare = _bare(part, names)
                if bare in wanted and len(WORD.findall(bare)) >= MIN_WORDS:
                    yield Draft(
                        Rule.UNTRANSLATED_TEXT,
                        line,
                        ours.key,
                        f"Not translated: “{_short(part)}”",
                        "translate it; names that stay the same belong into extra.l10n.same",
                    )
                    break  # one finding a block


def _parts(block: Block) -> Iterator[tuple[int, str]]:
    """(line, text) of the whole block, then of its cells or sentences."""
    text = block.inline.prose
    if block.kind is not BlockKind.TABLE:
        yield block.line, text
    for index, line in enumerate(text.split("\n")):
        number = block.lines[index] if index < len(block.lines) else block.line
        if block.kind is BlockKind.TABLE:
            yield from ((number, cell) for cell in line.split(" | "))
    if block.kind is not BlockKind.TABLE:
        joined = " ".join(text.split())
        sentences = SENTENCE_END.split(joined)
        if len(sentences) > 1:
            yield from ((block.line, sentence) for sentence in sentences)


def _names_pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    longest_first = sorted(names, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b") if longest_first else None


def _bare(text: str, names: re.Pattern[str] | None) -> str:
    """The words of a text in order, names taken out: what two texts are compared by."""
    if names:
        text = names.sub(" ", text)
    return " ".join(WORD.findall(text))


def _short(text: str, width: int = 60) -> str:
    text = " ".join(text.split())
    return text if len(text) <= width else text[: width - 1].rstrip() + "…"
