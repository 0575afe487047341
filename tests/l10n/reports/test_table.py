"""The table: whole at any width, in a pipe and without colour; nothing that a page holds reaches the terminal."""

from __future__ import annotations

import re

import pytest
from rich.cells import cell_len

from l10n.finding import Severity
from l10n.reports import Format, render
from l10n.rules import Rule

from .samples import ARABIC, ODD_PATH, finding

STYLE = re.compile(r"\x1b\[[\d;]*m")


def table(report, **options) -> str:
    return render(report, Format.TABLE, **options)


def test_counts_by_language_and_section(odd):
    rows = {line.split()[0]: line.split() for line in table(odd).splitlines()[3:8] if line.strip()}
    assert rows["ar"][2:] == ["4", "of", "5", "80", "%", "12", "2", "·", "1", "1,234", "2"]
    assert rows["help"][1:] == ["3", "of", "4", "72", "%", "8", "2", "·", "1", "1,234", "2"]
    assert rows["|about|"][1:] == ["1", "100", "%", "4", "·", "·", "·", "·", "·"]
    assert rows["en"][2:] == ["1", "100", "%", "9", "·", "·", "·", "·", "·"]


def test_signatures_have_a_column_only_where_they_are_asked_for(odd):
    assert "Unsigned" in table(odd)
    for sections in odd.coverage.cells.values():
        for cell in sections.values():
            cell.unsigned = 0
    assert "Unsigned" not in table(odd)


def test_a_hundred_per_cent_only_when_nothing_is_owed(odd):
    cell = odd.coverage.cells["en"]["/"]
    cell.current, cell.stale = 9999, 1
    assert "99 %" in table(odd)


@pytest.mark.parametrize("width", [20, 40, 60, 78, 79, 100, 200])
@pytest.mark.parametrize("colour", [True, False])
def test_no_line_is_longer_than_the_terminal(width, colour, odd):
    text = table(odd, width=width, colour=colour, notices=True)
    assert max(cell_len(STYLE.sub("", line)) for line in text.splitlines()) <= width
    words = "".join(re.findall(r"\w+", STYLE.sub("", text)))
    for number in ("1234", "80", "services", "untranslated", "mend"):
        assert number in words
    assert bool(STYLE.search(text)) == colour


def test_in_a_pipe_a_finding_is_one_line_that_tools_can_find(odd):
    lines = table(odd).splitlines()
    place = next(index for index, line in enumerate(lines) if line.startswith(f"{ODD_PATH}:3  error    untranslated"))
    assert ARABIC in lines[place]
    assert lines[place + 1] == "    -> run: mend `it` | now"


def test_severities_are_words_too(odd):
    plain = table(odd, notices=True)
    assert all(word in plain for word in ("error", "warning", "notice"))


def test_a_page_cannot_steer_the_terminal(odd):
    text = table(odd, colour=True, notices=True)
    assert "\\x1b[31m" in text and "\x00" not in text and "\u202e" not in text and "\r" not in text


def test_right_to_left_text_is_isolated(odd):
    assert f"“\u2068{ARABIC}\u2069” (1)" in table(odd)


def test_many_of_one_rule_are_counted_unless_all_are_asked_for(odd):
    odd.findings = [finding(Rule.LINK_BROKEN, line=line) for line in range(1, 201)]
    odd.findings.append(finding(Rule.NUMBERS_DIFFER, line=201))
    text = table(odd)
    assert text.count("A message.") == 6
    assert "    and 195 more of link-broken on this page (--all lists them)" in text
    assert table(odd, whole=True).count("A message.") == 201
    assert "--all" not in table(odd, whole=True)


def test_many_pages_with_the_same_are_counted_too(odd):
    odd.findings = [
        finding(Rule.MISSING_PAGE, Severity.WARNING, locale, f"docs/{locale}/{page:03}.md")
        for locale in ("ar", "lt")
        for page in range(100)
    ]
    text = table(odd)
    assert text.count("A message.") == 60
    assert "70 more findings of missing-page in lt (--all lists them)" in text


def test_notices_are_left_out_unless_asked_for(odd):
    assert "services.yml" not in table(odd)
    assert table(odd).splitlines()[-1] == "2 errors, 1 warning, 1 notice (--notices lists them)."
    assert table(odd, notices=True).splitlines()[-1] == "2 errors, 1 warning, 1 notice."
