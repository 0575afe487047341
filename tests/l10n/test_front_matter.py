"""Front matter: read as MkDocs reads it, refused where MkDocs would guess."""

from __future__ import annotations

import datetime

import pytest
from mkdocs.utils.meta import get_data

from l10n.errors import PageError
from l10n.front_matter import parse
from l10n.page import _parts


def values(text):
    return _parts(text)[0].values


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: One\n---\n\nText\n",
        "---\ntitle: One\n...\nText\n",
        "--- \ntitle: One\n---  \n# Text\n",
        "No front matter\n",
        "# Heading\n\ntext: no\n",
        "Note: MkDocs takes this line for metadata\nand: this\n\nText\n",
        "title: One\n    two\nText: three\nnot this\n",
        "\n---\ntitle: One\n---\n",
        "text\n---\nmore\n---\n",
        "",
        "---\ntitle: One\n---\n\n---\nrule: no\n---\n",
    ],
)
def test_same_as_mkdocs(text):
    body, data = get_data(text)
    front, ours, _ = _parts(text)
    assert front.values == data
    assert ours.lstrip("\n") == body.lstrip("\n")


def test_body_line_is_the_line_of_the_file():
    text = "---\ntitle: One\norder: 2\n---\n\nText\n"
    _, body, line = _parts(text)
    assert text.split("\n")[line - 1 :] == body.split("\n")


def test_lines_of_keys():
    review = "review:\n  next: 2027-01-02\n  language: {by: A,\n    on: 2027-01-01}\n"
    text = f"---\n# comment\ntitle: >\n  long\n  title\n{review}order: 1\n---\n"
    front = _parts(text)[0]
    assert {key: (e.line, e.last_line) for key, e in front.entries.items()} == {
        ("title",): (3, 5),
        ("review",): (6, 9),
        ("review", "next"): (7, 7),
        ("review", "language"): (8, 9),
        ("review", "language", "by"): (8, 8),
        ("review", "language", "on"): (9, 9),
        ("order",): (10, 10),
    }
    assert front.line("review", "clinical", "by") == 6
    assert front.line("nowhere") == 1


def test_keys_are_text():
    assert values("---\non: a\nno: b\n1: c\nnull: d\n---\n") == {"on": "a", "no": "b", "1": "c", "null": "d"}


def test_values_are_yaml():
    front = _parts('---\na: 12345678\nb: "12345678"\nc: 2027-01-02\nd: 1.5\ne: 12e45678\n---\n')[0]
    assert front.values == {"a": 12345678, "b": "12345678", "c": datetime.date(2027, 1, 2), "d": 1.5, "e": "12e45678"}
    assert [key for (key,), entry in front.entries.items() if entry.quoted] == ["b"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("---\ntitle: One\n", 1),
        ("---\ntitle: One\n---", 1),  # MkDocs wants a line break behind the marker
        ("---\n---\nText\n", 1),
        ("---\na: 1\nb: 2\na: 3\n---\n", 4),
        ("---\na: 1\nx: {b: 1, b: 2}\n---\n", 3),
        ("---\na: &x [1]\nb: *x\n---\n", 2),
        ("---\na: [1\n---\n", 3),
        ("---\na: 'x\n---\n", 3),
        ("---\n\ta: 1\n---\n", 2),
        ("---\n- a\n- b\n---\n", 1),
        ("---\njust text\n---\n", 1),
        ("---\n? [a]\n: b\n---\n", 2),
        ("---\non: 2027-13-45\n---\n", 2),
        ("---\na: " + "9" * 5000 + "\n---\n", 2),
        ("---\na: !!python/object/apply:os.getcwd []\n---\n", 2),
        ("---\na: " + "[" * 600 + "]" * 600 + "\n---\n", 1),
        ("---\na: " + "x" * 70_000 + "\n---\n", 1),
        ("---\na: !!python/name:os.getcwd\n---\n", 2),
        ("---\na: !ours {b: c}\n---\n", 2),
        ("---\na: 1\nb: \x07\n---\n", 3),
    ],
    ids=range(20),
)
def test_refused_with_a_line(text, line):
    with pytest.raises(PageError) as caught:
        values(text)
    assert caught.value.line == line
    assert caught.value.message.endswith(".") and caught.value.hint


def test_many_aliases_are_refused_before_they_grow():
    bomb = "---\na: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{b}: &{b} [{','.join('*' + a for _ in range(9))}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    with pytest.raises(PageError, match="alias"):
        values(bomb + "---\n")


@pytest.mark.parametrize("value", ["- " * 20000 + "a", "[" * 20000 + "]" * 20000], ids=["block", "flow"])
def test_depth_that_would_end_the_process_is_an_error(value):
    with pytest.raises(PageError, match="too large or nested too deeply"):
        parse(f"title:\n  {value}\n", 4)
