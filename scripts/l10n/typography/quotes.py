"""Quotation marks: those of the language, each pair opened and closed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ..rules import Rule
from .conventions import Conventions
from .flaw import Flaw, around

MARKS = "“”„‟«»‹›‚"  # ‘ and ’ are apostrophes too
INCHES = re.compile(r"""\d["']""")


def quotation_marks(text: str, conventions: Conventions, *, house: bool) -> Iterator[Flaw]:
    """Marks of other languages, and pairs left open; with `house` the straight ones too."""
    if not conventions.quotes:
        return
    foreign = False
    for match in _foreign(conventions.quotes, house).finditer(text):
        if match.group() in "\"'" and INCHES.match(text, max(match.start() - 1, 0)):
            continue
        foreign = True
        yield Flaw(
            Rule.QUOTATION_MARKS,
            match.start(),
            f"The mark {match.group()} is not one of this language: {around(text, *match.span())}",
            _instead(match.group(), conventions),
        )
    if not foreign:  # else a pair of another language is half known here
        yield from _unbalanced(text, conventions.quotes)


@cache
def _foreign(quotes: tuple[str, ...], house: bool) -> re.Pattern[str]:
    own = set("".join(quotes))
    marks = MARKS + "\"'" if house else MARKS
    return re.compile(f"[{''.join(mark for mark in marks if mark not in own) or chr(0)}]")


def _instead(mark: str, conventions: Conventions) -> str:
    pair = conventions.quotes[0]
    if mark == "'":
        return f"write ’ as an apostrophe, or {pair[0]}…{pair[-1]} around quoted words"
    inside = "\u202f…\u202f" if conventions.french_spacing else "…"
    return f"write {pair[0]}{inside}{pair[-1]}"


def _unbalanced(text: str, quotes: tuple[str, ...]) -> Iterator[Flaw]:
    """Pairs whose marks do not come in turns."""
    for pair, marks in _countable(quotes):
        if pair[0] not in text and pair[1] not in text:
            continue
        opened: list[int] = []
        for match in marks.finditer(text):
            if match.group() == pair[0]:
                opened.append(match.start())
            elif opened:
                opened.pop()
            else:
                opened = [match.start()]
                break
        if opened:
            yield Flaw(
                Rule.UNPAIRED_QUOTES,
                opened[0],
                f"The mark {text[opened[0]]} has no partner: {around(text, opened[0], opened[0] + 1)}",
                f"write {pair[0]} before and {pair[1]} behind the quoted words",
            )


@cache
def _countable(quotes: tuple[str, ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Each pair with the pattern of its marks. Apostrophes and a mark that several pairs share cannot be counted."""
    found = []
    for pair in quotes:
        others = "".join(other for other in quotes if other != pair)
        if len(pair) == 2 and pair[0] not in "‘’" and not set(others) & set(pair):
            found.append((pair, re.compile(f"[{pair}]")))
    return tuple(found)
