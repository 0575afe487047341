"""`explain` on the command line, with a real history."""

from __future__ import annotations

import io

import pytest
from repository import Repository

from l10n.cli import main
from l10n.rules import RULES


@pytest.fixture
def site(copy_site):
    """A clean site in git whose source has changed since, and a function that explains pages of it."""
    config = copy_site("clean")
    repository = Repository(config.parent)
    repository.commit()
    page = config.parent / "docs/en/page.md"
    text = page.read_text(encoding="utf-8")
    assert "The price" in text
    page.write_text(text.replace("The price", "A price"), encoding="utf-8")

    def explain(*arguments, terminal=False):
        out, err = io.StringIO(), io.StringIO()
        out.isatty = lambda: terminal
        arguments = [argument.format(root=config.parent) for argument in arguments]
        return main(["explain", "--config", str(config), *arguments], out, err), out.getvalue(), err.getvalue()

    explain.root = config.parent
    return explain


def test_one_translation(site):
    code, out, _ = site("{root}/docs/lt/page.md")
    assert code == 0 and "docs/lt/page.md: " in out
    assert "[-The-]{+A+} price" in out and "made from the text of 2027-01-02" in out


def test_a_source_page_stands_for_its_translations_and_a_folder_for_its_pages(site):
    _, out, _ = site("{root}/docs/en/page.md")
    assert "docs/lt/page.md: " in out and "docs/ar/page.md: " in out
    _, out, _ = site("{root}/docs/lt")
    assert "docs/lt/page.md: " in out and "docs/lt/other.md" not in out
    assert out.endswith("1 page current, nothing to explain there.\n")
    assert site("{root}/docs/lt/other.md")[1] == "docs/lt/other.md: current, nothing to explain\n\n"


def test_colours_in_a_terminal_alone_and_not_against_the_readers_wish(site, monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    assert "\x1b[9;31mThe\x1b[0m" in site("{root}/docs/lt/page.md", terminal=True)[1]
    assert "\x1b" not in site("{root}/docs/lt/page.md")[1]
    monkeypatch.setenv("NO_COLOR", "1")
    assert "[-The-]{+A+} price" in site("{root}/docs/lt/page.md", terminal=True)[1]


def test_without_git_todays_text(site, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    code, out, _ = site("{root}/docs/lt/page.md")
    assert code == 0
    assert "(git is not installed); today it reads:" in out and "A price is" in out and "stamp docs/lt/page.md#" in out


def test_a_page_that_is_missing_or_broken_hides_no_other(site):
    (site.root / "docs/ar/page.md").unlink()
    (site.root / "docs/lt/other.md").write_bytes(b"\xff")
    code, out, _ = site("{root}/docs/en")
    assert code == 2
    assert "docs/lt/other.md:1: The file is not UTF-8." in out
    assert "docs/ar/page.md: is not there; translate it from docs/en/page.md.\n" in out
    assert "docs/lt/page.md: 1 section is behind" in out
    (site.root / "docs/en/page.md").unlink()
    code, out, _ = site("{root}/docs/lt/page.md")
    assert code == 0 and out == "docs/en/page.md: is not there, so nothing can be said about its translations.\n"


def test_a_rule_is_explained_too(site):
    code, out, _ = site("stale-section")
    assert code == 0 and RULES["stale-section"].text in out
    assert site("no-such-rule")[0] == 2
