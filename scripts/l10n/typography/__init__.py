"""How a text is written: what can be said of it without its source.

`flaws` is for a passage of a page and for any other string of a locale alike (data, interface words). It looks at the
text as a reader reads it: no code, no Markdown.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..passages import masked
from .arabic import arabic_punctuation, kashida
from .characters import broken_characters, composed, invisible_characters
from .conventions import conventions
from .direction import control_flaws, flips
from .flaw import Flaw
from .quotes import quotation_marks
from .spacing import french_spacing
from .words import doubled_word, foreign_letters, mixed_scripts

__all__ = ["Flaw", "control_flaws", "conventions", "flaws"]


def flaws(text: str, locale: str, quotes: tuple[str, ...] = (), words: list[str] | None = None) -> Iterator[Flaw]:
    """Every flaw of a text of a locale. `quotes`: the house's own pairs of quotation marks, which forbid all others.

    `words` is the text in lower case, split at blanks, where the caller already has it.
    """
    known = conventions(locale, quotes)
    raw, text = text, masked(text)
    yield from doubled_word(text, text.lower().split() if words is None else words, known)
    if text.isascii() and not quotes and not (known.french_spacing or known.rtl):
        if not text.isprintable():  # controls; line ends are none to worry about
            yield from invisible_characters(text, known)
        return
    broken = list(broken_characters(text))
    yield from broken
    if not broken:  # else its pieces look like foreign marks
        yield from quotation_marks(text, known, house=bool(quotes))
        yield from flips(raw, known)
    yield from control_flaws(text)
    yield from french_spacing(text, known)
    yield from arabic_punctuation(text, known)
    yield from kashida(text, known)
    yield from mixed_scripts(text, known)
    yield from foreign_letters(text, known)
    yield from invisible_characters(text, known)
    yield from composed(text)
