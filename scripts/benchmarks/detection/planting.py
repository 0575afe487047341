"""Defects as data: which rule should find one, what it changes, and the tools that most of them are made with."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from l10n.dialect import BlockKind
from l10n.page import Page
from l10n.rules import Rule

from .ground import Ground, Pair

PROSE = (BlockKind.PARAGRAPH, BlockKind.ITEM)
HEADINGS = (BlockKind.HEADING,)
TABLES = (BlockKind.TABLE,)
# What is no prose in a line: code, tags, targets, attributes, marks of footnotes, addresses.
HIDDEN = re.compile(r"`[^`]*`|\{\{.*?\}\}|\{[^}]*\}|(?<=\])\([^)]*\)|<[^>]*>|\[\^[^\]]*\]:?|https?://\S+|[\w.]+@[\w.]+")


@dataclass(frozen=True)
class Planting:
    """One defect: new texts of files (None: the file is gone), and where it should be found.

    `section` None: anywhere on the page. `pair` None: among what belongs to no page. `anew`: more than pages change.
    """

    edits: dict[str, str | None]
    pair: Pair | None = None
    section: str | None = None
    anew: bool = False


class Line(NamedTuple):
    """A line of a page, as it stands; its number counts from 1."""

    page: Page
    number: int
    raw: str
    section: str

    @property
    def prose(self) -> str:
        """The line with everything that is no prose made invisible, as long as it was."""
        return HIDDEN.sub(lambda match: "\0" * len(match[0]), self.raw)

    def instead(self, *lines: str) -> str:
        """The text of the page with other lines, or none, in place of this one."""
        texts = self.page.text.split("\n")
        texts[self.number - 1 : self.number] = lines
        return "\n".join(texts)


Planter = Callable[[Ground, Pair, random.Random], Iterable[Planting]]
SitePlanter = Callable[[Ground, random.Random], Iterable[Planting]]
PLANTERS: dict[Rule, Planter] = {}
SITE_PLANTERS: dict[Rule, SitePlanter] = {}
# Another rule that says the same of the same place.
AS_GOOD: dict[Rule, tuple[Rule, ...]] = {
    Rule.NUMBERS_DIFFER: (Rule.DATES_DIFFER, Rule.TIMES_DIFFER),
    Rule.DATES_DIFFER: (Rule.NUMBERS_DIFFER,),
    Rule.TIMES_DIFFER: (Rule.NUMBERS_DIFFER,),
    Rule.MISSING_ASSET: (Rule.LINK_BROKEN,),  # without a file for all languages the picture is simply not there
}


def plants(rule: Rule) -> Callable[[Planter], Planter]:
    """Registers what plants a rule's defect in a pair: all places at once, or one at random in each line."""

    def register(planter: Planter) -> Planter:
        PLANTERS[rule] = planter
        return planter

    return register


def plants_in_site(rule: Rule) -> Callable[[SitePlanter], SitePlanter]:
    """Registers what plants a rule's defect in what belongs to no pair."""

    def register(planter: SitePlanter) -> SitePlanter:
        SITE_PLANTERS[rule] = planter
        return planter

    return register


def lines(page: Page, kinds: tuple[BlockKind, ...] = PROSE) -> Iterator[Line]:
    """The lines that blocks of some kinds stand on."""
    texts = page.text.split("\n")
    for section in page.sections:
        for block in section.of_kind(*kinds):
            for number in sorted(set(block.lines or [block.line])):
                yield Line(page, number, texts[number - 1], section.key)


def planted(pair: Pair, line: Line, *instead: str, anywhere: bool = False) -> Planting:
    """A line of the translation exchanged for others."""
    section = None if anywhere else line.section
    return Planting({line.page.path: line.instead(*instead)}, pair, section)


def swap(
    rule: Rule,
    pattern: str,
    instead: str | Callable[[re.Match[str]], str] | dict[str, str],
    *,
    kinds: tuple[BlockKind, ...] = PROSE,
    locales: str = "",
    raw: bool = False,
    anywhere: bool = False,
) -> None:
    """Registers: a match in a line becomes another text, one match at random a line.

    `raw`: also in what is no prose. `locales`: only in these. `instead` may differ by locale. Several calls for a rule
    add up.
    """
    find = re.compile(pattern)
    earlier = PLANTERS.get(rule)

    def planter(ground: Ground, pair: Pair, chance: random.Random) -> Iterator[Planting]:
        if earlier:
            yield from earlier(ground, pair, chance)
        locale = pair.translation.locale
        if locales and locale not in locales.split():
            return
        new = instead.get(locale) if isinstance(instead, dict) else instead
        for line in lines(pair.translation, kinds) if new is not None else ():
            if not (found := [*find.finditer(line.raw if raw else line.prose)]):
                continue
            match = chance.choice(found)
            text = new(match) if callable(new) else match.expand(new)
            if text != match[0]:
                start, end = match.span()
                yield planted(pair, line, line.raw[:start] + text + line.raw[end:], anywhere=anywhere)

    PLANTERS[rule] = planter


def insert(rule: Rule, *texts: str, locales: str = "") -> None:
    """Registers: one of some texts stands between two words."""
    for text in texts:
        swap(rule, r"(?<=[^\W\d_]) (?=[^\W\d_])", lambda match, text=text: f" {text} ", locales=locales)
