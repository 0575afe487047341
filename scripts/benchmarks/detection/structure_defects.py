"""Defects in the structure of a page and in its links."""

from __future__ import annotations

import itertools
import posixpath
import random
import re
from collections.abc import Iterator

from l10n.dialect import BlockKind
from l10n.rules import Rule

from .ground import Ground, Pair
from .planting import HEADINGS, PROSE, TABLES, Planting, lines, planted, plants, swap

LINK = r"(?<!!)\[([^\]^]+)\]\(([^)\s]+)( \"[^\"]*\")?\)"
MARKUP = (*PROSE, BlockKind.HTML)

swap(Rule.HEADING_STRUCTURE, r"^##", "###", kinds=HEADINGS, raw=True, anywhere=True)
swap(Rule.UNPINNED_HEADING, r"\{ #[\w-]+ ?(.*)\}$", r"{ .plain \1}", kinds=HEADINGS, raw=True, anywhere=True)
swap(Rule.EMPTY_HEADING, r"^(#+) .+?(?= \{)", r"\1", kinds=HEADINGS, raw=True, anywhere=True)
swap(Rule.CODE_DIFFERS, r"--\w+", "--other", kinds=(BlockKind.CODE,), raw=True)
swap(Rule.INLINE_CODE_DIFFERS, r"`([^`]+)`", r"`\1-x`", raw=True)
swap(Rule.INCLUDE_DIFFERS, r'(--8<-- )"[^"]+"', r'\1"parts/other.md"', raw=True)
swap(Rule.HTML_DIFFERS, r"</?kbd>(.*)</kbd>", r"\1", kinds=MARKUP, raw=True)
swap(Rule.HTML_DIFFERS, r'(class|id|data-kind)="[^"]*"', r'\1="other"', kinds=(BlockKind.HTML,), raw=True)
swap(Rule.EMPHASIS_BROKEN, r"\*\*([^*]+)\*\*", r"** \1**", raw=True)
swap(Rule.EMPHASIS_BROKEN, r"\*\*([^*]+)\*\*", r"**\1", raw=True)
swap(Rule.ADMONITION_DIFFERS, r"^(!!!|\?\?\?) \w+", r"\1 danger", kinds=(BlockKind.TITLE,), raw=True)
swap(Rule.ADMONITION_DIFFERS, r"^((?:!!!|\?\?\?) \w+) .+", r"\1", kinds=(BlockKind.TITLE,), raw=True)
swap(Rule.IMAGE_DIFFERS, r"(!\[[^\]]*\]\()[^)]+\)", "", raw=True)
swap(Rule.IMAGE_ALT_MISSING, r"!\[[^\]]+\]", "![]", raw=True)
swap(Rule.FOOTNOTE_DIFFERS, r"\[\^[^\]]+\](?!:)", "", raw=True)
swap(Rule.UNDEFINED_FOOTNOTE, r"\[\^[^\]]+\](?!:)", "[^nowhere]", raw=True)

swap(Rule.LINK_DIFFERS, LINK, r"\1", raw=True)
swap(Rule.LINK_BROKEN, r"(?<=\]\()([^)\s:#]+)\.md", r"\1-old.md", raw=True)
swap(Rule.LINK_BROKEN, r"(?<=\]\()([^)\s:#]*\.md)#[\w-]+", r"\1#nowhere", raw=True)
swap(Rule.EMPTY_LINK, LINK, r"[](\2)", raw=True)
swap(Rule.LINK_SYNTAX, LINK, r"[\1] (\2)", raw=True)
swap(Rule.LINK_SYNTAX, LINK, r"[\1](\2", raw=True)


