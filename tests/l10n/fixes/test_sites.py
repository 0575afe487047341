"""`fix` on whole sites: no page has more findings afterwards, and what was mended is the rules' own findings."""

from __future__ import annotations

import shutil
import subprocess
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from repository import Repository

from l10n.cli import main
from l10n.corpus import Corpus
from l10n.runner import check_site
from l10n.site import load_site

ROOT = Path(__file__).parents[3]
DEFECTS = ROOT / "tests" / "defects"
SITES = sorted(path.parent.name for path in DEFECTS.glob("*/expect.txt"))
TODAY = date(2027, 3, 1)
EXTENSIONS = "markdown_extensions: [attr_list]\n"


def findings(config):
    """(path, rule) of each finding, with how often."""
    report = check_site(Corpus(load_site(config)), TODAY, notices=True)
    return Counter((finding.path, finding.rule.title) for finding in report.findings)


def pages(root):
    return {path: path.read_bytes() for path in root.rglob("*.md")}


@pytest.mark.parametrize("name", SITES)
def test_no_page_has_more_findings_afterwards(name, copy_site, capsys):
    config = copy_site(name)
    if "markdown_extensions" not in (text := config.read_text(encoding="utf-8")):
        config.write_text(text + EXTENSIONS, encoding="utf-8")
    before = findings(config)
    main(["fix", "--config", str(config), "--even-signed"])
    after = findings(config)
    # New may be a sign-off that the repair ended, which is said beforehand; and on a site without a policy the anchors
    # that a translation owes once its source pins them.
    assert {rule for _, rule in after - before} <= {"sign-off-outdated", "unsigned", "unpinned-heading"}
    once = pages(config.parent)
    main(["fix", "--config", str(config), "--even-signed"])
    assert pages(config.parent) == once


def test_this_site_has_nothing_to_mend(root, capsys):
    assert main(["fix", "--config", str(root / "mkdocs.yml"), "--dry-run"]) == 0
    assert capsys.readouterr().out == "0 pages mended.\n"


@pytest.fixture
def spoiled(tmp_path):
    """A copy of this site in which French spaces are ordinary or missing and some headings have lost their anchors."""
    shutil.copytree(ROOT / "docs", tmp_path / "docs", ignore=shutil.ignore_patterns("assets"))
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    whole = {path: path.read_text(encoding="utf-8") for path in (tmp_path / "docs/fr").rglob("*.md")}
    for path, text in whole.items():
        for mark in ":?!;»":
            text = text.replace(f"\u202f{mark}", f" {mark}" if mark != ";" else mark)
        text = text.replace("«\u202f", "« ").replace(" { #is-not }", "").replace("{ #breathe ", "{ ")
        path.write_text(text, encoding="utf-8")
    return tmp_path, whole


def test_every_french_space_and_anchor_of_this_site_comes_back(spoiled):
    root, whole = spoiled
    changed = sum(path.read_text(encoding="utf-8") != text for path, text in whole.items())
    assert changed > 5
    assert main(["fix", "--config", str(root / "mkdocs.yml"), str(root / "docs/fr")]) == 0
    assert {path: path.read_text(encoding="utf-8") for path in whole} == whole


def test_the_diff_of_a_dry_run_is_what_would_be_done(spoiled, capsys):
    root, whole = spoiled
    page = root / "docs/fr/index.md"
    page.write_bytes(page.read_bytes().rstrip(b"\n"))
    repository = Repository(root)
    repository.commit()
    before = pages(root)
    assert main(["fix", "--config", str(root / "mkdocs.yml"), "--dry-run"]) == 1
    out = capsys.readouterr().out
    assert pages(root) == before and out.endswith(f"0 pages mended, {out.count('--- a/')} left.\n")
    patch = "".join(line for line in out.splitlines(keepends=True) if line[0] in "-+@\\ " and line[:3] != "  l")
    subprocess.run(["git", "apply", "-"], cwd=root, input=patch.encode(), check=True)
    assert {path: path.read_text(encoding="utf-8") for path in whole} == whole
