"""What is wrong with a text, and where in it."""

from __future__ import annotations

from dataclasses import dataclass

from ..rules import Rule


@dataclass(frozen=True)
class Flaw:
    """A finding inside a text: `start` is the position of the first character, `hint` the edit that mends it."""

    rule: Rule
    start: int
    message: str
    hint: str


def around(text: str, start: int, end: int, width: int = 14) -> str:
    """The place as messages quote it: some characters before and after, stand-ins left out, on one line."""
    first, last = max(start - width, 0), min(end + width, len(text))
    piece = " ".join(text[first:last].replace("\ufffc", "▢").split("\n"))
    return f"{'…' if first else ''}{piece}{'…' if last < len(text) else ''}"


def named(characters: str) -> str:
    """Characters by their code points: `U+202F`."""
    return " ".join(f"U+{ord(character):04X}" for character in characters)
