"""Text in another language than its page's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..finding import Draft
from ..languages import (
    ENOUGH,
    SHORTEST,
    WORD,
    foreign_script,
    language_of,
    latin_for,
    other_letters,
    script_of,
    small_words,
)
from ..passages import OBJECT, Passage
from ..rules import Rule
from ..sentences import FULL_STOP
from ..typography import conventions
from .context import Context

CLAUSE_END = re.compile(r"(?<=[.!?…؟。:;؛])[\"”»’)]*\s+")
LONG = 25  # a shorter sentence of another script can be a quotation
SHOWN = 60


def wrong_language(context: Context) -> Iterator[Draft]:
    """Sentences in another language of the site, or in English; what the page marks with lang= is left alone.

    The very words of the source are left to the rule of untranslated text.
    """
    page = context.page
    own = conventions(page.locale).language
    others = tuple(dict.fromkeys(conventions(code).language for code in (*context.site.codes, "en")))
    others = tuple(other for other in others if other != own)
    signs = frozenset().union(*(small_words(other, (own,)) for other in others))
    source = None
    for passage in page.passages:
        told = _told(passage, own, others, signs)
        if told is None or passage.marked:
            continue
        language, sentence = told
        if not context.is_source:
            source = source or _words(" ".join(other.text for other in context.source.passages))
            if _words(sentence) in source:
                continue
        shown = " ".join(sentence.replace(OBJECT, "…").split())
        short = shown if len(shown) <= SHOWN else shown[: SHOWN - 1].rstrip() + "…"
        yield Draft(
            Rule.WRONG_LANGUAGE,
            passage.line_at(passage.text.index(sentence)),
            passage.section,
            f"This is written in {language}, not in {own}: “{short}”",
            f'write it in {own}, or mark what must stay so: <span lang="…">…</span>',
        )


def _words(text: str) -> str:
    return " ".join(WORD.findall(text))


def _told(passage: Passage, own: str, others: tuple[str, ...], signs: frozenset[str]) -> tuple[str, str] | None:
    """(language or script, the sentence) of the first sentence that is not in the page's language."""
    text = passage.text
    if len(passage.words) >= SHORTEST and len(signs.intersection(passage.words)) >= ENOUGH:
        for sentence in CLAUSE_END.split(text):
            if language := language_of(sentence, own, others):
                return language, sentence
    if script_of(own) in ("Latin", None) and text.isascii():
        return None
    if not other_letters(text, own):
        script = latin_for(text, own)
        return (f"{script} script", text) if script else None
    for sentence in (text, *FULL_STOP.split(text)):
        if (sentence is text or len(sentence) > LONG) and (script := foreign_script(sentence, own)):
            return f"{script} script", sentence
    return None
