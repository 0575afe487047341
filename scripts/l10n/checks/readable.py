"""Whether the pages of a section are easy enough to read: the gates that the policy sets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..finding import Draft
from ..reading import FIGURES, Figures, Gate, measure, read_reading, told
from ..rules import Rule
from .context import Context

WIDTH = 80


def gates(context: Context) -> Iterator[Draft]:
    """Pages whose sentences or words are too long in the mean, and each sentence that is too long by itself."""
    page, path = context.page, context.policy.reading
    if path is None:
        return
    policy = context.corpus.loaded(read_reading, path)
    limits = policy.gates.get(page.locale)
    figures = measure(page, policy.leave_out) if limits else None
    if figures is None:
        return
    yield from _page(figures, limits)
    longest = limits.get("longest", Gate())
    for sentence in figures.sentences:
        rule, limit = _exceeded(longest, len(sentence.words))
        if rule:
            short = sentence.text if len(sentence.text) <= WIDTH else sentence.text[: WIDTH - 1].rstrip() + "…"
            message = f"A sentence has {len(sentence.words)} words, more than {limit}: “{short}”"
            yield Draft(rule, sentence.line, sentence.section, message, "make two of it")


def _page(figures: Figures, limits: Mapping[str, Gate]) -> Iterator[Draft]:
    """One finding for the page, by its gravest figure."""
    found = {
        name: rule
        for name in FIGURES
        if name != "longest" and (rule := _exceeded(limits.get(name, Gate()), getattr(figures, name))[0])
    }
    if found:
        rule = Rule.TOO_HARD_TO_READ if Rule.TOO_HARD_TO_READ in found.values() else Rule.HARD_TO_READ
        hint = {"mean": "shorten sentences", "index": "take shorter words"}
        message = f"The page is hard to read: {told(figures, limits)}."
        yield Draft(rule, figures.sentences[0].line, "", message, " and ".join(hint[name] for name in found))


def _exceeded(gate: Gate, figure: float) -> tuple[Rule | None, int | None]:
    """The rule that a figure breaks, and its limit."""
    if gate.fail is not None and figure > gate.fail:
        return Rule.TOO_HARD_TO_READ, gate.fail
    if gate.warn is not None and figure > gate.warn:
        return Rule.HARD_TO_READ, gate.warn
    return None, None