@plants(Rule.LINK_LANGUAGE)
def _link_language(ground: Ground, pair: Pair, chance: random.Random) -> Iterator[Planting]:
    """A link to a page leads to the source."""
    page = pair.translation
    for line in lines(page):
        for match in re.finditer(r"(?<=\]\()([^)\s:#]+\.md)", line.raw):
            key = posixpath.normpath(posixpath.join(posixpath.dirname(page.key), match[0]))
            up = "../" * (page.key.count("/") + 1)
            target = f"{up}{ground.site.source.code}/{key}"
            yield planted(pair, line, line.raw[: match.start()] + target + line.raw[match.end() :])


@plants(Rule.MISSING_SECTION)
def _missing_section(ground: Ground, pair: Pair, chance: random.Random) -> Iterator[Planting]:
    page = pair.translation
    texts = page.text.split("\n")
    starts = [section.line for section in page.sections[1:]] + [len(texts) + 1]
    for start, end in itertools.pairwise(starts):
        yield Planting({page.path: "\n".join([*texts[: start - 1], *texts[end - 1 :], ""])}, pair)


@plants(Rule.EXTRA_SECTION)
def _extra_section(ground: Ground, pair: Pair, chance: random.Random) -> Iterator[Planting]:
    page = pair.translation
    for line in lines(page, HEADINGS):
        title = re.sub(r"\{.*\}$", "{ #planted }", line.raw)
        yield planted(pair, line, title, "", line.raw, anywhere=True)


@plants(Rule.DUPLICATE_ANCHOR)
def _duplicate_anchor(ground: Ground, pair: Pair, chance: random.Random) -> Iterator[Planting]:
    page = pair.translation
    anchors = [section.key for section in page.sections[1:]]
    for line in lines(page, (BlockKind.PARAGRAPH,)) if anchors else ():
        if "{{" not in line.raw and not line.raw.startswith((" ", "[", ":", "-")):
            yield planted(pair, line, line.raw, f"{{ #{chance.choice(anchors)} }}", anywhere=True)


@plants(Rule.OPEN_FENCE)
def _open_fence(ground: Ground, pair: Pair, chance: random.Random) -> Iterator[Planting]:
    page = pair.translation
    texts = page.text.split("\n")
    for number, text in enumerate(texts):
        if text == "```":
            yield Planting({page.path: "\n".join(texts[:number] + texts[number + 1 :])}, pair)


@plants(Rule.TABLE_DIFFERS)
def _table(ground: Ground, pair: Pair, chance: random.Random) -> Iterator[Planting]:
    """A row is gone, or a column."""
    page = pair.translation
    rows = [line for line in lines(page, TABLES) if re.search(r"\d", line.raw)]
    for line in rows:
        yield planted(pair, line)
    for section in {line.section for line in rows}:
        texts = page.text.split("\n")
        for number, text in enumerate(texts):
            if text.startswith("|") and text.endswith("|"):
                texts[number] = "|".join(text.split("|")[:-2]) + "|"
        yield Planting({page.path: "\n".join(texts)}, pair, section)


@plants(Rule.IMAGE_ALT_UNTRANSLATED)
def _alt(ground: Ground, pair: Pair, chance: random.Random) -> Iterator[Planting]:
    """The words of a picture are those of the source; of more than three the rule on untranslated text speaks."""
    pictures = [m for line in lines(pair.source) for m in re.findall(r"!\[([^\]]+)\]", line.raw)]
    here = [line for line in lines(pair.translation) if "![" in line.raw]
    for text, line in zip(pictures, here, strict=False):
        if 1 < len(text.split()) < 4:
            yield planted(pair, line, re.sub(r"!\[[^\]]+\]", f"![{text}]", line.raw))


@plants(Rule.LIST_DIFFERS)
def _items(ground: Ground, pair: Pair, chance: random.Random) -> Iterator[Planting]:
    """An item is gone, or a box is ticked."""
    for line in lines(pair.translation, (BlockKind.ITEM,)):
        if re.match(r"\s*(?:[-*]|\d+\.) ", line.raw):
            yield planted(pair, line)
        if "[ ]" in line.raw:
            yield planted(pair, line, line.raw.replace("[ ]", "[x]"))
