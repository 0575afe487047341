"""How passages end: a question that became a statement, a colon before a list that is gone, other closing marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..finding import Draft
from ..page import Page
from ..passages import Passage, masked
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
# A row of marks is one question, and `--flag=?x` is none. Not [?]+: the search skips to the first mark.
QUESTION = re.compile(r"[?？؟][?？؟]*(?![\w=])")
# Greek asks with ; and Armenian inside the word.
QUESTIONS = {"el": re.compile(r"[?;\u037e][?;\u037e]*(?!\w)"), "hy": re.compile("[?՞][?՞]*")}
WORDS = re.compile(r"[^\W\d_]{2,}")
# Japanese, Thai and their neighbours ask without a mark.
ASK_OTHERWISE = frozenset(("ja", "th", "km", "lo", "my"))


def questions(context: Context) -> Iterator[Draft]:
    """Passages that lack a question of their counterpart in the source, or close with one that is none there.

    One more inside is style: "if you are ill" may be said as "Are you ill?".
    """
    mark, other = _question_mark(context.source), _question_mark(context.page)
    if mark is None or other is None:
        return
    for key, source, passage in _counterparts(context):
        asked, asks = _asked(mark, source.text), _asked(other, passage.text)
        lost = asks < asked
        if not lost and (asks == asked or _closes(mark, source.text) or not _closes(other, passage.text)):
            continue
        if WORDS.search(passage.text) and WORDS.search(source.text):
            yield Draft(
                Rule.QUESTION_DIFFERS,
                passage.line_at(len(passage.text)),
                key,
                "The source asks a question here." if lost else "The source does not ask here.",
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


def _question_mark(page: Page) -> re.Pattern[str] | None:
    """What closes a question in the page's language; None where a question needs no mark."""
    language = conventions(page.locale).language
    return None if language in ASK_OTHERWISE else QUESTIONS.get(language, QUESTION)


def _asked(mark: re.Pattern[str], text: str) -> int:
    return len(mark.findall(masked(text))) if mark.search(text) else 0


def _counterparts(context: Context) -> Iterator[tuple[str, Passage, Passage]]:
    """The passages of sections that hold the same kinds of passages in the same order."""
    for key, ours, theirs in context.read_pairs:
        if key in context.alike:
            for source, passage in zip(ours, theirs, strict=True):
                yield key, source, passage


def _closes(mark: re.Pattern[str], text: str) -> bool:
    bare = text.rstrip(CLOSERS)
    return any(match.end() == len(bare) for match in mark.finditer(bare))


def ending(text: str) -> str:
    """The closing mark of a text as in Latin script, "" when it has none; three full stops are an ellipsis."""
    text = text.rstrip(CLOSERS)
    return "…" if text.endswith("...") else MARKS.get(text[-1:], "")
