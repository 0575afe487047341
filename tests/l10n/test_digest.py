"""What changes a digest and what does not."""

from __future__ import annotations

import unicodedata

import pytest

from l10n.digest import DIGEST, digests, page_digest

FRONT = "---\ntitle: Where to go\ndescription: Where help is\norder: 3\n---\n\n"
TEXT = (
    FRONT
    + """Before any heading.

## When to call { #call }

Call **now** if it is [urgent](help.md), with `code`,
and read the note[^1]. {{ service a }}

- One
- Two

| a | b |
|---|---|
| c | d |

![A room](room.png "Quiet")

```sh
run
```

## How { #how }

Say it in 3 words at 9:00.

[^1]: The note.
"""
)

SAME = {
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "byte order mark": lambda text: "\ufeff" + text,
    "trailing blanks": lambda text: text.replace(".\n", ".   \n"),
    "runs of blanks": lambda text: text.replace("Call **now** if", "Call  **now**   if"),
    "soft wrap elsewhere": lambda text: text.replace("`code`,\nand read the", "`code`, and read\nthe"),
    "no-break space": lambda text: text.replace("3 words", "3\u00a0words"),
    "decomposed letters": lambda text: unicodedata.normalize("NFD", text),
    "comment": lambda text: text.replace("## How", "<!-- note -->\n\n## How"),
    "comment in a line": lambda text: text.replace("Say it", "Say <!-- x -->it"),
    "class on a heading": lambda text: text.replace("{ #how }", "{ #how .wide data-icon=feet }"),
    "link target": lambda text: text.replace("help.md", "other.md#x"),
    "image source": lambda text: text.replace("room.png", "hall.png"),
    "code block": lambda text: text.replace("run\n", "go\n"),
    "tag": lambda text: text.replace("service a", "service b"),
    "tag taken out": lambda text: text.replace(" {{ service a }}", ""),
    "cell padding": lambda text: text.replace("| c | d |", "|c|   d|"),
    "blank lines": lambda text: text.replace("\n\n## How", "\n\n\n\n## How"),
    "key that is not translated": lambda text: text.replace("order: 3", "order: 4"),
    "marker of a list": lambda text: text.replace("- One\n- Two", "* One\n* Two"),
}
CHANGED = {  # edit -> the sections whose digest it must change
    "word": (lambda text: text.replace("urgent", "very urgent"), {"call"}),
    "digit": (lambda text: text.replace("3 words", "4 words"), {"how"}),
    "case": (lambda text: text.replace("Say it", "say it"), {"how"}),
    "punctuation": (
        lambda text: text.replace("9:00.", "9:00?"),
        {
            "how",
        },
    ),
    "heading": (lambda text: text.replace("## How", "## Why"), {"how"}),
    "item": (lambda text: text.replace("- Two", "- Two of them"), {"call"}),
    "cell": (lambda text: text.replace("| d |", "| e |"), {"call"}),
    "emphasis": (lambda text: text.replace("**now**", "now"), {"call"}),
    "inline code": (lambda text: text.replace("`code`", "`kode`"), {"call"}),
    "alternative text": (lambda text: text.replace("A room", "A hall"), {"call"}),
    "title of an image": (lambda text: text.replace('"Quiet"', '"Loud"'), {"call"}),
    "footnote": (lambda text: text.replace("The note.", "A note."), {"how"}),
    "intro": (lambda text: text.replace("Before any", "Before each"), {"_intro"}),
    "title": (lambda text: text.replace("title: Where", "title: When"), {"_meta"}),
    "order of words": (lambda text: text.replace("Say it", "it Say"), {"how"}),
    "paragraph split": (lambda text: text.replace("`code`,\nand", "`code`,\n\nand"), {"call"}),
}


def test_shape(page_of):
    found = digests(page_of(TEXT))
    assert list(found) == ["_meta", "_intro", "call", "how"]
    assert all(DIGEST.fullmatch(digest) for digest in found.values())
    assert len(set(found.values())) == 4


@pytest.mark.parametrize("edit", SAME.values(), ids=SAME.keys())
def test_does_not_change(edit, page_of):
    assert edit(TEXT) != TEXT or edit is SAME["decomposed letters"]
    assert digests(page_of(edit(TEXT))) == digests(page_of(TEXT))


def test_composed_and_decomposed_letters_are_the_same(page_of):
    text = TEXT.replace("Say it", "Žinokite, où aller")
    assert digests(page_of(unicodedata.normalize("NFD", text))) == digests(page_of(text))


@pytest.mark.parametrize(("edit", "sections"), CHANGED.values(), ids=CHANGED.keys())
def test_changes_its_section_and_no_other(edit, sections, page_of):
    before, after = digests(page_of(TEXT)), digests(page_of(edit(TEXT)))
    assert {key for key in before if before[key] != after.get(key)} == sections


def test_anchor_alone_moves_the_digest_to_another_key(page_of):
    before, after = digests(page_of(TEXT)), digests(page_of(TEXT.replace("#how", "#ways")))
    assert before["how"] == after["ways"]


def test_a_page_without_text_has_nothing_to_record(page_of):
    assert digests(page_of("<!-- nothing -->\n")) == {}


SIGNED_SEES = {
    "word": lambda text: text.replace("urgent", "very urgent"),
    "link target": lambda text: text.replace("help.md", "other.md"),
    "code": lambda text: text.replace("run\n", "go\n"),
    "tag": lambda text: text.replace("service a", "service b"),
    "anchor": lambda text: text.replace("#how", "#ways"),
    "level of a heading": lambda text: text.replace("## How", "### How"),
    "nesting": lambda text: text.replace("- Two", "    - Two"),
    "list turned into text": lambda text: text.replace("- One\n- Two", "One\n\nTwo"),
    "title": lambda text: text.replace("title: Where", "title: When"),
    "key that nobody translates": lambda text: text.replace("order: 3", "urgent: true\norder: 3"),
    "record": lambda text: text.replace("order: 3", 'source: {call: "12345678"}\norder: 3'),
}


@pytest.mark.parametrize("edit", SIGNED_SEES.values(), ids=SIGNED_SEES.keys())
def test_a_sign_off_sees(edit, page_of):
    assert page_digest(page_of(edit(TEXT))) != page_digest(page_of(TEXT))


@pytest.mark.parametrize("name", ["CRLF", "byte order mark", "trailing blanks", "comment", "blank lines"])
def test_a_sign_off_does_not_see(name, page_of):
    assert page_digest(page_of(SAME[name](TEXT))) == page_digest(page_of(TEXT))


def test_a_sign_off_does_not_see_the_sign_offs(page_of):
    signed = TEXT.replace("order: 3", "order: 3\nreview:\n  next: 2027-01-01")
    assert page_digest(page_of(signed)) == page_digest(page_of(TEXT))
