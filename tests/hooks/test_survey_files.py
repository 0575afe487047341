"""The files of the survey and the cases: opened as a program would, and held against the data."""

import csv
import io
import json
from pathlib import Path

import pytest

from data.cases import load_cases
from data.survey import Survey
from data.texts import load_strings
from hooks.survey_files import case_files, survey_files
from hooks.tags import TagData


@pytest.fixture(scope="module")
def data(root: Path) -> TagData:
    return TagData.load(root / "docs" / "data")


@pytest.fixture(scope="module")
def files(root: Path, data: TagData) -> dict[str, str]:
    words = load_strings(root / "docs" / "data", ["en"])["en"]
    courts = {case.court: words[f"court_{case.court}"] for case in data.cases.values()}
    return {**dict(survey_files(data.survey)), **dict(case_files(data.cases.values(), courts))}


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_there_are_five_and_no_more(files: dict[str, str]) -> None:
    assert sorted(files) == [
        "files/cases.csv",
        "files/cases.json",
        "files/survey-2017-codebook.csv",
        "files/survey-2017.csv",
        "files/survey-2017.json",
    ]


def test_every_published_figure_stands_in_the_table(files: dict[str, str], data: TagData) -> None:
    survey: Survey = data.survey
    rows = {row["indicator"]: row for row in table(files["files/survey-2017.csv"])}
    assert set(rows) == {figure.id for figure in survey.figures.values() if figure.basis == "published"}
    for name, row in rows.items():
        figure = survey.figures[name]
        column, other = ("percent_published", "count_published")[:: 1 if figure.unit == "percent" else -1]
        assert (row[column], row[other]) == (str(figure.value), "")
        assert row["source"] == survey.source.url
        assert row["note"] == figure.note
    counted = {name: (row["n_if_all_answered"], row["base"], row["basis"]) for name, row in rows.items()}
    calculated = "published, count calculated"
    assert counted["interest"] == ("27", "67", calculated)
    assert counted["experience"] == ("39", "67", calculated)
    assert counted["clinics"] == counted["regions"] == ("", "", "published")


def test_the_codebook_explains_every_column_in_its_order(files: dict[str, str]) -> None:
    header = files["files/survey-2017.csv"].splitlines()[0].split(",")
    assert [row["column"] for row in table(files["files/survey-2017-codebook.csv"])] == header
    assert all(row["type"] and row["meaning"] for row in table(files["files/survey-2017-codebook.csv"]))


def test_json_holds_what_the_data_holds(files: dict[str, str], data: TagData) -> None:
    content = json.loads(files["files/survey-2017.json"])
    assert {figure["id"]: figure["value"] for figure in content["figures"]} == {
        figure.id: figure.value for figure in data.survey.figures.values()
    }
    assert content["source"]["url"] == data.survey.source.url
    assert content["held"] == {"from": "2017-06", "to": "2017-07"}


def test_cases_are_the_same_in_both_files(files: dict[str, str], root: Path) -> None:
    entries = json.loads(files["files/cases.json"])
    assert [entry["id"] for entry in entries] == list(load_cases(root / "docs" / "data"))
    assert {entry["court"] for entry in entries if entry["id"] == "m-a-2022"} == {
        "Court of Justice of the European Union"
    }
    rows = table(files["files/cases.csv"])
    for entry, row in zip(entries, rows, strict=True):
        assert row == {name: " ".join(value) if name == "also" else value or "" for name, value in entry.items()}
