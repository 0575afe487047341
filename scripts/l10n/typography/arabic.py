"""Punctuation of the Arabic script, and letters drawn out with tatweel."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..rules import Rule
from .conventions import Conventions
from .flaw import Flaw, around

LETTER = r"\u0620-\u063f\u0641-\u064a\u0671-\u06d3\u06d5\u06fa-\u06fc\u0750-\u077f"
MARK = r"\u064b-\u065f\u0670"
LATIN = re.compile(rf"(?<=[{LETTER}{MARK}])[»)\]”\u2069]*(?P<mark>[,;?])|(?P<percent>(?<=[٠-٩۰-۹])\s?%)")
OWN = {",": "،", ";": "؛", "?": "؟"}
ARABIC = re.compile("[،؛؟٪]")
PUNCTUATION = re.compile("[,;?%،؛؟٪]")  # marks of either script
NEAR_ARABIC = re.compile(rf"[{LETTER}{MARK}٠-٩۰-۹]")
KASHIDA = re.compile(rf"(?<=[{LETTER}{MARK}])\u0640+(?=[{LETTER}{MARK}])")


def arabic_punctuation(text: str, conventions: Conventions) -> Iterator[Flaw]:
    """Latin marks behind Arabic words, and Arabic marks behind words of other scripts in other languages."""
    if not conventions.arabic_punctuation:
        for match in ARABIC.finditer(text):
            if not NEAR_ARABIC.search(text, max(match.start() - 30, 0), match.start()):
                yield Flaw(
                    Rule.ARABIC_PUNCTUATION,
                    match.start(),
                    f"The Arabic mark {match.group()} stands in a text of another script: {around(text, *match.span())}",
                    f"write {dict(zip('،؛؟٪', ',;?%', strict=True))[match.group()]}",
                )
        return
    for match in LATIN.finditer(text):
        name = "percent" if match["percent"] else "mark"
        own = "٪" if match["percent"] else OWN[match["mark"]]
        yield Flaw(
            Rule.ARABIC_PUNCTUATION,
            match.start(name),
            f"The Latin mark {match[name].strip()} stands in Arabic script: {around(text, *match.span(name))}",
            f"write {own}",
        )


def kashida(text: str, conventions: Conventions) -> Iterator[Flaw]:
    """Tatweel between two letters: it draws a word out for looks, and search and screen readers miss the word."""
    for match in KASHIDA.finditer(text) if "\u0640" in text else ():
        yield Flaw(
            Rule.KASHIDA,
            match.start(),
            f"A word is drawn out with tatweel (U+0640): {around(text, *match.span())}",
            "take U+0640 out; where a look is wanted, the style sheet can give it",
        )
