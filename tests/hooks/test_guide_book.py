"""Which pages are in the book of a language, when there is one, and what a release holds back."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from hooks import guide_book
from hooks.guide_book import book_plan, card_file, guide_parts
from l10n.i18n_plugin import Locale
from l10n.status import PageState, PageStatus

INDEX, SUICIDE, CARD = "guidelines/index.md", "guidelines/suicide.md", "guidelines/cards/first.md"
PAGES = [INDEX, SUICIDE, "guidelines/a.md", "guidelines/b.md", "guidelines/c.md", CARD]
NAV = [
    {"Home": "index.md"},
    {"Guide": [INDEX, {"In the moment": [SUICIDE, "guidelines/a.md"]}, {"Cards": [CARD]}, "guidelines/b.md"]},
]


@pytest.fixture
def plan(monkeypatch: pytest.MonkeyPatch):
    """The plan of a language in which some pages are in another state than current; `held`: those a release withholds."""

    def make(release: bool = False, held: tuple[str, ...] = (), unwritten: tuple[str, ...] = (), **states: PageState):
        by_key = {key: states.get(Path(key).stem, PageState.CURRENT) for key in PAGES}
        monkeypatch.setattr(guide_book, "page_status", lambda site, key, locale, corpus: PageStatus(by_key[key]))
        monkeypatch.setattr(guide_book, "withheld", lambda site, key, status: key in held)
        corpus = SimpleNamespace(site=None, source=lambda key: None if key in unwritten else key)
        return book_plan(corpus, ["index.md", *PAGES], "lt", release=release)

    return make


def test_a_whole_guide_is_a_book(plan) -> None:
    whole = plan()
    assert whole.is_made and whole.whole == tuple(PAGES) and whole.missing == () and whole.cards == (CARD,)


def test_what_is_missing_or_behind_is_left_out_and_named(plan) -> None:
    partial = plan(a=PageState.STALE, c=PageState.MISSING)
    assert partial.is_made
    assert partial.missing == ("guidelines/a.md", "guidelines/c.md")
    assert not set(partial.missing) & set(partial.whole)


@pytest.mark.parametrize("needed", ["index", "suicide", "first"])
def test_no_book_without_introduction_suicide_and_cards(plan, needed: str) -> None:
    assert not plan(**{needed: PageState.STALE}).is_made


def test_no_book_when_more_than_half_is_missing(plan) -> None:
    few = plan(a=PageState.MISSING, b=PageState.MISSING, c=PageState.MISSING)
    assert not few.is_made
    assert few.cards == (CARD,)  # which stand for themselves


def test_a_page_that_nobody_has_written_is_not_missing(plan) -> None:
    assert plan(unwritten=("guidelines/c.md",)).missing == ()


def test_a_release_holds_back_what_is_withheld(plan) -> None:
    assert plan(held=("guidelines/a.md",)).missing == ()
    released = plan(release=True, held=("guidelines/a.md", CARD))
    assert released.missing == ("guidelines/a.md", CARD)
    assert released.cards == () and not released.is_made


def test_parts_in_the_words_of_the_language() -> None:
    locale = Locale("lt", "Lietuvių", {"In the moment": "Čia ir dabar", "Cards": "Kortelės"})
    assert list(guide_parts(NAV, locale)) == [
        ("", [INDEX]), ("Čia ir dabar", [SUICIDE, "guidelines/a.md"]), ("Kortelės", [CARD]), ("", ["guidelines/b.md"]),
    ]  # fmt: skip


def test_a_site_without_a_guide_has_no_parts() -> None:
    assert list(guide_parts([{"Home": "index.md"}, "about.md"], Locale("en", "English"))) == []
    assert list(guide_parts(None, Locale("en", "English"))) == []


def test_names_of_files() -> None:
    assert card_file("guidelines/cards/first-talk.md") == "card-first-talk.pdf"
