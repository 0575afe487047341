"""Nothing is cut off, covered, too small or too close, on a small phone, a phone and a desk."""

from __future__ import annotations

from .built_pages import BuiltSite

# Width and height in CSS px. 320: the smallest phones, and 1280 at a zoom of 400 % (WCAG 2.2, 1.4.10).
WINDOWS = [(320, 640), (360, 740), (1280, 800)]
TOUCH, GAP = 48, 8  # CSS px
TOLERANCE = 0.5  # layout rounds to parts of a pixel

# What is too wide: what sticks out at the end of the line, furthest first, so that the message names the culprit.
TOO_WIDE = """() => {
  const width = document.documentElement.scrollWidth;
  if (width <= innerWidth) return [];
  const rtl = document.documentElement.dir == 'rtl';
  const out = [...document.body.querySelectorAll('*')].filter(e => e.checkVisibility()).map(e => {
    const r = e.getBoundingClientRect();
    return [r.width && r.height ? (rtl ? -r.left : r.right - innerWidth) : 0, e];
  }).filter(([beyond]) => beyond > 0.5).sort((a, b) => b[0] - a[0]);
  const names = out.slice(0, 4).map(([beyond, e]) =>
    `${e.tagName.toLowerCase()}.${e.getAttribute('class')} “${e.textContent.trim().slice(0, 30)}” by ${beyond.toFixed(1)} px`);
  return [`the page is ${width} px wide: ${names.join('; ') || 'no box sticks out, so a list marker or loose text does'}`];
}"""

# The site's name, the language button (on pages that have one) and Leave, each as it can be seen and pressed.
HEADER = """([wanted, touch, gap, tolerance]) => {
  const problems = [];
  const parts = {name: 'header .name, header .md-header__topic:first-child .md-ellipsis', language: 'header .langs > summary', leave: 'header .leave'};
  const boxes = [];
  for (const name of wanted) {
    const e = document.querySelector(parts[name]);
    if (!e) { if (name != 'language') problems.push(`the header has no ${name} (${parts[name]})`); continue; }
    const r = e.getBoundingClientRect();
    boxes.push([name, r]);
    if (e.matches('a, summary') && (r.width < touch - tolerance || r.height < touch - tolerance)) problems.push(`${name} is ${r.width.toFixed(1)} × ${r.height.toFixed(1)} px`);
    if (r.left < 0 || r.right > innerWidth || r.top < 0) problems.push(`${name} is cut off by the window: ${r.left} to ${r.right}`);
    // A line of text may be taller than its line; half a line more is a line that is missing.
    const line = parseFloat(getComputedStyle(e).fontSize) / 2;
    if (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + line) problems.push(`${name} is cut off: its text is larger than its box`);
    const hit = document.elementFromPoint(r.left + r.width / 2, r.top + r.height / 2);
    if (!hit || !e.contains(hit)) problems.push(`${name} is covered by ${hit ? hit.tagName + '.' + hit.className : 'nothing'}`);
  }
  for (const [i, [name, r]] of boxes.entries()) for (const [other, q] of boxes.slice(i + 1)) {
    const beside = Math.max(r.left - q.right, q.left - r.right), below = Math.max(r.top - q.bottom, q.top - r.bottom);
    if (Math.max(beside, below) < gap - tolerance) problems.push(`${name} and ${other} are ${Math.max(beside, below).toFixed(1)} px apart`);
    if (below > 0 && innerWidth >= 360) problems.push(`${other} stands in another row than ${name}`);
  }
  return problems;
}"""

# Everything that is pressed and is not a link in a sentence.
TARGETS = """([touch, tolerance]) => {
  document.querySelectorAll('details').forEach(d => d.open = true);
  const found = [...document.querySelectorAll('.leave, .chips a, .send .btn, .call, .card .btn, .langs a, .tile, summary')].flatMap(e => {
    const r = e.getBoundingClientRect();
    const seen = e.checkVisibility();
    return seen && (r.width < touch - tolerance || r.height < touch - tolerance)
      ? [`“${e.textContent.trim().slice(0, 30)}” (${e.className || e.tagName}) is ${r.width.toFixed(1)} × ${r.height.toFixed(1)} px`] : [];
  });
  document.querySelectorAll('details').forEach(d => d.open = false);
  return found;
}"""

# A number in a sentence belongs in it: outside, it is a line of its own and the sentence lacks it.
LOST_NUMBERS = """() => [...document.querySelectorAll('main a[href^="tel:"]:not(.btn)')]
  .filter(a => !a.closest("p, dd, td, li:not(.steps > li)")).map(a => `the number ${a.textContent} stands outside of its sentence`)"""


def test_everything_fits_and_can_be_pressed(open_context, site: BuiltSite) -> None:
    page = open_context().new_page()
    problems = []
    for built in site.everything:
        page.goto(built.address)
        problems += [f"{built}: {problem}" for problem in page.evaluate(LOST_NUMBERS)]
        for width, height in WINDOWS:
            page.set_viewport_size({"width": width, "height": height})
            seen = page.evaluate(TOO_WIDE) + page.evaluate(
                HEADER, [["name", "language", "leave"], TOUCH, GAP, TOLERANCE]
            )
            seen += page.evaluate(TARGETS, [TOUCH, TOLERANCE])
            problems += [f"{built} {width} px: {problem}" for problem in seen]
        # Leave must be in reach wherever somebody has scrolled to. (Material then shows the page's title, not the site's.)
        page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
        for width, height in reversed(WINDOWS):
            page.set_viewport_size({"width": width, "height": height})
            seen = page.evaluate(HEADER, [["language", "leave"], TOUCH, GAP, TOLERANCE])
            problems += [f"{built} {width} px, scrolled to its end: {problem}" for problem in seen]
    assert not problems, "\n".join(problems)
