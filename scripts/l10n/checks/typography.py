"""How a page is written, whatever its source says: quotation marks, spacing, punctuation, letters, characters."""

from __future__ import annotations

from collections.abc import Iterator

from ..finding import Draft
from ..rules import Rule
from ..typography import flaws
from .context import Context

SHOWN = 6  # lines named in a finding that stands for many


def typography(context: Context) -> Iterator[Draft]:
    """The flaws of each passage; those of one rule in one section are one finding, which names their lines."""
    page = context.page
    quotes = context.site.policy.quotes.get(page.locale, ())
    found: dict[tuple[str, Rule], list[tuple[int, str, str]]] = {}
    for passage in page.passages:
        for flaw in flaws(passage.text, page.locale, quotes, passage.words):
            place = (passage.line_at(flaw.start), flaw.message, flaw.hint)
            found.setdefault((passage.section, flaw.rule), []).append(place)
    for (section, rule), places in found.items():
        line, message, hint = places[0]
        yield Draft(rule, line, section, message + _others(places), hint)


def _others(places: list[tuple[int, str, str]]) -> str:
    if len(places) == 1:
        return ""
    lines = list(dict.fromkeys(str(line) for line, _, _ in places[1:]))
    more = ", …" if len(lines) > SHOWN else ""
    return f" (and {len(places) - 1} more in this section: line {', '.join(lines[:SHOWN])}{more})"
