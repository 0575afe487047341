"""The built site on request (`check --site DIR`): what only the build decides, found in its HTML files.

A check of a page takes the built site and one of its pages and yields a Draft for each finding. A check of the whole
yields (file, locale or "", Draft). None imports another, and none looks at anything but files.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..corpus import Corpus
from ..finding import Draft, Finding, Severity
from ..report import Report
from .addresses import canonical, hreflang
from .emergency import without_emergency
from .language import language
from .links import broken_links
from .loading import external_requests, external_styles
from .pages import BuiltPage, BuiltSite, read_built_site
from .presence import missing_pages, unreadable
from .weight import too_heavy

__all__ = ["BuiltPage", "BuiltSite", "add_built", "page_drafts", "read_built_site", "site_drafts"]

PAGE_CHECKS = (language, canonical, hreflang, broken_links, external_requests, too_heavy)


def page_drafts(built: BuiltSite, page: BuiltPage) -> Iterator[Draft]:
    """What is wrong with one page; what cannot be read has no other fault."""
    yield from unreadable(page)
    if page.document is not None:
        for check in PAGE_CHECKS:
            yield from _house(built, check(built, page))


def site_drafts(built: BuiltSite, corpus: Corpus, keys: tuple[str, ...]) -> Iterator[tuple[Path, str, Draft]]:
    """What is wrong with stylesheets, with pages that are not there (those of `keys` are looked for), with urgent ones."""
    for file, draft in external_styles(built):
        yield from ((file, "", kept) for kept in _house(built, iter([draft])))
    yield from missing_pages(built, keys)
    yield from without_emergency(built, corpus)


def add_built(report: Report, built: BuiltSite, corpus: Corpus) -> None:
    """Add the findings about the built site, and its pages as places, to a report."""
    site = built.site
    found = [(page.path, page.locale, draft) for page in built.pages.values() for draft in page_drafts(built, page)]
    found += site_drafts(built, corpus, site.keys)
    report.findings += [
        Finding(draft.rule, Severity.ERROR, locale, site.relative(file), draft.line, "", draft.message, draft.hint)
        for file, locale, draft in found
    ]
    report.findings.sort(key=lambda finding: finding.order)
    report.places += [(site.relative(page.path), page.locale) for page in built.pages.values()]


def _house(built: BuiltSite, drafts: Iterator[Draft]) -> Iterator[Draft]:
    declared = built.site.policy.declared
    return (draft for draft in drafts if declared or not draft.rule.value.house)
