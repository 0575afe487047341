"""Characters that nobody meant: broken encodings, invisible ones, letters left in pieces."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from ..rules import Rule
from .conventions import Conventions
from .flaw import Flaw, around, named

# What UTF-8 looks like when it was read as Windows-1252, Latin-1 or Windows-1251.
_HIGH = r"\x80-\x9f¡-¿€ƒ‰Š‹ŒŽ˜™š›œžŸˆ†‡•"
_ARABIC = rf"[ÐÑØÙ][{_HIGH}\u00a0‚„…‘’“”–—]"
_CYRILLIC = r"[РС][\u0080-\u00bf\u0401-\u040f\u0451-\u045f‚„…†‡€‰‹‘’“”•–—™›Ґґ№]"
# What stands first is a set of letters, so that the search skips to them.
MOJIBAKE = (
    re.compile(
        rf"[ÃÂâÄÅ](?:(?<=Ã)[{_HIGH}]|(?<=Â)[\u00a0-\u00bf]|(?<=â)€|(?<=[ÄÅ])[{_HIGH}]"
        r"|(?<=[^\W\d_][ÄÅ])[–—…‚„†‡ˆ‰]|(?<=[ÄÅ])[–—…‚„†‡ˆ‰](?=[^\W\d_])"
        r"|(?<=Ã)(?<![A-ZÀ-Þ]Ã)\u00a0)"  # "à"; among capitals Ã is a letter
    ),
    re.compile(rf"{_ARABIC}(?:{_ARABIC})+"),
    re.compile(rf"{_CYRILLIC}(?:{_CYRILLIC}){{2,}}"),
    re.compile(rf"[ÐÑ](?<!\w[ÐÑ])[{_HIGH}](?!\w)"),  # a word of one letter
)
BROKEN = re.compile("[ÃÂâÄÅÐÑØÙРС\ufffd]")  # what stands first in all of these, and the replacement character
INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200d\u2028\u2029\u2061-\u2064\u206a-\u206f"
    "\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0001\U000e0020-\U000e007f]"
)
JOINING = re.compile("[\u0600-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u17ff\ufb50-\ufdff\ufe70-\ufefc]")
EMOJI = re.compile("[\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]")


def broken_characters(text: str) -> Iterator[Flaw]:
    """Replacement characters and text that was read in the wrong encoding."""
    for match in re.finditer("\ufffd+", text) if "\ufffd" in text else ():
        yield Flaw(
            Rule.REPLACEMENT_CHARACTER,
            match.start(),
            f"A character was lost (U+FFFD): {around(text, *match.span())}",
            "write the character that belongs there",
        )
    found = [match for pattern in MOJIBAKE if (match := pattern.search(text))]
    if match := min(found, key=re.Match.start, default=None):
        yield Flaw(
            Rule.MOJIBAKE,
            match.start(),
            f"Text was read in a wrong encoding: {around(text, *match.span())}",
            _repaired(match.group()),
        )


def _repaired(piece: str) -> str:
    for encoding in ("cp1252", "latin-1", "cp1251"):
        try:
            return f"write {piece.encode(encoding).decode('utf-8')} for {piece}, and save the file as UTF-8"
        except UnicodeError:
            continue
    return "write the letters that belong there, and save the file as UTF-8"


def invisible_characters(text: str, conventions: Conventions) -> Iterator[Flaw]:
    """Characters that nobody sees and that break search, copying and line breaks."""
    for match in INVISIBLE.finditer(text):
        character, before, after = match.group(), text[match.start() - 1 : match.start()], text[match.end() :][:1]
        if (
            (character == "\u200b" and conventions.zero_width_space)
            or (character in "\u200c\u200d" and (JOINING.match(before) or JOINING.match(after)))
            or (character == "\u200d" and EMOJI.match(before) and EMOJI.match(after))
            or (character >= "\U000e0020" and "\U0001f3f4" in text)  # flags of England, Scotland, Wales
        ):
            continue
        name = unicodedata.name(character, "control character").lower()
        yield Flaw(
            Rule.INVISIBLE_CHARACTER,
            match.start(),
            f"There is an invisible character, {name} ({named(character)}): {around(text, *match.span())}",
            f"take {named(character)} out",
        )


def composed(text: str) -> Iterator[Flaw]:
    """Letters written as a base and a combining mark although there is one character for both.

    Marks in another order than Unicode's (usual in vowelled Arabic and Hebrew) are left alone: nothing gets shorter.
    """
    if unicodedata.is_normalized("NFC", text):
        return
    whole = unicodedata.normalize("NFC", text)
    if len(whole) == len(text):
        return
    at = next((i for i, (a, b) in enumerate(zip(text, whole, strict=False)) if a != b), len(whole))
    end = at + 1
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    piece = text[at:end]
    short = unicodedata.normalize("NFC", piece)
    yield Flaw(
        Rule.NOT_NFC,
        at,
        f"A letter is written in pieces ({named(piece)}): {around(text, at, end)}",
        f"write {short} as {named(short)}: save the text in Unicode NFC",
    )
