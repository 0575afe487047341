"""On paper: no controls, every number, the notice of a draft, and dark text whatever the screen was."""

from __future__ import annotations

from .built_pages import BuiltSite
from .test_accessibility import violations

CONTROLS = "body > header, .bar, .md-header, .md-sidebar, .skip, .send, footer, .decoy"
LEFT_OVER = """controls => [...document.querySelectorAll(controls)].filter(e => e.checkVisibility()).map(e => `${e.tagName}.${e.className} is printed`)"""
MISSING = """() => [...document.querySelectorAll('main a[href^="tel:"] bdi, .draft p, main h1')].filter(e => !e.checkVisibility())
  .map(e => `“${e.textContent}” is not printed`)"""


def test_paper_holds_the_text_and_nothing_to_press(open_context, site: BuiltSite) -> None:
    page = open_context().new_page()
    page.emulate_media(media="print", color_scheme="light")  # what browsers print in, whatever the screen shows
    problems = []
    for built in site.one_of_each_kind(in_each="locale"):
        page.goto(built.address)
        problems += [f"{built}: {found}" for found in page.evaluate(LEFT_OVER, CONTROLS) + page.evaluate(MISSING)]
    assert not problems, "\n".join(problems)


def test_paper_is_legible(open_context, site: BuiltSite) -> None:
    page = open_context().new_page()
    page.emulate_media(media="print", color_scheme="light")
    problems = []
    for built in site.one_of_each_kind(in_each="direction"):
        page.goto(built.address)
        problems += [f"{built}: {found}" for found in violations(page, rules=["color-contrast"])]
        if not page.pdf(format="A4").startswith(b"%PDF"):
            problems.append(f"{built}: the browser cannot print it")
    assert not problems, "\n".join(problems)
