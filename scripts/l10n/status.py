"""What the build asks about a page: the rule of the checks, for the notice a reader sees."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from .corpus import Corpus
from .policy import SignOff
from .record import compare
from .signoff import unsigned
from .site import Site


class PageState(Enum):
    """Whether a page says what its source says."""

    SOURCE = "source"
    CURRENT = "current"
    STALE = "stale"
    MISSING = "missing"


@dataclass(frozen=True)
class PageStatus:
    """The state of a page; `stale_sections` are keys of the source (or, when removed there, of the record)."""

    state: PageState
    stale_sections: tuple[str, ...] = ()
    unsigned: tuple[SignOff, ...] = ()


def page_status(site: Site, key: str, locale: str, corpus: Corpus | None = None) -> PageStatus:
    """The status of a page. Give the same `corpus` to many calls: it parses each page once.

    A page that is missing, cannot be read or has lost its source is MISSING: nothing vouches for it.
    """
    corpus = corpus or Corpus(site)
    page, source = corpus.page(key, locale), corpus.source(key)
    if page is None or source is None:
        return PageStatus(PageState.MISSING)
    is_source = page is source
    missing = unsigned(page, site.policy.section_for(key), is_source=is_source)
    if is_source:
        return PageStatus(PageState.SOURCE, (), missing)
    comparison = compare(source, page)
    if comparison.up_to_date:
        return PageStatus(PageState.CURRENT, (), missing)
    behind = (*comparison.stale, *comparison.unrecorded, *comparison.removed)
    return PageStatus(PageState.STALE, behind, missing)


def withheld(site: Site, key: str, status: PageStatus) -> bool:
    """Whether a release may not show the text: the policy wants it signed and it is not, or nothing vouches for it."""
    unvouched = bool(status.unsigned) or status.state is PageState.MISSING
    return unvouched and site.policy.section_for(key).enforce
