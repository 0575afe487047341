"""What fills the tags of the clinics and project pages: figures and charts of the survey, court cases."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from data.cases import Case
from data.survey import Chart, Survey
from hooks.tag_error import TagError
from hooks.wording import Wording

# A square of a chart with the gap to the next, and how many stand in a row: whole rows are read as tens.
_STEP, _SIDE, _ROW = 24, 18, 10


class Partial(Protocol):
    """Renders the partial of that name."""

    def __call__(self, name: str, **more: object) -> str: ...


def survey_tags(
    survey: Survey | None, cases: Mapping[str, Case], partial: Partial, context: Mapping
) -> dict[str, Callable[..., str]]:
    """Tag -> what fills it, given the words behind its name; each raises TagError on an unknown id."""
    wording: Wording = context["wording"]

    def figure(figure_id: str) -> str:
        if survey is None or figure_id not in survey.figures:
            raise TagError(f"no figure has the id {figure_id}; see docs/data/survey-2017.yml")
        return wording.amount(survey.figures[figure_id].value, survey.figures[figure_id].unit)

    def chart(chart_id: str) -> str:
        if survey is None or chart_id not in survey.charts:
            raise TagError(f"no chart has the id {chart_id}; see docs/data/survey-2017.yml")
        found = survey.charts[chart_id]
        return partial("chart", survey=survey, chart=found, squares=squares(found, context["direction"] == "rtl"))

    def case(case_id: str) -> str:
        if case_id not in cases:
            raise TagError(f"no case has the id {case_id}; see docs/data/cases.yml")
        return partial("case", case=cases[case_id])

    return {
        "figure": figure,
        "chart": chart,
        "case": case,
        "survey_data": lambda: partial("survey_data"),
        "cases_data": lambda: partial("cases_data"),
    }


def squares(chart: Chart, mirrored: bool) -> dict[str, object]:
    """The drawing of a chart: `width`, `height` and the paths of the squares that are `full` and `empty`, from the start of a line."""
    total = chart.of.value
    width, height = _ROW * _STEP, -(-total // _ROW) * _STEP
    gap = (_STEP - _SIDE) // 2

    def square(index: int) -> str:
        row, column = divmod(index, _ROW)
        column = _ROW - 1 - column if mirrored else column
        return f"M{column * _STEP + gap} {row * _STEP + gap}h{_SIDE}v{_SIDE}h-{_SIDE}z"

    full = "".join(square(index) for index in range(chart.count.value))
    empty = "".join(square(index) for index in range(chart.count.value, total))
    return {"width": width, "height": height, "full": full, "empty": empty}
