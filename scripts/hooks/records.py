"""What the site keeps of each page for the files made beside the pages: citations and feeds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from l10n.corpus import Corpus
from l10n.page import Page
from l10n.status import page_status, withheld

READERS = ("language", "clinical")  # whose sign-offs have a date


@dataclass(frozen=True)
class Record:
    """A page that says of what day it is (`changed`, an ISO date).

    `url` is its address below the root of the site. `summary` is empty for a leaflet, whose `title` is the neutral one;
    `cautions` go wherever the page goes; `cited` says whether it offers a citation.
    """

    key: str
    locale: str
    url: str
    title: str
    summary: str
    changed: str
    cautions: tuple[str, ...]
    cited: bool


def changed_on(source: Page) -> str:
    """The last day on which somebody held the page against its sources or signed it; empty when it names none.

    From the front matter alone, never from git: a shallow clone tells the same.
    """
    front = source.front_matter.values
    review = front.get("review")
    signed = [review.get(kind) for kind in READERS] if isinstance(review, Mapping) else []
    days = [front.get("checked"), *(entry.get("on") for entry in signed if isinstance(entry, Mapping))]
    return max((str(day) for day in days if day), default="")


def record(source: Page, url: str, cautions: Iterable[str], cited: object) -> Record:
    """The record of a page that says of what day it is. `cited`: whether it offers a citation."""
    front, leaflet = source.front_matter.values, "tab_title" in source.front_matter.values
    title, summary = (front["tab_title"], "") if leaflet else (front["title"], front.get("description", ""))
    return Record(
        source.key, source.locale, url, str(title), str(summary), changed_on(source), tuple(cautions), bool(cited)
    )


def dated_languages(corpus: Corpus, order: Iterable[str], *, release: bool) -> set[str]:
    """The locales in which a page says of what day it is. `order`: the keys of pages; a `release` holds some back."""
    return {
        locale.code
        for locale in corpus.site.locales
        if any(
            (page := corpus.page(key, locale.code))
            and changed_on(page)
            and not (release and withheld(corpus.site, key, page_status(corpus.site, key, locale.code, corpus)))
            for key in order
        )
    }


def newest_first(records: Iterable[Record]) -> list[Record]:
    """By day, and of one day by key, so that two builds agree."""
    return sorted(sorted(records, key=lambda record: record.key), key=lambda record: record.changed, reverse=True)
