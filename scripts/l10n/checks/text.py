"""What the words say: nothing left untranslated, the same numbers and tags, no telephone number typed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from ..dialect import Block, BlockKind
from ..finding import Draft
from ..numbers import european, numbers
from ..page import META, Section
from ..rules import Rule
from .context import Context

WORD = re.compile(r"[^\W\d_]+")
SENTENCE_END = re.compile(r"(?<=[.!?…؟。])[\"”»’)]*\s+|\n")
MIN_WORDS = 4
PROSE = (
    BlockKind.HEADING,
    BlockKind.PARAGRAPH,
    BlockKind.ITEM,
    BlockKind.TABLE,
    BlockKind.TITLE,
    BlockKind.TERM,
    BlockKind.ABBREVIATION,
    BlockKind.HTML,
)
TELEPHONES = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<![\w+])\+\d[\d ()  –-]{6,}\d",
        r"(?<![\w.,+])[08][ -]?(?:800|700|900)[ -]?\d{2,3}[ -]?\d{2,3}\b",
        r"(?<![\w.,+])\(?8[ -]\d{1,3}\)[ -]?\d{2,3}[ -]?\d{2,3}",
        r"(?<![\w.,+/-])(?<!\d[   ])116[ -]?\d{3}\b(?![.,]\d)",
        r"(?<![\w.,:+/-])(?<!\d[   ])11[23]\b(?![.,:/-]?\d|\s?%)",
    )
)
SHORTEST = re.compile("[0-9]{2}")  # every number above has two digits in a row
TEL_LINK = re.compile(r"(?:tel|sms):", re.IGNORECASE)


def prose_of(block: Block) -> str:
    """The text of a block that a reader reads, without code, tags and link targets."""
    return block.inline.prose


def untranslated(context: Context) -> Iterator[Draft]:
    """Blocks and sentences that are the same as in the source."""
    names = _names_pattern(context.site.policy.same)
    for ours, theirs in context.pairs:
        wanted = {_bare(part, names) for block in ours.of_kind(*PROSE) for _, part in _parts(block)}
        for block in theirs.of_kind(*PROSE):
            for line, part in _parts(block):
                bare = _bare(part, names)
                if bare in wanted and len(WORD.findall(bare)) >= MIN_WORDS:
                    yield Draft(
                        Rule.UNTRANSLATED_TEXT,
                        line,
                        ours.key,
                        f"Not translated: “{_short(part)}”",
                        "translate it; names that stay the same belong into extra.l10n.same",
                    )
                    break  # one finding a block


def _parts(block: Block) -> Iterator[tuple[int, str]]:
    """(line, text) of the whole block, then of its cells or sentences."""
    text = prose_of(block)
    if block.kind is not BlockKind.TABLE:
        yield block.line, text
    for index, line in enumerate(text.split("\n")):
        number = block.lines[index] if index < len(block.lines) else block.line
        if block.kind is BlockKind.TABLE:
            yield from ((number, cell) for cell in line.split(" | "))
    if block.kind is not BlockKind.TABLE:
        joined = " ".join(text.split())
        sentences = SENTENCE_END.split(joined)
        if len(sentences) > 1:
            yield from ((block.line, sentence) for sentence in sentences)


def _names_pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    longest_first = sorted(names, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b") if longest_first else None


def _bare(text: str, names: re.Pattern[str] | None) -> str:
    """The words of a text in order, names taken out: what two texts are compared by."""
    if names:
        text = names.sub(" ", text)
    return " ".join(WORD.findall(text))


def _short(text: str, width: int = 60) -> str:
    text = " ".join(text.split())
    return text if len(text) <= width else text[: width - 1].rstrip() + "…"


def same_numbers(context: Context) -> Iterator[Draft]:
    """Sections that do not have the numbers of the source."""
    for ours, theirs in context.pairs:
        wanted, found = _numbers(ours), _numbers(theirs)
        if wanted == found:
            continue
        parts = []
        if lost := wanted - found:
            parts.append(f"missing: {_listed(lost)}")
        more = found - wanted
        if more:
            parts.append(f"not in the source: {_listed(more)}")
        yield Draft(
            Rule.NUMBERS_DIFFER,
            _first_line(theirs, more),
            ours.key,
            f"Other numbers than in the source ({'; '.join(parts)}).",
            f"compare with {context.source.path}:{_first_line(ours, lost)}",
        )


def _numbers(section: Section) -> Counter[str]:
    total: Counter[str] = Counter()
    for block in section.of_kind(*PROSE):
        total += numbers(prose_of(block))
    return total


def _listed(counts: Counter[str]) -> str:
    ordered = sorted(counts, key=lambda digits: (len(digits), digits))
    return ", ".join(digits if counts[digits] == 1 else f"{digits} ({counts[digits]}×)" for digits in ordered)


def _first_line(section: Section, wanted: Counter[str]) -> int:
    """The line of the first block that holds one of the numbers, else that of the section."""
    for block in section.of_kind(*PROSE):
        text = prose_of(block)
        if wanted and wanted.keys() & numbers(text).keys():
            for index, line in enumerate(block.text.split("\n")):
                if wanted.keys() & numbers(line).keys() and index < len(block.lines):
                    return block.lines[index]
            return block.line
    return section.line


def same_tags(context: Context) -> Iterator[Draft]:
    """Sections that do not have the tags of the source."""
    for ours, theirs in context.pairs:
        wanted = Counter(" ".join((tag.name, *tag.args)) for tag in ours.tags)
        found = Counter(" ".join((tag.name, *tag.args)) for tag in theirs.tags)
        if wanted == found:
            continue
        lost, more = wanted - found, found - wanted
        parts = [f"missing: {_tags(lost)}"] if lost else []
        parts += [f"not in the source: {_tags(more)}"] if more else []
        line = next((tag.line for tag in theirs.tags if " ".join((tag.name, *tag.args)) in more), theirs.line)
        at = next((tag.line for tag in ours.tags if " ".join((tag.name, *tag.args)) in lost), ours.line)
        yield Draft(
            Rule.TAGS_DIFFER,
            line,
            ours.key,
            f"Other tags than in the source ({'; '.join(parts)}).",
            f"compare with {context.source.path}:{at}",
        )


def _tags(counts: Counter[str]) -> str:
    return ", ".join(f"{{{{ {name} }}}}" for name in sorted(counts.elements()))


def telephones(context: Context) -> Iterator[Draft]:
    """Telephone numbers in the text or the front matter."""
    page = context.page
    for name, value in page.meta.items():
        for number in _dialable(str(value)):
            yield _typed(page.front_matter.line(name), META, number)
    for section in page.sections:
        for block in section.blocks:
            if block.kind is BlockKind.CODE:
                continue
            for target, at in block.inline.links:
                if TEL_LINK.match(target):
                    yield _typed(block.line_of(at), section.key, target)
            prose = prose_of(block)
            for number in _dialable(prose):
                yield _typed(_line_with(block, number), section.key, number)


def _dialable(text: str) -> Iterator[str]:
    text = european(text)
    if not SHORTEST.search(text):
        return
    taken: list[tuple[int, int]] = []
    for pattern in TELEPHONES:
        for match in pattern.finditer(text):
            if not any(start < match.end() and match.start() < end for start, end in taken):
                taken.append(match.span())
                yield match.group().strip()


def _line_with(block: Block, number: str) -> int:
    at = european(block.text).find(number)
    return block.line_of(at) if at != -1 else block.line


def _typed(line: int, section: str, number: str) -> Draft:
    return Draft(
        Rule.TYPED_TELEPHONE,
        line,
        section,
        f"The telephone number {number} is typed into the text.",
        "put it into the data and write its tag, such as {{ number ID }}",
    )
