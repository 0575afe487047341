"""Forms for others to use: what the loader refuses, and what the two forms of this site promise to whoever answers."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from data.forms import Form, load_forms
from data.load import DataError

NUMBER = "999"


@pytest.fixture(scope="module")
def forms(root: Path) -> dict[str, Form]:
    return load_forms(root / "docs" / "data", NUMBER)


def test_broken_form(put: Callable, forms_document: str) -> None:
    broken = put(forms_document)
    with pytest.raises(DataError) as caught:
        load_forms(broken.data_dir, NUMBER)
    broken.check(str(caught.value))


def test_the_base_of_the_broken_documents_is_sound(data_dir: Path) -> None:
    """Otherwise a document could fail for a reason that its name does not say."""
    sound = Path(__file__).parent / "broken" / "form-that-is-sound.yml"
    shutil.copy(sound, data_dir / "forms" / "survey.yml")
    assert [item.number for item in load_forms(data_dir, NUMBER)["survey"].items] == ["A1", "A2", "A3"]


def test_a_survey_has_the_parts_that_it_names(forms: dict[str, Form]) -> None:
    survey = forms["survey"]
    assert [block.letter for block in survey.blocks] == ["", *"ABCDEFGH"]
    questions = [item for item in survey.items if item.number]
    assert 28 <= len(questions) <= 34 and survey.minutes == 15
    # Each group of people by itself, in what was done and in what is wanted.
    groups = {"asylum", "protection", "migrants", "undocumented"}
    for item in (survey.asking("helped_asylum"), survey.asking("wants_asylum")):
        assert {row.id.partition("_")[2] for row in item.rows} == groups
    assert [answer.id for answer in survey.answers["frequency"]][:4] == ["never", "single", "monthly", "weekly"]


def test_nobody_is_asked_before_they_know_and_agree(forms: dict[str, Form]) -> None:
    for form in forms.values():
        shown = " ".join(item.label["en"] for item in form.blocks[0].items)
        assert {entry.id for entry in form.fill} == {"host", "purpose", "storage", "delete_on", "contact"}
        assert all(f"{{{entry.id}}}" in shown for entry in form.fill)
    first, *others = forms["survey"].blocks
    assert {block.when for block in others} == {((forms["survey"].asking("agree").id,), ("yes",))}
    refused = {item.id: item.stop.answers for item in first.items if item.stop}
    assert refused == {"from_there": ("yes",), "agree": ("no",)}
    consents = forms["visit"].asking("consents")
    (talk,) = [block for block in forms["visit"].blocks if block.repeat]
    after = talk.items[talk.items.index(consents) + 1 :]
    assert consents.required and {item.when for item in after} == {(("consents",), ("yes",))}


def test_no_form_asks_for_a_name(forms: dict[str, Form]) -> None:
    """The one line that is a name is that of the place visited."""
    asked = {item.id for form in forms.values() for item in form.items if item.kind == "line"}
    assert asked == {"code", "place"}
    for form in forms.values():
        for item in form.items:
            if item.kind == "text":
                assert item.id in ("refused", "urgent_done", "heard") or re.search("[Nn]o names", item.hint["en"]), (
                    item.id
                )


def test_the_emergency_number_is_that_of_the_directory(forms: dict[str, Form]) -> None:
    for locale in ("en", "lt", "ru", "fr", "ar"):
        assert any(NUMBER in paragraph[locale] for paragraph in forms["visit"].about)
    written = str(forms)
    assert "{emergency}" not in written and "112" not in written.replace("2026112601", "")


def test_every_point_of_the_checklist_can_be_checked_and_its_law_is_named(forms: dict[str, Form]) -> None:
    points = [item for item in forms["visit"].items if item.kind == "check"]
    assert len(points) >= 45 and all(point.by for point in points)
    named = {act for point in points for act, _ in point.law}
    assert named == set(forms["visit"].acts) == {"reception", "procedure", "screening"}
