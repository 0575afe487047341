"""The codebook: every name of the workbook's data, with every answer, in each language."""

from __future__ import annotations

import csv
import io

import openpyxl
import pytest

from data.forms import Form

LOCALES = ("en", "lt", "ru", "fr", "ar")


def rows(shelf, name: str, locale: str) -> list[dict[str, str]]:
    content = shelf.file(f"{name}-codebook.{locale}.csv")
    assert content.startswith(b"\xef\xbb\xbf"), "spreadsheets need the mark"
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


@pytest.mark.parametrize("name", ["survey", "visit"])
@pytest.mark.parametrize("locale", LOCALES)
def test_it_has_the_names_and_answers_of_the_workbook(shelf, forms: dict[str, Form], name: str, locale: str) -> None:
    book = openpyxl.load_workbook(io.BytesIO(shelf.file(f"{name}.xlsx")))
    head, *survey = book["survey"].iter_rows(values_only=True)
    asked = {
        row[head.index("name")]: row[head.index("type")].partition(" ")[2]
        for row in survey
        if not row[0].startswith(("begin", "end", "note", "calculate"))
    }
    choices = [row[:2] for row in book["choices"].iter_rows(min_row=2, values_only=True)]
    found: dict[str, list[str]] = {}
    for row in rows(shelf, name, locale):
        found.setdefault(row["name"], []).append(row["answer"])
        assert row["question"] and bool(row["answer"]) == bool(row["meaning"])
        assert "{" not in row["question"]
    assert found == {
        name: [answer for in_list, answer in choices if in_list == answers] or [""] for name, answers in asked.items()
    }


def test_it_speaks_the_language(shelf) -> None:
    assert {row["meaning"] for row in rows(shelf, "survey", "lt") if row["name"] == "agree"} == {"Taip", "Ne"}
    (code,) = [row for row in rows(shelf, "survey", "ru") if row["name"] == "code"]
    assert code["only_if"] == "Только если 2: Да." and code["number"] == "H4" and code["answer"] == ""
    (first, *_) = [row for row in rows(shelf, "survey", "en") if row["name"] == "helped_protection"]
    assert first["number"] == "B1b" and first["required"] == "yes"
