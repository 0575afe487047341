"""Where texts stand in a page, and what is done about a section in which that cannot be proven."""

from __future__ import annotations

import pytest

from l10n.exchange.skeleton import replaced, skeletons, tidy
from l10n.page import page_of


def slots(text: str) -> list[tuple[str, str]]:
    """(what stands in the page, what the unit says) of every slot."""
    page = page_of(text, "page.md", "en", "page.md", ("title",))
    return [
        (page.text[slot.start : slot.end], slot.text)
        for skeleton in skeletons(page).values()
        for part in skeleton.parts
        for slot in part.slots.values()
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# Head #  { #a .b }\n", ["Head"]),
        ("Head { #a }\n====\n", ["Head"]),
        ("a\n  b\n", ["a\n  b"]),
        ("> quoted\n> lines\n", ["quoted\n> lines"]),
        ("- a a\n    - a\n", ["a a", "a"]),
        ("1.\tTabs\there\n", ["Tabs\there"]),
        ('!!! note "A "title" here"\n    Text\n', ['A "title" here', "Text"]),
        ('??? tip "Title"\n', ["Title"]),
        ('=== "Label"\n\n    Text\n', ["Label", "Text"]),
        ("Term\n:   Meaning\n", ["Term", "Meaning"]),
        ("| a | |\n|---|---|\n| a \\| b { .c } | a |\n", ["a", "a \\| b", "a"]),
        ("a | a\n--|--\na | `a|a`\n", ["a", "a", "a", "`a|a`"]),
        ("Text[^a]\n\n[^a]: Note\n    goes on\n", ["Text[^a]", "Note\n    goes on"]),
        ("[a]: b.md 'Title'\n\n[a]\n", ["Title", "[a]"]),
        ("*[AB]: Long form\n\nAB\n", ["Long form", "AB"]),
        ("<p>Raw\ntext</p>\n", ["<p>Raw\ntext</p>"]),
        ('<div markdown="1" title="T">\nText\n</div>\n', ['<div markdown="1" title="T">', "Text"]),
        ("Text\n{ .c title='A tip' }\n", ["Text", "A tip"]),
        ('## Head { #a data-toc-label="Short" }\n', ["Head", "Short"]),
        ("```py\ncode\n```\n\n    code\n\n---\n\n<!-- comment -->\n", []),
    ],
)
def test_where_texts_stand(text, found):
    assert [place for place, _ in slots(text)] == found
    assert [place for place, _ in slots(text.replace("\n", "\r\n"))] == [each.replace("\n", "\r\n") for each in found]


def test_soft_breaks_are_blanks_and_meant_ones_stay():
    assert tidy("a\n   b \nc   \n  d\n") == "a b c  \nd"


def test_a_text_that_cannot_be_found_leaves_the_others():
    text = "Intro.\n\n## One { #one }\n\nText with a control\x02 character.\n\n## Two { #two }\n\nMore.\n"
    page = page_of(text, "page.md", "en", "page.md", ("title",))
    found = skeletons(page)
    assert [key for key, skeleton in found.items() if skeleton.parts is None] == ["one"]
    assert text[found["one"].start : found["one"].end].startswith("## One")


def test_pieces_are_replaced_by_place():
    assert replaced("abcdef", [(4, 5, "E"), (0, 1, ""), (2, 2, "-")]) == "b-cdEf"
