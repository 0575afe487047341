"""How a text is written: what can be said of it without its source.

`flaws` is for a passage of a page and for any other string of a locale alike (data, interface words). It looks at the
text as a reader reads it: no code, no Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from operator import eq

from ..passages import masked
from ..passages import words as words_of
from .arabic import PUNCTUATION, arabic_punctuation, kashida
from .characters import BROKEN, INVISIBLE, broken_characters, composed, invisible_characters
from .conventions import Conventions, conventions
from .direction import CONTROL, control_flaws, flips
from .flaw import Flaw
from .quotes import MARKS, quotation_marks
from .spacing import french_spacing
from .words import CYRILLIC_LETTER, doubled_word, foreign_letters, mixed_scripts

__all__ = ["Flaw", "control_flaws", "conventions", "flaws"]


def flaws(text: str, locale: str, quotes: tuple[str, ...] = (), words: list[str] | None = None) -> Iterator[Flaw]:
    """Every flaw of a text of a locale. `quotes`: the house's own pairs of quotation marks, which forbid all others.

    `words` are those of the text as `passages.words` gives them, where the caller already has them.
    """
    known, alarm = _writing(locale, quotes)
    words = words_of(text) if words is None else words
    if known.doubled is not None and any(map(eq, words, islice(words, 1, None))):
        yield from doubled_word(text, words, known)
    signs = "".join(set(alarm.findall(text)))
    if not signs:
        return
    raw, text = text, masked(text)
    # The alarm holds every sign that these rules look for: a few characters tell whether they need to.
    broken = list(broken_characters(text)) if known.cyrillic or BROKEN.search(signs) else []
    yield from broken
    if not broken:  # else its pieces look like foreign marks
        yield from quotation_marks(text, known, house=bool(quotes))
        yield from flips(raw, known)
    if CONTROL.search(signs):
        yield from control_flaws(text)
    yield from french_spacing(text, known)
    if PUNCTUATION.search(signs):
        yield from arabic_punctuation(text, known)
    yield from kashida(text, known)
    if known.cyrillic or CYRILLIC_LETTER.search(signs):
        yield from mixed_scripts(text, known)
    yield from foreign_letters(text, known)
    if INVISIBLE.search(signs):
        yield from invisible_characters(text, known)
    yield from composed(text)


@cache
def _writing(locale: str, quotes: tuple[str, ...]) -> tuple[Conventions, re.Pattern[str]]:
    """The conventions of a locale, and the alarm: a sign that a text must hold so that anything but a doubled word can be
    wrong with it. Most texts hold none."""
    known = conventions(locale, quotes)
    signs = "\x00-\x08\x0b-\x1f\x7f-\x9fÃÂâÄÅÐÑØÙ\u0300-\u036f\u0590-\u05bd\u0653-\u0655\u093c\u115f\u1160\u17b4\u17b5"
    signs += "\u180e\u200b-\u200d\u2028-\u202e\u2061-\u206f\u3099\u309a\u3164\ufeff\uffa0\ufff9-\ufffb\ufffd\U000e0001-\U000e007f"
    signs += MARKS + ("\"'" if quotes else "")
    if known.french_spacing:
        signs += ":;!?"
    if known.arabic_punctuation:
        signs += ",;?%\u0640" + "".join(map(chr, known.foreign_letters))
    else:
        signs += "،؛؟٪"
    if known.rtl:
        signs += "A-Za-z0-9"
    # In Cyrillic the signs of an encoding read as Windows-1251, too; elsewhere any Cyrillic letter.
    signs += "A-Za-z\u00a2-\u00ba†‡‰€™\u0402-\u040f\u0452-\u045f" if known.cyrillic else "\u0400-\u052f"
    return known, re.compile(f"[{signs}]")
