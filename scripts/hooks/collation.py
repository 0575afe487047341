"""The order of an index in each language: a key to sort by.

Babel carries no collations and ICU for Python must be compiled, so the few rules that these languages need stand here.
They are those of Unicode CLDR at the first level: accents and case do not count, but where they make a letter of its own.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

# Letter -> what it sorts as; a letter behind another has the highest character after that one's.
_AFTER = "\U0010ffff"
_OWN: Mapping[str, Mapping[str, str]] = {
    "lt": {"č": f"c{_AFTER}", "š": f"s{_AFTER}", "ž": f"z{_AFTER}", "y": "i"},
    "ru": {"й": f"и{_AFTER}"},
    "ar": {"ة": "ت", "ى": "ي"},
}
# What Arabic indexes pass over at the start of an entry.
_ARTICLE = "ال"


def index_key(text: str, locale: str) -> tuple[str, str]:
    """What to sort an entry of an index in `locale` by; the text itself decides between two that are the same so far."""
    own = _OWN.get(locale, {})
    letters = unicodedata.normalize("NFC", text.casefold())
    if locale == "ar":
        letters = letters.removeprefix(_ARTICLE)
    return "".join(own.get(letter) or _bare(letter, own) for letter in letters), text


def _bare(letter: str, own: Mapping[str, str]) -> str:
    """A letter without its marks."""
    bare = "".join(part for part in unicodedata.normalize("NFD", letter) if not unicodedata.combining(part))
    return own.get(bare, bare)
