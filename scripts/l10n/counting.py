"""Pages and their sections counted into coverage, from the same comparison that the checks judge by."""

from __future__ import annotations

from .corpus import Corpus
from .coverage import Coverage, CoverageCell
from .page import Page
from .pairs import Pairing, pair_sections
from .record import Comparison, compare
from .signoff import unsigned
from .site import Site


def count_site(corpus: Corpus) -> Coverage:
    """The coverage of a whole site, without any check of its texts."""
    coverage, site = Coverage(), corpus.site
    for key in site.keys:
        source = corpus.source(key)
        for locale in site.codes if source else ():
            if is_counted(site, key, locale):
                page, comparison, pairing = corpus.page(key, locale), Comparison(), Pairing()
                if page is not None and page is not source:
                    comparison = compare(source, page)
                    pairing = pair_sections(source, page, comparison)
                coverage.add(locale, section_name(site, key), count_page(site, source, page, comparison, pairing))
    return coverage


def is_counted(site: Site, key: str, locale: str) -> bool:
    """Whether a page with a source is part of the coverage of a locale."""
    return locale == site.source.code or locale in site.owed(key)


def section_name(site: Site, key: str) -> str:
    """The policy's section that a page is counted under, or its top folder where the policy names none."""
    return site.policy.section_for(key).prefix or (key.split("/")[0] if "/" in key else "/")


def count_page(site: Site, source: Page, page: Page | None, comparison: Comparison, pairing: Pairing) -> CoverageCell:
    """What one page in one locale adds to the coverage; `page` is None where it is missing or cannot be read."""
    cell = CoverageCell()
    if page is source:
        cell.pages, cell.current = 1, len(source.by_key)
    elif page is not None:
        cell.pages = 1
        _count_sections(cell, source, comparison, pairing)
    else:
        cell.missing_pages, cell.missing = 1, len(source.by_key)
        cell.words_owed = sum(section.words for section in source.by_key.values())
    if page is not None and unsigned(page, site.policy.section_for(source.key), is_source=page is source):
        cell.unsigned = 1
    return cell


def _count_sections(cell: CoverageCell, source: Page, comparison: Comparison, pairing: Pairing) -> None:
    missing = {section.key for section in pairing.missing}
    stale, unrecorded = frozenset(comparison.stale), frozenset(comparison.unrecorded)
    for key, section in source.by_key.items():
        if key in missing:
            cell.missing += 1
        elif key in stale:
            cell.stale += 1
        elif key in unrecorded:
            cell.unrecorded += 1
        else:
            cell.current += 1
            continue
        cell.words_owed += section.words
