"""The HTML report: one file that loads nothing, and nothing of a page becomes markup. Browser tests are elsewhere."""

from __future__ import annotations

import pytest
from lxml import html

from l10n.i18n_plugin import Locale
from l10n.reports import Format, render
from l10n.reports.html import marked
from l10n.rules import RULES

from .samples import ARABIC, SITES

ARABIC_LOCALE = Locale("ar", "العربية")


def document(report):
    return html.document_fromstring(render(report, Format.HTML))


@pytest.mark.parametrize("name", SITES)
def test_every_finding_stands_in_it_and_leads_to_its_rule(name, report_of):
    report = report_of(name)
    tree = document(report)
    assert len(tree.find_class("finding")) == len(report.findings)
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {link.removeprefix("#") for link in tree.xpath("//a/@href")} <= set(ids)


def test_nothing_is_loaded_and_nothing_runs(odd):
    text = render(odd, Format.HTML)
    assert "<script" not in text and "url(" not in text and "@import" not in text and "\\x1b[31m" in text
    tree = html.document_fromstring(text)
    assert tree.xpath("//@src") == [] and tree.xpath("//link/@href") == ["data:,"]
    assert tree.xpath("//b") == []


def test_what_is_quoted_has_language_and_direction(odd):
    (quoted,) = document(odd).xpath("//li//bdi[@dir='rtl']")
    assert (quoted.text, quoted.get("lang")) == (ARABIC, "ar")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("“Left in English”", "“<bdi>Left in English</bdi>”"),
        (f"“{ARABIC}”", f'“<bdi lang="ar" dir="rtl">{ARABIC}</bdi>”'),
        (f"the file {ARABIC}.md", f"the file <bdi>{ARABIC}</bdi>.md"),
        ("<script>", "&lt;script&gt;"),
        ("“112”", "“<bdi>112</bdi>”"),
    ],
)
def test_marked(text, shown):
    assert marked(text, ARABIC_LOCALE) == shown


def test_rules_that_fired_are_explained(odd):
    titles = document(odd).xpath("//div[@class='rule']/h3/text()")
    assert titles == ["link-broken", "missing-page", "stale-section", "untranslated-text"]
    assert set(titles) <= set(RULES)


def test_a_whole_site_has_no_findings_to_show(report_of):
    tree = document(report_of("clean"))
    assert "Whole and current" in tree.xpath("string(//h1)")
    assert tree.xpath("//form") == []
