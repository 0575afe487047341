"""The check: every page of a site through every check, findings complete with severity and place, coverage counted."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from .checks import GUESSING_CHECKS, PAGE_CHECKS, SITE_CHECKS, Context
from .checks.coverage import missing_page, orphan_page
from .corpus import Corpus
from .coverage import Coverage, CoverageCell
from .data_file import DataError
from .data_ignores import apply_ignores
from .errors import PageError
from .finding import Draft, Finding, Severity
from .ignores import read_ignores
from .page import Page
from .pairs import pair_sections
from .record import Comparison, compare
from .report import Report
from .rules import Gravity, Rule
from .signoff import unsigned


def check_site(
    corpus: Corpus,
    today: date,
    *,
    strict: bool = False,
    notices: bool = False,
    only: Collection[tuple[str, str]] | None = None,
) -> Report:
    """The report on a site, or on the (page key, locale) places in `only`.

    With `notices` the checks that guess run too. What belongs to no single page is checked with the whole site only.
    """
    site = corpus.site
    report = Report(site)
    found: list[Finding] = []
    broken: dict[Path, DataError] = {}
    for key in site.keys:
        for locale in site.codes:
            if only is not None and (key, locale) not in only:
                continue
            found += _check_place(corpus, key, locale, today, broken, strict=strict, notices=notices)
            _count(corpus, report.coverage, key, locale)
            if site.has(key, locale) or locale in site.owed(key):
                report.places.append((site.shown(key, locale), locale))
    if only is None:
        found += _site_findings(corpus, today, broken, strict=strict)
    for error in broken.values():
        draft = Draft(Rule.UNREADABLE_DATA, error.line, "", error.problem, "correct the file")
        found.append(_finding(draft, Severity.ERROR, "", site.relative(error.path)))
    found.sort(key=lambda finding: finding.order)
    report.findings = [finding for finding in found if not finding.silenced]
    report.silenced = [finding for finding in found if finding.silenced]
    return report


def _site_findings(corpus: Corpus, today: date, broken: dict[Path, DataError], *, strict: bool) -> Iterator[Finding]:
    """The findings about what belongs to no single page: data files, navigation, words of the interface."""
    declared = corpus.site.policy.declared
    found = _each(SITE_CHECKS, broken, corpus, today)
    for path, locale, draft in apply_ignores(corpus.site, found):
        if declared or not draft.rule.value.house:
            yield _finding(draft, _severity(draft, Comparison(), owed_is_error=strict), locale, path)


def _each(checks: Iterable[Callable], broken: dict[Path, DataError], *arguments: object) -> Iterator:
    """All that the checks find; a data file that cannot be read ends one check and is noted in `broken`."""
    for check in checks:
        try:
            yield from check(*arguments)
        except DataError as error:
            broken[error.path] = error


def _finding(draft: Draft, severity: Severity, locale: str, path: str) -> Finding:
    return Finding(
        draft.rule, severity, locale, path, draft.line, draft.section, draft.message, draft.hint, draft.silenced
    )


def _check_place(
    corpus: Corpus, key: str, locale: str, today: date, broken: dict[Path, DataError], *, strict: bool, notices: bool
) -> Iterator[Finding]:
    """The findings about one page in one locale."""
    site = corpus.site
    policy = site.policy.section_for(key)
    outcome = corpus.outcome(key, locale)
    comparison = Comparison()
    if isinstance(outcome, PageError):
        drafts: Iterable[Draft] = [Draft(Rule.UNREADABLE_PAGE, outcome.line, "", outcome.message, outcome.hint)]
    elif outcome is None:
        drafts = missing_page(site, key, locale)
    else:
        source = corpus.source(key)
        if source is None:
            drafts = orphan_page(corpus, key, locale)
        else:
            context = Context(site, corpus, outcome, source, policy, today)
            if not context.is_source:
                context.comparison = comparison = compare(source, outcome)
                context.pairing = pair_sections(source, outcome, comparison)
            checks = (*PAGE_CHECKS, *GUESSING_CHECKS) if notices else PAGE_CHECKS
            found = _house(context, _each(checks, broken, context))
            drafts = _silenced(outcome, found, guessed=notices)
    for draft in drafts:
        severity = _severity(draft, comparison, owed_is_error=strict or policy.enforce)
        yield _finding(draft, severity, locale, site.shown(key, locale))


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


def _severity(draft: Draft, comparison: Comparison, *, owed_is_error: bool) -> Severity:
    definition = draft.rule.value
    gravity = definition.gravity
    if definition.follows and (draft.section in comparison.behind or _late(draft, comparison)):
        gravity = Gravity.OWED
    if gravity is Gravity.OWED:
        return Severity.ERROR if owed_is_error else Severity.WARNING
    return Severity(gravity.value)


def _late(draft: Draft, comparison: Comparison) -> bool:
    """Whether a difference in the sections of the page follows from a change in the source."""
    return draft.rule in (Rule.HEADING_STRUCTURE, Rule.EXTRA_SECTION) and not comparison.up_to_date


def _count(corpus: Corpus, coverage: Coverage, key: str, locale: str) -> None:
    """Add one page in one locale to the coverage."""
    site = corpus.site
    source = corpus.source(key)
    if source is None or (locale != site.source.code and locale not in site.owed(key)):
        return
    cell = coverage.cell(locale, _section_name(corpus, key))
    policy = site.policy.section_for(key)
    page = corpus.page(key, locale)
    if locale == site.source.code:
        cell.pages += 1
        cell.current += len(source.by_key)
    elif page is None:
        cell.missing_pages += 1
        cell.missing += len(source.by_key)
        cell.words_owed += sum(section.words for section in source.by_key.values())
    else:
        cell.pages += 1
        _count_sections(cell, source, page)
    if page is not None and unsigned(page, policy, is_source=locale == site.source.code):
        cell.unsigned += 1


def _count_sections(cell: CoverageCell, source: Page, page: Page) -> None:
    comparison = compare(source, page)
    missing = {section.key for section in pair_sections(source, page, comparison).missing}
    for key in source.by_key:
        if key in missing:
            cell.missing += 1
        elif key in comparison.stale:
            cell.stale += 1
        elif key in comparison.unrecorded:
            cell.unrecorded += 1
        else:
            cell.current += 1
            continue
        cell.words_owed += source.by_key[key].words


def _section_name(corpus: Corpus, key: str) -> str:
    """The policy's section, or the top folder where the policy names none."""
    return corpus.site.policy.section_for(key).prefix or (key.split("/")[0] if "/" in key else "/")
