"""Changing the language keeps the page; home offers the reader's own language and never decides for them."""

from __future__ import annotations

import pytest

from .built_pages import BuiltSite

MENU = """() => Object.fromEntries([...document.querySelectorAll('.langs a[hreflang], .chips a[hreflang]')].map(a => [a.hreflang, a.href]))"""
CHIPS = "() => [...document.querySelectorAll('.chips a')].map(a => a.hreflang)"
OFFER = """() => {
  const o = document.getElementById('offer');
  return o?.checkVisibility() ? [o.lang, o.dir, o.textContent, o.href] : null;
}"""


def test_each_language_of_the_menu_is_the_same_page(open_context, site: BuiltSite) -> None:
    """Both ways: the page that a link leads to is itself in the list of pages, with a menu that leads back."""
    page = open_context().new_page()
    base = ""
    problems = []
    for built in site.pages:
        page.goto(built.address)
        base = base or page.url.removesuffix(built.address)
        expected = {locale: base + other.address for locale, other in site.same_page(built.key).items()}
        offered = page.evaluate(MENU)
        offered.setdefault(built.locale, page.url)  # home names the current language too, a menu only the others
        problems += [
            f"{built}: {locale} leads to {offered.get(locale)} instead of {expected.get(locale)}"
            for locale in expected.keys() | offered.keys()
            if offered.get(locale) != expected.get(locale)
        ]
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_home_offers_the_language_of_the_browser(
    open_context, site: BuiltSite, strings: dict[str, dict[str, str]], script: bool
) -> None:
    order = list(site.directions)
    problems = []
    for wanted in [*order, "de"] if script else order[-1:]:
        context = open_context(locale=wanted, java_script_enabled=script)
        page = context.new_page()
        for built in site.homes():
            page.goto(built.address)
            known = script and wanted in order
            first = [wanted] if known else []
            expected = first + [locale for locale in order if locale not in first]
            offer = None
            # Only the root is where somebody lands by chance; another home has been chosen.
            if known and built.locale == site.source != wanted:
                home = page.url.removesuffix(built.address) + site.prefix(wanted)
                offer = [wanted, site.directions[wanted], strings[wanted]["offer"], home]
            if (chips := page.evaluate(CHIPS)) != expected:
                problems.append(f"{built} for a browser in {wanted}: the languages stand in the order {chips}")
            if (shown := page.evaluate(OFFER)) != offer:
                problems.append(f"{built} for a browser in {wanted}: the offer is {shown}, not {offer}")
            if not page.url.endswith(f"/{built.address}"):
                problems.append(f"{built} for a browser in {wanted}: it went on to {page.url} by itself")
        context.close()
    assert not problems, "\n".join(problems)


def test_an_address_without_a_page_answers_in_its_language(
    open_context, site: BuiltSite, strings: dict[str, dict[str, str]]
) -> None:
    page = open_context().new_page()
    problems = []
    for built in site.not_found:
        status = page.goto(built.address).status
        said = [status, page.get_attribute("html", "lang"), page.get_attribute("html", "dir"), page.inner_text("h1")]
        wanted = [404, built.locale, built.direction, strings[built.locale]["not_found_title"]]
        if said != wanted:
            problems.append(f"{built}: answered {said}, not {wanted}")
        with page.expect_navigation() as home:
            page.click("header .name")
        if home.value.status != 200 or not page.url.endswith(f"/{site.prefix(built.locale)}"):
            problems.append(f"{built}: the link home leads to {page.url}, which answers {home.value.status}")
    assert not problems, "\n".join(problems)
