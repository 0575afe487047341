"""The checker's HTML report as people open it: by axe, on a phone, without a network, filtered."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page

from l10n.corpus import Corpus
from l10n.reports import Format, render
from l10n.runner import check_site
from l10n.site import load_site

from .conftest import DESK, PHONE
from .test_accessibility import TAGS, violations


@pytest.fixture(scope="module")
def report(root: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The report on this repository's texts, two languages of which somebody spoilt."""
    copy = tmp_path_factory.mktemp("spoilt")
    shutil.copy(root / "mkdocs.yml", copy)
    shutil.copytree(root / "docs", copy / "docs")
    for locale in ("ar", "fr"):
        page = copy / "docs" / locale / "help" / "index.md"
        page.write_text(page.read_text(encoding="utf-8").replace("](", "] (", 1), encoding="utf-8")
    missing = copy / "docs" / "ar" / "about" / "privacy.md"
    missing.unlink()
    return render(check_site(Corpus(load_site(copy / "mkdocs.yml")), date(2027, 3, 1)), Format.HTML)


def opened(open_context, report: str, **options) -> Page:
    """The report in a browser. Any request to elsewhere fails the test (conftest)."""
    page = open_context(**options).new_page()
    page.set_content(report)
    return page


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_violation_and_nothing_to_scroll_sideways(open_context, report, viewport, scheme):
    page = opened(open_context, report, viewport=viewport, color_scheme=scheme)
    page.locator("#notice").check()
    assert violations(page, tags=TAGS) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_filters_without_a_script(open_context, report):
    page = opened(open_context, report, java_script_enabled=False)
    shown = page.locator(".finding:visible")
    assert page.locator(".finding.notice:visible").count() == 0
    everything = shown.count()
    page.get_by_role("radio", name="العربية").check()
    arabic = shown.count()
    assert 0 < arabic < everything
    assert page.locator(".finding:visible h4, section:visible h4").filter(has_text="docs/fr").count() == 0
    page.get_by_label("error").uncheck()
    assert page.locator(".finding.error:visible").count() == 0 and 0 < shown.count() < arabic


def test_numbers_of_a_language_are_named_on_a_phone(open_context, report):
    page = opened(open_context, report)
    cell = page.locator("tbody", has_text="العربية").locator("td[data-label='Missing']").first
    assert cell.evaluate("e => getComputedStyle(e, '::before').content") == '"Missing "'
    page.set_viewport_size(DESK)
    assert page.get_by_role("columnheader", name="Words owed").is_visible()
