"""Whether a translation has the sections of its source: headings, their anchors, their order and levels."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..dialect import Block
from ..finding import Draft
from ..page import Section
from ..rules import Rule
from .context import Context

ATTRIBUTES = re.compile(r"\{:?[^{}]*\}")


def anchors(context: Context) -> Iterator[Draft]:
    """Headings that pin no anchor, and anchors set twice."""
    counterpart = {id(theirs): ours for ours, theirs in context.pairs}
    seen: dict[str, int] = {}
    for section in context.page.sections:
        if section.heading is not None and not section.pinned:
            yield from _unpinned(context, section, section.heading, counterpart.get(id(section)))
        for block in section.blocks:
            anchor = block.attributes.get("id")
            if anchor and anchor in seen:
                yield Draft(
                    Rule.DUPLICATE_ANCHOR,
                    block.line,
                    section.key,
                    f"The anchor #{anchor} is already on line {seen[anchor]}.",
                    "give one of the two another",
                )
            elif anchor:
                seen[anchor] = block.line


def _unpinned(context: Context, section: Section, heading: Block, ours: Section | None) -> Iterator[Draft]:
    """A finding; on a site without a policy only where the source pins the anchor."""
    pinned = ours.pinned if ours else any(missing.heading and missing.pinned for missing in context.pairing.missing)
    if not context.site.policy.declared and (context.is_source or not pinned):
        return
    anchor = ours.key if ours and ours.pinned else "" if not context.is_source else section.key.split("~")[0]
    yield Draft(
        Rule.UNPINNED_HEADING,
        section.line,
        section.key,
        f"The heading “{heading.inline.plain}” pins no anchor.",
        f"write {{ #{anchor} }} behind it" if anchor else "write the source's anchor behind it: { #anchor }",
    )


def empty_headings(context: Context) -> Iterator[Draft]:
    """Headings in which a reader sees nothing."""
    for section in context.page.sections:
        heading = section.heading
        if heading is None or heading.inline.images or any(mark in heading.text for mark in ("<", "{{", "{%")):
            continue
        # Python-Markdown takes a list of attributes only behind a text: alone it is the text.
        if not ATTRIBUTES.sub("", heading.inline.plain).strip():
            yield Draft(
                Rule.EMPTY_HEADING,
                section.line,
                section.key,
                "The heading has no text.",
                "write the heading, or take the line out",
            )


def sections(context: Context) -> Iterator[Draft]:
    """Sections missing or too many, and the first difference in the order and levels of the others."""
    if context.is_source:
        return
    source, pairing = context.source, context.pairing
    loose = any(not section.pinned for section in pairing.extra)
    for section in pairing.missing:
        if not loose:  # else the missing one is probably there, without its anchor: reported as that
            yield Draft(
                Rule.MISSING_SECTION,
                _place_for(context, section),
                section.key,
                f"The section {section.shown} is missing.",
                f"translate {source.path}:{section.line}" + _pin(section),
            )
    for section in pairing.extra:
        if section.pinned and section.key not in context.comparison.removed:
            yield Draft(
                Rule.EXTRA_SECTION,
                section.line,
                section.key,
                f"The source has no section {section.shown}.",
                "take the section out, or give the heading the anchor it has in the source",
            )
    yield from _unmatched(context) if loose else ()
    yield from _order(context)


def _unmatched(context: Context) -> Iterator[Draft]:
    """Headings without anchors on both pages whose number or levels differ: nothing tells which is which."""
    wanted = [section for section in context.pairing.missing if section.heading and not section.pinned]
    found = [section for section in context.pairing.extra if section.heading and not section.pinned]
    if context.site.policy.declared or not wanted:
        return  # an anchor is missing: reported as that
    levels = [(ours.level, theirs.level) for ours, theirs in zip(wanted, found, strict=False)]
    at = next((index for index, (ours, theirs) in enumerate(levels) if ours != theirs), len(levels))
    message = f"{len(found)} headings without an anchor stand for {len(wanted)} of the source"
    if at < len(levels):
        message += f"; the first that differs is of level {levels[at][1]}, in the source of level {levels[at][0]}"
    yield Draft(
        Rule.HEADING_STRUCTURE,
        found[min(at, len(found) - 1)].line,
        found[min(at, len(found) - 1)].key,
        f"{message}.",
        f"compare with {context.source.path}:{wanted[min(at, len(wanted) - 1)].line}",
    )


def _pin(section: Section) -> str:
    return f" under a heading with {{ #{section.key} }}" if section.heading else " before the first heading"


def _place_for(context: Context, missing: Section) -> int:
    """The line behind which a missing section belongs: that of the section before it."""
    line = context.page.sections[0].line
    theirs = {ours.key: other for ours, other in context.pairs}
    for section in context.source.sections:
        if section.key == missing.key:
            break
        if section.key in theirs:
            line = theirs[section.key].line
    return line


def _order(context: Context) -> Iterator[Draft]:
    pairs = [(ours, theirs) for ours, theirs in context.pairs if ours.heading]
    inverse = {id(theirs): ours for ours, theirs in pairs}
    actual = [section for section in context.page.sections if id(section) in inverse]
    for (ours, theirs), found in zip(pairs, actual, strict=True):
        if theirs is not found:
            yield Draft(
                Rule.HEADING_STRUCTURE,
                found.line,
                inverse[id(found)].key,
                f"Here the source has the section {ours.shown}, not {inverse[id(found)].shown}.",
                f"put the sections in the order of {context.source.path}",
            )
            return
        if ours.level != theirs.level:
            yield Draft(
                Rule.HEADING_STRUCTURE,
                theirs.line,
                ours.key,
                f"The heading {ours.shown} is on level {theirs.level}; in the source on level {ours.level}.",
                f"write it with {'#' * ours.level}",
            )
            return
