"""The computed order of characters is the one that Chromium shows, and what the rules call flipped it flips."""

from __future__ import annotations

import random

from playwright.sync_api import Browser

from l10n.bidi import visual_order
from l10n.typography import flaws

# Positions of the characters that take room, from left to right.
ORDER = """([text, rtl]) => {
  const p = document.createElement('p');
  p.dir = rtl ? 'rtl' : 'ltr';
  p.textContent = text;
  document.body.replaceChildren(p);
  const range = document.createRange(), boxes = [];
  for (let i = 0; i < text.length; i++) {
    range.setStart(p.firstChild, i);
    range.setEnd(p.firstChild, i + 1);
    const box = [...range.getClientRects()].pop();
    if (box && box.width > 0.5) boxes.push([box.left, i]);
  }
  return boxes.sort((a, b) => a[0] - b[0]).map(box => box[1]);
}"""
STYLE = "<style>p { white-space: pre; font: 20px monospace }</style><body>"
ATOMS = [
    *("a", "bC", "é", "я", "א", "ا", "بج", "1", "23", "٤", "+", "-", "–", "−", "/", ":", ".", ",", "%", "#", "$", " "),
    *("(", ")", "[", "]", "!", "؟", "،", "«", "»", "\u00a0", "\u202f", "&", "@", "\ufffc", "€", "\u200e", "\u200f"),
    *("\u2066", "\u2067", "\u2068", "\u2069", "\u202a", "\u202b", "\u202c", "\u202e"),
]
FLIPPED = [
    *(
        "اتصلوا بالرقم +370 600 12345 الآن",
        "الحرارة −5 درجات",
        "الحرارة -5 درجات",
        "التوجيه 2013/33/EU في",
        "لغة C++ سهلة",
    ),
    *("لغة C# سهلة", "يوم 2024-03-12 كان", "1 500 شخص", "116 123", "في U.S. اليوم", "الملف /etc/hosts هنا"),
    *("--help خيار", "من 9:00–17:00 كل يوم", "2021–2023", "العام 2021-2023", "من 9:00 – 17:00 كل"),
]
KEPT = [
    *(
        "في 5% و5 % و$5 و5€",
        "HTML, CSS و(UNHCR).",
        "من 5 إلى 7 و3.5 و12/03/2024 و1,000",
        "COVID-19 كان",
        "عمر 18+ و<18",
    ),
    *("في \u2066+370 600\u2069 هنا", "البريد a@b.example وhttps://a.example/b هنا", "1\u00a0500 شخص", "AT&T و2FA و5G"),
]


def test_the_order_is_that_of_the_browser(browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 3000, "height": 200})
    page.set_content(STYLE)
    generator = random.Random(20)
    texts = ["".join(generator.choices(ATOMS, k=generator.randint(2, 14))).strip() for _ in range(300)]
    wrong = []
    for text in [*filter(None, texts), *FLIPPED, *KEPT]:
        for rtl in (True, False):
            seen = page.evaluate(ORDER, [text, rtl])
            if seen != [index for index in visual_order(text, rtl=rtl) if index in set(seen)]:
                wrong.append((text, rtl))
    page.close()
    assert wrong == []


def test_what_is_called_flipped_is_flipped(browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 3000, "height": 200})
    page.set_content(STYLE)
    for text in FLIPPED:
        flaw = next(flaw for flaw in flaws(text, "ar") if flaw.rule.title.startswith("bidi-"))
        written = flaw.hint.partition('<bdi dir="ltr">')[2].partition("</bdi>")[0]
        there = range(flaw.start, flaw.start + len(written))
        assert [index for index in page.evaluate(ORDER, [text, True]) if index in there] != list(there), text
        isolated = text.replace(written, f"\u2066{written}\u2069", 1)
        there = range(flaw.start + 1, flaw.start + 1 + len(written))
        assert [index for index in page.evaluate(ORDER, [isolated, True]) if index in there] == list(there), text
        assert not [flaw for flaw in flaws(isolated, "ar") if flaw.rule.title.startswith("bidi-")]
    page.close()


def test_what_passes_is_in_order_or_harmless() -> None:
    assert [text for text in KEPT if any(flaw.rule.title.startswith("bidi-") for flaw in flaws(text, "ar"))] == []
