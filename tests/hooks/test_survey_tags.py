"""Tags of the clinics and project pages: every figure is the data's, in the form of the page's language."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from jinja2 import Environment
from lxml import html

from data.survey import Survey
from hooks.survey_tags import squares
from hooks.tags import TagData, TagError, hide_tags, show_tags

LOCALES = ["en", "lt", "ru", "fr", "ar"]


@pytest.fixture(scope="module")
def data(root: Path) -> TagData:
    return TagData.load(root / "docs" / "data")


@pytest.fixture
def show(data: TagData, env: Environment, context: Callable) -> Callable[..., str]:
    def fill(markdown: str, locale: str = "en") -> str:
        hidden, tags = hide_tags(markdown)
        return show_tags(hidden, tags, data, env, context(locale), False)

    return fill


@pytest.mark.parametrize(
    ("locale", "seen"), [("en", "40%"), ("lt", "40\xa0%"), ("ru", "40\xa0%"), ("fr", "40\u202f%"), ("ar", "40%")]
)
def test_a_figure_has_the_form_of_the_language(show: Callable, locale: str, seen: str) -> None:
    assert show("{{ figure interest }} of {{ figure clinics }}", locale) == f"{seen} of 67"


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("chart", ["interest", "experience"])
def test_a_chart_is_a_table_that_adds_up(show: Callable, data: TagData, chart: str, locale: str) -> None:
    figure = html.fromstring(show(f"{{{{ chart {chart} }}}}", locale))
    rows = [[cell.text_content() for cell in row.findall("td")] for row in figure.findall(".//tbody/tr")]
    said, others, all_ = rows
    known: Survey = data.survey
    assert re.sub(r"\s", "", said[0]) == f"{known.figures[chart].value}%"
    assert int(said[1]) == known.figures[f"{chart}-count"].value
    assert int(said[1]) + int(others[1]) == int(all_[1]) == known.figures["clinics"].value
    assert others[0] == "–"  # nothing was published on these
    caption = figure.findtext(".//caption/b")
    assert "2017" in caption
    assert ".." not in figure.find(".//caption").text_content()


@pytest.mark.parametrize("locale", LOCALES)
def test_the_drawing_repeats_the_table_and_is_silent(show: Callable, data: TagData, locale: str) -> None:
    figure = html.fromstring(show("{{ chart interest }}", locale))
    drawing = figure.find("div[@aria-hidden='true']")
    counts = [path.get("d").count("M") for path in drawing.find("svg").findall("path")]
    chart = data.survey.charts["interest"]
    assert counts == [chart.count.value, chart.rest]
    assert figure.xpath(".//svg[not(ancestor::*[@aria-hidden='true'])]") == []


def places(path: str) -> list[tuple[int, int]]:
    return [(int(x), int(y)) for x, y in re.findall(r"M(\d+) (\d+)", path)]


def test_squares_start_where_the_line_starts(data: TagData) -> None:
    chart = data.survey.charts["experience"]
    left, right = squares(chart, False), squares(chart, True)
    assert places(left["full"])[0] == (3, 3)
    assert places(right["full"]) == [(left["width"] - 18 - x, y) for x, y in places(left["full"])]
    both = places(left["full"]) + places(left["empty"])
    assert len(set(both)) == 67
    assert max(x for x, _ in both) + 18 < left["width"]
    assert max(y for _, y in both) + 18 < left["height"]


def test_squares_of_full_rows_leave_no_empty_one(data: TagData) -> None:
    chart = data.survey.charts["interest"]
    whole = replace(chart, of=replace(chart.of, value=70), count=replace(chart.count, value=70))
    assert squares(whole, False)["height"] == 7 * 24
    assert squares(whole, False)["empty"] == ""


@pytest.mark.parametrize("locale", LOCALES)
def test_a_case_names_court_number_date_link_and_reading(
    show: Callable, data: TagData, strings: dict, locale: str
) -> None:
    for case in data.cases.values():
        shown = html.fromstring(f"<p>{show(f'{{{{ case {case.id} }}}}', locale)}</p>")
        text, words = shown.text_content(), strings[locale]
        assert [link.get("href") for link in shown.iter("a")] == [case.url]
        assert shown.find(".//a").text_content()
        assert text.startswith(words[f"court_{case.court}"])
        assert case.date[:4] in text
        assert text.endswith(f"({words[f'case_read_{case.read}']})")
        for piece in filter(None, (case.name, case.number)):
            assert piece in text
            isolated = [e for e in shown.iter() if e.get("dir") == "ltr" and e.text == piece]
            assert len(isolated) == 1
        assert (case.state == "decided") != ("2026" in text)


def test_a_case_without_a_judgment_says_so(show: Callable) -> None:
    shown = html.fromstring(f"<p>{show('{{ case c-o-c-g }}')}</p>").text_content()
    assert "heard on 12 February 2025; not decided yet, as of 5 January 2026" in shown


@pytest.mark.parametrize("name", ["survey_data", "cases_data"])
@pytest.mark.parametrize("locale", LOCALES)
def test_files_are_linked_with_their_sizes(show: Callable, name: str, locale: str) -> None:
    links = html.fromstring(show(f"{{{{ {name} }}}}", locale)).findall(".//a")
    assert len(links) >= 2
    assert [f"../{link.find('bdi').get('data-size')}" for link in links] == [link.get("href") for link in links]


@pytest.mark.parametrize("tag", ["figure nobody", "chart clinics", "case nobody"])
def test_an_unknown_id_is_named(show: Callable, tag: str) -> None:
    with pytest.raises(TagError, match=tag.partition(" ")[2]):
        show(f"{{{{ {tag} }}}}")
