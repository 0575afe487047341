"""Each page says its language and direction, and Arabic shows numbers in the order in which they are dialled."""

from __future__ import annotations

from .built_pages import BuiltSite

# Text in Arabic letters runs from the right, text in a language of other letters from the left, wherever it stands.
WRONG_WAY = """() => {
  const rtl = new Set(['ar', 'fa', 'he', 'ur']);
  const found = [];
  for (const e of document.querySelectorAll('body *')) {
    const own = [...e.childNodes].filter(n => n.nodeType == 3).map(n => n.data).join('').trim();
    if (!own || ['SCRIPT', 'STYLE'].includes(e.tagName)) continue;
    const arabic = /\\p{Script=Arabic}/u.test(own), language = e.closest('[lang]').lang;
    const seen = getComputedStyle(e).direction;
    if (arabic && seen != 'rtl' || !arabic && !rtl.has(language) && seen != 'ltr')
      found.push(`${e.tagName.toLowerCase()} “${own.slice(0, 40)}” runs ${seen}`);
  }
  return found;
}"""

# The digits of each number as the eye meets them from left to right, beside the digits of the source.
SHOWN_DIGITS = """() => {
  document.querySelectorAll('details').forEach(d => d.open = true);
  return [...document.querySelectorAll('bdi, a[href^="tel:"]')].map(e => {
    const digits = [], walker = document.createTreeWalker(e, NodeFilter.SHOW_TEXT), range = document.createRange();
    for (let node; node = walker.nextNode();) for (let i = 0; i < node.data.length; i++) {
      if (!/\\p{Nd}|\\+/u.test(node.data[i])) continue;
      range.setStart(node, i); range.setEnd(node, i + 1);
      const box = range.getClientRects()[0];
      digits.push({sign: node.data[i], x: box ? box.left : NaN, y: box ? box.top : NaN});
    }
    const read = digits.map(d => d.sign).join('');
    const lines = new Set(digits.map(d => d.y)).size;
    return {text: e.textContent.trim(), read, seen: [...digits].sort((a, b) => a.x - b.x).map(d => d.sign).join(''),
      hidden: digits.some(d => Number.isNaN(d.x)), lines, dials: e.closest('a')?.getAttribute('href') ?? ''};
  }).filter(n => n.read);
}"""


def test_language_direction_and_numbers(open_context, site: BuiltSite) -> None:
    page = open_context().new_page()
    problems, seen_numbers = [], 0
    for built in site.everything:
        page.goto(built.address)
        said = page.evaluate("[document.documentElement.lang, document.documentElement.dir]")
        if said != [built.locale, built.direction]:
            problems.append(f"{built}: <html> says lang and dir {said}, not {[built.locale, built.direction]}")
        problems += [f"{built}: {problem}" for problem in page.evaluate(WRONG_WAY)]
        for number in page.evaluate(SHOWN_DIGITS):
            seen_numbers += 1
            if number["hidden"] or number["lines"] != 1 or number["seen"] != number["read"]:
                problems.append(f"{built}: {number['text']} is shown as {number['seen']} on {number['lines']} line(s)")
            scheme, _, dials = number["dials"].partition(":")
            if scheme == "tel" and not same_line(number["read"], dials):
                problems.append(f"{built}: {number['text']} dials {dials}")
    assert seen_numbers, "no page shows a number"
    assert not problems, "\n".join(problems)


def same_line(shown: str, dialled: str) -> bool:
    """Whether a number as written is the one that is dialled: the same, or national (0…) for international (+370…)."""
    return shown == dialled or (shown.startswith("0") and dialled == f"+370{shown[1:]}")
