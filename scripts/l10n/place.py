"""One page in one locale through every check: its verdict."""

from __future__ import annotations

import gc
import os
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from .checks import GUESSING_CHECKS, PAGE_CHECKS, Context
from .checks.coverage import missing_page, orphan_page
from .checks.linking import wanted_anchors
from .corpus import Corpus
from .counting import count_page, is_counted, section_name
from .coverage import CoverageCell
from .data_file import DataError
from .errors import PageError, UserError
from .finding import Draft, Finding, Severity
from .ignores import read_ignores
from .links import anchors_of
from .page import Page
from .pairs import Pairing, pair_sections
from .record import Comparison, compare
from .rules import Gravity, Rule
from .site import Site
from .verdict import Broken, Verdict


@dataclass(frozen=True)
class Manner:
    """How to check: what day it is, whether what is owed is an error everywhere, whether the rules that guess run."""

    today: date
    strict: bool = False
    notices: bool = False


@dataclass
class _Place:
    """A page in a locale, its source, and what is known about the two."""

    key: str
    locale: str
    outcome: Page | PageError | None
    source: Page | None
    comparison: Comparison = field(default_factory=Comparison)
    pairing: Pairing = field(default_factory=Pairing)

    def counts(self, site: Site) -> bool:
        """Whether it is part of the coverage."""
        return self.source is not None and is_counted(site, self.key, self.locale)


def _place(corpus: Corpus, key: str, locale: str) -> _Place:
    place = _Place(key, locale, corpus.outcome(key, locale), corpus.source(key))
    page, source = place.outcome, place.source
    if isinstance(page, Page) and source is not None and page is not source:
        place.comparison = compare(source, page)
        place.pairing = pair_sections(source, page, place.comparison)
    return place


@contextmanager
def uncollected() -> Iterator[None]:
    """Without Python's search for objects that refer to one another: checks leave none, and it takes a sixth of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def check_place(corpus: Corpus, key: str, locale: str, manner: Manner) -> Verdict:
    """The verdict on one page in one locale, with everything that was asked to reach it.

    A check that fails where it must not is a page that could not be checked, and hides nothing that other pages have.
    Raises UserError for what is wrong with the site's configuration or data.
    """
    verdict = Verdict()
    with corpus.site.journal.listening() as asked:
        try:
            place = _place(corpus, key, locale)
            verdict.findings += _findings(corpus, place, manner, verdict)
            if place.counts(corpus.site):
                verdict.section, verdict.count = section_name(corpus.site, key), _count(corpus.site, place)
            if isinstance(place.outcome, Page):
                verdict.anchors = anchors_of(corpus.site, place.outcome)
            verdict.asked = asked
        except (UserError, OSError):
            raise
        except Exception as error:  # noqa: BLE001 — whatever it is, the other pages are still to be checked
            return Verdict([_failure(corpus, key, locale, error)])
    return verdict


def _failure(corpus: Corpus, key: str, locale: str, error: Exception) -> Finding:
    """The finding for a page that a check stumbled over: links in links without end, or a mistake in the checker."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    what = f"{type(error).__name__} in {Path(frame.filename).name}:{frame.lineno}"
    message = f"The checker failed on this page ({what}): this is its fault, not the page's."
    hint = "report it with the page; until then leave the page out of the check"
    if isinstance(error, RecursionError):
        message, hint = "Links, images or boxes are nested too deeply.", "nest less deeply"
    path = corpus.site.shown(key, locale)
    return Finding(Rule.UNREADABLE_PAGE, Severity.ERROR, locale, path, 1, "", message, hint)


def severity_of(draft: Draft, comparison: Comparison, *, owed_is_error: bool) -> Severity:
    """How grave a finding is, given what is known of the translation's record."""
    definition = draft.rule.value
    gravity = definition.gravity
    if definition.follows and (draft.section in comparison.behind or _late(draft, comparison)):
        gravity = Gravity.OWED
    if gravity is Gravity.OWED:
        return Severity.ERROR if owed_is_error else Severity.WARNING
    return Severity(gravity.value)


def finding_of(draft: Draft, severity: Severity, locale: str, path: str) -> Finding:
    """The finding of a draft, with its place."""
    return Finding(
        draft.rule, severity, locale, path, draft.line, draft.section, draft.message, draft.hint, draft.silenced
    )


def _findings(corpus: Corpus, place: _Place, manner: Manner, verdict: Verdict) -> Iterator[Finding]:
    """The findings about one page in one locale. The anchors that it wants of other pages go to the verdict."""
    site, key, locale, page = corpus.site, place.key, place.locale, place.outcome
    policy = site.policy.section_for(key)
    if isinstance(page, PageError):
        drafts: Iterable[Draft] = [Draft(Rule.UNREADABLE_PAGE, page.line, "", page.message, page.hint)]
    elif page is None:
        drafts = missing_page(site, key, locale)
    elif place.source is None:
        drafts = orphan_page(corpus, key, locale)
    else:
        context = Context(site, corpus, page, place.source, policy, manner.today, place.comparison, place.pairing)
        checks = (*PAGE_CHECKS, *GUESSING_CHECKS) if manner.notices else PAGE_CHECKS
        found = _house(context, each(checks, verdict.broken, corpus, context))
        drafts = _silenced(page, found, guessed=manner.notices)
        verdict.wanted += wanted_anchors(context)
    path = site.shown(key, locale)
    for draft in drafts:
        severity = severity_of(draft, place.comparison, owed_is_error=manner.strict or policy.enforce)
        yield finding_of(draft, severity, locale, path)


def each(checks: Iterable[Callable], broken: list[Broken], corpus: Corpus, *arguments: object) -> Iterator:
    """All that the checks find; a data file that cannot be used ends one check and goes to `broken`."""
    for check in checks:
        try:
            yield from check(*arguments)
        except DataError as error:
            broken.append((os.path.relpath(error.path, corpus.site.root), error.line, error.problem))


def _house(context: Context, drafts: Iterator[Draft]) -> Iterator[Draft]:
    """Without a policy of its own a site is not held to the rules of this house."""
    declared = context.site.policy.declared
    return (draft for draft in drafts if declared or not draft.rule.value.house)


def _silenced(page: Page, drafts: Iterator[Draft], *, guessed: bool) -> Iterator[Draft]:
    """The drafts, marked with the reason where a comment silences them, and findings about the comments themselves.

    Unless the rules that guess ran (`guessed`), nothing is known about whether their comments are needed.
    """
    ignores, broken = read_ignores(page)
    yield from broken
    for draft in drafts:
        silencing = [ignore for ignore in ignores if ignore.silences(draft)]
        for ignore in silencing:
            ignore.used = True
        yield replace(draft, silenced=silencing[0].reason) if silencing else draft
    for ignore in ignores:
        ran = guessed or not (ignore.rule.value.guesses and ignore.rule.value.gravity is Gravity.NOTICE)
        if ran and not ignore.used:
            message = f"Nothing here needs {ignore.rule.title} silenced."
            yield Draft(Rule.UNUSED_IGNORE, ignore.line, ignore.section, message, "take the comment out")


def _late(draft: Draft, comparison: Comparison) -> bool:
    """Whether a difference in the sections of the page follows from a change in the source."""
    return draft.rule in (Rule.HEADING_STRUCTURE, Rule.EXTRA_SECTION) and not comparison.up_to_date


def _count(site: Site, place: _Place) -> CoverageCell:
    page = place.outcome if isinstance(place.outcome, Page) else None
    return count_page(site, place.source, page, place.comparison, place.pairing)
