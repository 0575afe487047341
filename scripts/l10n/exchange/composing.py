"""The translated page put together from the text it has (or the source's) and the texts of a translator; and the proof.

What is written is parsed again: every section written has to have the shape of the source's, and every text has to
stand in it as it was given. A text that Markdown reads as something else (`1. `, `#`, `|` in a cell) is found here.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ..errors import PageError
from ..page import META, Page, Section, page_of
from ..signoff import read_review
from . import front_matter
from .incoming import Refused
from .skeleton import SectionSkeleton, filled, line_end, line_starts, replaced, skeletons
from .units import PageUnits, SectionUnits, Unit, text_of

Edit = tuple[int, int, str]
NOT_COPIED = ("source", "review")  # front matter that is about one page alone
HAZARD = (
    "Markdown reads it as something else than text; put a backslash before a mark at its beginning (1. # - > :) and "
    "before | in a cell"
)


@dataclass
class Texts:
    """The texts of the sections to be written: unit id -> Markdown, by section key."""

    sections: dict[str, dict[str, str]] = field(default_factory=dict)

    def only(self, key: str) -> Texts:
        """The texts of one section."""
        return Texts({key: self.sections[key]})


def compose(page: PageUnits, texts: Texts, *, drop: bool = False) -> str:
    """The text of the translation with some sections written. Raises Refused when the front matter cannot be.

    In a page that does not exist yet the other sections are left as in the source, or left out (`drop`).
    """
    if page.translation is None:
        return _new_page(page, texts, drop=drop)
    edits: list[Edit] = []
    for key, section in page.sections.items():
        written = texts.sections.get(key)
        if written is None:
            continue
        if key == META:
            edits += _meta_edits(page, section, written)
        elif section.counterpart is None:
            edits.append(_insertion(page, section, written))
        elif section.patched:
            edits += _patches(page.translation, section, written)
        else:
            edits.append(_core(page.translation.text, section.counterpart, _built(page, section, written)))
    return replaced(page.translation.text, edits)


def problems(page: PageUnits, texts: Texts) -> dict[str, str]:
    """Section key -> what is wrong with writing it; empty when all of them can be written together."""
    if not texts.sections or _proven(page, texts) is None:
        return {}
    found = {}
    for key in texts.sections:
        problem = _proven(page, texts.only(key))
        if problem is not None:
            found[key] = problem
    return found or {key: "it does not fit together with the other sections" for key in texts.sections}


def _new_page(page: PageUnits, texts: Texts, *, drop: bool) -> str:
    source = page.source
    edits: list[Edit] = []
    if META in texts.sections:
        edits += _value_edits(source, page.sections[META], texts.sections[META])
    rows = line_starts(source.text)
    for name in NOT_COPIED:
        if place := source.front_matter.entries.get((name,)):
            kept = _kept(source, name)
            edits.append((rows[place.line - 1], rows[place.last_line], f"{kept}{line_end(source)}" if kept else ""))
    for key, section in page.sections.items():
        if key in texts.sections and key != META:
            edits += _slot_edits(source, section, texts.sections[key], translated=False)
        elif drop and section.skeleton is not None:
            edits.append((section.skeleton.start, section.skeleton.end, ""))
    return replaced(source.text, edits)


def _kept(source: Page, name: str) -> str:
    """What a new page has of front matter that is about one page alone: when it is to be read again, as its source."""
    due = read_review(source).next if name == "review" else None
    return f"review: {{next: {due.isoformat()}}}" if due else ""


def _slot_edits(page: Page, section: SectionUnits, written: dict[str, str], *, translated: bool) -> list[Edit]:
    """The edits that put the texts of a section into a page: the source, or the translation."""
    end = line_end(page)
    edits = []
    for unit in section.units:
        text = written[unit.id]
        if unit.whole:
            skeleton = section.counterpart if translated else section.skeleton
            edits.append(_core(page.text, skeleton, text.strip("\n").replace("\n", end)))
        elif translated:
            edits.append(filled(unit.target_slot, text, end))
        else:
            edits.append(filled(unit.slot, text + _pin(section, unit), end))
    return edits


def _pin(section: SectionUnits, unit: Unit) -> str:
    """The anchor behind a heading whose source pins none: made up from other words it would be another."""
    ours = section.skeleton.section
    bare = ours.heading is not None and not ours.pinned and not ours.heading.attributes and "{" not in unit.source
    return f" {{ #{section.key} }}" if bare and unit is section.units[0] and unit.kind == "heading" else ""


def _patches(page: Page, section: SectionUnits, written: dict[str, str]) -> list[Edit]:
    """The edits for the units that change."""
    changed = SectionUnits(section.key, "", "", section.state, skeleton=section.skeleton)
    changed.counterpart = section.counterpart
    changed.units = [unit for unit in section.units if written[unit.id] != unit.target]
    return _slot_edits(page, changed, written, translated=True)


def _built(page: PageUnits, section: SectionUnits, written: dict[str, str]) -> str:
    """The section of the source with the texts in it, with the line ends of the translation, without blank ends."""
    start, end = section.skeleton.start, section.skeleton.end
    edits = [(a - start, b - start, new) for a, b, new in _slot_edits(page.source, section, written, translated=False)]
    text = replaced(page.source.text[start:end], edits).replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    return text.replace("\n", line_end(page.translation or page.source))


def _core(text: str, skeleton: SectionSkeleton, new: str) -> Edit:
    """The edit that replaces a section, the blank lines around it kept."""
    piece = text[skeleton.start : skeleton.end]
    lead = len(piece) - len(piece.lstrip("\r\n"))
    return skeleton.start + lead, skeleton.start + len(piece.rstrip("\r\n")), new


def _insertion(page: PageUnits, section: SectionUnits, written: dict[str, str]) -> Edit:
    """The edit that writes a section the translation lacks, behind the one that is before it in the source."""
    translation = page.translation
    text, end = translation.text, line_end(translation)
    at = _body(translation)
    order = list(skeletons(page.source))
    present = {key: other.counterpart for key, other in page.sections.items() if other.counterpart is not None}
    for key in order[: order.index(section.key)]:
        if key in present:
            at = present[key].end
    before, after = text[:at], text[at:]
    lead = "" if not before or before.endswith(end * 2) else end if before.endswith(end) else end * 2
    tail = end if not after.strip("\r\n") else end if after.startswith(end) else end * 2
    return at, at, lead + _built(page, section, written) + tail


def _body(page: Page) -> int:
    """Where the body of a page begins in its text."""
    starts = line_starts(page.text)
    return starts[min(page.body_line, len(starts)) - 1]


def _meta_edits(page: PageUnits, section: SectionUnits, written: dict[str, str]) -> list[Edit]:
    """The edits that put the texts into the front matter of the translation; a key it lacks is added."""
    translation, source = page.translation, page.source
    edits = _value_edits(translation, section, written)
    if not translation.front_matter.closing_line:
        raise Refused("the translation has no front matter: write --- lines with its title into it first")
    end, present = line_end(translation), set(translation.front_matter.values)
    for unit in section.units:
        if unit.target is not None:
            continue
        if len(unit.path) > 1 or unit.path[0] in present:
            raise Refused(f"{unit.id}: {unit.path[0]} has another shape in the translation; write it there by hand")
        before = [name for name in source.front_matter.values if name in present and (name,) in _lines(translation)]
        earlier = [name for name in before if _position(source, name) < _position(source, unit.path[0])]
        line = max((_lines(translation)[(name,)].last_line for name in earlier), default=1)
        at = line_starts(translation.text)[line]
        edits.append((at, at, f"{unit.path[0]}: {front_matter.scalar(written[unit.id])}{end}"))
    return edits


def _lines(page: Page) -> dict:
    return page.front_matter.entries


def _position(page: Page, name: str) -> int:
    return list(page.front_matter.values).index(name)


def _value_edits(page: Page, section: SectionUnits, written: dict[str, str]) -> list[Edit]:
    """The edits for the values of the front matter that a page has and that change."""
    places = {value.path: value for value in front_matter.values(page)}
    edits = []
    for unit in section.units:
        place = places.get(unit.path)
        if place is not None and place.text != written[unit.id]:
            edits.append(
                (place.start, place.end, front_matter.scalar(written[unit.id], plain=place.plain, flow=place.flow))
            )
    return edits


def _proven(page: PageUnits, texts: Texts) -> str | None:
    """What is wrong with a page written so; None when it reads back as it was meant."""
    try:
        text = compose(page, texts)
        new = page_of(text, page.source.key, page.locale, "", page.source.translatable)
        _ = new.sections
    except PageError as error:
        return f"the page could not be read any more: {error.message}"
    except Refused as error:
        return str(error)
    expected = _expected(page, texts)
    sections = [section for section in new.sections if not section.blank]
    if len(sections) != len(expected) or not all(map(_fits, (section for _, section in expected), sections)):
        return f"it would change the sections of the page: {HAZARD}"
    places = dict(zip((name for name, _ in expected), skeletons(new).values(), strict=True))
    for key, written in texts.sections.items():
        section = page.sections[key]
        if key == META:
            values = {value.path: value.text for value in front_matter.values(new)}
            wrong = next((unit for unit in section.units if values.get(unit.path) != written[unit.id]), None)
        else:
            wrong = _misread(section, places[key], written)
        if wrong is not None:
            return f"{wrong.id}: {HAZARD}"
    return None


def _expected(page: PageUnits, texts: Texts) -> list[tuple[str, Section]]:
    """The sections that the page will have, each as it is now, by their names in the source where they have one."""
    ours = [(key, skeleton.section) for key, skeleton in skeletons(page.source).items()]
    if page.translation is None:
        return ours
    names = {each.counterpart.section.key: key for key, each in page.sections.items() if each.counterpart}
    found = [(names.get(key, key), each.section) for key, each in skeletons(page.translation).items()]
    for index, (key, section) in enumerate(ours):
        if key in texts.sections and page.sections[key].counterpart is None:
            before = {name for name, _ in ours[:index]}
            at = max((i for i, (name, _) in enumerate(found) if name in before), default=-1)
            found.insert(at + 1, (key, section))
    return found


def _fits(expected: Section, found: Section) -> bool:
    """Whether a section is the one expected: an anchor that is pinned stays, one made up follows the words."""
    same = not expected.pinned or (found.pinned and found.key == expected.key)
    return same and found.level == expected.level


def _misread(section: SectionUnits, found: SectionSkeleton, written: dict[str, str]) -> Unit | None:
    """The first unit whose text does not stand in a section as it was given."""
    if section.units[0].whole:
        return None
    parts = found.parts or []
    places = {id(slot): index for index, part in enumerate(section.skeleton.parts) for slot in part.slots.values()}
    same_shape = [part.shape for part in parts] == [part.shape for part in section.skeleton.parts]
    for unit in section.units:
        index = places[id(unit.slot)]
        slot = parts[index].slots.get(unit.slot.name) if index < len(parts) else None
        if slot is None or text_of(parts[index], slot) != written[unit.id]:
            return unit
    return None if same_shape else section.units[-1]
