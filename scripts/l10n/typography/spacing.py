"""French spacing: a no-break space before : ; ! ? » and behind «."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..rules import Rule
from .conventions import Conventions
from .flaw import Flaw, around

MARKS = re.compile("[:;!?«»]")
OPENERS = "([{!?¿¡:;"


def french_spacing(text: str, conventions: Conventions) -> Iterator[Flaw]:
    """Marks whose space is missing, or is one at which the line may break."""
    if not conventions.french_spacing:
        return
    for match in MARKS.finditer(text):
        mark, at = match.group(), match.start()
        wrong = _opening(text, at) if mark == "«" else _other(text, at, mark)
        if wrong is not None:
            side = "behind" if mark == "«" else "before"
            what = "an ordinary space, at which the line can break," if wrong else "no space"
            yield Flaw(
                Rule.FRENCH_SPACING,
                at,
                f"There is {what} {side} {mark}: {around(text, at, at + 1)}",
                f"put a no-break space (U+202F or U+00A0) {side} {mark}",
            )


def _opening(text: str, at: int) -> str | None:
    """The wrong space behind «, "" when there is none, or None when all is well."""
    after = text[at + 1 : at + 2]
    return None if after in "\u00a0\u202f»" or not after else after if after.isspace() else ""


def _other(text: str, at: int, mark: str) -> str | None:
    """The wrong space before a mark, "" when there is none, or None when all is well or the sign is no punctuation."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if not before or before in "\u00a0\u202f" or before in OPENERS or (mark == "»" and before == "«"):
        return None
    closers = "" if mark == ":" else "»”)]…!?"
    if mark != "»" and after and not after.isspace() and after not in closers:
        return None  # 9:00, https://, ?name=, :) and the like
    if not before.isspace():
        return ""
    # A mark that stands alone between spaces with nothing before it opens a line: `: definition`.
    return before if text[: at - 1].strip() else None
