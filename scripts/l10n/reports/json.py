"""The report as one JSON object for other programs."""

from __future__ import annotations

import json

from ..finding import Finding
from ..runner import Report

VERSION = 1


def render(report: Report) -> str:
    """`{"version", "findings": […], "coverage": {locale: {section: counts}}}`, with a line end."""
    data = {
        "version": VERSION,
        "findings": [as_dict(finding) for finding in report.findings],
        "coverage": report.coverage.as_dict(),
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def as_dict(finding: Finding) -> dict[str, str | int]:
    """A finding with plain values, keys in the documented order."""
    return {
        "rule": finding.rule.title,
        "severity": finding.severity.value,
        "locale": finding.locale,
        "path": finding.path,
        "line": finding.line,
        "section": finding.section,
        "message": finding.message,
        "hint": finding.hint,
    }
