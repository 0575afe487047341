"""The JSON report keeps its published schema, whatever is found."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import l10n.reports
from l10n.reports import Format, render
from l10n.rules import RULES

from .samples import SITES

SCHEMA = json.loads(Path(l10n.reports.__file__).with_name("report.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)


def test_the_schema_is_one():
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("name", SITES)
def test_every_defect_is_reported_as_the_schema_says(name, report_of):
    report = report_of(name)
    data = json.loads(render(report, Format.JSON))
    assert list(VALIDATOR.iter_errors(data)) == []
    places = [(finding["path"], finding["line"], finding["rule"], finding["message"]) for finding in data["findings"]]
    assert places == sorted(places)
    assert not any(path.startswith("/") or "\\" in path for path, *_ in places)
    assert {finding["rule"] for finding in data["findings"]} <= set(RULES)


def test_odd_texts_come_back_as_they_were(odd):
    data = json.loads(render(odd, Format.JSON))
    assert list(VALIDATOR.iter_errors(data)) == []
    assert [finding["message"] for finding in data["findings"]] == [finding.message for finding in odd.findings]
    assert data["summary"] == {"error": 2, "warning": 1, "notice": 1, "silenced": 1, "exit_code": 1}
    assert data["silenced"][0]["reason"] == "the year is written out"
    assert [(locale["code"], locale["dir"]) for locale in data["locales"]][-1] == ("ar", "rtl")


@pytest.mark.parametrize("key", SCHEMA["required"])
def test_the_schema_misses_what_is_missing(key, odd):
    data = json.loads(render(odd, Format.JSON))
    del data[key]
    assert list(VALIDATOR.iter_errors(data))


def test_what_a_comment_silences_is_told_apart(report_of):
    data = json.loads(render(report_of("ignored-in-section"), Format.JSON))
    assert len(data["silenced"]) == data["summary"]["silenced"] >= 1
    assert not {f["line"] for f in data["silenced"]} & {f["line"] for f in data["findings"]}
