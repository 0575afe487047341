"""The guide as a book: from its built pages, one language at a time, to paper, e-readers and office programs.

Contract: `guide_files` names each file that the pages offer (hooks/guide_book.py says which those are), with the data it is
made from; a page that has no form in a book raises `Unbound`, which names it.
"""

from __future__ import annotations

from collections.abc import Iterator

from hooks.guide_book import NAME, book_plan, card_file
from hooks.translation_state import nav_keys
from l10n.corpus import Corpus
from publish.book.binding import Binder, Unbound
from publish.direction import on_paper
from publish.paper.sheets import Press, Sheet
from publish.runs import Run, converted

__all__ = ["Unbound", "guide_files"]

MANY = 500  # pages: a book may have as many as it needs


def guide_files(press: Press, nav: object) -> Iterator[Sheet]:
    """Every book and card of the guide. `nav` is that of mkdocs.yml. Raises Unbound."""
    corpus = Corpus(press.site)
    for locale in press.site.codes:
        plan = book_plan(corpus, nav_keys(nav), locale, release=not press.preview)
        binder = Binder(press, corpus, nav, plan)
        for key in plan.cards:
            yield Sheet(press.path(locale, card_file(key)), "guide-card", converted(binder.card(key), _paper), 1)
        if plan.is_made:
            book = binder.book()
            yield Sheet(press.path(locale, f"{NAME}.pdf"), "book", converted(book, _paper), MANY)
            for form in ("epub", "docx"):
                yield Sheet(press.path(locale, f"{NAME}.{form}"), form, book)


def _paper(run: Run) -> list[str]:
    return [on_paper(run.text) if "n" in run.flags else run.text, run.flags, run.target, run.lang]
