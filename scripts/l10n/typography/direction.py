"""Direction: controls that are opened and closed, and what would be shown in another order than it is written.

Which order is shown follows from the Unicode Bidirectional Algorithm (`l10n.bidi`). In a paragraph from right to left
words and numbers keep their own order, but signs at their edges and between them take that of the paragraph: +370 is
shown as 370+, 2013/33/EU as EU/2013/33, a telephone number in groups with its groups reversed. A percent or currency
sign on the other side of its number is left alone: both are usual. A range is shown with its first number on the
right; whether a reader takes it so depends on the reader, so it is a rule of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import bidirectional

from ..bidi import visual_order
from ..passages import masked
from ..rules import Rule
from .conventions import Conventions
from .flaw import Flaw, named

CONTROL = re.compile("[\u202a-\u202e\u2066-\u2069]")
# Letters and digits of left-to-right scripts with what is written against them. Between two such stand blanks, letters
# of right-to-left scripts, and marks of direction: whoever typed one has thought about the place.
_BETWEEN = r"\s\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u200e\u200f\u2066-\u2069\ufffc"
TOKEN = re.compile(rf"[^{_BETWEEN}]*[A-Za-z0-9\u00c0-\u052f][^{_BETWEEN}]*")
LEADING, TRAILING = "([{«“”‘’\"'„‚–—*", ")]}»”“’‘\"'.,;:!?…/-–—*™®©"
# What keeps its order wherever it stands: a Latin word with whatever signs inside it, numbers with single separators.
STEADY = re.compile(r"\w+|[A-Za-z\u00c0-\u052f](?:.*[^\W_])?|[0-9]+(?:[.,:/][0-9]+)*", re.DOTALL)
GROUPS = re.compile(r"(?<![\w.,/-])\+?\d[\d()-]*(?: [\d()-]*\d)+(?![\w/])")
THOUSANDS = re.compile(r"\d{1,3}(?: \d{3})+")
SPACED_RANGE = re.compile(r"(?<![\w.,:/-])\d[\d:.,]*\s[–—−-]\s\d[\d:.,]*(?<![:.,])(?![\w/-])")
RANGE = re.compile(r"\d[\d:.,/]*\s?[-‐‑–—−~]\s?\d[\d:.,/]*")
HARMLESS = re.compile(r"[%‰°€$£¥₽₺#№≈~<>]?\d[\d.,:]*[%‰°€$£¥₽₺+]?[%CFС]?")
ABBREVIATION = re.compile(r"(?:[A-Z]\.){2,}")


def control_flaws(text: str) -> Iterator[Flaw]:
    """Embeddings and isolates that are not closed inside the text, and what closes none."""
    opened: list[tuple[str, int]] = []
    for match in CONTROL.finditer(text):
        sign = match.group()
        if sign not in "\u202c\u2069":
            opened.append((sign, match.start()))
            continue
        kinds = "\u2066\u2067\u2068" if sign == "\u2069" else "\u202a\u202b\u202d\u202e"
        while sign == "\u2069" and opened and opened[-1][0] not in kinds:  # an isolate ends what is opened inside it
            if not any(other in kinds for other, _ in opened):
                break
            yield _open(*opened.pop())
        if opened and opened[-1][0] in kinds:
            opened.pop()
        else:
            yield Flaw(
                Rule.BIDI_CONTROLS,
                match.start(),
                f"The control {bidirectional(sign)} ({named(sign)}) closes nothing.",
                f"take {named(sign)} out, or open what it closes",
            )
    for sign, start in opened:
        yield _open(sign, start)


def _open(sign: str, start: int) -> Flaw:
    closing = "\u2069" if sign in "\u2066\u2067\u2068" else "\u202c"
    return Flaw(
        Rule.BIDI_CONTROLS,
        start,
        f"The control {bidirectional(sign)} ({named(sign)}) is not closed: what follows can be shown in a false order.",
        f"write {named(closing)} behind the words it is for, or take it out",
    )


def flips(raw: str, conventions: Conventions) -> Iterator[Flaw]:
    """What a right-to-left text shows in another order than it is written; addresses are words, keys no text."""
    if not conventions.rtl:
        return
    text = masked(raw, addresses="x")
    spots = [*_tokens(text), *(match.span() for match in SPACED_RANGE.finditer(text))]
    spots += [match.span() for match in GROUPS.finditer(text) if _one_number(match.group())]
    if not spots:
        return
    place = {index: position for position, index in enumerate(visual_order(text, rtl=True))}
    taken = 0
    for start, end in sorted(spots, key=lambda spot: (spot[0], -spot[1])):
        shown = sorted((index for index in range(start, end) if index in place), key=place.__getitem__)
        if start < taken or shown == sorted(shown):
            continue
        taken = end
        written = raw[start:end]
        seen = "".join(raw[index] for index in shown)
        isolated = (
            f'isolate it: <bdi dir="ltr">{written}</bdi>, or U+2066 before and U+2069 behind it where no HTML can be'
        )
        if RANGE.fullmatch(written):
            yield Flaw(
                Rule.BIDI_RANGE,
                start,
                f"The range {written} is shown as {seen}: which end is the first depends on the reader.",
                isolated,
            )
        else:
            yield Flaw(Rule.BIDI_FLIP, start, f"What is written {written} is shown as {seen}.", isolated)


def _tokens(text: str) -> Iterator[tuple[int, int]]:
    """Where something of letters or digits and signs stands whose order could be another."""
    for match in TOKEN.finditer(text):
        if STEADY.fullmatch(match.group()):
            continue
        start, end = match.span()
        while start < end and text[start] in LEADING:
            start += 1
        if not ABBREVIATION.fullmatch(text, start, end) or end == len(text):
            while start < end and text[end - 1] in TRAILING:
                end -= 1
        if start < end and not STEADY.fullmatch(text, start, end) and not HARMLESS.fullmatch(text, start, end):
            yield start, end


def _one_number(groups: str) -> bool:
    """Whether groups of digits are one number: a telephone number, or thousands."""
    return groups.startswith("+") or sum(map(str.isdigit, groups)) >= 7 or THOUSANDS.fullmatch(groups) is not None
