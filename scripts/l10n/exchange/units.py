"""The units of a page for a translator: what is translated one by one, with what the translation has for it now."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property

from ..corpus import Corpus
from ..dialect import BlockKind
from ..digest import digests
from ..links import resolve
from ..page import META, Page
from ..pairs import pair_sections
from ..policy import SignOff
from ..record import Comparison, compare
from ..signoff import read_review, unsigned
from . import front_matter
from .codes import Content, spots
from .inline import content, kept, named
from .skeleton import Part, SectionSkeleton, Slot, skeletons

# Lines that the build takes for instructions: nothing in them is translated.
INSTRUCTION = re.compile(r"\[TOC\]|;*-{1,}8<-{1,}.*|:::.*", re.DOTALL)
LETTER_OR_DIGIT = re.compile(r"[^\W_]")
MIN_WORDS = 4  # shorter texts are often the same in two languages
KINDS = {
    BlockKind.HEADING: "heading",
    BlockKind.PARAGRAPH: "paragraph",
    BlockKind.ITEM: "item",
    BlockKind.TABLE: "cell",
    BlockKind.TITLE: "title",
    BlockKind.TERM: "term",
    BlockKind.ABBREVIATION: "abbreviation",
    BlockKind.HTML: "html",
    BlockKind.OPENING: "html",
}


class Only(Enum):
    """Which sections are asked for, and what a section is."""

    MISSING = "missing"
    STALE = "stale"
    CURRENT = "current"


@dataclass
class Unit:
    """One text. `id` is the section and a running number; `target` what the translation has for it, None if nothing.

    `settled` when that is known to be the translation of this very text; else `previous` may be the text it was of.
    `slot` and `target_slot` are its places in the two pages; a text of the front matter has `path` instead, and a unit
    that is a whole section has neither.
    """

    id: str
    section: str
    kind: str
    line: int
    source: str
    target: str | None = None
    settled: bool = False
    previous: str = ""
    verbatim: bool = False
    slot: Slot | None = None
    target_slot: Slot | None = None
    path: tuple[str, ...] = ()
    whole: bool = False

    def lines_kept(self) -> bool:
        """Whether the line ends of the text mean something."""
        return self.verbatim or self.whole or (bool(self.path) and "\n" in self.source)


@dataclass
class SectionUnits:
    """A section of the source with its units.

    `patched` says that the translation has the section in the same shape, so that its units can be replaced one by
    one; `moved`, that it has it under the anchor of before, where its record is;
    `known`, that what has changed since is known to each unit. `present` is the section of the
    translation as it stands, empty when there is none.
    """

    key: str
    title: str
    digest: str
    state: Only
    units: list[Unit] = field(default_factory=list)
    patched: bool = False
    signed: bool = False
    moved: bool = False
    known: bool = False
    skeleton: SectionSkeleton | None = None
    counterpart: SectionSkeleton | None = None
    present: str = ""


@dataclass
class PageUnits:
    """A page of the source with the translation it has or will have, and its sections in order."""

    corpus: Corpus
    source: Page
    translation: Page | None
    locale: str
    sections: dict[str, SectionUnits] = field(default_factory=dict)

    @cached_property
    def canonical(self) -> tuple[Callable[[str], str], Callable[[str], str]]:
        """Functions that give a link target a name that is the same in both languages: of the source, of the other."""
        site, source = self.corpus.site, self.source
        other = self.translation or Page(source.key, self.locale, "", "", source.front_matter, "", 1, ())
        return (
            lambda target: resolve(site, source, target).canonical(source.locale),
            lambda target: resolve(site, other, target).canonical(self.locale),
        )

    def content(self, unit: Unit, text: str, *, translated: bool = False) -> Content:
        """The text of a unit with its inline codes. Front matter and whole sections have none."""
        if unit.path or unit.whole:
            return Content([text] if text else [])
        page = self.translation if translated and self.translation else self.source
        return content(text, page.document.references, html=unit.verbatim)

    def kept(self, unit: Unit, text: str, *, translated: bool = False) -> Counter[str]:
        """What a translation of this text has to keep."""
        if unit.path:
            return Counter()
        page = self.translation if translated and self.translation else self.source
        return kept(text, page.document.references, self.canonical[translated], html=unit.verbatim)


def page_units(corpus: Corpus, key: str, locale: str) -> PageUnits:
    """The units of a page that the source has, for one locale."""
    source, translation = corpus.source(key), corpus.page(key, locale)
    assert source is not None  # the callers look first
    result = PageUnits(corpus, source, translation, locale)
    wanted = digests(source)
    theirs: dict[str, SectionSkeleton] = {}
    comparison = Comparison()
    signed = False
    if translation is not None:
        comparison = compare(source, translation)
        skeleton_of = {id(each.section): each for each in skeletons(translation).values()}
        for ours, other in pair_sections(source, translation, comparison).pairs:
            theirs[ours.key] = skeleton_of[id(other)]
        policy = corpus.site.policy.section_for(key)
        signed = SignOff.LANGUAGE in read_review(translation).signatures and not unsigned(
            translation, policy, is_source=False
        )
    if META in wanted and (meta := _meta(source, translation, META in comparison.behind, wanted[META])).units:
        result.sections[META] = meta
    for name, skeleton in skeletons(source).items():
        state = Only.MISSING if name not in theirs else Only.STALE if name in comparison.behind else Only.CURRENT
        heading = skeleton.section.heading
        section = SectionUnits(name, heading.inline.plain if heading else "", wanted.get(name, ""), state)
        section.skeleton, section.counterpart = skeleton, theirs.get(name)
        section.moved = name in comparison.moved
        if section.counterpart is not None:
            section.present = translation.text[section.counterpart.start : section.counterpart.end]
        _fill(section, source)
        if section.units:
            result.sections[name] = section
    for section in result.sections.values():
        section.signed = signed
        for unit in section.units:
            unit.settled = section.state is Only.CURRENT and unit.target is not None
    return result


def _meta(source: Page, translation: Page | None, behind: bool, digest: str) -> SectionUnits:
    present = {value.path: value for value in front_matter.values(translation)} if translation else {}
    state = Only.MISSING if not present else Only.STALE if behind else Only.CURRENT
    section = SectionUnits(META, "", digest, state, patched=bool(present))
    for value in front_matter.values(source):
        unit = Unit("/".join((META, *value.path)), META, "front matter", value.line, value.text, path=value.path)
        unit.target = present[value.path].text if value.path in present else None
        section.units.append(unit)
    return section


def _fill(section: SectionUnits, source: Page) -> None:
    """Give a section its units: one a slot, or one for all of it where a page could not be taken apart."""
    ours, theirs = section.skeleton, section.counterpart
    pairs = paired(ours.parts, theirs.parts) if theirs is not None else None
    if ours.parts is None or (pairs is None and section.state is Only.CURRENT):
        text = source.text[ours.start : ours.end].strip("\r\n")
        unit = Unit(f"{section.key}/whole", section.key, "section", ours.section.line, _unified(text), whole=True)
        if section.state is not Only.MISSING:
            unit.target = _unified(section.present.strip("\r\n"))
        section.units.append(unit)
        section.patched = theirs is not None
        return
    counterparts = {id(part): other for part, other in pairs or ()}
    for number, (part, slot) in enumerate(texts_in(ours.parts, source), 1):
        kind = "attribute" if slot.name.startswith("@") else KINDS[part.block.kind]
        unit = Unit(f"{section.key}/{number}", section.key, kind, slot.line, text_of(part, slot), slot=slot)
        unit.verbatim = slot.verbatim
        if id(part) in counterparts:
            unit.target_slot = counterparts[id(part)].slots[slot.name]
            unit.target = text_of(counterparts[id(part)], unit.target_slot)
        section.units.append(unit)
    section.patched = pairs is not None


def texts_in(parts: list[Part], page: Page) -> Iterator[tuple[Part, Slot]]:
    """The slots of a section that somebody has to translate."""
    for part in parts:
        for slot in part.slots.values():
            if _translatable(part, slot, page):
                yield part, slot


def text_of(part: Part, slot: Slot) -> str:
    """The text of a slot as a unit has it."""
    return slot.text if slot.verbatim or slot.name.startswith("@") else named(slot.text, part.block.references)


def paired(ours: list[Part] | None, theirs: list[Part] | None) -> list[tuple[Part, Part]] | None:
    """The parts of two sections of the same shape; None when the shape differs or a text has no counterpart."""
    if ours is None or theirs is None or [part.shape for part in ours] != [part.shape for part in theirs]:
        return None
    pairs = list(zip(ours, theirs, strict=True))
    return pairs if all(part.slots.keys() <= other.slots.keys() for part, other in pairs) else None


def _translatable(part: Part, slot: Slot, page: Page) -> bool:
    if slot.name.startswith("@"):
        return LETTER_OR_DIGIT.search(slot.text) is not None
    if INSTRUCTION.fullmatch(slot.text):
        return False
    inside = content(slot.text, page.document.references, html=slot.verbatim)
    texts = [inside.prose, *(text for _, _, text in spots(inside))]
    return any(map(LETTER_OR_DIGIT.search, texts)) and not _script(part)


def _script(part: Part) -> bool:
    return (
        part.block.kind is BlockKind.HTML
        and re.match(r"\s*<(?:script|style)\b", part.block.text, re.IGNORECASE) is not None
    )


def _unified(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
