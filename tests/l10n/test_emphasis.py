"""Marks of emphasis that the build prints, held against what Python-Markdown makes of the same text."""

from __future__ import annotations

import re
from html import unescape

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.dialect import parse
from l10n.dialect.emphasis import printed_marks

MARKDOWN = markdown.Markdown()
BROKEN = [
    ("a ** b** c", ["**", "**"]),
    ("a **b ** c", ["**", "**"]),
    ("a **b c", ["**"]),
    ("a b** c", ["**"]),
    ("a *b c", ["*"]),
    ("a `b c", ["`"]),
    ("а_б_ в", ["_"]),
    ("و_كلمة_ هنا", ["_"]),
    ("上下文_类型_。", ["_"]),
    ("**a** __b", ["__"]),
]
WHOLE = [
    *("**a** *b* __c__ _d_", "***a***", "**a *b* c**", "*a **b** c*", "a_b_c", "2 * 3 * 4", "`**a`", r"\*\*a"),
    *(
        "[**a**](b_c_d)",
        "上下文**类型**。",
        "و**كلمة**",
        "{{ a_b }} _c_",
        "<a_b@c.example>",
        "* * *",
        "a  b",
        "**a\nb**",
    ),
]


def marks(text: str) -> list[str]:
    (block,) = parse(text).blocks
    return [mark for mark, _ in printed_marks(block.text, block.inline.spans)]


@pytest.mark.parametrize(("text", "expected"), BROKEN)
def test_broken(text, expected):
    found = marks(text)
    assert found and set(found) <= set(expected)
    assert found[0] in built(text)


@pytest.mark.parametrize("text", WHOLE)
def test_whole(text):
    assert [mark for block in parse(text).blocks for mark in printed_marks(block.text, block.inline.spans)] == []


def built(text: str) -> str:
    """What a reader sees of a text."""
    return unescape(re.sub(r"<[^>]*>", "", MARKDOWN.reset().convert(text)))


@pytest.mark.parametrize("mark", ["**", "*", "_", "__"])
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_what_is_told_is_printed(mark, data):
    """Every mark that is told stands in the built page."""
    text = "x " + "".join(
        data.draw(st.lists(st.sampled_from([f"{mark}a ", f"a{mark} ", f"{mark} ", "b "]), max_size=3))
    )
    for block in parse(text).blocks:
        for found, _ in printed_marks(block.text, block.inline.spans):
            assert found[0] in built(text)


def test_the_place(page_of):
    text = "a\nb **c d"
    (block,) = parse(text).blocks
    assert printed_marks(block.text, block.inline.spans) == [("**", text.index("**"))]


def test_many_marks_cost_nothing():
    assert printed_marks("*a _b " * 50_000, []) == []
