"""The outcome of a check as data: what every format of a report is made from."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from .coverage import Coverage
from .finding import Finding, Severity
from .rules import UNREADABLE
from .site import Site


@dataclass
class Report:
    """Sorted findings, those that a comment silences apart; the places that were checked; coverage.

    A place is (path as reports print it, locale), in the order of the check; a page that is missing counts too.
    """

    site: Site
    findings: list[Finding] = field(default_factory=list)
    silenced: list[Finding] = field(default_factory=list)
    places: list[tuple[str, str]] = field(default_factory=list)
    coverage: Coverage = field(default_factory=Coverage)

    @property
    def counts(self) -> Counter[Severity]:
        """How many findings of each severity."""
        return Counter(finding.severity for finding in self.findings)

    @property
    def exit_code(self) -> int:
        """2 when something could not be checked, 1 when there is an error, else 0."""
        if any(finding.rule in UNREADABLE for finding in self.findings):
            return 2
        return int(any(finding.severity is Severity.ERROR for finding in self.findings))
