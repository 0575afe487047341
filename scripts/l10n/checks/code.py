"""Code: the same blocks as in the source but for comments, the same inline code, the same included files, every fence
closed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ..code import comparable, language_of
from ..dialect import Block, BlockKind
from ..dialect.inline import SpanKind
from ..differences import shortened, told
from ..finding import Draft
from ..includes import includes, may_include, without
from ..page import Section
from ..rules import Rule
from .context import Context

FENCE = re.compile(r"^[ >]*(`{3,}|~{3,})(?![^\n]*`)", re.MULTILINE)


def code_blocks(context: Context) -> Iterator[Draft]:
    """The first code block of a section that is not the source's."""
    for ours, theirs in context.pairs:
        wanted, found = _blocks(ours), _blocks(theirs)
        for ours_block, block in zip(wanted, found, strict=False):
            if message := _difference(ours_block, block):
                yield _differs(context, ours, block.line, message, ours_block.line)
                break
        else:
            if len(found) > len(wanted):
                message = "A code block that the source does not have."
                yield _differs(context, ours, found[len(wanted)].line, message, ours.line)
            elif len(found) < len(wanted):
                lost = wanted[len(found)]
                message = f"A code block of the source is missing: {_told(lost)}."
                yield _differs(context, ours, theirs.line, message, lost.line)


def _blocks(section: Section) -> list[Block]:
    """The code blocks of a section; one that only includes a file is compared by what it includes."""
    return [block for block in section.of_kind(BlockKind.CODE) if not block.text or without(block.text).strip()]


def _difference(ours: Block, theirs: Block) -> str:
    """What is wrong with a code block, as a sentence, or nothing."""
    if ours.text == theirs.text and ours.name == theirs.name:
        return ""
    language, other = language_of(ours.name), language_of(theirs.name)
    if language != other:
        return f"The code block is {other or 'plain text'}; in the source {language or 'plain text'}."
    wanted, found = without(ours.text), without(theirs.text)
    if wanted == found or comparable(language, wanted) == comparable(language, found):
        return ""
    return f"The code differs from the source in more than comments: {_told(theirs)}."


def _told(block: Block) -> str:
    return f"“{shortened(block.text, 40)}”"


def _differs(context: Context, ours: Section, line: int, message: str, at: int) -> Draft:
    return Draft(Rule.CODE_DIFFERS, line, ours.key, message, f"compare with {context.source.path}:{at}")


def inline_code(context: Context) -> Iterator[Draft]:
    """Sections whose inline code is not that of the source; how often, in what order and whether as code is free."""
    for ours, theirs in context.pairs:
        wanted, found = _spans(ours), _spans(theirs)
        if wanted.keys() == found.keys():
            continue
        lost = {text for text in wanted.keys() - found.keys() if not _stands_in(text, theirs)}
        more = {text for text in found.keys() - wanted.keys() if not _stands_in(text, ours)}
        if not lost and not more:
            continue
        marked = [[f"`{text}`" for text in texts] for texts in (lost, more)]
        yield Draft(
            Rule.INLINE_CODE_DIFFERS,
            min((found[text] for text in more), default=theirs.line),
            ours.key,
            f"Other inline code than in the source ({told(*marked)}).",
            f"compare with {context.source.path}:{min((wanted[text] for text in lost), default=ours.line)}",
        )


def _spans(section: Section) -> dict[str, int]:
    """Each piece of inline code with the line of its first use."""
    found: dict[str, int] = {}
    for block in section.blocks:
        if "`" in block.text and block.kind is not BlockKind.CODE:
            for span in block.inline.spans:
                if span.kind is SpanKind.CODE:
                    found.setdefault(" ".join(block.text[slice(*span.inner)].split()), block.line_of(span.start))
    return found


def _stands_in(text: str, section: Section) -> bool:
    """Whether a section has these characters anywhere: then only the marks are another matter."""
    return any(text in block.text for block in section.blocks)


def included_files(context: Context) -> Iterator[Draft]:
    """Sections that include other files than the source; the locale in a path is not compared."""
    if not may_include(context.page.body) and not may_include(context.source.body):
        return
    for ours, theirs in context.pairs:
        wanted, found = _included(context, ours), _included(context, theirs)
        if wanted == found == []:
            continue
        lost = Counter(what for what, _ in wanted) - Counter(what for what, _ in found)
        more = Counter(what for what, _ in found) - Counter(what for what, _ in wanted)
        if lost or more:
            yield Draft(
                Rule.INCLUDE_DIFFERS,
                next((line for what, line in found if what in more), theirs.line),
                ours.key,
                f"Other included files than in the source ({told(lost.keys(), more.keys())}).",
                f"compare with {context.source.path}:"
                f"{next((line for what, line in wanted if what in lost), ours.line)}",
            )


def _included(context: Context, section: Section) -> list[tuple[str, int]]:
    found = list(includes(section.blocks))
    codes = "|".join(map(re.escape, context.site.codes)) if found else ""
    return [(re.sub(rf"(?<![^/.\"'])(?:{codes})(?=[/.])", "*", what), line) for what, line in found]


def open_fences(context: Context) -> Iterator[Draft]:
    """Lines that look like a fence and are printed as text: never closed, or opened in a way the build does not know."""
    for section in context.page.sections:
        for block in section.blocks:
            if block.kind is BlockKind.CODE or ("```" not in block.text and "~~~" not in block.text):
                continue
            for match in FENCE.finditer(block.text):
                yield Draft(
                    Rule.OPEN_FENCE,
                    block.line_of(match.start(1)),
                    section.key,
                    f"This {match.group(1)} opens no code block: it has no end, or no end that is written as it is.",
                    f"close it with {match.group(1)} indented in the same way, on a line of its own",
                )
