"""Texts of the front matter: found in their place in whatever way YAML writes them, and put back without harm."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.exchange.front_matter import scalar, values
from l10n.page import page_of

PAGE = """---
title:   Plain: no, it is not   # a comment
title2: ignored
quoted: "In \\"quotes\\""
single: 'It''s'
folded: >-
  Two lines
  as one

block: |
  First

  Second
list: [one, "two", 3]
deep:
  - name: A name
    value: 12
  - Words
empty: ""
date: 2026-01-02
---

Body.
"""
KEYS = ("title", "quoted", "single", "folded", "block", "list", "deep", "empty", "date")


def page(text: str):
    return page_of(text, "page.md", "en", "page.md", KEYS)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_texts_and_their_places(end):
    text = PAGE.replace("Plain: no", "Plain").replace("\n", end)
    found = values(page(text))
    assert [(each.path, each.text, each.line) for each in found] == [
        (("title",), "Plain, it is not", 2),
        (("quoted",), 'In "quotes"', 4),
        (("single",), "It's", 5),
        (("folded",), "Two lines as one", 6),
        (("block",), "First\n\nSecond\n", 10),
        (("list", "1"), "one", 14),
        (("list", "2"), "two", 14),
        (("deep", "1", "name"), "A name", 16),
        (("deep", "2"), "Words", 18),
    ]
    assert [text[each.start : each.end].replace(end, "\n") for each in found] == [
        "Plain, it is not",
        '"In \\"quotes\\""',
        "'It''s'",
        ">-\n  Two lines\n  as one",
        "|\n  First\n\n  Second",
        "one",
        '"two"',
        "A name",
        "Words",
    ]


@settings(deadline=None)  # a busy machine is no failure
@given(st.text(max_size=40), st.booleans(), st.booleans())
def test_any_text_is_read_back(text, plain, flow):
    written = scalar(text, plain=plain, flow=flow)
    assert "\n" not in written
    assert yaml.safe_load(f"[{written}]" if flow else f"key: {written}   # end") == ([text] if flow else {"key": text})


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Two words, a comma", "Two words, a comma"),
        ("A key: value", '"A key: value"'),
        ("Words # comment", '"Words # comment"'),
        ("no", '"no"'),
        ("- item", '"- item"'),
        ("12", '"12"'),
        ("Ends with a blank ", '"Ends with a blank "'),
        ("عنوان", "عنوان"),
    ],
)
def test_quotes_only_where_they_have_to_be(text, written):
    assert scalar(text) == written


def test_a_page_without_front_matter_has_none():
    assert values(page("Body.\n")) == []
    assert values(page("title: Plain\n\nBody.\n")) == []
