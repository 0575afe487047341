"""The report as one JSON object for other programs; report.schema.json beside this describes it.

VERSION is raised when a key goes or changes its meaning; new keys may come without that.
"""

from __future__ import annotations

import json

from ..finding import Finding
from ..report import Report

VERSION = 1


def render(report: Report) -> str:
    """`{"version", "source", "locales", "summary", "findings", "silenced", "coverage"}`, with a line end."""
    counts = {severity.value: count for severity, count in report.counts.items()}
    data = {
        "version": VERSION,
        "source": report.site.source.code,
        "locales": [
            {"code": locale.code, "name": locale.name, "dir": "rtl" if locale.rtl else "ltr"}
            for locale in report.site.locales
        ],
        "summary": {
            "error": counts.get("error", 0),
            "warning": counts.get("warning", 0),
            "notice": counts.get("notice", 0),
            "silenced": len(report.silenced),
            "exit_code": report.exit_code,
        },
        "findings": [as_dict(finding) for finding in report.findings],
        "silenced": [{**as_dict(finding), "reason": finding.silenced} for finding in report.silenced],
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
