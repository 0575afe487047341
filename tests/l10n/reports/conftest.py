"""Reports on the sites of tests/defects, and one with everything that formats have to escape."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from functools import cache

import pytest

from l10n.corpus import Corpus
from l10n.coverage import CoverageCell
from l10n.finding import Severity
from l10n.report import Report
from l10n.rules import Rule
from l10n.runner import check_site
from l10n.site import load_site

from .samples import ARABIC, DEFECTS, ESCAPE, ODD_PATH, TODAY, finding


@pytest.fixture(scope="session")
def report_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Report]:
    """The report on a site of tests/defects, made once: every format is tried on every site."""

    @cache
    def report(name: str) -> Report:
        site = tmp_path_factory.mktemp("reports") / name
        shutil.copytree(DEFECTS / name, site)
        if not (site / "mkdocs.yml").exists():
            shutil.copy(DEFECTS / "mkdocs.yml", site)
        return check_site(Corpus(load_site(site / "mkdocs.yml")), TODAY, notices=True)

    return report


@pytest.fixture
def odd(copy_site) -> Report:
    """A report whose texts hold what formats have to escape."""
    report = Report(load_site(copy_site("numbers-differ-arabic")))
    report.places = [(ODD_PATH, "ar"), ("docs/lt/missing.md", "lt"), ("docs/en/page.md", "en")]
    report.findings = [
        finding(message=f"Not translated: “{ARABIC}” (1){ESCAPE}]]> <b> & \x00 \u202e % | `x` *y*", line=3),
        finding(Rule.LINK_BROKEN, message="Line one\r\nline two.", section=""),
        finding(Rule.MISSING_PAGE, Severity.WARNING, "lt", "docs/lt/missing.md"),
        finding(Rule.STALE_SECTION, Severity.NOTICE, "", "docs/data/services.yml"),
    ]
    report.silenced = [finding(Rule.NUMBERS_DIFFER, silenced="the year is written out")]
    report.coverage.cells = {
        "en": {"/": CoverageCell(1, 0, 9)},
        "ar": {"help": CoverageCell(3, 1, 8, 2, 0, 1, 1234, 2), "|about|": CoverageCell(1, 0, 4)},
    }
    return report
