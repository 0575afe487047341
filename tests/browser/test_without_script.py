"""Everything that matters works where scripts are off: help in sight, numbers to press, languages to choose."""

from __future__ import annotations

import re

from data.services import Service

from .built_pages import BuiltPage, BuiltSite

# The text of the page without what a telephone link holds, and without the names of services: some end in their number.
TEXT_WITHOUT_LINKS = """() => {
  const copy = document.querySelector('main').cloneNode(true);
  copy.querySelectorAll('a[href^="tel:"], .card h3').forEach(a => a.replaceWith('|'));
  return copy.textContent;
}"""


def shows_emergency_box(page: BuiltPage) -> bool:
    """Whether the page must show the emergency box: home, help and 404 always, a leaflet where it is urgent."""
    return page.template in {"home.html", "help.html", "404.html"} or bool(page.meta.get("urgent"))


def test_light_pages_show_what_they_must(
    open_context, site: BuiltSite, services: list[Service], emergency: str
) -> None:
    page = open_context(java_script_enabled=False).new_page()
    numbers = [service.number for service in services if service.number]
    problems = []
    for built in [*site.light, *site.not_found]:
        page.goto(built.address)
        if not page.is_visible("main h1"):
            problems.append(f"{built}: the title is not to be seen")
        if shows_emergency_box(built) and not page.locator(f'.urgent a[href="tel:{emergency}"]').first.is_visible():
            problems.append(f"{built}: the emergency box with its call button is not to be seen")
        text = page.evaluate(TEXT_WITHOUT_LINKS).replace("\u00a0", " ")
        problems += [
            f"{built}: {number} stands there without a link that dials it"
            for number in numbers
            if re.search(rf"(?<!\d){re.escape(number)}(?!\d)", text)
        ]
    assert not problems, "\n".join(problems)


def test_the_language_menu_opens_and_leads_to_the_same_page(open_context, site: BuiltSite) -> None:
    page = open_context(java_script_enabled=False).new_page()
    problems, pressed = [], 0
    for built in site.one_of_each_kind(in_each="direction"):
        page.goto(built.address)
        if not page.locator(".langs").count():
            continue
        link = page.locator(".langs a").first
        if link.is_visible():
            problems.append(f"{built}: the menu stands open before anybody opened it")
        page.click(".langs > summary")
        wanted = site.same_page(built.key)[link.get_attribute("hreflang")]
        link.click()
        pressed += 1
        if not page.url.endswith(f"/{wanted.address}") or page.get_attribute("html", "lang") != wanted.locale:
            problems.append(f"{built}: the menu leads to {page.url} instead of /{wanted.address}")
    assert pressed, "no page has a language menu"
    assert not problems, "\n".join(problems)
