"""The scores as text: the table of rules that the command prints, and that of families which stands in README."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from .run import Score

BEGIN, END = "<!-- detection: written by ./scripts/bench detection -->", "<!-- /detection -->"
HEAD = f"{'rule':28}{'planted':>8}{'found':>8}{'pofilter':>10}{'collateral':>12}"


def row(score: Score) -> str:
    """A line for a rule."""
    found, others = percent(score.found, score.planted), percent(score.pofilter, score.as_units)
    return f"{score.rule.title:28}{score.planted:>8}{found:>8}{others:>10}{score.collateral:>12}"


def percent(part: int, whole: int) -> str:
    """A share, rounded down so that 100 % means all; a dash where there is nothing to share."""
    return f"{100 * part // whole} %" if whole else "–"


def families(scores: Iterable[Score]) -> dict[str, list[Score]]:
    """The scores by family of rules, in the order of the list of rules, and all of them as `all`."""
    found: dict[str, list[Score]] = defaultdict(list)
    every = list(scores)
    for score in every:
        found[score.rule.value.family.value].append(score)
    return {**found, "all": every}


def readme(scores: Iterable[Score]) -> Iterator[str]:
    """The lines between the marks in README."""
    yield "| Family | Rules | Planted | Found | Can be in PO | pofilter finds of these |"
    yield "|---|---:|---:|---:|---:|---:|"
    for family, of_it in families(scores).items():
        planted, found, units, others = (
            sum(getattr(score, name) for score in of_it) for name in ("planted", "found", "as_units", "pofilter")
        )
        name = f"**{family}**" if family == "all" else family
        yield f"| {name} | {len(of_it)} | {planted} | {percent(found, planted)} | {units} | {percent(others, units)} |"
