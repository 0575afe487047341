"""The report for people: coverage by locale and section, then the findings page by page.

Drawn by rich. Nothing is said by colour alone; where the terminal is too narrow for the table, its rows become lines.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO
from itertools import groupby

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.measure import Measurement
from rich.table import Table
from rich.text import Text

from ..coverage import CoverageCell
from ..finding import Finding, Severity
from ..report import Report
from .excerpt import Excerpt, excerpt
from .printable import isolated
from .words import counted, summary

STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTICE: "cyan"}
COLUMNS = ("Pages", "Whole", "Current", "Stale", "Not\nrecorded", "Missing", "Words\nowed")
UNSIGNED = "Unsigned"  # a column only where the policy asks for signatures
NOTHING = "·"
MIN_ROOM = 10  # columns for a text behind its mark, however narrow the terminal
UNLIMITED = 10_000  # columns: a line of a pipe or a file is not broken


def render(
    report: Report,
    *,
    colour: bool = False,
    width: int | None = None,
    notices: bool = False,
    whole: bool = False,
    coverage: bool = True,
) -> str:
    """The report as text with a line end.

    Escape codes only with `colour`; lines are broken to `width` columns, None for a pipe; notices are listed only with
    `notices`, and without `whole` only some findings of each rule; the table of coverage stands on top with `coverage`.
    """
    out = StringIO()
    console = Console(
        file=out,
        width=width or UNLIMITED,
        force_terminal=colour,
        color_system="standard" if colour else None,
        highlight=False,
        emoji=False,
        markup=False,
        legacy_windows=False,
        no_color=False,
    )
    if coverage:
        console.print(_fitting(report, console))
        console.print()
    told = [finding for finding in report.findings if notices or finding.severity is not Severity.NOTICE]
    part = excerpt(told, whole=whole)
    for path, findings in groupby(part.shown, key=lambda finding: finding.path):
        for line in _findings(list(findings), console, part, path):
            console.print(line)
        console.print()
    for line in _left_out(part):
        console.print(line)
    console.print(summary(report, notices=notices))
    return "\n".join(line.rstrip(" ") for line in out.getvalue().split("\n"))


def coverage_table(report: Report) -> Table:
    """Coverage as a table: a row for each locale, below it one for each of its sections."""
    table = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 0, 0, 1), header_style="bold", show_edge=False)
    table.add_column("Language and\nsection", no_wrap=True, vertical="bottom")
    cells = (cell for sections in report.coverage.cells.values() for cell in sections.values())
    signed = any(section.sign for section in report.site.policy.sections) or any(cell.unsigned for cell in cells)
    for column in (*COLUMNS, UNSIGNED) if signed else COLUMNS:
        table.add_column(column, justify="right", no_wrap=True, vertical="bottom")
    for locale in report.site.locales:
        sections = report.coverage.cells.get(locale.code)
        if not sections:
            continue
        total = report.coverage.total(locale.code)
        table.add_row(Text(f"{locale.code}  {isolated(locale.name)}", "bold"), *_cells(total, "bold", signed=signed))
        if len(sections) > 1:
            for section, cell in sections.items():
                table.add_row(f"  {isolated(section)}", *_cells(cell, signed=signed))
    return table


def _fitting(report: Report, console: Console) -> Table | Text:
    table = coverage_table(report)
    if Measurement.get(console, console.options.update(max_width=UNLIMITED), table).maximum <= console.width:
        return table
    lines = []
    for locale in report.site.locales:
        sections = report.coverage.cells.get(locale.code, {})
        total = report.coverage.total(locale.code)
        if sections:
            lines.append(Text(f"{locale.code}  {isolated(locale.name)}  {total.percent} % current", "bold"))
            lines += [Text(f"  {isolated(section)}: {_told(cell)}") for section, cell in sections.items()]
    return Text("\n").join(lines)


def _cells(cell: CoverageCell, style: str = "", *, signed: bool) -> Iterator[Text]:
    owed = "yellow" if cell.percent < 100 else ""
    yield Text(_pages(cell), style)
    yield Text(f"{cell.percent} %", f"{style} {owed or 'green'}")
    yield Text(str(cell.current or NOTHING), style)
    for count in (cell.stale, cell.unrecorded, cell.missing, cell.words_owed):
        yield Text(f"{count:,}" if count else NOTHING, f"{style} {owed if count else 'dim'}")
    if signed:
        yield Text(str(cell.unsigned or NOTHING), style if cell.unsigned else "dim")


def _pages(cell: CoverageCell) -> str:
    total = cell.pages + cell.missing_pages
    return f"{cell.pages} of {total}" if cell.missing_pages else str(cell.pages)


def _told(cell: CoverageCell) -> str:
    """A row of the table in words, without what is nothing."""
    sections = [("current", cell.current), ("stale", cell.stale), ("unrecorded", cell.unrecorded)]
    told = [f"{count} {state}" for state, count in [*sections, ("missing", cell.missing)] if count]
    parts = [f"{_pages(cell)} page{'' if cell.pages + cell.missing_pages == 1 else 's'}"]
    parts.append(f"sections {', '.join(told) or 'none'}")
    if cell.words_owed:
        parts.append(f"{cell.words_owed:,} words owed")
    if cell.unsigned:
        parts.append(f"{cell.unsigned} unsigned")
    return "; ".join(parts)


def _findings(findings: list[Finding], console: Console, part: Excerpt, path: str) -> Iterator[Text]:
    """Place, severity, rule and message on a line where they fit, else the message below; then the hint."""
    places = [f"{isolated(finding.path)}:{finding.line}" for finding in findings]
    place_width = max(map(len, places))
    rule_width = max(len(finding.rule.title) for finding in findings)
    for place, finding in zip(places, findings, strict=True):
        head = Text(f"{place.ljust(place_width)}  ")
        head.append(finding.severity.value.ljust(7), STYLES[finding.severity])
        head.append(f"  {finding.rule.title.ljust(rule_width)}")
        message = Text(isolated(finding.message))
        if head.cell_len + 2 + message.cell_len <= console.width:
            yield head.append("  ").append_text(message)
        else:
            head.rstrip()
            yield head
            yield from _indented(message, "    ", console)
        yield from _indented(Text(isolated(finding.hint), "dim"), "    -> ", console)
    for (page, rule), count in part.on_page.items():
        if page == path:
            yield Text(f"    and {count} more of {rule.title} on this page (--all lists them)")


def _indented(text: Text, mark: str, console: Console) -> Iterator[Text]:
    """The text broken to the width that is left behind a mark, which stands before its first line."""
    room = max(console.width - len(mark), MIN_ROOM)
    for index, line in enumerate(text.wrap(console, room) if text.cell_len > room else [text]):
        line.rstrip()
        yield Text(mark if index == 0 else " " * len(mark)).append_text(line)


def _left_out(part: Excerpt) -> Iterator[Text]:
    for (locale, rule), count in part.in_locale.items():
        where = f"in {locale}" if locale else "in the site's data"
        yield Text(f"{counted(count, 'more finding')} of {rule.title} {where} (--all lists them)")
    if part.in_locale:
        yield Text()
