"""What the check of one page in one locale came to, as data that another process or a file can hand on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from .coverage import CoverageCell
from .finding import Finding, Severity
from .journal import Answer, Question
from .links import WantedAnchor
from .rules import RULES

Broken = tuple[str, int, str]


@dataclass
class Verdict:
    """The findings of a place, its share of the coverage and the anchors of its page.

    `wanted` are the anchors of other pages that links lead to; `section` and `count` are None where nothing is counted,
    `anchors` where there is no page or the build makes others; `broken` tells of data files that cannot be used, (path, line, problem), their
    paths counted from the configuration's folder; `asked` holds what the verdict depends on, and is None when it must
    not be kept.
    """

    findings: list[Finding] = field(default_factory=list)
    wanted: list[WantedAnchor] = field(default_factory=list)
    section: str | None = None
    count: CoverageCell | None = None
    anchors: frozenset[str] | None = None
    broken: list[Broken] = field(default_factory=list)
    asked: dict[Question, Answer] | None = None


def as_plain(verdict: Verdict) -> list[Any]:
    """A verdict as lists and texts, without what it depends on. Its findings are all on one path in one locale."""
    return [
        [_finding_as_plain(finding) for finding in verdict.findings],
        verdict.wanted,
        verdict.section,
        None if verdict.count is None else list(vars(verdict.count).values()),
        None if verdict.anchors is None else sorted(verdict.anchors),
        verdict.broken,
    ]


def from_plain(plain: list[Any], path: str, locale: str) -> Verdict:
    """The verdict again. Raises ValueError, TypeError, KeyError or IndexError when `plain` is none."""
    findings, wanted, section, count, anchors, broken = plain
    return Verdict(
        [_finding(values, path, locale) for values in findings],
        [WantedAnchor(*values) for values in wanted],
        section,
        None if count is None else CoverageCell(*count),
        None if anchors is None else frozenset(anchors),
        [(path, line, problem) for path, line, problem in broken],
    )


def _finding_as_plain(finding: Finding) -> list[Any]:
    rule, severity = finding.rule.title, finding.severity.value
    return [rule, severity, finding.line, finding.section, finding.message, finding.hint, finding.silenced]


def _finding(values: list[Any], path: str, locale: str) -> Finding:
    rule, severity, line, section, message, hint, silenced = values
    return Finding(RULES[rule], Severity(severity), locale, path, line, section, message, hint, silenced)
