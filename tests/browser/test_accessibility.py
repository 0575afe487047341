"""axe-core finds nothing: WCAG 2.0 to 2.2, A and AA, and its best practices; in light and in dark."""

from __future__ import annotations

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from .built_pages import BuiltSite
from .conftest import DESK

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
# Only colours change with the scheme, so only rules about colours are asked a second time.
COLOURS = ["color-contrast", "link-in-text-block"]

RUN = """async only => {
  const options = {resultTypes: ['violations'], preload: false, rules: {'target-size': {enabled: true}}};
  options.runOnly = only.rules ? {type: 'rule', values: only.rules} : {type: 'tag', values: only.tags};
  const result = await axe.run(document, options);
  return result.violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.target.join(' ')}: ` +
    [...n.any, ...n.all, ...n.none].map(c => c.message).join('; ')));
}"""

# The first colour behind the page that is not transparent, as the sum of its light (0 black, 1 white).
BRIGHTNESS = """() => {
  for (const e of [document.body, document.documentElement]) {
    const [r, g, b, a = 1] = getComputedStyle(e).backgroundColor.match(/[\\d.]+/g).map(Number);
    if (a) return (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;
  }
  return 1;
}"""


def violations(page: Page, **only: list[str]) -> list[str]:
    """What axe finds on the page as it stands; `only`: `tags` or `rules`."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    return page.evaluate(RUN, only)


@pytest.mark.parametrize(
    ("scheme", "only"), [("light", {"tags": TAGS}), ("dark", {"rules": COLOURS})], ids=["light", "dark"]
)
def test_no_violation(open_context, site: BuiltSite, scheme: str, only: dict[str, list[str]]) -> None:
    page = open_context(color_scheme=scheme).new_page()
    problems = []
    for built in site.kinds:
        page.goto(built.address)
        problems += [f"{built} {scheme}: {found}" for found in violations(page, **only)]
        brightness = page.evaluate(BRIGHTNESS)
        if (scheme == "dark") != (brightness < 0.2):
            problems.append(f"{built} {scheme}: the brightness of the background is {brightness:.2f} of 1")
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_violation_with_the_language_menu_open(open_context, site: BuiltSite, scheme: str) -> None:
    page = open_context(color_scheme=scheme).new_page()
    problems, opened = [], 0
    for built in site.one_of_each_kind(in_each="direction"):
        page.goto(built.address)
        menu = page.locator("header .langs > summary")
        if not menu.count():
            continue
        menu.click()
        opened += 1
        problems += [f"{built} {scheme}, menu open: {found}" for found in violations(page, tags=TAGS)]
    assert opened, "no page has a language menu"
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_violation_on_a_desk(open_context, site: BuiltSite, scheme: str) -> None:
    """Material shows its side columns only on wide windows."""
    page = open_context(viewport=DESK, color_scheme=scheme).new_page()
    problems = []
    for built in site.one_of_each_kind(in_each="locale"):
        if not built.light:
            page.goto(built.address)
            problems += [f"{built} {scheme}, wide: {found}" for found in violations(page, tags=TAGS)]
    assert not problems, "\n".join(problems)
