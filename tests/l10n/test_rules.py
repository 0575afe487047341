"""The list of rules and what is written about each."""

from __future__ import annotations

import re

import pytest

from l10n.rules import RULES, TEXTS, Family, Rule, explain


def test_every_rule_is_explained_and_nothing_else_is():
    names = re.findall(r"^## (.+)$", TEXTS.read_text(encoding="utf-8"), re.MULTILINE)
    assert names == list(dict.fromkeys(names))
    assert sorted(names) == sorted(RULES)


@pytest.mark.parametrize("rule", Rule, ids=lambda rule: rule.title)
def test_an_explanation_says_what_and_how_to_silence(rule):
    text = explain(rule)
    assert text.startswith(f"{rule.title} ({rule.value.family.value}; ")
    assert len(rule.text.split()) >= 5
    assert ("Silence one place" in text) == rule.value.silenceable


def test_rules_stand_under_their_family():
    parts = re.split(r"^# (.+)$", TEXTS.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    told = {
        name.lower(): set(re.findall(r"^## (.+)$", text, re.MULTILINE))
        for name, text in zip(parts[::2], parts[1::2], strict=True)
    }
    assert told == {family.value: {rule.title for rule in Rule if rule.value.family is family} for family in Family}
