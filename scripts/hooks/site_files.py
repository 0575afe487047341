"""Files of the site that are no pages: what programs read, and what a page offers beside its text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from jinja2 import Environment

from hooks.badges import badge
from hooks.citations import citation_files
from hooks.feeds import NAME as FEED
from hooks.feeds import feed
from hooks.records import Record
from hooks.survey_files import case_files, survey_files
from hooks.tags import TagData
from hooks.translation_state import NAME, SCHEMA, Row, state_json
from l10n.corpus import Corpus
from l10n.counting import count_site

File = tuple[str, str]  # path from the root of the site, text
Words = Mapping[str, Mapping[str, str]]  # locale -> key -> words


def tools_scripts(env: Environment, all_strings: Words, source: str) -> Iterator[File]:
    """What the buttons of leaflets do, one script a language; `source` is the locale at the root."""
    template = env.get_template("tools.js")
    for locale in all_strings:
        strings = all_strings[locale]
        home, root = ("", "./") if locale == source else (f"{locale}/", "../")
        words = {state: strings[f"save_{state}"] for state in ("busy", "done", "failed", "removed")}
        words |= {"start": strings["listen"], "stop": strings["listen_stop"], "copied": strings["send_copied"]}
        yield f"{home}tools.js", template.render(root=root, words=words)


def state_files(
    corpus: Corpus, rows: list[Row], all_strings: Words, address: Callable[[str, str], str]
) -> Iterator[File]:
    """What tells programs the state of the translations."""
    coverage = count_site(corpus)
    yield NAME, state_json(corpus.site, rows, coverage, address)
    yield SCHEMA.name, SCHEMA.read_text(encoding="utf-8")
    for locale in corpus.site.translations:
        total = coverage.total(locale.code)
        strings = all_strings[locale.code]
        words = strings["badge"].format(current=total.current, total=total.sections)
        yield f"badges/{locale.code}.svg", badge(locale, total, words, strings["state_draft"])


def data_files(data: TagData, strings: Mapping[str, str]) -> Iterator[File]:
    """The survey and the cases as data, in the words of the source language."""
    yield from survey_files(data.survey)
    courts = {case.court: strings[f"court_{case.court}"] for case in data.cases.values()}
    yield from case_files(data.cases.values(), courts)


def record_files(
    records: Iterable[Record], all_strings: Words, site_url: str, home_of: Callable[[str], str]
) -> Iterator[File]:
    """Citations of the pages that offer one and, where the site has a public address, a feed a language.

    `home_of` gives the address of the home page of a locale, from the root of the site.
    """
    by_locale: dict[str, list[Record]] = {}
    for record in records:
        by_locale.setdefault(record.locale, []).append(record)
        if record.cited:
            address = site_url and site_url + record.url
            yield from citation_files(record, all_strings[record.locale]["site_name"], address)
    for locale, own in by_locale.items() if site_url else ():
        yield home_of(locale) + FEED, feed(own, all_strings[locale], site_url, home_of(locale))
