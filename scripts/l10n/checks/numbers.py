"""Whether a translation has the numbers of its source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..dialect import BlockKind
from ..finding import Draft
from ..numbers import numbers
from ..page import Section
from ..rules import Rule
from .context import Context

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


def same_numbers(context: Context) -> Iterator[Draft]:
    """Sections that do not have the numbers of the source."""
    for ours, theirs in context.pairs:
        wanted, found = _numbers(ours), _numbers(theirs)
        if wanted == found:
            continue
        parts = []
        if lost := wanted - found:
            parts.append(f"missing: {_listed(lost)}")
        more = found - wanted
        if more:
            parts.append(f"not in the source: {_listed(more)}")
        yield Draft(
            Rule.NUMBERS_DIFFER,
            _first_line(theirs, more),
            ours.key,
            f"Other numbers than in the source ({'; '.join(parts)}).",
            f"compare with {context.source.path}:{_first_line(ours, lost)}",
        )


def _numbers(section: Section) -> Counter[str]:
    total: Counter[str] = Counter()
    for block in section.of_kind(*PROSE):
        total += numbers(block.inline.prose)
    return total


def _listed(counts: Counter[str]) -> str:
    ordered = sorted(counts, key=lambda digits: (len(digits), digits))
    return ", ".join(digits if counts[digits] == 1 else f"{digits} ({counts[digits]}×)" for digits in ordered)


def _first_line(section: Section, wanted: Counter[str]) -> int:
    """The line of the first block that holds one of the numbers, else that of the section."""
    for block in section.of_kind(*PROSE):
        text = block.inline.prose
        if wanted and wanted.keys() & numbers(text).keys():
            for index, line in enumerate(block.text.split("\n")):
                if wanted.keys() & numbers(line).keys() and index < len(block.lines):
                    return block.lines[index]
            return block.line
    return section.line
