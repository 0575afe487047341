"""Directives that put another file into a page."""

from __future__ import annotations

import pytest

from l10n.includes import includes, without


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('--8<-- "a.md"', [("a.md", 1)]),
        ("-8<- 'a.md:2:3'", [("a.md:2:3", 1)]),
        ('Text\n    --8<-- "a.md"\n', [("a.md", 2)]),
        ("--8<--\na.md\n\nb.md\n--8<--\n\nText", [("a.md", 2), ("b.md", 4)]),
        (';--8<-- "a.md"', []),
        ('{% include "a.md" %}', [('include "a.md"', 1)]),
        ("{%- include-markdown  'a.md' start='<!--x-->' -%}", [("include-markdown 'a.md' start='<!--x-->'", 1)]),
        ("{% if a %}", []),
        ("{! a.md !} {!> b.py!}", [("a.md", 1), ("b.py", 1)]),
        ("{* ../a.py hl[1:2] *}", [("../a.py hl[1:2]", 1)]),
        ('```py\nx\n--8<-- "a.py"\n```', [("a.py", 3)]),
        ("{{ tag }} and {braces}", []),
    ],
)
def test_found(text, expected, page_of):
    page = page_of(f"{text}\n")
    assert list(includes(page.document.blocks)) == expected


def test_taken_out():
    assert without('a\n--8<-- "x"\nb {! y !}') == "a\n\nb "
