"""Sections of a source page matched with those of its translation."""

from __future__ import annotations

from dataclasses import dataclass, field

from .page import Page, Section
from .record import Comparison


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

    Headings that pin no anchor are matched in order only when their number and levels are the same on both pages:
    otherwise nothing tells which is which.
    """
    theirs = dict(translation.by_key)
    matched: dict[str, Section] = {}
    for key in source.by_key:
        for candidate in (key, comparison.moved.get(key)):
            if candidate in theirs:
                matched[key] = theirs.pop(candidate)
                break
    left = [section for key, section in source.by_key.items() if key not in matched and section.heading]
    loose = [section for section in theirs.values() if section.heading and not section.pinned]
    if [section.level for section in left] == [section.level for section in loose]:
        for ours, other in zip(left, loose, strict=True):
            matched[ours.key] = other
            del theirs[other.key]
    return Pairing(
        [(section, matched[key]) for key, section in source.by_key.items() if key in matched],
        [section for key, section in source.by_key.items() if key not in matched],
        list(theirs.values()),
    )
