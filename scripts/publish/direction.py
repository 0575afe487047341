"""A number, range or reference within a text, made safe against its direction, in the way of each format.

On pages it is `<bdi>`, which is what marks it for all others (the flag `n` of a run).
"""

from __future__ import annotations

_NO_BREAK = str.maketrans(" ", "\u00a0")


def on_paper(text: str) -> str:
    """With isolates: PDF readers and copy and paste put digits into the order in which they are read."""
    return f"\u2066{text.translate(_NO_BREAK)}\u2069"


def in_office(text: str) -> str:
    """Between left-to-right marks, which office programs have known for longest, and never broken."""
    return f"\u200e{text.translate(_NO_BREAK)}\u200e"
