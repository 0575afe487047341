"""Where sentences end: quickly, at a mark of any script, or exactly, with the abbreviations of a language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .passages import masked

LETTER = re.compile(r"\w")
# The space behind a sentence, with the marks that close around it; half a sentence more than none does no harm there.
FULL_STOP = re.compile(r"(?<=[.!?…؟。])[\"”»’)]*\s+")
END = re.compile(r"[.!?…。！？]+(?!\w)")
# Arabic, Persian and Urdu mark questions and clauses with signs of their own.
ENDS = dict.fromkeys(("ar", "fa", "ur", "ps"), re.compile(r"[.!?…؟؛۔]+(?!\w)"))
# A full stop behind these ends no sentence; nor does one before a small letter, or behind a single capital.
ABBREVIATIONS = {
    "en": frozenset(("dr", "mr", "mrs", "ms", "st", "vs", "fig", "e.g", "i.e")),
    "fr": frozenset(("m", "mm", "dr", "st", "art", "ex", "cf", "tél")),
    "lt": frozenset(("pvz", "dr", "nr", "tel", "str", "st", "gyd", "g", "pr")),
    "ru": frozenset(("г", "ул", "им", "тел", "ст", "стр", "др", "т")),
    "de": frozenset(("dr", "nr", "str", "z.b", "bzw", "d.h", "ca", "tel")),
    "es": frozenset(("dr", "sr", "sra", "art", "tel", "ej")),
}


def sentence_spans(text: str, code: str) -> Iterator[tuple[int, int]]:
    """Where the sentences of a passage stand in its text, in a language (its code)."""
    masked_text = masked(text)
    start = 0
    for end in [*_ends(masked_text, code), len(text)]:
        if LETTER.search(masked_text, start, end):
            yield start, end
        start = end


def _ends(text: str, code: str) -> Iterator[int]:
    """The positions behind the sentences of a text."""
    for match in ENDS.get(code, END).finditer(text):
        if match.group() == "." and _inside(text, match.start(), match.end(), code):
            continue
        yield match.end()


def _inside(text: str, start: int, end: int, code: str) -> bool:
    """Whether a full stop stands inside a sentence."""
    after = text[end:].lstrip()
    if after[:1].islower():
        return True
    word = text[:start].split()[-1:] or [""]
    bare = word[0].lstrip("(„“«\"'")
    return bare.lower() in ABBREVIATIONS.get(code, ()) or (len(bare) == 1 and bare.isupper())
