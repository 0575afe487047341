"""Coverage counted: by locale and section of the site, pages and sections in each state."""

from __future__ import annotations

from dataclasses import asdict, astuple, dataclass, field


@dataclass
class CoverageCell:
    """One locale in one section. `pages` exist; the other counts but `missing_pages` and `unsigned` are sections."""

    pages: int = 0
    missing_pages: int = 0
    current: int = 0
    stale: int = 0
    unrecorded: int = 0
    missing: int = 0
    words_owed: int = 0
    unsigned: int = 0  # pages that lack a sign-off the policy wants

    @property
    def sections(self) -> int:
        """All sections that there should be."""
        return self.current + self.stale + self.unrecorded + self.missing

    @property
    def percent(self) -> int:
        """Current sections in a hundred, rounded down: 100 only when nothing is owed."""
        return 100 * self.current // self.sections if self.sections else 100

    def __add__(self, other: CoverageCell) -> CoverageCell:
        """Both together."""
        return CoverageCell(*(mine + theirs for mine, theirs in zip(astuple(self), astuple(other), strict=True)))


@dataclass
class Coverage:
    """The cells, locales and sections in the order they were met."""

    cells: dict[str, dict[str, CoverageCell]] = field(default_factory=dict)

    def cell(self, locale: str, section: str) -> CoverageCell:
        """The cell, created empty when it is new."""
        return self.cells.setdefault(locale, {}).setdefault(section, CoverageCell())

    def add(self, locale: str, section: str, count: CoverageCell) -> None:
        """Count one page more in a cell."""
        cell = vars(self.cell(locale, section))
        for name, number in vars(count).items():
            cell[name] += number

    def total(self, locale: str) -> CoverageCell:
        """All sections of a locale together."""
        return sum(self.cells.get(locale, {}).values(), CoverageCell())

    def as_dict(self) -> dict[str, dict[str, dict[str, int]]]:
        """Plain dictionaries for JSON."""
        return {
            locale: {section: asdict(cell) for section, cell in sections.items()}
            for locale, sections in self.cells.items()
        }
