"""Whether a translation has the shape of its source: sections, anchors, and what is countable inside a section."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from ..dialect import BlockKind, ListShape
from ..finding import Draft
from ..links import resolve
from ..page import Section
from ..rules import Rule
from .context import Context


def anchors(context: Context) -> Iterator[Draft]:
    """Headings that pin no anchor, and anchors set twice."""
    counterpart = {id(theirs): ours for ours, theirs in context.pairs}
    seen: dict[str, int] = {}
    for section in context.page.sections:
        heading = section.heading
        if heading is not None and not section.pinned:
            ours = counterpart.get(id(section))
            anchor = ours.key if ours and ours.pinned else "" if not context.is_source else section.key.split("~")[0]
            hint = f"write {{ #{anchor} }} behind it" if anchor else "write the source's anchor behind it: { #anchor }"
            yield Draft(
                Rule.UNPINNED_HEADING,
                section.line,
                section.key,
                f"The heading “{heading.inline.plain}” pins no anchor.",
                hint,
            )
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
    yield from _order(context)


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


def contents(context: Context) -> Iterator[Draft]:
    """Lists, tables, code, admonitions, images and footnotes that differ inside a section."""
    for ours, theirs in context.pairs:
        yield from _lists(context, ours, theirs)
        yield from _tables(context, ours, theirs)
        yield from _code(context, ours, theirs)
        yield from _admonitions(context, ours, theirs)
        yield from _bags(context, ours, theirs, Rule.IMAGE_DIFFERS, "image", _images(context))
        yield from _bags(context, ours, theirs, Rule.FOOTNOTE_DIFFERS, "footnote", _notes)


def footnotes(context: Context) -> Iterator[Draft]:
    """References to footnotes that the page does not define."""
    defined = context.page.document.footnotes.keys() | context.site.policy.footnotes
    for section in context.page.sections:
        for block in section.blocks:
            for name in block.inline.notes if "[^" in block.text else ():
                if name not in defined:
                    yield Draft(
                        Rule.UNDEFINED_FOOTNOTE,
                        block.line,
                        section.key,
                        f"The footnote [^{name}] is not defined.",
                        f"write [^{name}]: … at the end of the page, or correct the name",
                    )


def _lists(context: Context, ours: Section, theirs: Section) -> Iterator[Draft]:
    for index, shape in enumerate(theirs.lists):
        if index >= len(ours.lists):
            yield _differs(Rule.LIST_DIFFERS, shape.line, ours, "A list that the source does not have.", context)
            return
        wanted = ours.lists[index]
        if shape.shape != wanted.shape:
            message = f"The list has {_items(shape)}; in the source {_items(wanted)}."
            yield _differs(Rule.LIST_DIFFERS, shape.line, ours, message, context, wanted.line)
            return
    if len(theirs.lists) < len(ours.lists):
        lost = ours.lists[len(theirs.lists)]
        yield _differs(Rule.LIST_DIFFERS, theirs.line, ours, "A list of the source is missing.", context, lost.line)


def _items(shape: ListShape) -> str:
    def count(node: tuple) -> tuple[int, int]:
        inner = [child for item in node[1] for child in (item[1] if node[0] == "dl" else item)]
        return len(node[1]), sum(sum(count(child)) for child in inner)

    tops, nested = count(shape.shape)
    kind = {"ol": "numbered", "ul": "bulleted", "dl": "definition"}[shape.shape[0]]
    return f"{tops} {kind} items" + (f" and {nested} nested" if nested else "")


def _tables(context: Context, ours: Section, theirs: Section) -> Iterator[Draft]:
    yield from _series(
        context,
        ours,
        theirs,
        BlockKind.TABLE,
        Rule.TABLE_DIFFERS,
        "table",
        lambda block: f"{len(block.rows)} rows × {len(block.rows[0])} columns",
    )


def _admonitions(context: Context, ours: Section, theirs: Section) -> Iterator[Draft]:
    yield from _series(
        context,
        ours,
        theirs,
        BlockKind.TITLE,
        Rule.ADMONITION_DIFFERS,
        "box",
        lambda block: f"the type {block.name}",
    )


def _code(context: Context, ours: Section, theirs: Section) -> Iterator[Draft]:
    yield from _series(
        context,
        ours,
        theirs,
        BlockKind.CODE,
        Rule.CODE_DIFFERS,
        "code block",
        lambda block: f"{block.name or 'code'} “{' '.join(block.text.split())[:40]}”",
        lambda block: (block.name, block.text),
    )


def _series(
    context: Context,
    ours: Section,
    theirs: Section,
    kind: BlockKind,
    rule: Rule,
    noun: str,
    describe: Callable,
    value: Callable | None = None,
) -> Iterator[Draft]:
    """Compare the blocks of one kind in order; the first difference is the finding."""
    value = value or describe
    wanted, found = ours.of_kind(kind), theirs.of_kind(kind)
    for index, block in enumerate(found):
        if index >= len(wanted):
            yield _differs(rule, block.line, ours, f"A {noun} that the source does not have.", context)
            return
        if value(block) != value(wanted[index]):
            message = f"The {noun} has {describe(block)}; in the source {describe(wanted[index])}."
            if describe(block) == describe(wanted[index]):
                message = f"The {noun} is not the same as in the source."
            yield _differs(rule, block.line, ours, message, context, wanted[index].line)
            return
    if len(found) < len(wanted):
        lost = wanted[len(found)]
        yield _differs(rule, theirs.line, ours, f"A {noun} of the source is missing.", context, lost.line)


def _bags(context, ours: Section, theirs: Section, rule: Rule, noun: str, values: Callable) -> Iterator[Draft]:
    """Compare what two sections hold regardless of order."""
    wanted, found = Counter(values(ours, context.source)), Counter(values(theirs, context.page))
    if wanted == found:
        return
    parts = []
    if lost := wanted - found:
        parts.append(f"missing: {', '.join(sorted(lost))}")
    if more := found - wanted:
        parts.append(f"not in the source: {', '.join(sorted(more))}")
    yield _differs(rule, theirs.line, ours, f"Other {noun}s than in the source ({'; '.join(parts)}).", context)


def _images(context: Context) -> Callable:
    def values(section: Section, page) -> list[str]:
        return [
            resolve(context.site, page, target).canonical(page.locale)
            for block in section.blocks
            for target, _ in block.inline.images
        ]

    return values


def _notes(section: Section, page) -> list[str]:
    return [f"[^{name}]" for block in section.blocks if "[^" in block.text for name in block.inline.notes]


def _differs(rule: Rule, line: int, ours: Section, message: str, context: Context, at: int = 0) -> Draft:
    return Draft(rule, line, ours.key, message, f"compare with {context.source.path}:{at or ours.line}")
