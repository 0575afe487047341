"""Whether sections hold the same blocks as in the source: lists, tables, boxes, footnotes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

from ..dialect import Block, BlockKind, ListShape
from ..differences import told
from ..finding import Draft
from ..page import Section
from ..rules import Rule
from .context import Context

TASK = re.compile(r"\[([ xX])\]\s")


def blocks(context: Context) -> Iterator[Draft]:
    """Lists, tables, boxes and footnotes that differ inside a section."""
    for ours, theirs in context.pairs:
        yield from _lists(context, ours, theirs)
        yield from _series(context, ours, theirs, BlockKind.TABLE, Rule.TABLE_DIFFERS, "table", _table)
        yield from _series(context, ours, theirs, BlockKind.TITLE, Rule.ADMONITION_DIFFERS, "box", _box)
        yield from _notes(context, ours, theirs)


def undefined_footnotes(context: Context) -> Iterator[Draft]:
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
    elif ours.lists:
        yield from _tasks(context, ours, theirs)


def _items(shape: ListShape) -> str:
    def count(node: tuple) -> tuple[int, int]:
        inner = [child for item in node[1] for child in (item[1] if node[0] == "dl" else item)]
        return len(node[1]), sum(sum(count(child)) for child in inner)

    tops, nested = count(shape.shape)
    kind = {"ol": "numbered", "ul": "bulleted", "dl": "definition"}[shape.shape[0]]
    return f"{tops} {kind} items" + (f" and {nested} nested" if nested else "")


def _tasks(context: Context, ours: Section, theirs: Section) -> Iterator[Draft]:
    """Boxes to tick, `- [ ]`, that are not the source's or not in the same state."""
    wanted, found = _boxes_to_tick(ours), _boxes_to_tick(theirs)
    states = [state for state, _ in wanted]
    if states == [state for state, _ in found]:
        return
    pairs = zip(states, found, strict=False)
    line = next((at for state, (mark, at) in pairs if mark != state), theirs.lists[0].line)
    yield _differs(Rule.LIST_DIFFERS, line, ours, "Other boxes to tick, [ ] and [x], than in the source.", context)


def _boxes_to_tick(section: Section) -> list[tuple[str, int]]:
    found = ((TASK.match(block.text), block.line) for block in section.blocks if block.text.startswith("["))
    return [(match.group(1).lower(), line) for match, line in found if match]


def _table(block: Block) -> str:
    return f"{len(block.rows)} rows × {len(block.rows[0])} columns"


def _box(block: Block) -> str:
    return f"the type {block.name}"


def _series(
    context: Context,
    ours: Section,
    theirs: Section,
    kind: BlockKind,
    rule: Rule,
    noun: str,
    describe: Callable[[Block], str],
) -> Iterator[Draft]:
    """Compare the blocks of one kind in order; the first difference is the finding."""
    wanted, found = ours.of_kind(kind), theirs.of_kind(kind)
    for index, block in enumerate(found):
        if index >= len(wanted):
            yield _differs(rule, block.line, ours, f"A {noun} that the source does not have.", context)
            return
        if describe(block) != describe(wanted[index]):
            message = f"The {noun} has {describe(block)}; in the source {describe(wanted[index])}."
            yield _differs(rule, block.line, ours, message, context, wanted[index].line)
            return
        if "untitled" in block.attributes and "untitled" not in wanted[index].attributes:
            message = f"The {noun} has lost its title “{wanted[index].text}”: the build prints the type, in English."
            yield _differs(rule, block.line, ours, message, context, wanted[index].line)
            return
    if len(found) < len(wanted):
        lost = wanted[len(found)]
        yield _differs(rule, theirs.line, ours, f"A {noun} of the source is missing.", context, lost.line)


def _notes(context: Context, ours: Section, theirs: Section) -> Iterator[Draft]:
    names, others = _footnotes(ours), _footnotes(theirs)
    if names != others and (wanted := Counter(names)) != (found := Counter(others)):
        message = f"Other footnotes than in the source ({told((wanted - found).keys(), (found - wanted).keys())})."
        yield _differs(Rule.FOOTNOTE_DIFFERS, theirs.line, ours, message, context)


def _footnotes(section: Section) -> list[str]:
    return [f"[^{name}]" for block in section.blocks if "[^" in block.text for name in block.inline.notes]


def _differs(rule: Rule, line: int, ours: Section, message: str, context: Context, at: int = 0) -> Draft:
    return Draft(rule, line, ours.key, message, f"compare with {context.source.path}:{at or ours.line}")
