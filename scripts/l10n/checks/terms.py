"""Words: the terms of the glossary, and words that must not stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..dialect import BlockKind
from ..finding import Draft
from ..forbidden import ADDRESS, Phrase, read_forbidden
from ..glossary import Glossary, read_glossary
from ..locale_codes import language
from ..page import META, Page, Section
from ..passages import Passage
from ..rules import Rule
from ..words import plain, stems
from .context import Context

SENTENCE = re.compile(r"(?<=[.!?:])\s+|\n")
ADDRESS_SIGN = re.compile(r"[\W_]+")


def glossary(context: Context) -> Iterator[Draft]:
    """Sections whose source uses a term of the glossary and whose translation uses none of its forms."""
    path = context.site.policy.glossary
    if path is None or context.is_source:
        return
    terms = context.corpus.loaded(read_glossary, path, context.site.source.code, context.site.policy.section_names)
    yield from _missing(context, terms, META, _meta(context.source), _meta(context.page), 1)
    for ours, theirs in context.pairs:
        yield from _missing(context, terms, ours.key, _prose(ours), _prose(theirs), theirs.line)


def _missing(context: Context, terms: Glossary, section: str, ours: str, theirs: str, line: int) -> Iterator[Draft]:
    site, locale = context.site, context.page.locale
    # A sentence that stands there as in the source is reported as that.
    used = terms.used("\n".join(sentence for sentence in SENTENCE.split(ours) if sentence not in theirs))
    if not used:
        return
    theirs_stems = stems(language(locale))
    bag = theirs_stems.bag(theirs)
    for term in used:
        accepted = term.accepted(locale, context.policy.prefix)
        if accepted and not any(bag.holds(theirs_stems.line(form)) for form in accepted):
            yield Draft(
                Rule.GLOSSARY_TERM,
                line,
                section,
                f"The source says “{term.forms[site.source.code][0]}” here, and the translation none of: "
                f"{', '.join(accepted)}.",
                f"use one of them, or add the word that stands here to the forms of {term.id} in "
                f"{site.relative(site.policy.glossary)}",
            )


def forbidden(context: Context) -> Iterator[Draft]:
    """Words of the page's text, front matter and address that extra.l10n.terms forbids there."""
    path, page = context.site.policy.terms, context.page
    if path is None:
        return
    forbidden = context.corpus.loaded(read_forbidden, path, context.site.policy.section_names)
    phrases = forbidden.phrases(page.locale, context.policy.prefix)
    whole = plain(page.text)
    met = [phrase for phrase in phrases if phrase.literal in whole]
    for passage in page.passages if met else ():
        key = passage.name if passage.section == META else ""
        text = plain(passage.text)
        for phrase in met:
            if (not phrase.keys or key in phrase.keys) and (words := phrase.find(text)):
                yield _forbidden(phrase, words, _line(passage, phrase), passage.section)
    if context.is_source:  # translations have the same address
        yield from _in_address(page, [phrase for phrase in phrases if ADDRESS in phrase.keys])


def _in_address(page: Page, phrases: list[Phrase]) -> Iterator[Draft]:
    address = ADDRESS_SIGN.sub(" ", page.key.removesuffix(".md"))
    for phrase in phrases:
        if words := phrase.find(plain(address)):
            yield _forbidden(phrase, words, 1, "")
        for section in page.sections if phrases else ():
            if section.pinned and (words := phrase.find(plain(ADDRESS_SIGN.sub(" ", section.key)))):
                yield _forbidden(phrase, words, section.line, section.key)


def _line(passage: Passage, phrase: Phrase) -> int:
    """The line of the passage on which the phrase stands, its first when the phrase runs over two."""
    for line, text in zip(passage.lines, passage.text.split("\n"), strict=False):
        if phrase.find(plain(text)):
            return line
    return passage.line


def _forbidden(phrase: Phrase, words: str, line: int, section: str) -> Draft:
    return Draft(
        Rule.FORBIDDEN_TERM,
        line,
        section,
        f"“{words}” must not stand here: {phrase.why}",
        phrase.cure,
    )


def _prose(section: Section) -> str:
    """What a reader reads of a section, a block a line."""
    blocks = (block.inline.prose for block in section.blocks if block.kind is not BlockKind.CODE)
    return "\n".join(" ".join(prose.split()) for prose in blocks)


def _meta(page: Page) -> str:
    return "\n".join(str(value) for value in page.meta.values())
