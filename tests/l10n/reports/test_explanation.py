"""The explanation as a translator sees it: marks in a pipe, styles in a terminal."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from l10n.explain import Explanation, PageExplanation, Part, State
from l10n.git import Version
from l10n.reports.explanation import page_lines
from l10n.reports.styled import show, write
from l10n.word_diff import word_diff

VERSION = Version("1f57aa90", "2027-01-02", b"")


def stale(old, new, *, label="", known=True, heading="Call", **more):
    parts = [Part(label, word_diff(old, new) if known else word_diff(new, new))]
    values = {"words": 1, "of": 9, "old": VERSION if known else None} | more
    return Explanation(State.STALE, "call", heading, 8, 12, parts, **values)


def plain(*sections, **more):
    out = io.StringIO()
    page = PageExplanation("docs/lt/a.md", "docs/en/a.md", list(sections), **more)
    write(page_lines(page), out, colour=False)
    return out.getvalue()


def test_a_stale_section_in_a_pipe():
    old, new = (f"Call\nOne.\nTwo.\n{word}\nEnd." for word in ("Call 112 now.", "Call 113 now."))
    assert plain(stale(old, new)) == (
        "docs/lt/a.md: 1 section is behind docs/en/a.md\n"
        "\n"
        "  #call “Call”: 1 of 9 words changed in the source\n"
        "  docs/en/a.md:8 → docs/lt/a.md:12, made from the text of 2027-01-02 (1f57aa90)\n"
        "\n"
        "    … 2 paragraphs unchanged\n"
        "    Call [-112-]{+113+} now.\n"
        "    … 1 paragraph unchanged\n"
        "\n"
        "  translate it, then run: check_translations.py stamp docs/lt/a.md#call\n"
        "\n"
    )


def test_without_history_todays_text_and_why():
    text = plain(stale("", "Call\nCall 113 now.", known=False), reason="git is not installed")
    assert "changed in the source (git is not installed); today it reads:\n" in text
    assert "    Call\n    Call 113 now.\n" in text and "unchanged" not in text
    assert "the history does not hold the text it was made from" in plain(stale("", "Call", known=False))


def test_front_matter_is_told_key_by_key():
    section = stale("Where to go", "Where you go", label="title", heading="")
    assert "    title: Where [-to-]{+you+} go\n" in plain(section)


@pytest.mark.parametrize(
    ("section", "told"),
    [
        (Explanation(State.NEW, "call", "Call", 8, 0, of=7), "new in the source, 7 words to translate"),
        (Explanation(State.UNRECORDED, "call", "Call", 8, 12, of=7), "no source text is recorded, 7 words to compare"),
        (
            Explanation(State.MOVED, "call", "Call", 8, 12, became="ring"),
            (
                "write { #ring } at the heading, then run: "
                "check_translations.py stamp docs/lt/a.md#ring docs/lt/a.md#call\n"
            ),
        ),
        (
            Explanation(State.REMOVED, "call", "Call", 0, 12, [Part("", word_diff("Call\nOld.", ""))], VERSION),
            "the source no longer has it, it read:",
        ),
        (
            Explanation(State.REMOVED, "call", "Call", 0, 12, [Part("", word_diff("Call\nOld.", ""))], VERSION),
            "    [-Old.-]\n\n  take the section out, then run: check_translations.py stamp docs/lt/a.md#call\n",
        ),
        (Explanation(State.REMOVED, "call", "", 0, 0), "  then run: check_translations.py stamp docs/lt/a.md#call\n"),
        (
            Explanation(State.REMOVED, "call", "Call", 8, 12, words=1, of=9, became="ring"),
            "probably it is #ring now, 1 of 9 words changed",
        ),
        (stale("Call", "Ring", words=1), "1 of 9 words changed in the source\n"),
    ],
)
def test_each_state_says_what_to_do(section, told):
    assert told in plain(section)


def test_a_stale_section_that_the_translation_lacks():
    section = Explanation(State.STALE, "call", "Call", 8, 0, [Part("", word_diff("a", "b"))], VERSION, 1, 9)
    text = plain(section)
    assert "changed in the source; the translation lacks this section" in text
    assert "docs/lt/a.md:0" not in text


def test_a_page_without_record_and_a_current_one():
    section = Explanation(State.UNRECORDED, "call", "Call", 8, 12)
    text = plain(section, recorded=False)
    assert "compare it with docs/en/a.md, then run: check_translations.py stamp docs/lt/a.md\n" in text
    assert plain() == "docs/lt/a.md: current, nothing to explain\n\n"


def test_a_source_from_right_to_left_is_laid_out_from_right_to_left():
    assert "    \u2067\u2068اتصل \u2069[-112-]{+113+}\u2068 أو انتظر\u2069\u2069\n" in plain(
        stale("اتصل 112 أو انتظر", "اتصل 113 أو انتظر", heading="اتصل")
    )


def test_a_name_from_right_to_left_keeps_its_numbers():
    text = plain(stale("Call خط 116 الشباب now", "Call خط 116 الشباب today"))
    assert "    \u2068Call خط 116 الشباب \u2069[-now-]{+today+}\n" in text
    assert "#call “\u2068اتصل\u2069”:" in plain(stale("a", "b", heading="اتصل"))


def test_control_characters_do_nothing_in_a_terminal():
    text = plain(stale("a", "b\x1b[31m \u202e", heading="\x9b\x07"))
    assert "{+b\\x1b[31m \\u202e+}" in text and "“\\x9b\\x07”" in text


def test_in_a_terminal_styles_and_no_marks():
    console = Console(record=True, width=60, file=io.StringIO(), force_terminal=True, highlight=False)
    page = PageExplanation(
        "docs/lt/a.md", "docs/en/a.md", [stale("Call 112 now", "Call 113 now [b]" + " and wait" * 9)]
    )
    show(page_lines(page), console)
    styled = console.export_text(styles=True, clear=False)
    text = console.export_text()
    assert "\x1b[9;31m112\x1b[0m\x1b[1;32m113\x1b[0m" in styled
    assert "[-" not in text and "{+" not in text and "now [b] and" in text
    wrapped = [line for line in text.split("\n") if "wait" in line]
    assert len(wrapped) > 1 and all(line.startswith("    ") and len(line) <= 60 for line in wrapped)
    assert "check_translations.py stamp docs/lt/a.md#call" in text  # longer than the line, and not cut
