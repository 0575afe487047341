"""A file -> sections and blocks, each on its line."""

from __future__ import annotations

import pytest

from l10n.dialect import BlockKind
from l10n.errors import PageError
from l10n.page import MAX_BYTES, load_page

PAGE = """---
title: One
---

Intro text.

# First { #first }

Text
over lines.

- a
    - b

## Second { #second .x }

| a | b |
|---|---|
| 1 | 2 |

```py
code {{ not a tag }}
```

{{ service a }} and `{{ not one }}`

Plain heading
-------------
"""


def test_sections(page_of):
    page = page_of(PAGE)
    assert [(s.key, s.line, s.level, s.pinned) for s in page.sections] == [
        ("_intro", 4, 0, True),
        ("first", 7, 1, True),
        ("second", 15, 2, True),
        ("plain-heading", 27, 2, False),
    ]
    assert [len(s.lists) for s in page.sections] == [0, 1, 0, 0]
    assert [[(t.name, t.args, t.line) for t in s.tags] for s in page.sections] == [
        [],
        [],
        [("service", ("a",), 25)],
        [],
    ]


def test_blocks_know_their_lines(page_of):
    rows = PAGE.split("\n")
    for section in page_of(PAGE).sections:
        for block in section.blocks:
            if block.kind is BlockKind.CODE:
                assert rows[block.line - 1] == "```py"
                continue
            for index, line in enumerate(block.text.split("\n")):
                words = line.replace("|", " ").split()
                assert all(word in rows[block.lines[index] - 1] for word in words)


def test_the_intro_counts_only_when_it_has_text(page_of):
    assert "_intro" not in page_of("<!-- l10n: ignore x: y -->\n\n# A { #a }\n").by_key
    assert "_intro" in page_of("{{ emergency }}\n\n# A { #a }\n").by_key


def test_duplicate_anchors_are_kept_apart(page_of):
    page = page_of("# A { #a }\n\none\n\n# B { #a }\n\ntwo\n")
    assert list(page.by_key) == ["a", "a~2"]


def test_a_heading_cannot_take_a_reserved_key(page_of):
    assert list(page_of("text\n\n# A { #_intro }\n").by_key) == ["_intro", "_intro~2"]


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"a\nb\xff\n", 2),
        (b"a\n\nb\x00c\n", 3),
        ("a\n".encode("utf-16"), 1),
        (b"---\nopen: 1\n", 1),
        ("".join("    " * depth + "- a\n" for depth in range(400)).encode(), 1),
        (b"a" * (MAX_BYTES + 1), 1),
    ],
    ids=["latin-1", "NUL", "UTF-16", "unclosed", "nested", "large"],
)
def test_unreadable(data, line, page_of):
    with pytest.raises(PageError) as caught:
        _ = page_of(data).sections
    assert caught.value.line == line


def test_a_folder_is_no_page(tmp_path):
    with pytest.raises(PageError):
        load_page(tmp_path, "x.md", "en", "x.md", ())


NEXT_TO_NOTHING = [b"", b"\n", b"\xef\xbb\xbf", b"\r\r\r", b"#", b"---", b"   ", "\u2028\u0085\x0c".encode()]


@pytest.mark.parametrize("data", NEXT_TO_NOTHING)
def test_next_to_nothing_is_a_page(data, page_of):
    assert page_of(data).sections[0].key == "_intro"
