"""Sections much shorter or longer than the source lets expect: a sentence left out, or one too many."""

from __future__ import annotations

from collections.abc import Iterator

from ..finding import Draft
from ..lengths import unusual
from ..passages import Passage
from ..rules import Rule
from ..typography import conventions
from .context import Context


def lengths(context: Context) -> Iterator[Draft]:
    """Sections of an unusual length for their pair of languages."""
    languages = [conventions(page.locale).language for page in (context.source, context.page)]
    for key, ours, theirs in context.read_pairs:
        times = unusual(_length(ours), _length(theirs), *languages)
        if times is not None:
            yield Draft(
                Rule.LENGTH_DIFFERS,
                theirs[0].line,
                key,
                f"The text is {times:.0%} of the usual length for its source: something may be "
                f"{'missing' if times < 1 else 'too much'}.",
                f"compare with {context.source.path}:{ours[0].line}",
            )


def _length(passages: list[Passage]) -> int:
    return sum(len(passage.text) for passage in passages)
