"""The check: every page of a site through every check, coverage counted, one report."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from .cache import FEWEST, Cache
from .checks import SITE_CHECKS
from .checks.linking import no_anchor
from .corpus import Corpus
from .data_ignores import apply_ignores
from .finding import Draft, Finding, Severity
from .links import anchors_of
from .place import Manner, check_place, each, finding_of, severity_of, uncollected
from .pool import checked_by_many, worth_sharing
from .record import Comparison
from .report import Report
from .rules import Rule
from .verdict import Broken, Verdict

Place = tuple[str, str]  # page key, locale


def check_site(
    corpus: Corpus,
    today: date,
    *,
    strict: bool = False,
    notices: bool = False,
    only: Collection[Place] | None = None,
    jobs: int = 1,
    cache: Cache | None = None,
) -> Report:
    """The report on a site, or on the (page key, locale) places in `only`.

    With `notices` the checks that guess run too. What belongs to no single page is checked with the whole site only.
    `jobs` processes share the work where there is enough of it; `cache` gives verdicts that still hold. Neither changes
    the report. Raises UserError when the configuration or the data of the site is wrong, or a process is lost.
    """
    site = corpus.site
    manner = Manner(today, strict, notices)
    places = [(key, locale) for key in site.keys for locale in site.codes if only is None or (key, locale) in only]
    verdicts = dict.fromkeys(places)
    if only is not None and len(places) < FEWEST:
        cache = None
    if cache is not None:
        verdicts.update(cache.verdicts(corpus, manner, places))
    with uncollected():
        for place, verdict in _checked(corpus, manner, [place for place in places if verdicts[place] is None], jobs):
            verdicts[place] = verdict
            if cache is not None:
                cache.add(place, verdict)
            verdict.asked = None  # thousands of pages ask the same few thousand questions
    report = Report(site)
    found = list(_settled(corpus, verdicts))
    for (key, locale), verdict in verdicts.items():
        if verdict.count is not None:
            report.coverage.add(locale, verdict.section, verdict.count)
        if site.has(key, locale) or locale in site.owed(key):
            report.places.append((site.shown(key, locale), locale))
    broken = [error for verdict in verdicts.values() for error in verdict.broken]
    if only is None:
        found += _site_findings(corpus, today, broken, strict=strict)
        if cache is not None:
            cache.save()
    told = {finding.path for finding in found if finding.rule is Rule.UNREADABLE_DATA}
    for path, (line, problem) in {path: (line, problem) for path, line, problem in broken}.items():
        if (shown := site.relative(site.root / path)) not in told:
            draft = Draft(Rule.UNREADABLE_DATA, line, "", problem, "correct the file")
            found.append(finding_of(draft, Severity.ERROR, "", shown))
    found.sort(key=lambda finding: finding.order)
    report.findings = [finding for finding in found if not finding.silenced]
    report.silenced = [finding for finding in found if finding.silenced]
    return report


def _checked(corpus: Corpus, manner: Manner, places: list[Place], jobs: int) -> Iterable[tuple[Place, Verdict]]:
    """Each place with its verdict, in order."""
    if jobs > 1 and worth_sharing(corpus.site, places):
        return checked_by_many(corpus.site, manner, places, jobs)
    return ((place, check_place(corpus, *place, manner)) for place in places)


def _settled(corpus: Corpus, verdicts: dict[Place, Verdict]) -> Iterator[Finding]:
    """All findings of the verdicts, and those about anchors of other pages that are not there."""
    site = corpus.site
    for (key, locale), verdict in verdicts.items():
        yield from verdict.findings
        for wanted in verdict.wanted:
            anchors = _anchors(corpus, verdicts, (wanted.key, wanted.locale))
            if anchors is not None and wanted.name not in anchors:
                draft = no_anchor(site.shown(wanted.key, wanted.locale), wanted)
                severity = severity_of(draft, Comparison(), owed_is_error=False)
                yield finding_of(draft, severity, locale, site.shown(key, locale))


def _anchors(corpus: Corpus, verdicts: dict[Place, Verdict], place: Place) -> Collection[str] | None:
    if place in verdicts:
        return verdicts[place].anchors
    page = corpus.page(*place)  # of a page that nobody asked to be checked
    return anchors_of(corpus.site, page) if page else None


def _site_findings(corpus: Corpus, today: date, broken: list[Broken], *, strict: bool) -> Iterator[Finding]:
    """The findings about what belongs to no single page: data files, navigation, words of the interface."""
    site = corpus.site
    for path, locale, draft in apply_ignores(site, each(SITE_CHECKS, broken, corpus, corpus, today)):
        if site.policy.declared or not draft.rule.value.house:
            yield finding_of(draft, severity_of(draft, Comparison(), owed_is_error=strict), locale, path)
