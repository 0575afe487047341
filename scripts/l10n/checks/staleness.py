"""Which sections are not current: what the record of a translation says against its source."""

from __future__ import annotations

from collections.abc import Iterator

from ..finding import Draft
from ..page import META, shown
from ..rules import Rule
from .context import Context


def records(context: Context) -> Iterator[Draft]:
    """Findings about `source:` itself: its shape and its values."""
    page = context.page
    if "source" not in page.front_matter.values:
        return
    if not context.site.policy.declared and not isinstance(page.record, dict):
        return  # a site that does not know this checker may use the key for something else
    line = page.front_matter.line("source")
    if context.is_source:
        yield Draft(
            Rule.INVALID_RECORD,
            line,
            META,
            "A source page has a record `source:`.",
            "take `source:` out: only translations record what they were made from",
        )
        return
    if not isinstance(page.record, dict):
        yield Draft(
            Rule.INVALID_RECORD,
            line,
            META,
            "`source:` is not a mapping of sections to digests.",
            f"run: check_translations.py stamp {page.path}",
        )
        return
    for key, value in context.comparison.invalid.items():
        yield Draft(
            Rule.INVALID_RECORD,
            page.front_matter.line("source", key),
            key,
            f"The record of {key} is {_shown(value)}, not eight hex digits in quotation marks.",
            f"run: check_translations.py stamp {page.path}#{key}",
        )


def _shown(value: object) -> str:
    if isinstance(value, str):
        return f"{value!r}"
    return f"the {'number' if isinstance(value, int | float) else type(value).__name__} {value}"


def sections(context: Context) -> Iterator[Draft]:
    """Findings for each section that is not current."""
    if context.is_source:
        return
    page, comparison = context.page, context.comparison
    missing = {section.key for section in context.pairing.missing}
    stamp = f"check_translations.py stamp {page.path}"
    for key in comparison.stale:
        yield Draft(
            Rule.STALE_SECTION,
            _line(context, key),
            key,
            f"The source text of {shown(key)} has changed.",
            f"run: check_translations.py explain {page.path}, translate what changed ({_source_place(context, key)}), "
            f"then run: {stamp}#{key}",
        )
    if comparison.unrecorded and not isinstance(page.record, dict):
        yield Draft(
            Rule.UNRECORDED_SECTION,
            1,
            "",
            "The page does not record which source text it was made from.",
            f"compare it with {context.source.path}, then run: {stamp}",
        )
    else:
        for key in comparison.unrecorded:
            if key in comparison.invalid or key in missing:
                continue  # reported as that
            yield Draft(
                Rule.UNRECORDED_SECTION,
                _line(context, key),
                key,
                f"No source text is recorded for {shown(key)}.",
                f"compare it with {_source_place(context, key)}, then run: {stamp}#{key}",
            )
    for key, old in comparison.moved.items():
        yield Draft(
            Rule.MOVED_SECTION,
            _line(context, old),
            old,
            f"The source has renamed #{old} to #{key}.",
            f"write {{ #{key} }} at the heading, then run: {stamp}#{key} {page.path}#{old}",
        )
    for key in comparison.removed:
        yield Draft(
            Rule.REMOVED_SECTION,
            _line(context, key),
            key,
            f"The source no longer has {shown(key)}.",
            f"take the section out, then run: {stamp}#{key}",
        )


def _line(context: Context, key: str) -> int:
    """Where the section stands in the translation; if it is not there, its line in the record."""
    if key in context.page.by_key:
        return context.page.by_key[key].line
    if key == META:
        return min((context.page.front_matter.line(name) for name in context.page.meta), default=1)
    return context.page.front_matter.line("source", key)


def _source_place(context: Context, key: str) -> str:
    source = context.source
    line = source.by_key[key].line if key in source.by_key else 1
    return f"{source.path}:{line}"
