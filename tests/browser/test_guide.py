"""Pages of the guide: sentences large enough to be shown, boxes with sign and word, tables as cards, nothing hidden on paper."""

from __future__ import annotations

from .built_pages import GUIDE_KINDS, BuiltPage, BuiltSite
from .conftest import DESK
from .test_accessibility import TAGS, violations
from .test_layout import TARGETS, TOLERANCE, TOO_WIDE, TOUCH

SHOWN = 24  # CSS px: twice the letters of a letter, so that somebody across a desk can read them

OPEN = "() => document.querySelectorAll('article details').forEach(d => d.open = true)"

# What each Say box holds: the sentence of the page first, then every other language under its own name.
SENTENCES = """([languages, shown]) => [...document.querySelectorAll('.say')].flatMap(box => {
  const said = box.querySelector('.said'), others = [...box.querySelectorAll('details')];
  const problems = [];
  const locale = document.documentElement.lang;
  const found = [locale, ...others.map(d => d.lang)];
  if ([...found].sort().join() != [...languages].sort().join()) problems.push(`it is in ${found}`);
  if (said.getBoundingClientRect().top > others[0].getBoundingClientRect().top) problems.push('the sentence of the page is not the first');
  for (const d of others) {
    d.open = true;
    const text = d.querySelector('p'), style = getComputedStyle(text);
    if (!text.checkVisibility() || parseFloat(style.fontSize) < shown) problems.push(`${d.lang}: ${style.fontSize}`);
    if (style.direction != d.dir) problems.push(`${d.lang} runs ${style.direction}`);
    d.open = false;
  }
  return problems.map(p => `“${said.textContent.slice(0, 30)}”: ${p}`);
})"""

# A box is told by a drawn sign and by a word, and by neither colour nor border alone.
BOXES = """() => [...document.querySelectorAll('.admonition')].flatMap(box => {
  const title = box.querySelector('.admonition-title');
  if (!title || !title.textContent.trim()) return [`a box ${box.className} has no word`];
  const sign = getComputedStyle(title, '::before');
  const drawn = sign.maskImage.startsWith('url("data:') && parseFloat(sign.width) > 15 && sign.backgroundColor != 'rgba(0, 0, 0, 0)';
  return drawn ? [] : [`the box “${title.textContent}” (${box.className}) has no sign`];
})"""

ROWS = """() => [...document.querySelectorAll('article table.cards tbody tr')].map(row =>
  [getComputedStyle(row).display, [...row.children].slice(1).every(cell =>
    !cell.dataset.label || getComputedStyle(cell, '::before').content.includes(cell.dataset.label))])"""

HIDDEN = """() => [...document.querySelectorAll('.say p, .admonition, .footnote li, article > table')].filter(e => !e.checkVisibility({contentVisibilityAuto: true}))
  .map(e => `“${e.textContent.trim().slice(0, 40)}” is not printed`)"""


def pages(site: BuiltSite) -> list[BuiltPage]:
    return [page for page in site.guide if page.key in GUIDE_KINDS]


def test_every_sentence_is_in_every_language_and_large_enough_to_be_shown(open_context, site: BuiltSite) -> None:
    page = open_context().new_page()
    problems, seen = [], 0
    for built in site.guide:
        page.goto(built.address)
        seen += page.locator(".say").count()
        problems += [f"{built}: {found}" for found in page.evaluate(SENTENCES, [[*site.directions], SHOWN])]
    assert seen, "no page of the guide has a sentence to say"
    assert not problems, "\n".join(problems)


def test_a_box_is_told_by_sign_and_word(open_context, site: BuiltSite) -> None:
    page = open_context().new_page()
    problems = []
    for built in site.guide:
        page.goto(built.address)
        problems += [f"{built}: {found}" for found in page.evaluate(BOXES)]
    page.emulate_media(forced_colors="active")
    problems += [f"{built}, forced colours: {found}" for found in page.evaluate(BOXES)]
    assert not problems, "\n".join(problems)


def test_everything_opened_fits_a_phone_and_can_be_pressed(open_context, site: BuiltSite) -> None:
    page = open_context().new_page()
    problems = []
    for built in site.guide:
        page.goto(built.address)
        page.evaluate(OPEN)
        seen = page.evaluate(TOO_WIDE) + page.evaluate(TARGETS, [TOUCH, TOLERANCE])
        problems += [f"{built}: {found}" for found in seen]
    assert not problems, "\n".join(problems)


def test_axe_finds_nothing_in_what_is_opened(open_context, site: BuiltSite) -> None:
    page = open_context().new_page()
    problems = []
    for built in pages(site):
        page.goto(built.address)
        page.evaluate(OPEN)
        problems += [f"{built}: {found}" for found in violations(page, tags=TAGS)]
    assert not problems, "\n".join(problems)


def test_tables_are_cards_on_a_phone_and_tables_on_a_desk(open_context, site: BuiltSite) -> None:
    page = open_context().new_page()
    found = []
    for built in pages(site):
        page.goto(built.address)
        page.set_viewport_size({"width": 360, "height": 740})
        narrow = page.evaluate(ROWS)
        page.set_viewport_size(DESK)
        found += zip(narrow, page.evaluate(ROWS), strict=True)
    assert found, "no page has a table"
    assert {display for (display, _), _ in found} == {"block"}
    assert {display for _, (display, _) in found} == {"table-row"}
    assert all(named for (_, named), _ in found)


def test_contents_are_offered_where_they_do_not_stand_beside_the_text(open_context, site: BuiltSite) -> None:
    page = open_context().new_page()
    for built in pages(site):
        page.goto(built.address)
        page.set_viewport_size({"width": 360, "height": 740})
        assert page.locator(".contents > summary").is_visible(), built
        page.set_viewport_size(DESK)
        assert page.locator(".contents").is_hidden(), built


def test_paper_hides_nothing_that_is_text(open_context, site: BuiltSite) -> None:
    page = open_context().new_page()
    page.emulate_media(media="print")
    problems = []
    for built in pages(site):
        page.goto(built.address)
        problems += [f"{built}: {found}" for found in page.evaluate(HIDDEN)]
    assert not problems, "\n".join(problems)
