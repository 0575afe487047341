"""What a page says about itself, in the words of its language."""

import re

import pytest

from hooks.notices import history, notices
from hooks.wording import Wording
from l10n.policy import SignOff
from l10n.status import PageState, PageStatus

TITLES = {"breathe": "Breathe", "feet": "Feel the ground"}


def status(state: str = "current", stale: tuple[str, ...] = (), unsigned: tuple[str, ...] = ()) -> PageStatus:
    """The verdict of the checker in short."""
    return PageStatus(PageState(state), stale, tuple(SignOff(kind) for kind in unsigned))


@pytest.fixture(params=["en", "lt", "ru", "fr", "ar"])
def words(request: pytest.FixtureRequest, strings: dict) -> Wording:
    return Wording(request.param, strings[request.param])


def test_a_signed_and_current_page_says_nothing_in_a_release(words: Wording) -> None:
    assert notices(status(), words, TITLES, preview=False) == []
    assert notices(status(), words, TITLES, preview=True) == [words.strings["draft"]]


def test_a_draft_says_so_first_and_by_whom_it_is_unread(words: Wording) -> None:
    assert notices(status(unsigned=("language", "clinical")), words, TITLES, preview=True) == [
        words.strings["draft"],
        words.strings["unsigned_language"],
        words.strings["unsigned_clinical"],
    ]


def test_a_release_says_who_has_not_read_it_but_not_that_it_is_for_testing(words: Wording) -> None:
    lines = notices(status(unsigned=("language",)), words, TITLES, preview=False)
    assert lines == [words.strings["unsigned_language"]]


def test_a_page_that_is_behind_names_its_sections(words: Wording) -> None:
    lines = notices(status("stale", stale=("feet", "breathe")), words, TITLES, preview=False)
    assert len(lines) == 1
    assert lines[0].index("Feel the ground") < lines[0].index("Breathe")


def test_sections_are_parted_by_the_mark_of_the_language(strings: dict) -> None:
    stale = status("stale", stale=("feet", "breathe"))
    for locale, expected in {"ar": "Feel the ground؛ Breathe", "fr": "Feel the ground\u202f; Breathe"}.items():
        (line,) = notices(stale, Wording(locale, strings[locale]), TITLES, preview=False)
        assert expected in re.sub("<[^>]*>", "", line)


def test_a_section_that_is_behind_can_be_gone_to(words: Wording) -> None:
    """Its title is text, whatever signs it holds; the title and the beginning of a page have no anchor."""
    stale = status("stale", stale=("feet", "_intro"))
    (line,) = notices(stale, words, {"feet": "Feel <the> ground"}, preview=False)
    assert '<a href="#feet">Feel &lt;the&gt; ground</a>' in line
    assert line.count("<a ") == 1 and words.strings["part_intro"] in line


@pytest.mark.parametrize("section", ["_meta", "_intro"])
def test_no_inner_name_reaches_a_reader(words: Wording, section: str) -> None:
    """The title and the text before the first heading have no heading of their own."""
    for line in notices(status("stale", stale=(section,)), words, TITLES, preview=True):
        assert section not in line


def test_history_of_a_current_translation(words: Wording) -> None:
    assert history(status(unsigned=("language",)), words, TITLES, {}) == [
        words.strings["unsigned_language"],
        words.strings["current"],
    ]


def test_history_of_a_source_page_claims_no_translation(words: Wording) -> None:
    assert history(status("source", unsigned=("clinical",)), words, TITLES, {}) == [words.strings["unsigned_clinical"]]


def test_history_never_calls_a_stale_page_current(words: Wording) -> None:
    lines = history(status("stale", stale=("feet",)), words, TITLES, {})
    assert words.strings["current"] not in lines
    assert any("Feel the ground" in line for line in lines)


def test_history_says_who_read_it_and_when_it_is_read_again(words: Wording) -> None:
    review = {"language": {"by": "a reader", "on": "2027-01-12", "text": "9b1f20c4"}, "next": "2027-05-01"}
    assert history(status(), words, TITLES, review) == [
        words.strings["signed_language"].format(date=words.date("2027-01-12")),
        words.strings["current"],
        words.strings["next_review"].format(date=words.date("2027-05-01")),
    ]


def test_a_signature_for_another_text_is_not_shown(words: Wording) -> None:
    review = {"language": {"by": "a reader", "on": "2027-01-12", "text": "00000000"}}
    lines = history(status(unsigned=("language",)), words, TITLES, review)
    assert lines == [words.strings["unsigned_language"], words.strings["current"]]
