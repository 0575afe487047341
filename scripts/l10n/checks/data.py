"""Texts of data files and strings of the interface: there in every language, translated, with the same placeholders."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from ..corpus import Corpus
from ..data_file import DataError, read_data
from ..data_texts import DataText, Leaf, Version, placeholders, strings_file, strings_of, texts_of
from ..digest import normalised
from ..finding import Draft, shortened
from ..forbidden import read_forbidden
from ..numbers import numbers
from ..rules import Rule
from ..site import Site
from ..typography import flaws
from ..words import WORD, plain

MIN_WORDS = 3
Place = tuple[str, str, Draft]  # path, locale, finding


def unreadable(corpus: Corpus, today: date) -> Iterator[Place]:
    """Files that extra.l10n.strings or extra.l10n.texts names and that cannot be read, or are not there."""
    site = corpus.site
    for path, locale in _files(site):
        try:
            if path.is_file() or locale in ("", site.source.code):
                corpus.loaded(read_data, path)
            else:
                source = site.relative(strings_file(site, site.source.code))
                draft = Draft(Rule.STRING_MISSING, 1, "", "There is no such file.", f"translate {source}")
                yield site.relative(path), locale, draft
        except DataError as error:
            draft = Draft(Rule.UNREADABLE_DATA, error.line, "", error.problem, "correct the file")
            yield site.relative(path), locale, draft


def translated(corpus: Corpus, today: date) -> Iterator[Place]:
    """Every text in every language it is owed in, and each translation against the source."""
    site = corpus.site
    for text in corpus.loaded(_texts, corpus):
        for locale in site.translations if text.owed else ():
            if locale.code not in text.versions:
                message = f"{text.name} is not translated into {locale.code}."
                draft = Draft(Rule.STRING_MISSING, text.line, text.name, message, f"write {locale.code}: … there")
                yield _path(site, text), locale.code, draft
        source = text.versions.get(site.source.code)
        for code, version in text.versions.items() if source else ():
            if version is not source:
                for draft in _against(site, text, source, version):
                    yield site.relative(version.file.path), code, draft


def written(corpus: Corpus, today: date) -> Iterator[Place]:
    """How each text is written, whatever its source says: the first flaw of each rule."""
    for text, code, version in _versions(corpus):
        quotes = corpus.site.policy.quotes.get(code, ())
        for name, leaf in version.leaves.items():
            first = {flaw.rule: flaw for flaw in reversed([*flaws(leaf.text, code, quotes)])}
            for flaw in first.values():
                draft = Draft(flaw.rule, leaf.line, text.shown(name), flaw.message, flaw.hint)
                yield corpus.site.relative(version.file.path), code, draft


def forbidden(corpus: Corpus, today: date) -> Iterator[Place]:
    """Words that extra.l10n.terms forbids everywhere."""
    policy = corpus.site.policy
    if policy.terms is None:
        return
    terms = corpus.loaded(read_forbidden, policy.terms, policy.section_names)
    for text, code, version in _versions(corpus):
        for name, leaf in version.leaves.items():
            words = plain(leaf.text)
            for phrase in terms.phrases(code, None):
                if not phrase.keys and (found := phrase.find(words)):
                    message = f"“{found}” must not stand here: {phrase.why}"
                    draft = Draft(Rule.FORBIDDEN_TERM, leaf.line, text.shown(name), message, phrase.cure)
                    yield corpus.site.relative(version.file.path), code, draft


def _files(site: Site) -> Iterator[tuple[Path, str]]:
    """Each file with its locale; a file of texts has all of them."""
    for code in site.codes if site.policy.strings else ():
        yield strings_file(site, code), code
    for path in site.policy.texts:
        yield path, ""


def _texts(corpus: Corpus) -> list[DataText]:
    """The strings of the interface as one text, and all texts of data files; what cannot be read is left out."""
    found = [DataText("", 1, {}, owed=False)]  # a file of strings that is missing is reported as that
    for path, locale in _files(corpus.site):
        try:
            file = corpus.loaded(read_data, path)
        except DataError:
            continue
        if locale:
            found[0].versions[locale] = strings_of(file)
        else:
            found += texts_of(file, corpus.site)
    return found


def _versions(corpus: Corpus) -> Iterator[tuple[DataText, str, Version]]:
    for text in corpus.loaded(_texts, corpus):
        for code, version in text.versions.items():
            yield text, code, version


def _path(site: Site, text: DataText) -> str:
    """The file of a text that stands in one file in all its languages."""
    return site.relative(next(iter(text.versions.values())).file.path)


def _against(site: Site, text: DataText, source: Version, version: Version) -> Iterator[Draft]:
    for name, ours in source.leaves.items():
        theirs = version.leaves.get(name)
        if theirs is None:
            message = f"{text.shown(name)} is missing."
            hint = f"translate “{shortened(ours.text)}”"
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
            yield Draft(
                Rule.STRING_EMPTY, theirs.line, name, f"{name} is empty.", f"translate “{shortened(ours.text)}”"
            )
        return
    bare = theirs.text
    for same in site.policy.same:
        bare = bare.replace(same, " ")
    if normalised(ours.text) == normalised(theirs.text) and len(WORD.findall(PLACE.sub(" ", bare))) >= MIN_WORDS:
        message = f"Not translated: “{shortened(theirs.text)}”"
        hint = "translate it; names that stay the same belong into extra.l10n.same"
        yield Draft(Rule.UNTRANSLATED_TEXT, theirs.line, name, message, hint)
    if (wanted := placeholders(ours.text)) != (found := placeholders(theirs.text)):
        message = f"{name} has {_listed(found)}, the source {_listed(wanted)}."
        yield Draft(Rule.PLACEHOLDER_DIFFERS, theirs.line, name, message, "write them as they stand in the source")
    if (wanted := numbers(ours.text)) != (found := numbers(theirs.text)):
        lost, more = Counter(wanted) - Counter(found), Counter(found) - Counter(wanted)
        parts = [f"missing: {', '.join(sorted(lost.elements()))}"] if lost else []
        parts += [f"not in the source: {', '.join(sorted(more.elements()))}"] if more else []
        message = f"Other numbers than in the source ({'; '.join(parts)})."
        yield Draft(Rule.NUMBERS_DIFFER, theirs.line, name, message, f"compare with “{shortened(ours.text)}”")


PLACE = re.compile(r"\{[^}]*\}")


def _listed(found: list[str]) -> str:
    return ", ".join(found) or "no placeholder"
