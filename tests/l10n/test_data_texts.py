"""Texts found in data files, with their lines, and their placeholders."""

from __future__ import annotations

from pathlib import Path

import pytest

from l10n.data_file import read_data
from l10n.data_texts import placeholders, texts_of
from l10n.i18n_plugin import Locale, PluginOptions
from l10n.layout import Layout
from l10n.policy import Policy
from l10n.site import Site


def texts(tmp_path, text, contacts=False):
    file = tmp_path / "d.yml"
    file.write_text(text, encoding="utf-8")
    policy = Policy(contacts=file if contacts else None, declared=True)
    locales = (Locale("lt", "Lietuvių"), Locale("id", "Indonesia"))
    plugin = PluginOptions(Layout.FOLDER, False, Locale("en", "English"), locales, ())
    site = Site(Path("mkdocs.yml"), tmp_path, plugin, policy)
    return list(texts_of(read_data(file), site))


def test_a_mapping_with_locales_as_keys_is_a_text(tmp_path):
    found = texts(tmp_path, "- id: a\n  name: {en: One, lt: Vienas}\n- note:\n    - en: [Two, Three]\n      lt: [Du]\n")
    assert [(text.name, text.line) for text in found] == [("a.name", 2), ("1.note.0", 4)]
    leaves = {
        code: {name: (leaf.text, leaf.line) for name, leaf in v.leaves.items()} for code, v in found[1].versions.items()
    }
    assert leaves == {"en": {"0": ("Two", 4), "1": ("Three", 4)}, "lt": {"0": ("Du", 5)}}


@pytest.mark.parametrize("text", ["a: {lt: Vienas}", "a: {en: One, other: x}", "- id: en", "a: 1", "", "[]"])
def test_what_is_no_text(tmp_path, text):
    assert texts(tmp_path, text) == []


def test_nobody_owes_a_contact_that_is_shown_nowhere(tmp_path):
    text = "- {id: a, confidence: low, name: {en: One}}\n- {id: b, confidence: high, name: {en: Two}}\n"
    assert [found.owed for found in texts(tmp_path, text, contacts=True)] == [False, True]
    assert [found.owed for found in texts(tmp_path, text)] == [True, True]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("as of {date}, {from}–{to}", ["{date}", "{from}", "{to}"]),
        ("{{ name }} and ${home}", ["${home}", "{{ name }}"]),
        ("%(count)s of %d, %s", ["%(count)s", "%d", "%s"]),
        ("100 % sure, 5%sugar {a b}", []),
        ("", []),
    ],
)
def test_placeholders(text, found):
    assert placeholders(text) == found
