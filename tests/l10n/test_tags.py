"""Site tags: found in text, not in code."""

from __future__ import annotations

import pytest

from l10n.tags import find_tags


def found(text):
    return [(tag.name, tag.args, tag.line) for tag in find_tags(text)]


def test_name_arguments_line_and_place():
    text = "a\n\nCall {{ number emergency-112 }} or {{say  help-now now}}.\n"
    assert found(text) == [("number", ("emergency-112",), 3), ("say", ("help-now", "now"), 3)]
    places = [text[tag.start : tag.end] for tag in find_tags(text)]
    assert places == ["{{ number emergency-112 }}", "{{say  help-now now}}"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("`{{ a }}` {{ b }}", ["b"]),
        ("``{{ a }} ` {{ b }}`` {{ c }}", ["c"]),
        ("`{{ a }}\n\n{{ b }}`", ["a", "b"]),  # a code span ends with its paragraph
        ("```\n{{ a }}\n```\n{{ b }}", ["b"]),
        ("~~~ py\n{{ a }}\n```\n{{ b }}\n~~~\n{{ c }}", ["c"]),
        ("    ```\n    {{ a }}\n    ```\n\n{{ b }}", ["b"]),
        ("> ```\n> {{ a }}\n> ```\n\n{{ b }}", ["b"]),
        ("```\n{{ a }}\n", ["a"]),  # a fence that is never closed is text
        ("``` {{ a }} ```", []),
        ("\\`{{ a }}\\`", ["a"]),
        ("{% include 'x' %} {{ a.b|c }}", ["include", "a.b|c"]),
        ("{{ }} {{}} { { a } }", ["", ""]),
        ("{{ open\n}}", []),
        ("{ #anchor } {{ a }}{{ b }}", ["a", "b"]),
        ("| {{ a }} | {{ b }} |\n|---|---|", ["a", "b"]),
    ],
)
def test_which_are_tags(text, names):
    assert [tag.name for tag in find_tags(text)] == names
