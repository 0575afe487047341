"""Pages that nobody writes: every rule is done with them soon, and none falls over them."""

from __future__ import annotations

import os
import time
from datetime import date

import pytest
from hostile import HOSTILE

from l10n.corpus import Corpus
from l10n.page import MAX_BYTES
from l10n.place import Manner, check_place
from l10n.plain_file import PIECE
from l10n.rules import Rule
from l10n.runner import check_site
from l10n.site import load_site

CONFIG = """
site_name: Hostile
plugins:
  - i18n:
      docs_structure: folder
      languages: [{locale: en, name: English, default: true}, {locale: ar, name: العربية}]
extra: {l10n: {same: [UNHCR], footnotes: notes.yml}}
"""
MANNER = Manner(date(2027, 1, 1), notices=True)
SIZE = 8_000
SECONDS = 3  # of this process; an ordinary page of this size takes a hundredth of it


@pytest.fixture
def check(tmp_path):
    """Checks a text as a page and as its translation: all findings, and the seconds of this process it took."""
    (tmp_path / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    (tmp_path / "notes.yml").write_text("- {id: a}\n", encoding="utf-8")

    def run(text: str):
        for locale in ("en", "ar"):
            file = tmp_path / "docs" / locale / "page.md"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        corpus = Corpus(load_site(tmp_path / "mkdocs.yml"))
        start = time.process_time()
        findings = [
            finding for locale in ("en", "ar") for finding in check_place(corpus, "page.md", locale, MANNER).findings
        ]
        return findings, time.process_time() - start

    return run


@pytest.mark.parametrize("name", HOSTILE)
def test_done_soon(name, check):
    findings, seconds = check(HOSTILE[name](SIZE))
    assert seconds < SECONDS
    assert not [finding for finding in findings if "checker failed" in finding.message]


def test_thousands_of_headings(check):
    findings, seconds = check("# a { #b }\n\n" * 10_000)
    assert {finding.rule for finding in findings} <= {
        *(Rule.DUPLICATE_ANCHOR, Rule.UNRECORDED_SECTION, Rule.FRONT_MATTER_MISSING, Rule.UNREADABLE_PAGE)
    }
    assert seconds < 30


def test_one_long_line(check):
    _, seconds = check("a **b** [c](page.md) `d` é. " * 10_000)
    assert seconds < 30


def test_lines_without_a_blank_line_between_them(check):
    findings, seconds = check("text\n\n" + "a\n=\n" * 20_000)
    assert {(finding.rule, finding.line) for finding in findings} == {(Rule.UNREADABLE_PAGE, 3)}
    assert "without a blank line" in findings[0].message and seconds < SECONDS


def test_a_file_of_fifty_megabytes_is_not_read(tmp_path, check, monkeypatch):
    check("text")
    with open(tmp_path / "docs" / "ar" / "page.md", "wb") as stream:
        stream.truncate(50 * 1024 * 1024)
    read, real = [], os.read

    def counted(descriptor: int, size: int) -> bytes:
        read.append(len(data := real(descriptor, size)))
        return data

    monkeypatch.setattr("l10n.plain_file.os.read", counted)
    report = check_site(Corpus(load_site(tmp_path / "mkdocs.yml")), date(2027, 1, 1), jobs=1)
    assert report.exit_code == 2
    assert MAX_BYTES < sum(read) <= MAX_BYTES + 2 * PIECE  # it, and the other pages
