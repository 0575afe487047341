"""Pages that nobody writes, each of about a given number of characters: to see that no rule takes for ever over them."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count


def repeated(unit: str) -> Callable[[int], str]:
    """A page that is one text over and over."""
    return lambda size: unit * max(size // len(unit), 1)


def numbered(unit: str) -> Callable[[int], str]:
    """A page of one text over and over, each time with another number in the place of `#`."""

    def write(size: int) -> str:
        parts, length = [], 0
        for number in count():
            if length >= size:
                return "".join(parts)
            parts.append(unit.replace("%", str(number)))
            length += len(parts[-1])
        raise AssertionError

    return write


def nested(opening: str, closing: str) -> Callable[[int], str]:
    """Openings without end, then closings."""
    return lambda size: opening * (size // 2 // len(opening)) + closing * (size // 2 // len(closing))


HOSTILE: dict[str, Callable[[int], str]] = {
    **{
        f"run of {unit!r}": repeated(unit)
        for unit in (
            *("*", "**", "_", "__", "* ", "_ ", "`", "``` ", "[", "](", "![", "[a]", "[a][", "[^", "<", "<a ", "<!--"),
            *(
                "</",
                "{",
                "{{",
                "{%",
                "}}",
                "{ #",
                "{: ",
                "|",
                "| a ",
                "-",
                "- ",
                "=",
                "+",
                "#",
                "# ",
                ">",
                "> ",
                "!!! ",
            ),
            *("\\", "&", "&#", ":", ": ", "$", "$$", "/", "//", "\t", " ", "\u00a0", "\u200b", "\u202e", "\u0640"),
            *("a", "a ", "1", "1 ", "1.", "1,", "+370", "00 ", "12:", "http://", "a@", "a.", ".a", "'", '"', "«", "„"),
            *(
                "а",
                "ش",
                "中",
                "e\u0301",
                "A.B",
                "!",
                "?",
                "؟",
                "--8<--",
                "--8<-- ",
                "(",
                "((",
                "a_b",
                "a*b",
                "~~~",
                "^",
            ),
            *(
                'x="',
                "x='",
                "<b x=",
                "<x",
                "&a;",
                "\ufffd",
                "=== ",
                "??? ",
                "*[",
                "]: ",
                "[a]: b ",
                "www.",
                "+1 (",
                "1-",
            ),
        )
    },
    **{
        f"lines of {unit!r}": repeated(unit + "\n")
        for unit in (
            *(
                "a",
                "# a",
                "## a { #a }",
                "- a",
                "  - a",
                "    - a",
                "1. a",
                "> a",
                "| a | b |",
                "|---|---|",
                "```",
                "~~~",
            ),
            *(
                "```py",
                "    ```",
                "!!! note",
                '!!! note "',
                "??? a",
                '=== "a"',
                "<div>",
                "</div>",
                "<!-- a",
                "-->",
                "***",
            ),
            *("a\n=", "a\n-", ": a", "a\n: b", "[^a]: b", "[a]: b", "*[a]: b", "{% include", "--8<--", "<b", "a **b"),
            *(
                "a _b",
                "a `b",
                "[a](b",
                "[a](b)",
                "![a](b)",
                "![](b)",
                "<http://a>",
                "{{ a }}",
                "112",
                "+370 600 00000",
                "",
            ),
            *(
                "<div markdown>",
                "<details><summary>",
                '<a id="a">',
                "[a](#b)",
                "[a](c.md#d)",
                "[a][b]",
                "- [ ] a",
                "a  ",
            ),
        )
    },
    "blank-line lists": repeated("- a\n\n"),
    "blank-line items with blocks": repeated("- a\n\n    b\n\n"),
    "headings": numbered("# a% { #a% }\n\ntext\n\n"),
    "headings without anchors": repeated("# a\n\ntext\n\n"),
    "headings of other scripts": repeated("## ш\n\nх\n\n"),
    "footnotes": numbered("a[^%]\n\n[^%]: b\n\n"),
    "references": numbered("[a%][b%]\n\n[b%]: c\n\n"),
    "links": numbered("[a](b%.md#c) "),
    "codes": numbered("`a%` "),
    "code blocks": numbered("```py\na% # b\n```\n\n"),
    "tags": numbered("{{ a% }} "),
    "images": numbered("![a](b%.png) "),
    "ids": numbered('<a id="a%">'),
    "ignores": repeated("<!-- l10n: ignore link-differs: a -->\n\n"),
    "words": numbered("a% "),
    "sentences": numbered("A% b. "),
    "numbers": numbered("% "),
    "brackets": nested("[", "]"),
    "links in links": nested("[a", "](b)"),
    "quotes": lambda size: "".join("> " * min(depth, 60) + "a\n" for depth in range(size // 100)),
    "items": lambda size: "".join("  " * min(depth, 60) + "- a\n" for depth in range(size // 100)),
    "elements": nested("<div>", "</div>"),
    "elements with Markdown": nested('<div markdown="1">\n', "</div>\n"),
    "emphasis": nested("*a **b ", "** *"),
    "wide table": lambda size: "|".join("a" * 3 for _ in range(size // 8)) + "\n" + "|".join(["---"] * (size // 8)),
    "long table": repeated("| a | b |\n"),
    "table": lambda size: "| a | b |\n|---|---|\n" + "| a | b |\n" * (size // 10),
    "runs of backticks": lambda size: " ".join("`" * width for width in range(1, max(int((2 * size) ** 0.5), 2))),
    "odd backticks": repeated("`a``b```c"),
    "code with strings": lambda size: "```py\n" + "'\"# /* " * (size // 8) + "\n```\n",
    "code with comments": lambda size: "```js\n" + "/*" * (size // 2) + "\n```\n",
    "diagram": lambda size: "```mermaid\ngraph\n" + "[a" * (size // 2) + "\n```\n",
}
