"""How passages end: a question that became a statement, a colon before a list that is gone, other closing marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..finding import Draft
from ..passages import Passage
from ..rules import Rule
from ..typography import conventions
from .context import Context

# What closes a sentence in any script -> what it is in Latin script.
MARKS = {
    ".": ".",
    "。": ".",
    "।": ".",
    "۔": ".",
    "։": ".",
    "…": "…",
    "!": "!",
    "！": "!",
    "?": "?",
    "？": "?",
    "؟": "?",
}
MARKS |= {":": ":", "：": ":", ";": ";", "；": ";", "؛": ";"}
CLOSERS = " \n\u00a0\u202f)]}»”’“\"'*_\u2066\u2067\u2068\u2069\u200e\u200f"
TAIL = re.compile(r"\W*$")
QUESTION = re.compile("[?？؟]")
WORDS = re.compile(r"[^\W\d_]{2,}")
# Greek asks with ; and Armenian inside the word; Japanese, Thai and their neighbours ask without a mark.
ASK_OTHERWISE = frozenset(("el", "hy", "ja", "th", "km", "lo", "my"))


def questions(context: Context) -> Iterator[Draft]:
    """Questions of the source that are none here, and the other way round."""
    if _asks_otherwise(context):
        return
    for key, source, passage in _counterparts(context):
        asked, asks = _asks(source.text), _asks(passage.text)
        if asked != asks and WORDS.search(passage.text) and WORDS.search(source.text):
            yield Draft(
                Rule.QUESTION_DIFFERS,
                passage.line_at(len(passage.text)),
                key,
                "The source asks a question here." if asked else "The source does not ask here.",
                f"compare with {context.source.path}:{source.line_at(len(source.text))}",
            )


def endings(context: Context) -> Iterator[Draft]:
    """Passages that close with another mark than their counterpart in the source."""
    for key, source, passage in _counterparts(context):
        wanted, found = ending(source.text), ending(passage.text)
        if wanted == found or "?" in (wanted, found) or not WORDS.search(passage.text):
            continue
        yield Draft(
            Rule.END_PUNCTUATION,
            passage.line_at(len(passage.text)),
            key,
            f"It closes with {found or 'no mark'}, the source with {wanted or 'none'}.",
            f"compare with {context.source.path}:{source.line_at(len(source.text))}",
        )


def _asks_otherwise(context: Context) -> bool:
    return any(conventions(page.locale).language in ASK_OTHERWISE for page in (context.source, context.page))


def _counterparts(context: Context) -> Iterator[tuple[str, Passage, Passage]]:
    """The passages of sections that hold the same kinds of passages in the same order."""
    for key, ours, theirs in context.read_pairs:
        if [passage.place for passage in ours] == [passage.place for passage in theirs]:
            for source, passage in zip(ours, theirs, strict=True):
                yield key, source, passage


def _asks(text: str) -> bool:
    if not QUESTION.search(text[-12:]):
        return False
    tail = TAIL.search(text[-12:])
    return bool(tail and QUESTION.search(tail.group()))


def ending(text: str) -> str:
    """The closing mark of a text as in Latin script, "" when it has none; three full stops are an ellipsis."""
    text = text.rstrip(CLOSERS)
    return "…" if text.endswith("...") else MARKS.get(text[-1:], "")
