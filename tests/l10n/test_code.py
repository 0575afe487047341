"""Which differences between two pieces of code are only comments, labels or layout."""

from __future__ import annotations

import pytest

from l10n.code import comparable, language_of


@pytest.mark.parametrize(
    ("language", "source", "translation"),
    [
        ("py", "a = 1  # one", "a = 1  # vienas"),
        ("python", "# one\n# two\na = 1", "# viskas\na = 1"),
        ("python", "f(\n    a,\n    b,\n)", "f(a, b)"),
        ("python", "x = 'a'", 'x = "a"'),
        ("python", "a = 1\n\n\nb = 2", "a = 1\nb = 2"),
        ("bash", "run  # go\nrun '#2'", "run  # eik\nrun '#2'"),
        ("console", "$ run // go", "$ run // eik"),
        ("js", "f(); // one\n/* two\nthree */", "f(); // vienas\n/* du */"),
        ("json", '{"a": 1} // one', '{"a": 1} // vienas'),
        ("sql", "select 1 -- one", "select 1 -- vienas"),
        ("html", "<p>a</p><!-- one -->", "<p>a</p><!-- vienas\n -->"),
        ("ini", "; one\na=1", "; vienas\na=1"),
        ("bat", "rem one\nrun", "REM vienas\nrun"),
        ("jinja", "{# one #}{{ a }}", "{# vienas #}{{ a }}"),
        ("", "one two\nthree", "vienas\ndu trys keturi"),
        ("text", "+-----+\n| box |", "+-------+\n| dėžutė |"),
        ("md", "# One\n[a](b.md)", "# Vienas\n[ą](b.md)"),
        ("mermaid", "graph TD\nA[One] -->|yes| B{{Two}}", "graph TD\nA[Vienas, tikrai] -->|taip| B{{Du}}"),
        ("mermaid", "sequenceDiagram\nA->>B: Hello, B!", "sequenceDiagram\nA->>B: Labas"),
        ("mermaid", 'pie title One\n"a b" : 3', 'pie title Vienas\n"ą" : 3'),
    ],
)
def test_the_same(language, source, translation):
    language = language_of(language)
    assert comparable(language, source) == comparable(language, translation)


@pytest.mark.parametrize(
    ("language", "source", "translation"),
    [
        ("python", "a = 1  # one", "a = 2  # one"),
        ("python", 'a = "# one"', 'a = "# two"'),
        ("python", "if a:\n    b()\nc()", "if a:\n    b()\n    c()"),
        ("python", "f()  # (1)!", "f()  # one"),
        ("python", '"""one # two"""', '"""one # three"""'),
        ("js", "a = 'https://a.example'", "a = 'https://b.example'"),
        ("js", "`a // ${b}`", "`a // ${c}`"),
        ("yaml", "a:\n  b: 1", "a:\nb: 1"),
        ("json", '{"a": "one"}', '{"a": "vienas"}'),
        ("bash", "run --all", "run --visi"),
        ("", "one\ntwo", "vienas"),
        ("", "see a/b.md", "žr. a/c.md"),
        ("", "run --quiet", "paleisti --tyliai"),
        ("", "wait 3 days", "laukti 4 dienas"),
        ("", "Hello {name}", "Labas {vardas}"),
        ("mermaid", "graph TD\nA --> B", "graph LR\nA --> B"),
        ("mermaid", "graph TD\nA[x] --> B", "graph TD\nA[x] -.-> B"),
        ("mermaid", "graph TD\nA[x] --> B", "graph TD\nA(x) --> B"),
        ("brainfuck", "+ # -", "+ # +"),
    ],
)
def test_not_the_same(language, source, translation):
    language = language_of(language)
    assert comparable(language, source) != comparable(language, translation)


def test_languages_have_one_name():
    assert [language_of(name) for name in ("Py", "python", "yml", "TEXT", "", "zig")] == [
        *("python", "python", "yaml", "", "", "zig")
    ]
