"""Contacts: when they were last known to be right, how sure they are, and files that hold none."""

from __future__ import annotations

from datetime import date

import pytest

from l10n.contacts import Contact, read_contacts
from l10n.errors import UserError
from l10n.policy import Confidence


def contact(**values):
    return Contact("a", 1, Confidence.MEDIUM, values)


@pytest.mark.parametrize(
    ("values", "known_on"),
    [
        ({"source_date": "2026-05-17"}, date(2026, 5, 17)),
        ({"source_date": "2026-05"}, date(2026, 5, 1)),
        ({"source_date": "2026"}, date(2026, 1, 1)),
        ({"source_date": 2026}, date(2026, 1, 1)),
        ({"source_date": "2019", "confirmed": {"on": "2026-02"}}, date(2026, 2, 1)),
        ({"source_date": "2027-01", "confirmed": {"on": "2026-02"}}, date(2027, 1, 1)),
        ({"source_date": None, "confirmed": None}, None),
        ({"source_date": "last summer"}, None),
        ({}, None),
    ],
)
def test_known_on(values, known_on):
    assert contact(**values).known_on == known_on


@pytest.mark.parametrize(
    ("least", "enough"), [(Confidence.HIGH, False), (Confidence.MEDIUM, True), (Confidence.LOW, True)]
)
def test_confidence_reaches(least, enough):
    assert contact().reaches(least) is enough


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: b", ":1: It is no list; write entries with id and confidence."),
        ("- id: a\n  confidence: high\n- name: b", ":3: This entry has no id; write id: and a short name."),
        (
            "- id: a\n  confidence: sure",
            ":2: The confidence of a is 'sure'; write one of: high, medium, low.",
        ),
        ("- id: a", ":1: The confidence of a is None; write one of"),
    ],
)
def test_a_file_that_is_none(tmp_path, text, message):
    file = tmp_path / "c.yml"
    file.write_text(text)
    with pytest.raises(UserError) as error:
        read_contacts(file)
    assert str(error.value).startswith(f"{file}{message}")
