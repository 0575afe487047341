"""What a check is given: one page, its source, and what is already known about the two."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from ..corpus import Corpus
from ..lazy import lazy
from ..page import META, Page, Section
from ..pairs import Pairing
from ..passages import Passage
from ..policy import SectionPolicy
from ..record import Comparison
from ..site import Site

Value = TypeVar("Value")


@dataclass
class Context:
    """A page to check. For a page of the source locale `source` is the page itself and the pairing is empty."""

    site: Site
    corpus: Corpus
    page: Page
    source: Page
    policy: SectionPolicy
    day: date
    comparison: Comparison = field(default_factory=Comparison)
    pairing: Pairing = field(default_factory=Pairing)
    _made: dict[Callable[..., Any], Any] = field(default_factory=dict, repr=False)

    @property
    def today(self) -> date:
        """The day of the check. Ask only where it matters: the verdict then holds for this day alone."""
        self.site.journal.note(self.day.isoformat(), "today")
        return self.day

    def shared(self, make: Callable[[Context], Value]) -> Value:
        """What a function makes of this context, made once for all checks that ask for it."""
        if make not in self._made:
            self._made[make] = make(self)
        return self._made[make]

    @property
    def is_source(self) -> bool:
        """Whether the page is in the source locale."""
        return self.page is self.source

    @property
    def pairs(self) -> Iterator[tuple[Section, Section]]:
        """Sections of the source with those of the translation."""
        return iter(self.pairing.pairs)

    @lazy
    def read_pairs(self) -> list[tuple[str, list[Passage], list[Passage]]]:
        """(key of the source's section, its passages, those of the translation), the front matter first."""
        if self.is_source:
            return []
        keys = [(META, META), *((ours.key, theirs.key) for ours, theirs in self.pairs)]
        read = ((key, self.source.read.get(key), self.page.read.get(other)) for key, other in keys)
        return [(key, ours, theirs) for key, ours, theirs in read if ours and theirs]

    @lazy
    def alike(self) -> frozenset[str]:
        """The keys of `read_pairs` whose passages are of the same kinds, in the same order, on both pages."""
        return frozenset(
            key
            for key, ours, theirs in self.read_pairs
            if len(ours) == len(theirs) and [passage.place for passage in ours] == [passage.place for passage in theirs]
        )
