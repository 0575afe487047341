"""The outcome of a check in one sentence, the same in every format that people read."""

from __future__ import annotations

from ..finding import Severity
from ..report import Report


def summary(report: Report, *, notices: bool = True) -> str:
    """`Whole and current, 2 notices.` or `1 error, 3 warnings.`; without `notices` it says how to list them."""
    counts = report.counts
    parts = [counted(counts[severity], severity.value) for severity in Severity if counts[severity]]
    if counts[Severity.NOTICE] and not notices:
        parts[-1] += " (--notices lists them)"
    if not counts[Severity.ERROR] and not counts[Severity.WARNING]:
        parts.insert(0, "Whole and current")
    return ", ".join(parts) + "."


def counted(count: int, noun: str) -> str:
    """`1 error`, `2 errors`."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
