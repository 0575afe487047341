"""Texts of data files and strings of the interface: there in every language, translated, with the same placeholders."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ..corpus import Corpus
from ..data_file import DataError, DataFile, read_data
from ..data_texts import DataText, Leaf, Version, placeholders, strings_file, strings_of, texts_of
from ..digest import normalised
from ..finding import Draft
from ..forbidden import read_forbidden
from ..numbers import numbers
from ..rules import Rule
from ..site import Site
from ..typography import flaws
from ..words import plain

WORD = re.compile(r"[^\W\d_]+")
MIN_WORDS = 3
Place = tuple[str, str, Draft]  # path, locale, finding


def strings(corpus: Corpus, today: date) -> Iterator[Place]:
    """The files that extra.l10n.strings names, one a locale."""
    site = corpus.site
    if not site.policy.strings:
        return
    text = DataText("", 1, {})
    for code in site.codes:
        path = strings_file(site, code)
        if path.is_file() or code == site.source.code:
            try:
                text.versions[code] = strings_of(corpus.loaded(read_data, path))
            except DataError as error:
                yield _unreadable(site, error, code)
        else:
            source = site.relative(strings_file(site, site.source.code))
            missing = Draft(Rule.STRING_MISSING, 1, "", "There is no such file.", f"translate {source}")
            yield site.relative(path), code, missing
    yield from _compared(corpus, text)


def texts(corpus: Corpus, today: date) -> Iterator[Place]:
    """The files that extra.l10n.texts names."""
    site = corpus.site
    for path in site.policy.texts:
        try:
            file = corpus.loaded(read_data, path)
        except DataError as error:
            yield _unreadable(site, error, "")
            continue
        for text in texts_of(file, site):
            yield from _text(corpus, file, text)


def _text(corpus: Corpus, file: DataFile, text: DataText) -> Iterator[Place]:
    site = corpus.site
    for locale in site.translations if text.owed else ():
        if locale.code not in text.versions:
            message = f"{text.name} is not translated into {locale.code}."
            draft = Draft(Rule.STRING_MISSING, text.line, text.name, message, f"write {locale.code}: … there")
            yield site.relative(file.path), locale.code, draft
    yield from _compared(corpus, text)


def _compared(corpus: Corpus, text: DataText) -> Iterator[Place]:
    """Every version by itself and against the source."""
    site = corpus.site
    source = text.versions.get(site.source.code)
    for code, version in text.versions.items():
        drafts = _words(corpus, code, text, version)
        if source and version is not source:
            drafts = (*drafts, *_against(site, text, source, version))
        for draft in drafts:
            yield site.relative(version.file.path), code, draft


def _words(corpus: Corpus, locale: str, text: DataText, version: Version) -> Iterator[Draft]:
    """What can be said of each text without its source: how it is written, and words that must not stand."""
    policy = corpus.site.policy
    phrases = corpus.loaded(read_forbidden, policy.terms).phrases(locale, None) if policy.terms else ()
    for name, leaf in version.leaves.items():
        found_flaws = {flaw.rule: flaw for flaw in reversed([*flaws(leaf.text, locale, policy.quotes.get(locale, ()))])}
        for flaw in found_flaws.values():  # the first of each rule
            yield Draft(flaw.rule, leaf.line, text.shown(name), flaw.message, flaw.hint)
        words = plain(leaf.text) if phrases else ""
        for phrase in phrases:
            if not phrase.keys and (found := phrase.find(words)):
                message = f"“{found}” must not stand here: {phrase.why}"
                yield Draft(Rule.FORBIDDEN_TERM, leaf.line, text.shown(name), message, phrase.cure)


def _against(site: Site, text: DataText, source: Version, version: Version) -> Iterator[Draft]:
    for name, ours in source.leaves.items():
        theirs = version.leaves.get(name)
        if theirs is None:
            message = f"{text.shown(name)} is missing."
            hint = f"translate “{_short(ours.text)}”"
            yield Draft(Rule.STRING_MISSING, version.line, text.shown(name), message, hint)
        else:
            yield from _pair(site, text.shown(name), ours, theirs)
    for name, leaf in version.leaves.items():
        if name not in source.leaves:
            message = f"The source has no {text.shown(name)}."
            yield Draft(Rule.STRING_EXTRA, leaf.line, text.shown(name), message, "take it out")


def _pair(site: Site, name: str, ours: Leaf, theirs: Leaf) -> Iterator[Draft]:
    if not theirs.text.strip():
        if ours.text.strip():
            yield Draft(Rule.STRING_EMPTY, theirs.line, name, f"{name} is empty.", f"translate “{_short(ours.text)}”")
        return
    bare = theirs.text
    for same in site.policy.same:
        bare = bare.replace(same, " ")
    if normalised(ours.text) == normalised(theirs.text) and len(WORD.findall(PLACE.sub(" ", bare))) >= MIN_WORDS:
        message = f"Not translated: “{_short(theirs.text)}”"
        hint = "translate it; names that stay the same belong into extra.l10n.same"
        yield Draft(Rule.UNTRANSLATED_TEXT, theirs.line, name, message, hint)
    if (wanted := placeholders(ours.text)) != (found := placeholders(theirs.text)):
        message = f"{name} has {_listed(found)}, the source {_listed(wanted)}."
        yield Draft(Rule.PLACEHOLDER_DIFFERS, theirs.line, name, message, "write them as they stand in the source")
    if (wanted := numbers(ours.text)) != (found := numbers(theirs.text)):
        lost, more = sorted((wanted - found).elements()), sorted((found - wanted).elements())
        parts = [f"missing: {', '.join(lost)}"] if lost else []
        parts += [f"not in the source: {', '.join(more)}"] if more else []
        message = f"Other numbers than in the source ({'; '.join(parts)})."
        yield Draft(Rule.NUMBERS_DIFFER, theirs.line, name, message, f"compare with “{_short(ours.text)}”")


PLACE = re.compile(r"\{[^}]*\}")


def _listed(found: list[str]) -> str:
    return ", ".join(found) or "no placeholder"


def _short(text: str, width: int = 60) -> str:
    text = " ".join(text.split())
    return text if len(text) <= width else text[: width - 1].rstrip() + "…"


def _unreadable(site: Site, error: DataError, locale: str) -> Place:
    draft = Draft(Rule.UNREADABLE_DATA, error.line, "", error.problem, "correct the file")
    return site.relative(error.path), locale, draft
