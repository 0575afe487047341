"""Why the checker has a parser of its own: time and agreement with the build of three candidates.

    python tests/l10n/parser_bench.py

prints, for Python-Markdown itself (the truth; it gives no lines), l10n.dialect, and markdown-it-py when it is installed
(CommonMark, usual plugins): milliseconds for a page of 10 kB, milliseconds of import, and on how many of the odd
cases in tests/l10n/dialect the parser disagrees with the build about headings, lists, tables and so on.
"""

from __future__ import annotations

import importlib.util
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parents[1] / "scripts")]

from built import Facts, built_facts, converter
from parsed import parsed_facts

from l10n.dialect import parse

PARTS = ("headings", "lists", "tables", "codes", "images", "links")
PAGE = """## A section { #section }

A paragraph with **words**, `code`, [a link](page.md#there) and a note[^1]. It goes on for two sentences. Most pages
are text such as this one, in lines of about this length, with a list and a table now and then.

- One item of a list
- Another item, somewhat longer than the first
    - nested

| Day | Hours |
|---|---|
| Monday | 9:00–17:00 |

"""
PAGE_10_KB = (PAGE * (10_000 // len(PAGE) + 1))[:10_000] + "\n[^1]: The note.\n"


def milliseconds(run: Callable[[], object], repeat: int = 7) -> float:
    """The fastest of some runs: what the machine can do when nothing else runs."""
    best = float("inf")
    for _ in range(repeat):
        start = time.perf_counter()
        run()
        best = min(best, time.perf_counter() - start)
    return best * 1000


def import_milliseconds(statement: str) -> float:
    """How long a fresh interpreter takes for an import, the bare interpreter taken off."""

    def run(code: str) -> float:
        path = f"import sys; sys.path[:0] = {sys.path[:2]!r}; "
        return milliseconds(lambda: subprocess.run([sys.executable, "-c", path + code], check=True), 5)

    return run(statement) - run("")


def commonmark_facts(text: str) -> Facts:
    """The facts as markdown-it-py sees them; a heading's id is the pinned one, in want of a slug."""
    from markdown_it import MarkdownIt
    from mdit_py_plugins.attrs import attrs_block_plugin, attrs_plugin
    from mdit_py_plugins.deflist import deflist_plugin
    from mdit_py_plugins.footnote import footnote_plugin

    md = MarkdownIt("commonmark").enable("table")
    for plugin in (footnote_plugin, deflist_plugin, attrs_plugin, attrs_block_plugin):
        md.use(plugin)
    facts = Facts()
    stack: list[list] = []
    tokens = md.parse(text)
    for index, token in enumerate(tokens):
        if token.type == "footnote_block_open":
            break
        if token.type == "heading_open":
            words = "".join(t.content for t in tokens[index + 1].children if t.type in ("text", "code_inline"))
            facts.headings.append((int(token.tag[1]), "", " ".join(words.split())))
        elif token.type in ("bullet_list_open", "ordered_list_open", "dl_open"):
            stack.append([token.tag, []])
        elif token.type in ("list_item_open", "dt_open", "dd_open"):
            stack[-1][1].append([])
        elif token.type in ("bullet_list_close", "ordered_list_close", "dl_close"):
            tag, items = stack.pop()
            shape = (tag, tuple(map(tuple, items)))
            if stack:
                stack[-1][1][-1].append(shape)
            else:
                facts.lists.append(shape)
        elif token.type == "table_open":
            facts.tables.append((0, 0))
        elif token.type == "tr_open":
            facts.tables[-1] = (facts.tables[-1][0] + 1, facts.tables[-1][1])
        elif token.type == "th_open":
            facts.tables[-1] = (facts.tables[-1][0], facts.tables[-1][1] + 1)
        elif token.type in ("fence", "code_block"):
            facts.codes.append((token.info.split()[0] if token.info.split() else "", token.content.strip("\n")))
        for child in token.children or ():
            if child.type == "image":
                facts.images.append(str(child.attrs["src"]))
            elif child.type == "link_open":
                facts.links.append(str(child.attrs["href"]))
    return facts


def disagreements(facts_of: Callable[[str], Facts], *, ids: bool) -> dict[str, int]:
    """Part -> odd cases on which a parser and the build differ; heading ids only when the parser has them."""
    counts = dict.fromkeys(PARTS, 0)
    md = converter()
    for path in sorted((HERE / "dialect").glob("*.md")):
        text = path.read_bytes().decode("utf-8-sig")
        theirs, built = facts_of(text), built_facts(text, md)
        for part in PARTS:
            left, right = getattr(theirs, part), getattr(built, part)
            if part == "links":
                left, right = sorted(left), sorted(right)
            if part == "headings" and not ids:
                left, right = ([(level, words) for level, _, words in side] for side in (left, right))
            counts[part] += left != right
    return counts


def main() -> None:
    """Print the figures."""
    md = converter()
    rows = [
        (
            "Python-Markdown",
            milliseconds(lambda: md.reset().convert(PAGE_10_KB)),
            import_milliseconds("from built import converter; converter()"),
            dict.fromkeys(PARTS, 0),
        ),
        (
            "l10n.dialect",
            milliseconds(lambda: [block.inline.plain for block in parse(PAGE_10_KB).blocks]),
            import_milliseconds("import l10n.dialect"),
            disagreements(parsed_facts, ids=True),
        ),
    ]
    if importlib.util.find_spec("markdown_it") and importlib.util.find_spec("mdit_py_plugins"):
        rows.append(
            (
                "markdown-it-py",
                milliseconds(lambda: commonmark_facts(PAGE_10_KB)),
                import_milliseconds("import markdown_it, mdit_py_plugins.footnote; markdown_it.MarkdownIt()"),
                disagreements(commonmark_facts, ids=False),
            )
        )
    cases = len(list((HERE / "dialect").glob("*.md")))
    print(f"{'':16}{'ms/10 kB':>10}{'import ms':>11}   disagrees with the build on … of {cases} odd cases")
    for name, parse_time, import_time, counts in rows:
        print(f"{name:16}{parse_time:10.1f}{import_time:11.0f}   " + "  ".join(f"{k} {v}" for k, v in counts.items()))


if __name__ == "__main__":
    main()
