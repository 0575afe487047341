"""Notes above the text: what the loader refuses, and which page has which."""

from collections.abc import Callable
from pathlib import Path

import pytest

from data.load import DataError
from data.notes import Note, load_notes, notes_for


@pytest.fixture(scope="module")
def notes(root: Path) -> list[Note]:
    return load_notes(root / "docs" / "data")


def test_broken_notes(put: Callable, notes_document: str) -> None:
    broken = put(notes_document)
    with pytest.raises(DataError) as caught:
        load_notes(broken.data_dir)
    broken.check(str(caught.value))


def test_the_base_of_the_broken_documents_is_whole(put: Callable) -> None:
    """Otherwise a document could fail for a reason that its name does not say."""
    broken = put("notes/expression-that-is-none.yml")
    broken.path.write_text(broken.path.read_text().replace("Forum(", "Forum"))
    assert [note.id for note in load_notes(broken.data_dir)] == ["a-note"]


MENTIONS = [
    "Гражданский форум ЕС–Россия",
    "о <b>Гражданском форуме</b> ЕС — Россия",
    "Гражданского форума «ЕС-Россия»",
    "форума\nЕС&nbsp;– Россия",
    "форум Европейского союза и России",
    "the EU-Russia Civil Society Forum",
    "EU–Russia Civil Society Forum",
    '<a href="https://legal-dialogue.org/x">ссылка</a>',
    '<a class="x" href="https://eu-russia-csf.org/">ссылка</a>',
]


@pytest.mark.parametrize("markup", MENTIONS)
def test_a_page_that_names_the_network_has_the_note_in_russian_alone(notes: list[Note], markup: str) -> None:
    found = {
        locale: notes_for(notes, "about/index.md", locale, f"<p>{markup}</p>") for locale in ("en", "lt", "ru", "ar")
    }
    assert [locale for locale, lines in found.items() if lines] == ["ru"]


@pytest.mark.parametrize(
    "markup", ["Форум врачей", "Европейский союз и Россия", '<a href="https://hrmi.lt/">HRMI</a>', ""]
)
def test_other_pages_have_none(notes: list[Note], markup: str) -> None:
    assert notes_for(notes, "clinics/ngos.md", "ru", f"<p>{markup}</p>") == []


def test_a_named_page_has_it_whatever_it_says(notes: list[Note]) -> None:
    for key in ("survey", "exchange", "interviews", "run-your-own", "index", "europe", "asylum"):
        assert len(notes_for(notes, f"clinics/{key}.md", "ru", "<p>Текст.</p>")) == 1


def test_the_note_says_what_it_has_to(notes: list[Note]) -> None:
    """Who declared it and when, what may happen, and that nothing is asked of the reader."""
    (text,) = notes_for(notes, "clinics/survey.md", "ru", "")
    for words in (
        "апреле 2023",
        "Гражданский форум ЕС–Россия",
        "«нежелательной организацией»",
        "наказать",
        "никого не просит",
    ):
        assert words in text
