"""Which pages of the guide stand in the book of a language, and which it names as missing.

The same answer for the templates, which link the files, and for publishing, which makes them. A page is in when it is whole
(current in the checker's eyes, and shown in a release). A book with holes is handed on like a whole one, so there is none
before the introduction, the page on suicide, every card and half of the other pages are whole; what it still lacks then it
names. A card stands for itself: each that is whole is made.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from hooks.translation_state import nav_keys
from l10n.corpus import Corpus
from l10n.i18n_plugin import Locale
from l10n.status import PageState, page_status, withheld

FOLDER = "guidelines/"
INDEX = f"{FOLDER}index.md"
CARDS = f"{FOLDER}cards/"
NEEDED = (INDEX, f"{FOLDER}suicide.md")
NAME = "guide"
FORMS = ("pdf", "epub", "docx")


@dataclass(frozen=True)
class BookPlan:
    """The pages of the guide in one language, in the order of the navigation: in the book, and not."""

    locale: str
    whole: tuple[str, ...]
    missing: tuple[str, ...]

    @property
    def cards(self) -> tuple[str, ...]:
        """The cards that are made."""
        return tuple(key for key in self.whole if key.startswith(CARDS))

    @property
    def is_made(self) -> bool:
        """Whether there is a book; see above."""
        pages = sum(not key.startswith(CARDS) for key in self.whole)
        lacking = [key for key in self.missing if not key.startswith(CARDS)]
        return {*NEEDED}.issubset(self.whole) and len(lacking) == len(self.missing) and pages >= len(lacking)


def book_plan(corpus: Corpus, order: Iterable[str], locale: str, *, release: bool) -> BookPlan:
    """The plan for a language. `order`: the pages that the navigation names; one that nobody has written yet is none."""
    keys = [key for key in order if key.startswith(FOLDER) and corpus.source(key)]
    statuses = {key: page_status(corpus.site, key, locale, corpus) for key in keys}
    whole = tuple(
        key
        for key, status in statuses.items()
        if status.state in (PageState.SOURCE, PageState.CURRENT)
        and not (release and withheld(corpus.site, key, status))
    )
    return BookPlan(locale, whole, tuple(key for key in keys if key not in whole))


def card_file(key: str) -> str:
    """The name of the PDF of a card."""
    return f"card-{PurePosixPath(key).stem}.pdf"


def book_files(corpus: Corpus, order: Iterable[str], key: str, locale: str, *, release: bool) -> dict[str, object]:
    """What a page of the guide may offer in a language: `forms` of the book that are made, and the `card` that it is."""
    if not key.startswith(FOLDER):
        return {"forms": (), "card": ""}
    plan = book_plan(corpus, order, locale, release=release)
    return {"forms": FORMS if plan.is_made else (), "card": card_file(key) if key in plan.cards else ""}


def guide_parts(nav: object, locale: Locale) -> Iterator[tuple[str, list[str]]]:
    """(title of the part in that language, its pages) as the navigation has them; no title where a page is in no part."""
    for entry in nav if isinstance(nav, list) else ():
        for inner in entry.values() if isinstance(entry, dict) else ():
            if isinstance(inner, list) and INDEX in inner:
                yield from (_part(each, locale.nav_translations or {}) for each in inner)


def _part(entry: object, translations: dict) -> tuple[str, list[str]]:
    title = next(iter(entry)) if isinstance(entry, dict) else ""
    return str(translations.get(title, title)), nav_keys(entry)
