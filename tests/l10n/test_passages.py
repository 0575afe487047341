"""What a reader reads of a page, with the line of each piece."""

from __future__ import annotations

import pytest

from l10n.passages import FSI, LRI, OBJECT, PDI, RLI, masked


def read(page) -> list[tuple[int, str]]:
    return [(passage.line, passage.text) for passage in page.passages]


def test_every_place_where_words_stand(page_of):
    page = page_of(
        """---
title: The title
description: The description
other: not read
---

# Heading { #h data-toc-label="Label" }

A [link](a.md "its title") and ![a picture](b.png "its name").

- item

| Head |
|------|
| cell | 

!!! note "Note"
    inside

Term
:   definition

Note[^1].

[^1]: The footnote.

*[UN]: United Nations

<div title="tip">raw <b>words</b></div>

```
code
```
"""
    )
    assert read(page) == [
        (2, "The title"),
        (3, "The description"),
        (7, "Heading"),
        (7, "Label"),
        (9, f"A link and {OBJECT}."),
        (9, "its title"),
        (9, "a picture"),
        (9, "its name"),
        (11, "item"),
        (13, "Head"),
        (15, "cell"),
        (17, "Note"),
        (18, "inside"),
        (20, "Term"),
        (21, "definition"),
        (23, "Note."),
        (25, "The footnote."),
        (27, "United Nations"),
        (29, " raw words "),
        (29, "tip"),
    ]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("run `a b` **now**, *soon* or _later_", f"run {OBJECT} now, soon or later"),
        (r"a \*star\* and \_line\_ &amp; &#42;x&#42;", "a *star* and _line_ & *x*"),
        ("see <https://a.example/> and {{ number one }}", f"see {OBJECT} and {OBJECT}"),
        ("[a **b** `c`](d.md) e", f"a b {OBJECT} e"),
        ("press <kbd>Ctrl</kbd> <b>now</b>", f"press {OBJECT} now"),
        ('<bdi>a</bdi> <span dir="ltr">b</span> <i dir=rtl>c</i> <b>d</b>', f"{FSI}a{PDI} {LRI}b{PDI} {RLI}c{PDI} d"),
        ("a <!-- not read --> b", "a  b"),
    ],
)
def test_markup_leaves_its_words(page_of, source, text):
    assert [passage.text for passage in page_of(source).passages] == [text]


def test_a_position_has_a_line_behind_code_of_two_lines(page_of):
    (passage,) = page_of("one\n`two\nthree` [four](\n<a.md>) five\nsix").passages
    assert [passage.line_at(passage.text.index(word)) for word in ("one", "four", "six")] == [1, 3, 5]


@pytest.mark.parametrize(
    "address", ["https://a.example/b?c;d", "www.a.example", "me@a.example", ":smile:", "++ctrl+a++", "$a_b$", "{name}"]
)
def test_what_is_no_text_is_masked_where_it_stands(address):
    assert masked(f"see {address}, or not") == f"see {OBJECT * len(address)}, or not"


@pytest.mark.parametrize("text", ["at 9:00: now", "5 $ and 6 $", "a: b; c", "C++ and D++", "50% {", "one::two"])
def test_text_is_left_as_it_is(text):
    assert masked(text) == text
