"""What of a section that is behind need not be translated again: the units whose text is still the one translated.

The record of a translation names the source text it was made from; the history of the page has that text (`old_texts`).
Its units stand in the translation one for one; those that the source still has are settled, wherever they stand now.
"""

from __future__ import annotations

from difflib import SequenceMatcher

from ..digest import digests, normalised
from ..old_texts import Versions, find_old_texts, former
from ..page import META, Page
from ..record import valid_digest
from . import front_matter
from .skeleton import skeletons
from .units import Only, PageUnits, SectionUnits, paired, text_of, texts_in


def settle(page: PageUnits, versions: Versions) -> str:
    """Settle the units of stale sections that have not changed; why the history could not be read, "" if it could.

    `versions` gives the versions of the source page, newest first; it is asked only when there is something to settle.
    """
    translation = page.translation
    stale = {key: section for key, section in page.sections.items() if section.state is Only.STALE}
    recorded = [key for key in stale if valid_digest(translation, "source", key)] if translation is not None else []
    if not recorded:
        return ""
    record = {key: translation.record[key] for key in recorded}
    old, reason = find_old_texts(page.source, record, recorded, versions)
    for key, text in old.items():
        before = former(page.source, text.version.data)
        if before is None or stale[key].units[0].whole:
            continue
        if key == META:
            _settle_front_matter(stale[key], before)
        else:
            _settle_section(stale[key], before, record[key])
    return reason


def _settle_front_matter(section: SectionUnits, before: Page) -> None:
    texts = {value.path: value.text for value in front_matter.values(before)}
    for unit in section.units:
        unit.previous = texts.get(unit.path, "")
        unit.settled = unit.target is not None and normalised(unit.previous) == normalised(unit.source)
    section.known = True


def _settle_section(section: SectionUnits, before: Page, digest: str) -> None:
    """Pair the units of a section with those it had, by their texts in order, and through these with the translation."""
    name = next(name for name, value in digests(before).items() if value == digest and name != META)
    ours = skeletons(before)[name].parts
    pairs = paired(ours, section.counterpart.parts if section.counterpart else None)
    if pairs is None:
        return
    others = {id(part): other for part, other in pairs}
    old = [
        (text_of(part, slot), text_of(others[id(part)], others[id(part)].slots[slot.name]))
        for part, slot in texts_in(ours, before)
    ]
    matcher = SequenceMatcher(
        None, [normalised(text) for text, _ in old], [normalised(unit.source) for unit in section.units], autojunk=False
    )
    for how, first, last, start, end in matcher.get_opcodes():
        units = section.units[start:end]
        same_number = last - first == end - start
        for index, unit in enumerate(units):
            unit.previous, unit.target = old[first + index] if same_number else ("", None)
            unit.settled = how == "equal"
        if units and not same_number:
            units[0].previous = "\n".join(text for text, _ in old[first:last])
            units[0].target = "\n".join(text for _, text in old[first:last]) or None
    section.known = True
