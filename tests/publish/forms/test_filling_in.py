"""What the forms do when somebody fills them in: promises of consent and safety, kept by the engine of ODK."""

from __future__ import annotations

import io
import sys
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import openpyxl
import pytest
from pyxform.xls2xform import convert

from data.forms import Form

sys.path.insert(0, str(Path(__file__).parent))
from javarosa import walked

FILL = {
    "host": "Students' law clinic",
    "purpose": "to plan a course",
    "storage": "a locked drawer",
    "delete_on": "1 May",
    "contact": "desk 4",
}


@pytest.fixture(scope="module")
def xform(shelf, tmp_path_factory: pytest.TempPathFactory):
    """The XForm of a workbook into which somebody has written all but what is `lacking`, as the sheet `about` says."""
    folder = tmp_path_factory.mktemp("filled")

    @cache
    def written(name: str, lacking: frozenset[str] = frozenset()) -> str:
        filled = {entry: words for entry, words in FILL.items() if entry not in lacking}
        book = openpyxl.load_workbook(io.BytesIO(shelf.file(f"{name}.xlsx")))
        head, *rows = book["survey"].iter_rows()
        columns = {cell.value: index for index, cell in enumerate(head)}
        for row in rows:
            if (entry := row[columns["name"]].value) in filled:
                calculation = row[columns["calculation"]]
                calculation.value = calculation.value.replace(f"[{entry}]", filled[entry])
        path = folder / f"{name}.xlsx"
        book.save(path)
        return convert(xlsform=str(path), validate=False).xform

    return written


@pytest.mark.parametrize("name", ["survey", "visit"])
def test_a_form_asks_nothing_until_all_is_written_in(xform, name: str) -> None:
    assert walked(xform(name, frozenset(FILL)), {}).asked == ["not_ready"]
    for entry in FILL:
        assert walked(xform(name, frozenset({entry})), {}).asked == ["not_ready"]
    assert "not_ready" not in walked(xform(name), {}).asked


def test_only_who_may_and_wants_to_goes_on(xform, forms: dict[str, Form]) -> None:
    survey = xform("survey")
    start = [item.id for item in forms["survey"].blocks[0].items]
    assert walked(survey, {}).asked == start
    assert walked(survey, {"from_there": "yes", "agree": "no"}).refused == ["from_there", "agree"]
    going = walked(survey, {"from_there": "no", "agree": "yes", "may_count": "no"})
    assert going.refused == ["may_count"] and "helped_asylum" in going.asked and going.asked[-1] == "remarks"


def test_questions_follow_from_answers(xform) -> None:
    agreed = {"from_there": "no", "agree": "yes"}

    def walk(**answers: object):
        return walked(xform("survey"), agreed | answers)

    assert "quality" not in walk(helped_asylum="never", helped_migrants="dont_know").asked
    assert "quality" in walk(helped_undocumented="single").asked
    assert "why_sent_away" in walk(sent_away="weekly").asked and "why_sent_away" not in walk(sent_away="never").asked
    assert "agreement" not in walk(partners_now=["none"]).asked and "agreement" in walk(partners_now=["un"]).asked


def test_answers_that_contradict_each_other_are_refused(xform) -> None:
    agreed = {"from_there": "no", "agree": "yes"}

    def refused(**answers: object) -> list[str]:
        return walked(xform("survey"), agreed | answers).refused

    assert refused(need_first="money", need_second="money") == ["need_second"]
    assert refused(need_first="money", need_second="experts", need_third="money") == ["need_third"]
    assert refused(need_first="none", need_second="none", need_third="none") == []
    assert refused(conditions=["money", "rules", "care"]) == []
    assert refused(conditions=["money", "rules", "care", "partner"]) == ["conditions"]
    assert refused(conditions=["none", "money"]) == ["conditions"]


def test_a_talk_ends_where_nobody_agrees(xform, forms: dict[str, Form]) -> None:
    (talk,) = [block for block in forms["visit"].blocks if block.repeat]
    after = {item.id for item in talk.items} - {"said", "consents"}
    assert not after & set(walked(xform("visit"), {"consents": "no"}).asked)
    assert after <= set(walked(xform("visit"), {"consents": "yes"}).asked)


def test_what_was_not_checked_is_known_from_nowhere(xform) -> None:
    answers = {"order": "not_checked", "care": "partly"}
    asked = walked(xform("visit"), answers).asked
    assert "order_known" not in asked and "order_note" in asked and "care_known" in asked


def test_a_visit_lies_in_the_past_and_a_number_in_its_limits(xform) -> None:
    tomorrow = (date.today() + timedelta(days=2)).isoformat()
    answers = {"visited_on": tomorrow, "visitors": 0, "room_people": 6}
    assert walked(xform("visit"), answers).refused == ["visited_on", "visitors"]
    assert walked(xform("visit"), {"visited_on": "2024-11-20", "visitors": 3}).refused == []
