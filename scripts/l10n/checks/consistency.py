"""One sentence of the source, translated in one way on all pages of a section."""

from __future__ import annotations

from collections.abc import Iterator

from ..consistency import deviations
from ..finding import Draft
from ..rules import Rule
from .context import Context

WIDTH = 60


def same_translation(context: Context) -> Iterator[Draft]:
    """Sentences that are translated otherwise than on most other pages of the section."""
    page, policy = context.page, context.policy
    if not policy.consistent or context.is_source:
        return
    for found in context.corpus.loaded(deviations, context.corpus, policy.prefix, page.locale).get(page.path, ()):
        usual = found.usual
        place = f"{usual.path}:{usual.line}"
        yield Draft(
            Rule.INCONSISTENT_TRANSLATION,
            found.use.line,
            found.use.section,
            f"“{_short(found.use.source)}” is “{_short(found.use.text)}” here and “{_short(usual.text)}” in {place}.",
            f"write it as in {place}, or translate it there as here",
        )


def _short(text: str) -> str:
    text = " ".join(text.replace("\ufffc", "▢").split())
    return text if len(text) <= WIDTH else text[: WIDTH - 1].rstrip() + "…"
