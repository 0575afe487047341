"""The report as annotations of GitHub Actions, gravest first.

GitHub shows ten of each severity a step; so the first finding of every rule on every page goes before the second.
https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from collections import Counter

from ..finding import Finding, Severity
from ..report import Report
from .printable import visible
from .repository import in_repository, repository_prefix
from .words import summary

ORDER = list(Severity)


def render(report: Report) -> str:
    """One line a finding, then the outcome, with a line end."""
    prefix = repository_prefix(report)
    lines = [_annotation(finding, prefix) for finding in _by_gravity(report.findings)]
    return "\n".join([*lines, summary(report)]) + "\n"


def _by_gravity(findings: list[Finding]) -> list[Finding]:
    seen: Counter[tuple] = Counter()
    ranked = []
    for finding in findings:
        same = (finding.path, finding.rule)
        ranked.append((ORDER.index(finding.severity), seen[same], finding))
        seen[same] += 1
    return [finding for *_, finding in sorted(ranked, key=lambda item: item[:2])]


def _annotation(finding: Finding, prefix: str) -> str:
    place = {"file": in_repository(prefix, finding.path), "line": str(finding.line), "title": finding.rule.title}
    properties = ",".join(f"{name}={_property(value)}" for name, value in place.items())
    message = f"{visible(finding.message)}\nTo mend it: {visible(finding.hint)}."
    return f"::{finding.severity.value} {properties}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
