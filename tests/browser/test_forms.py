"""The other forms of a leaflet: any two languages side by side, and text alone. All are there, linked, and fit to be read."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path
from urllib.parse import urljoin

import pytest
from lxml import html

from .built_pages import BuiltPage, BuiltSite
from .conftest import DESK
from .test_accessibility import TAGS, violations
from .test_layout import LOST_NUMBERS, TARGETS, TOLERANCE, TOO_WIDE, TOUCH
from .visit import Visit

SIDES = """() => [...document.querySelectorAll('.duo')].map(duo => {
  const [a, b] = [...duo.children].map(e => e.getBoundingClientRect());
  return a.bottom <= b.top + 1 ? 'stacked' : Math.abs(a.top - b.top) < 2 ? 'beside' : 'neither';
})"""


def leaflets(site: BuiltSite) -> list[BuiltPage]:
    return [page for page in site.pages if page.template == "leaflet.html"]


def document(site_dir: Path, page: BuiltPage) -> html.HtmlElement:
    return html.parse(str(site_dir / page.address / "index.html"), html.HTMLParser(encoding="utf-8")).getroot()


def sample(site: BuiltSite) -> list[BuiltPage]:
    """Of each leaflet one pair and one text in each direction, every ordered pair of languages at least once."""
    pairs = list(permutations(site.directions, 2))
    keys = sorted({page.key for page in leaflets(site)})
    wanted = {f"{site.prefix(first)}{keys[i % len(keys)]}{second}/" for i, (first, second) in enumerate(pairs)}
    wanted |= {f"{site.prefix(locale)}{keys[i % len(keys)]}text/" for i, locale in enumerate(site.directions)}
    found = [page for page in site.forms if page.address in wanted]
    assert len(found) == len(wanted)
    return found


def test_every_pair_and_every_text_is_there_and_linked(site: BuiltSite, site_dir: Path) -> None:
    wanted = {
        f"{page.address}{form}/"
        for page in leaflets(site)
        for form in [*site.same_page(page.key), "text"]
        if form != page.locale
    }
    assert {page.address for page in site.forms} == wanted
    linked = {
        urljoin(page.address, href)
        for page in leaflets(site)
        for href in document(site_dir, page).xpath("//*[@class='tools']//a/@href")
    }
    paper = {f"{site.prefix(page.locale)}files/{page.key.split('/')[1]}.pdf" for page in leaflets(site)}
    assert linked == wanted | paper


def test_numbers_of_steps_and_calls_are_those_of_the_leaflet(site: BuiltSite, site_dir: Path) -> None:
    """Two people can say “look at 4” whatever each of them has before the eyes."""
    steps = "//ol[@class='steps']/li/@id"
    problems = []
    for page in leaflets(site):
        tree = document(site_dir, page)
        for form in site.forms:
            if not form.address.startswith(page.address) or form.locale != page.locale:
                continue
            other = document(site_dir, form)
            if form.template == "text.html":
                found = [h.get("id") for h in other.xpath("//h3")]
                numbered = [h.text_content().partition(". ")[0] for h in other.xpath("//h3")]
                if numbered != [str(i + 1) for i in range(len(numbered))]:
                    problems.append(f"{form}: the steps are numbered {numbered}")
            else:
                found = other.xpath(steps)
            if found != tree.xpath(steps):
                problems.append(f"{form}: the steps are {found}")
            calls = set(tree.xpath("//main//a[starts-with(@href, 'tel:')]/@href"))
            if set(other.xpath("//body//a[starts-with(@href, 'tel:')]/@href")) != calls:
                problems.append(f"{form}: other telephone numbers than the leaflet")
    assert not problems, "\n".join(problems)


def test_each_side_has_its_language_and_direction(site: BuiltSite, site_dir: Path) -> None:
    problems = []
    for form in site.forms:
        tree = document(site_dir, form)
        if tree.xpath("//meta[@name='robots']/@content") != ["noindex"]:
            problems.append(f"{form}: search engines are not told to leave it")
        if form.template == "pair.html":
            second = form.address.rstrip("/").rpartition("/")[2]
            sides = {(side.get("lang"), side.get("dir")) for side in tree.xpath("//*[@class='duo']/*[2]")}
            if sides != {(second, site.directions[second])}:
                problems.append(f"{form}: the second side says {sides}")
            if tree.xpath("//*[@class='duo'][count(*) != 2]"):
                problems.append(f"{form}: a block stands alone")
    assert not problems, "\n".join(problems)


def test_the_reader_is_the_first_of_the_two(site: BuiltSite, site_dir: Path, strings: dict) -> None:
    """A sentence to show names the first reader's language in all its lines."""
    form = next(page for page in site.forms if page.address == "ru/leaflets/calm/ar/")
    lines = [line.text_content() for line in document(site_dir, form).xpath("//*[@class='show']/p")]
    assert any("Kalbu rusiškai" in line for line in lines)
    assert any("أتكلّم الروسية" in line for line in lines)
    assert not any("arabiškai" in line or "Arabic" in line for line in lines)


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_it_is_read_without_script_in_one_request(open_context, site: BuiltSite, script: bool) -> None:
    context = open_context(java_script_enabled=script)
    problems = []
    for form in sample(site):
        if script:
            problems += Visit(context.new_page(), form).problems()
            continue
        page = context.new_page()
        page.goto(form.address)
        if not page.is_visible("h1") or not page.locator('a[href^="tel:"]').first.is_visible():
            problems.append(f"{form}: title and number are not to be seen")
    assert not problems, "\n".join(problems)


def test_stacked_on_a_phone_and_beside_each_other_from_720_px(open_context, site: BuiltSite) -> None:
    page = open_context().new_page()
    problems = []
    for form in sample(site):
        page.goto(form.address)
        for width, wanted in ((320, "stacked"), (360, "stacked"), (720, "beside"), (1280, "beside")):
            page.set_viewport_size({"width": width, "height": 740})
            seen = page.evaluate(TOO_WIDE) + page.evaluate(LOST_NUMBERS) + page.evaluate(TARGETS, [TOUCH, TOLERANCE])
            if form.template == "pair.html" and set(page.evaluate(SIDES)) != {wanted}:
                seen.append(f"its blocks are not all {wanted}")
            problems += [f"{form} {width} px: {problem}" for problem in seen]
        page.emulate_media(media="print")
        page.set_viewport_size({"width": 718, "height": 1000})  # A4 less its margins
        if form.template == "pair.html" and set(page.evaluate(SIDES)) != {"beside"}:
            problems.append(f"{form}: on paper its blocks do not stand beside each other")
        page.emulate_media(media="screen")
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_violation(open_context, site: BuiltSite, scheme: str) -> None:
    page = open_context(color_scheme=scheme).new_page()
    problems = []
    for form in sample(site):
        page.set_viewport_size(DESK if form.locale == site.source else {"width": 360, "height": 740})
        page.goto(form.address)
        problems += [f"{form} {scheme}: {found}" for found in violations(page, tags=TAGS)]
    assert not problems, "\n".join(problems)


def test_leave_works_without_script(open_context, site: BuiltSite) -> None:
    page = open_context(java_script_enabled=False).new_page()
    problems = []
    for form in sample(site):
        page.goto(form.address)
        page.click('a[href="#soup"]', no_wait_after=True)
        if "".join(page.inner_text("body").split()) != "".join(page.inner_text(".decoy").split()):
            problems.append(f"{form}: besides the decoy something is left")
    assert not problems, "\n".join(problems)
