"""Markdown for summaries and comments: what a page holds stays text."""

from __future__ import annotations

from lxml import html
from markdown_it import MarkdownIt

from l10n.finding import Severity
from l10n.reports import Format, render
from l10n.rules import Rule

from .samples import finding

GITHUB = MarkdownIt("commonmark").enable("table")


def test_rendered_it_says_what_the_report_says(odd):
    tree = html.fromstring(GITHUB.render(render(odd, Format.MARKDOWN)))
    assert tree.xpath("string(//strong)") == "Translations: 2 errors, 1 warning, 1 notice."
    rows = [[cell.text_content() for cell in row] for row in tree.xpath("//tbody/tr")]
    assert rows[-1][1:] == ["4 of 5", "80 %", "12", "2", "0", "1", "1234", "2"]
    items = [item.text_content() for item in tree.xpath("//li")]
    assert "]]> <b> & \\x00" in items[0] and "`x` *y*" in items[0]
    assert tree.xpath("(//li)[1]/code/text()") == ["untranslated-text", "#help", "run: mend `it` | now"]
    assert not tree.xpath("//b | //em")
    assert len(items) == 3, "no notices"


def test_it_stays_small(odd):
    odd.findings = [finding(Rule.LINK_BROKEN, Severity.ERROR, "ar", f"docs/ar/{page}.md") for page in range(5000)]
    text = render(odd, Format.MARKDOWN)
    assert len(text) < 65_536
    assert "And 4,970 more findings" in text
