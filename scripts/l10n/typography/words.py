"""Words written twice in a row, and words of two scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from ..rules import Rule
from ..words import WORD
from .conventions import FOREIGN_LETTERS, Conventions
from .flaw import Flaw, around

# Letters that look the same (Unicode Technical Standard 39, confusables): Latin and Cyrillic.
LATIN, CYRILLIC = "aceopxyisjhABCEHIJKMOPSTXY", "асеорхуіѕјһАВСЕНІЈКМОРЅТХУ"
TO_CYRILLIC, TO_LATIN = str.maketrans(LATIN, CYRILLIC), str.maketrans(CYRILLIC, LATIN)
MIXED = re.compile(r"[A-Za-zÀ-ɏ][\u0400-\u052f]|[\u0400-\u052f][A-Za-zÀ-ɏ]")
CYRILLIC_LETTER, LATIN_LETTER = re.compile("[\u0400-\u052f]"), re.compile("[A-Za-zÀ-ɏ]")
ALL_LATIN, ALL_CYRILLIC = re.compile(r"[A-Za-zÀ-ɏ]+"), re.compile(r"[\u0400-\u052f]+")
SLANG = re.compile(r"[A-Za-zÀ-ɏ]+[\u0430-\u0451]+")  # PDFа, Githubа: a Latin name with a Cyrillic ending
ARABIC_WORD = re.compile(r"[\u0620-\u06d5\u06ee-\u06fc]+|[٠-٩۰-۹]+")
# Letters that tell a word of another Arabic-script language, and the names of such languages in themselves.
OTHER_ALPHABETS = re.compile("[گچپژڕێۆەٹڈڑںےۂټځډړڼڤ]")
ENDONYMS = frozenset(("فارسی", "دری", "کوردی", "اردو", "پښتو", "سندھی", "پنجابی", "کشمیری", "بلوچی"))


def doubled_word(text: str, words: list[str], conventions: Conventions) -> Iterator[Flaw]:
    """A word twice in a row, where the language has no reason for it; `words` are those of the text."""
    if conventions.doubled is None:
        return
    for word in {first for first, second in pairwise(words) if first == second and first.isalpha()}:
        if word in conventions.doubled or (len(word) == 1 and word not in conventions.single):
            continue
        for place in re.finditer(rf"(?<!\w){re.escape(word)}\s+({re.escape(word)})(?!\w)", text, re.IGNORECASE):
            if not place.group(1)[0].isupper():
                yield Flaw(
                    Rule.DOUBLED_WORD,
                    place.start(1),
                    f"The word “{word}” stands twice: {around(text, *place.span())}",
                    "take one of the two out",
                )


def mixed_scripts(text: str, conventions: Conventions) -> Iterator[Flaw]:
    """Latin letters inside a Cyrillic word or the other way round, where one only looks like the other."""
    if not CYRILLIC_LETTER.search(text) or not LATIN_LETTER.search(text) or not MIXED.search(text):
        return
    for match in WORD.finditer(text):
        word = match.group()
        if ALL_LATIN.fullmatch(word) or ALL_CYRILLIC.fullmatch(word) or not MIXED.search(word):
            continue
        cyrillic, latin = word.translate(TO_CYRILLIC), word.translate(TO_LATIN)
        if ALL_CYRILLIC.fullmatch(cyrillic):
            meant = cyrillic
        elif ALL_LATIN.fullmatch(latin) and not (conventions.cyrillic and SLANG.fullmatch(word)):
            meant = latin
        else:
            continue
        strange = [character for character, other in zip(word, meant, strict=True) if character != other]
        yield Flaw(
            Rule.MIXED_SCRIPTS,
            match.start(),
            f"The word “{word}” is of two scripts: {_told(strange)} in it only looks right.",
            f"write {meant} (all of one script)",
        )


def _told(letters: list[str]) -> str:
    """Strange letters with their scripts and code points."""
    kinds = ("Latin" if letter < "\u0400" else "Cyrillic" for letter in letters)
    return ", ".join(f"the {kind} {letter} (U+{ord(letter):04X})" for letter, kind in zip(letters, kinds, strict=True))


def foreign_letters(text: str, conventions: Conventions) -> Iterator[Flaw]:
    """Letters and digits of another alphabet of the Arabic script in place of the language's own."""
    if not conventions.foreign_letters or not _strange(conventions.language).search(text):
        return
    for match in ARABIC_WORD.finditer(text):
        word = match.group()
        meant = word.translate(conventions.foreign_letters)
        if meant == word or word in ENDONYMS or OTHER_ALPHABETS.search(word):
            continue
        strange = "".join(sorted({a for a, b in zip(word, meant, strict=True) if a != b}))
        codes = ", ".join(f"U+{ord(letter):04X}" for letter in strange)
        yield Flaw(
            Rule.MIXED_SCRIPTS,
            match.start(),
            f"The word “{word}” has characters of another alphabet ({codes}): search and readers miss it.",
            f"write {meant}",
        )


@cache
def _strange(language: str) -> re.Pattern[str]:
    return re.compile(f"[{''.join(map(chr, FOREIGN_LETTERS[language]))}]")
