"""Short texts beside the prose."""

from __future__ import annotations

import pytest

from l10n.labels import is_prose, words_of
from l10n.locale_codes import same_language


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A quiet room", True),
        ("editor support", True),
        ("Visual Studio Code", False),
        ("Screenshot", False),
        ("config_file.yml", False),
        ("UNHCR office", False),  # UNHCR is a name that stays
        ("Ask UNHCR for help", True),
        ("A quiet room with two chairs", False),
        ("docs/en/a.md and b.md", False),
        ("", False),
    ],
)
def test_prose(text, expected):
    assert is_prose(text, ["UNHCR"]) is expected


def test_words():
    assert words_of("UNHCR: see a_b.md, `now`", ["UNHCR"]) == ["see", "now"]


def test_same_language():
    assert same_language("en-GB", "en_US") and same_language("zh-Hant", "zh")
    assert not same_language("en", "eo")
