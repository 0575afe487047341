"""Titles of boxes and links that still are those of the source: too short for the rule on untranslated sentences."""

from __future__ import annotations

from collections.abc import Iterator

from ..dialect import BlockKind
from ..finding import Draft
from ..labels import SENTENCE, is_prose, words_of
from ..locale_codes import same_language
from ..page import Section
from ..rules import Rule
from .context import Context


def untranslated_labels(context: Context) -> Iterator[Draft]:
    """Titles of boxes and links with two or three words that are the same as in the source."""
    if context.is_source or same_language(context.page.locale, context.site.source.code):
        return
    names = context.site.policy.same
    for ours, theirs in context.pairs:
        wanted = {block.text for block in ours.of_kind(BlockKind.TITLE)}
        for block in theirs.of_kind(BlockKind.TITLE) if wanted else ():
            count = len(words_of(block.text, names)) if block.text in wanted else 0
            # The label of a tab is mostly a name: Windows, Python 3.12, Docker Compose.
            if 1 < count < SENTENCE and (not block.name.startswith("tab") or is_prose(block.text, names)):
                yield _draft(block.line, ours, "title", block.text)
        titles = {title for title, _ in _link_titles(ours)}
        for title, line in _link_titles(theirs) if titles else ():
            if title in titles and is_prose(title, names):
                yield _draft(line, ours, "title of the link", title)


def _link_titles(section: Section) -> list[tuple[str, int]]:
    return [
        (span.title, block.line_of(span.start))
        for block in section.blocks
        if "](" in block.text or "][" in block.text
        for span in block.inline.spans
        if span.title
    ]


def _draft(line: int, section: Section, what: str, text: str) -> Draft:
    return Draft(
        Rule.UNTRANSLATED_TEXT,
        line,
        section.key,
        f"The {what} is not translated: “{text}”",
        "translate it; names that stay the same belong into extra.l10n.same",
    )
