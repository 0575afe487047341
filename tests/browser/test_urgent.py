"""An urgent leaflet: help is there before the eye has moved, and again at the end."""

from __future__ import annotations

from .built_pages import BuiltSite

SMALL = {"width": 360, "height": 640}
BUTTON = """() => {
  const r = document.querySelector('.urgent .call').getBoundingClientRect();
  const bar = document.querySelector('header').getBoundingClientRect();
  return {top: r.top, bottom: r.bottom, left: r.left, right: r.right, bar: bar.bottom};
}"""
NUMBERS = """() => [...document.querySelectorAll('main a[href^="tel:"]')].map(a => a.getAttribute('href'))"""


def test_the_call_button_is_in_the_first_screen(open_context, site: BuiltSite) -> None:
    page = open_context(viewport=SMALL).new_page()
    assert {built.locale for built in site.urgent()} == set(site.directions), "not every language has an urgent leaflet"
    problems = []
    for built in site.urgent():
        page.goto(built.address)
        box = page.evaluate(BUTTON)
        whole = box["bar"] <= box["top"] and box["bottom"] <= SMALL["height"]
        if not (whole and box["left"] >= 0 and box["right"] <= SMALL["width"]):
            problems.append(
                f"{built}: the button reaches from {box['top']:.0f} to {box['bottom']:.0f} of {SMALL['height']} px"
            )
    assert not problems, "\n".join(problems)


def test_the_emergency_number_comes_first_and_in_leaflets_last(open_context, site: BuiltSite, emergency: str) -> None:
    page = open_context(viewport=SMALL).new_page()
    problems = []
    for built in site.urgent():
        page.goto(built.address)
        numbers = page.evaluate(NUMBERS)
        ends = numbers[:1] + numbers[-1:] if built.template == "leaflet.html" else numbers[:1]
        if set(ends) != {f"tel:{emergency}"} or built.template == "leaflet.html" and len(numbers) < 2:
            problems.append(f"{built}: its numbers are {numbers}")
    assert not problems, "\n".join(problems)
