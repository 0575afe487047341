"""What is kept of a page: its day from the front matter alone, and a neutral title without more for a leaflet."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from hooks.records import Record, changed_on, dated_languages, newest_first, record
from l10n.corpus import Corpus
from l10n.site import load_site


def page(key: str = "clinics/survey.md", **front: object) -> SimpleNamespace:
    values = {"title": "Title", "description": "What it is.", **front}
    return SimpleNamespace(key=key, locale="ru", front_matter=SimpleNamespace(values=values))


@pytest.mark.parametrize(
    ("front", "day"),
    [
        ({}, ""),
        ({"review": {"next": "2027-01-01"}}, ""),
        ({"review": "soon"}, ""),
        ({"checked": "2026-11-26"}, "2026-11-26"),
        ({"checked": "2026-11-26", "review": {"language": {"on": "2026-12-01"}}}, "2026-12-01"),
        ({"checked": "2026-11-26", "review": {"clinical": {"on": "2026-10-01"}, "next": "2027-11-26"}}, "2026-11-26"),
        ({"review": {"language": {"on": "2026-12-01"}, "clinical": {"on": "2026-12-03"}}}, "2026-12-03"),
    ],
)  # fmt: skip
def test_the_day_is_the_last_on_which_somebody_looked(front: dict, day: str) -> None:
    assert changed_on(page(**front)) == day


def test_a_page_is_kept_with_its_words_and_its_note() -> None:
    kept = record(page(checked="2026-11-26"), "ru/clinics/survey/", ["Заметка."], "")
    assert kept == Record(
        *("clinics/survey.md", "ru", "ru/clinics/survey/", "Title", "What it is.", "2026-11-26", ("Заметка.",), False)
    )


def test_of_a_leaflet_only_the_neutral_title_is_kept() -> None:
    front = {"tab_title": "Notes for hard days", "review": {"clinical": {"on": "2026-12-01"}}}
    kept = record(page("leaflets/thoughts.md", **front), "ru/leaflets/thoughts/", [], "")
    assert (kept.title, kept.summary) == ("Notes for hard days", "")


def test_the_newest_stand_first_and_one_day_by_key() -> None:
    days = {"b.md": "2026-01-02", "a.md": "2026-01-02", "c.md": "2026-03-01"}
    records = [Record(key, "en", "", "", "", day, (), True) for key, day in days.items()]
    assert [each.key for each in newest_first(records)] == ["c.md", "a.md", "b.md"]
    assert newest_first(reversed(records)) == newest_first(records)


def test_a_language_whose_pages_name_no_day_has_none(root: Path) -> None:
    corpus = Corpus(load_site(root / "mkdocs.yml"))
    dated = {"en", "lt", "ru", "fr", "ar"}
    assert dated_languages(corpus, ["about/privacy.md", "guidelines/made.md"], release=False) == dated
    assert dated_languages(corpus, ["about/privacy.md", "guidelines/none.md"], release=False) == set()
