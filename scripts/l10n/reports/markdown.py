"""The report as Markdown, for the summary of a CI run or a comment on a pull request."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from itertools import groupby

from ..finding import Finding, Severity
from ..report import Report
from .excerpt import excerpt
from .printable import isolated, visible
from .words import counted, summary

MARKS = {Severity.ERROR: "❌ error", Severity.WARNING: "⚠️ warning", Severity.NOTICE: "ℹ️ notice"}
COLUMNS = ("Language", "Pages", "Whole", "Current", "Stale", "Not recorded", "Missing", "Words owed", "Unsigned")
# GitHub cuts a summary at 1 MiB and a comment at 65,536 characters; an excerpt of a few hundred findings fits.
MOST = 200
_SIGNS = re.compile(r"([\\`*_{}\[\]#!|~@])")


def render(report: Report) -> str:
    """Outcome, coverage by locale, and an excerpt of errors and warnings, with a line end."""
    grave = [finding for finding in report.findings if finding.severity is not Severity.NOTICE]
    part = excerpt(grave)
    lines = [f"**Translations: {summary(report)}**", "", *_coverage(report), ""]
    for path, findings in groupby(part.shown[:MOST], key=lambda finding: finding.path):
        lines += [f"### {_escaped(path)}", "", *map(_item, findings), ""]
    left = len(grave) - len(part.shown[:MOST])
    if left:
        lines += [f"And {counted(left, 'more finding')}: run `check_translations.py --all`.", ""]
    return "\n".join(lines)


def _coverage(report: Report) -> Iterator[str]:
    yield f"| {' | '.join(COLUMNS)} |"
    yield f"|---{'|--:' * (len(COLUMNS) - 1)}|"
    for locale in report.site.locales:
        if locale.code not in report.coverage.cells:
            continue
        cell = report.coverage.total(locale.code)
        pages = f"{cell.pages} of {cell.pages + cell.missing_pages}" if cell.missing_pages else f"{cell.pages}"
        counts = (cell.current, cell.stale, cell.unrecorded, cell.missing, cell.words_owed, cell.unsigned)
        row = [_escaped(f"{locale.code} {locale.name}"), pages, f"{cell.percent} %", *map(str, counts)]
        yield f"| {' | '.join(row)} |"


def _item(finding: Finding) -> str:
    where = f"line {finding.line}" + (f", {_code('#' + finding.section)}" if finding.section else "")
    return (
        f"- {MARKS[finding.severity]} `{finding.rule.title}` ({where}): {_escaped(finding.message)}<br>"
        f"{_code(finding.hint)}"
    )


def _escaped(text: str) -> str:
    return _SIGNS.sub(r"\\\1", escape(isolated(text), quote=False))


def _code(text: str) -> str:
    """A code span whatever it holds: fenced by more backticks than stand together inside."""
    text = visible(text)
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", text)), default=0))
    return f"{fence} {text} {fence}" if "`" in text else f"{fence}{text}{fence}"
