"""Words of a text, and their stems, so that a term is found in whatever form a language gives it.

Stems are those of Snowball. Where they fall short (Russian беженец and беженца, Lithuanian žmogus and žmonės) two words
count as one when their stems begin alike and differ in the last two letters at most; Arabic words are tried without
the letters that are written together with them (و ف ب ل ك, and the article) as well.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

WORD = re.compile(r"[^\W\d_]+")
# Short vowels, tatweel and the marks above and below letters: written or left out as one likes.
_ARABIC_MARKS = re.compile("[\u0610-\u061a\u0640\u064b-\u065f\u0670\u200c-\u200f]")
_ACCUSATIVE = re.compile("(?:\u0627\u064b|\u064b\u0627)(?!\\w)")  # مترجماً is مترجم
# And, so, with, to, like, the: written together with the word.
ARABIC_CLITICS = "[وف]?(?:[بك]?ال|لل|[بلك])?"
_CLITICS = re.compile(ARABIC_CLITICS)
# ISO 639 codes -> names of Snowball's algorithms.
_STEMMERS = {
    "ar": "arabic",
    "ca": "catalan",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "eu": "basque",
    "fi": "finnish",
    "fr": "french",
    "ga": "irish",
    "hi": "hindi",
    "hu": "hungarian",
    "hy": "armenian",
    "id": "indonesian",
    "it": "italian",
    "lt": "lithuanian",
    "nb": "norwegian",
    "ne": "nepali",
    "nl": "dutch",
    "no": "norwegian",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sr": "serbian",
    "sv": "swedish",
    "ta": "tamil",
    "tr": "turkish",
    "yi": "yiddish",
}
_SHORTEST_ALIKE = 4
_ENGLISH_ENDINGS = ({""}, {"", "s"}, {"", "es"}, {"y", "ies"})
_LONGEST_ENDING = 3


@dataclass(frozen=True)
class Word:
    """A word of a `plain` text and the stems it may have."""

    text: str
    stems: frozenset[str]


def plain(text: str) -> str:
    """The text in lower case and NFC, one apostrophe, no Arabic marks: what words are compared by."""
    text = text.lower().replace("’", "'")
    if text.isascii():
        return text
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    if "ا" in text or _ARABIC_MARKS.search(text):
        text = _ARABIC_MARKS.sub("", _ACCUSATIVE.sub("", text))
    return text.replace("ё", "е")


class Stems:
    """The stems of one language; each word is stemmed once."""

    def __init__(self, code: str):
        self.code = code
        self._known: dict[str, frozenset[str]] = {}
        self._stem = None
        if code in _STEMMERS:
            import snowballstemmer  # takes a while, and only some rules need it

            self._stem = snowballstemmer.stemmer(_STEMMERS[code]).stemWord

    def of(self, word: str) -> frozenset[str]:
        """The stems that a word of a `plain` text may have."""
        if word not in self._known:
            forms = {word}
            if self.code == "ar":
                forms |= {word[end:] for end in {_clitic(word, *lengths) for lengths in ((1,), (2,), (9,))}}
            self._known[word] = frozenset(self._stem(form) if self._stem else form for form in forms if form)
        return self._known[word]

    def line(self, text: str) -> list[Word]:
        """The words of a text, in order."""
        return [Word(word, self.of(word)) for word in WORD.findall(plain(text))]

    def bag(self, text: str) -> Bag:
        """The stems of a text, to look terms up in."""
        return Bag(self.line(text))

    def same(self, one: Word, other: Word) -> bool:
        """Whether two words are forms of one: a verb is not the noun that has its stem (interpret, interpreter)."""
        if not one.stems & other.stems:
            return False
        shared = _shared(one.text, other.text)
        endings = {one.text[shared:], other.text[shared:]}
        if self.code == "en":
            return endings in _ENGLISH_ENDINGS
        return max(map(len, endings)) <= _LONGEST_ENDING


def _clitic(word: str, longest: int) -> int:
    """How many letters at the front of an Arabic word may be clitics, leaving three at least."""
    match = _CLITICS.match(word)
    end = min(match.end() if match else 0, longest)
    return end if len(word) - end >= 3 else 0


class Bag:
    """All stems of a text."""

    def __init__(self, words: list[Word]):
        self._stems = {stem for word in words for stem in word.stems}
        self._alike: dict[str, list[str]] = {}
        for stem in self._stems:
            self._alike.setdefault(stem[:_SHORTEST_ALIKE], []).append(stem)

    def holds(self, words: list[Word]) -> bool:
        """Whether each of some words is in the text, in one of its forms, in any order."""
        return all(any(self._has(stem) for stem in word.stems) for word in words)

    def _has(self, stem: str) -> bool:
        if stem in self._stems:
            return True
        return any(_alike(stem, other) for other in self._alike.get(stem[:_SHORTEST_ALIKE], ()))


def _shared(one: str, other: str) -> int:
    """How many letters two words have in common at the front."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count


def _alike(one: str, other: str) -> bool:
    """Whether two stems that begin alike differ in their last two letters at most."""
    shared = _shared(one, other)
    return shared >= _SHORTEST_ALIKE and len(one) - shared <= 2 and len(other) - shared <= 2


@cache
def stems(code: str) -> Stems:
    """The stems of a language, shared by all who ask."""
    return Stems(code)
