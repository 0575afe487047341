"""The report for people: coverage by locale and section, then the findings page by page."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from ..finding import Finding, Severity
from ..runner import Report

HEADINGS = ("", "", "pages", "current", "stale", "unrecorded", "missing", "words owed", "unsigned")
COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTICE: "36"}


def render(report: Report, *, colour: bool, notices: bool) -> str:
    """The report as text with a line end; escape codes only with `colour`, notices in full only with `notices`."""
    lines = [*_coverage(report), ""]
    told = [finding for finding in report.findings if notices or finding.severity is not Severity.NOTICE]
    for path, findings in groupby(told, key=lambda finding: finding.path):
        lines += [path, *_findings(list(findings), colour), ""]
    lines.append(_summary(report, notices))
    return "\n".join(lines) + "\n"


def _coverage(report: Report) -> Iterator[str]:
    rows = [HEADINGS]
    for locale, sections in report.coverage.cells.items():
        for index, (section, cell) in enumerate(sections.items()):
            total = cell.pages + cell.missing_pages
            pages = f"{cell.pages} of {total}" if cell.missing_pages else str(cell.pages)
            counts = (cell.current, cell.stale, cell.unrecorded, cell.missing, cell.words_owed, cell.unsigned)
            rows.append((locale if index == 0 else "", section, pages, *(str(count or "·") for count in counts)))
    widths = [max(_width(row[column]) for row in rows) for column in range(len(HEADINGS))]
    for row in rows:
        sized = enumerate(zip(row, widths, strict=True))
        cells = [_padded(cell, width, left=column < 2) for column, (cell, width) in sized]
        yield "  ".join(cells).rstrip()


def _width(text: str) -> int:
    """Columns of a terminal; marks that combine take none."""
    return sum(1 + (unicodedata.east_asian_width(c) in "WF") for c in text if not unicodedata.combining(c))


def _padded(text: str, width: int, *, left: bool) -> str:
    blanks = " " * (width - _width(text))
    return text + blanks if left else blanks + text


def _findings(findings: list[Finding], colour: bool) -> Iterator[str]:
    places = [f"{finding.path}:{finding.line}" for finding in findings]
    place_width = max(map(len, places))
    rule_width = max(len(finding.rule.title) for finding in findings)
    for place, finding in zip(places, findings, strict=True):
        severity = finding.severity.value.ljust(7)
        if colour:
            severity = f"\033[{COLOURS[finding.severity]}m{severity}\033[0m"
        yield f"{place.ljust(place_width)}  {severity}  {finding.rule.title.ljust(rule_width)}  {finding.message}"
        yield f"    -> {finding.hint}"


def _summary(report: Report, notices: bool) -> str:
    counts = Counter(finding.severity for finding in report.findings)
    parts = [_counted(counts[severity], severity.value) for severity in Severity if counts[severity]]
    if counts[Severity.NOTICE] and not notices:
        parts[-1] += " (--notices lists them)"
    if not counts[Severity.ERROR] and not counts[Severity.WARNING]:
        parts.insert(0, "Whole and current")
    return ", ".join(parts) + "."


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
