"""Sections of a source page matched with those of its translation."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from .page import Page, Section
from .record import Comparison

COUNTED = re.compile(r"_\d+")


@dataclass
class Pairing:
    """Matched sections in the order of the source, and those that have no counterpart."""

    pairs: list[tuple[Section, Section]] = field(default_factory=list)
    missing: list[Section] = field(default_factory=list)
    extra: list[Section] = field(default_factory=list)

    @property
    def certain(self) -> bool:
        """Whether each section has its counterpart, in the same order on the same level, so that none can be mistaken."""
        lines = [theirs.line for _, theirs in self.pairs]
        return (
            not self.missing
            and not self.extra
            and lines == sorted(lines)
            and all(ours.level == theirs.level for ours, theirs in self.pairs)
        )


def pair_sections(source: Page, translation: Page, comparison: Comparison) -> Pairing:
    """Sections matched by anchor, by an anchor known to have moved, and headings without an anchor by their place.

    Between two sections matched by anchor, headings that pin none are matched in order when their number and levels are
    the same on both pages: otherwise nothing tells which is which.
    """
    theirs = dict(translation.by_key)
    matched: dict[str, Section] = {}
    for key, section in source.by_key.items():
        for candidate in (key, comparison.moved.get(key)):
            if candidate in theirs and not (_counted(section) and _counted(theirs[candidate])):
                matched[key] = theirs.pop(candidate)
                break
    for left, loose in _gaps(source, translation, matched, theirs):
        if loose and left[0].level == loose[0].level == 1:  # the title of the page, whatever follows
            matched[left[0].key] = theirs.pop(loose[0].key)
            left, loose = left[1:], loose[1:]
        if [section.level for section in left] == [section.level for section in loose]:
            for ours, other in zip(left, loose, strict=True):
                matched[ours.key] = other
                del theirs[other.key]
    return Pairing(
        [(section, matched[key]) for key, section in source.by_key.items() if key in matched],
        [section for key, section in source.by_key.items() if key not in matched],
        list(theirs.values()),
    )


def _counted(section: Section) -> bool:
    """Whether the build made the key up by counting, because no letter of the heading is Latin: it tells nothing."""
    return not section.pinned and COUNTED.fullmatch(section.key) is not None


def _gaps(
    source: Page, translation: Page, matched: dict[str, Section], theirs: dict[str, Section]
) -> list[tuple[list[Section], list[Section]]]:
    """(unmatched headings of the source, headings without an anchor of the translation) between matched sections."""
    places = {section.key: index for index, section in enumerate(translation.sections)}
    gaps: list[tuple[list[Section], int]] = [([], -1)]
    for key, section in source.by_key.items():
        if key not in matched:
            if section.heading:
                gaps[-1][0].append(section)
        elif (place := places[matched[key].key]) > gaps[-1][1]:  # else it stands in another order: no fence
            gaps.append(([], place))
    ends = [place for _, place in gaps[1:]] + [len(places)]
    return [
        (
            left,
            [
                section
                for section in translation.sections[start + 1 : end]
                if section.key in theirs and section.heading and not section.pinned
            ],
        )
        for (left, start), end in zip(gaps, ends, strict=True)
        if left
    ]
