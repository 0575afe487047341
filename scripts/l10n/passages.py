"""What a reader reads of a page, piece by piece: paragraphs, items, cells, titles, alternative texts, front matter.

In a passage's text code, tags and images are one OBJECT each, so that what stands around them keeps its neighbour;
links and emphasis are their words, references to footnotes nothing. What the page isolates for direction (`<bdi>`,
`dir=`) stands between the isolating controls of Unicode. Line ends stay, so that a position has a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import repeat

from .dialect import Block, BlockKind
from .dialect.inline import EMPHASIS, TEXT_ATTRIBUTE, Inline, Span, SpanKind
from .lazy import lazy
from .numbers import figures, numbers

OBJECT = "\ufffc"
MARKS = ".,;:!?…()[]{}«»“”„‚‘’\"'،؛؟\u2066\u2067\u2068\u2069"
LRI, RLI, FSI, PDI = "\u2066", "\u2067", "\u2068", "\u2069"
TEXT_ATTRIBUTES = ("title", "alt", "aria-label", "data-toc-label")  # of headings and blocks; readers see or hear them
# Not read as text: addresses, e-mail addresses, short names of emoji, keys (`++ctrl+c++`), formulae, templates.
MASKED = re.compile(
    r"""(?P<address>(?:https?://|www\.)[^\s<>"“”«»\ufffc]*[^\s<>"“”«»\ufffc.,;:!?)\]؟،؛]"""
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?<![\w:]):[a-z][a-z0-9_+-]*:(?![\w:])"
    r"|\+\+[\w+-]+\+\+"
    r"|\$\$[^$]+\$\$|\$(?! )[^$\n]*[\\^_={}][^$\n]*\$|\\\(.*?\\\)|\\\[.*?\\\]"
    r"|\[=.*?\]|<%.*?%>|\$\{[^}\n]*\}|(?<!\{)\{[A-Za-z_.]+\}|%\([a-z]\w*\)[sd]"
)
# Each begins with a character of its own, so that the search skips to them.
MAY_BE_MASKED = re.compile(r"://|www\.|@|:[a-z][a-z0-9_+-]*:|\+\+|\$|\\|\{|%|\[=")
_HTML_NAME = re.compile(r"<(/?)([a-zA-Z][\w-]*)")
_DIRECTION = re.compile(r"\sdir\s*=\s*[\"']?(ltr|rtl|auto)", re.IGNORECASE)
_CODE_TAGS = frozenset(("code", "kbd", "samp", "tt", "var", "pre", "script", "style", "svg", "math"))
_INLINE_TAGS = re.compile(
    r"a|abbr|acronym|b|bdi|bdo|big|cite|data|del|dfn|em|font|i|ins|label|mark|q|s|small|span|strong|sub|sup|time|u|wbr"
)
LANG = re.compile(r"\slang\s*=")
_ISOLATES = {"ltr": LRI, "rtl": RLI, "auto": FSI}
_KEPT = {"*": "\ue0f0", "_": "\ue0f1"}  # escaped signs of emphasis, while emphasis is taken off
_GIVEN_BACK = {ord(kept): sign for sign, kept in _KEPT.items()}
_FENCE_OF_OTHERS = re.compile(r"^[ \t]*(?:///|:::|--8<--|\{%|%%).*$", re.MULTILINE)


@dataclass(eq=False)
class Passage:
    """A run of text. `block` is where it stands, None for front matter; `name` the key or attribute that holds it."""

    text: str
    section: str
    lines: list[int]
    block: Block | None = None
    name: str = ""

    @property
    def line(self) -> int:
        """The line of the file on which the passage begins."""
        return self.lines[0]

    @property
    def place(self) -> tuple[BlockKind | None, str, str]:
        """What it is: kind and surroundings of its block, name; passages of two pages with the same belong together."""
        return (self.block.kind, self.block.path, self.name) if self.block else (None, "", self.name)

    def line_at(self, position: int) -> int:
        """The line of the file on which a character of `text` stands."""
        if len(self.lines) == 1:
            return self.lines[0]
        index = self.text.count("\n", 0, position)
        return self.lines[min(index, len(self.lines) - 1)]

    @property
    def marked(self) -> bool:
        """Whether the page says with `lang=` that words in it are of another language."""
        return self.block is not None and ("lang" in self.block.attributes or LANG.search(self.block.text) is not None)

    @lazy
    def figures(self) -> str:
        """Its text with all digits as 0–9; empty when it has none."""
        return figures(self.text)

    @lazy
    def numbers(self) -> tuple[str, ...]:
        """The numbers in it, sorted."""
        return numbers(self.figures) if self.figures else ()

    @lazy
    def words(self) -> list[str]:
        """Its words in lower case, without the marks around them."""
        return words(self.text)


def words(text: str) -> list[str]:
    """The words of a text in lower case, without the marks around them; a mark that stands alone is an empty word."""
    return [*map(str.strip, text.lower().split(), repeat(MARKS))]


def masked(text: str, addresses: str = OBJECT) -> str:
    """A text with what is not read as text as OBJECTs of the same length: formulae, keys, short names of emoji.

    So are web and e-mail addresses, unless another character is to stand for theirs.
    """
    if not MAY_BE_MASKED.search(text):
        return text
    return MASKED.sub(lambda match: (addresses if match.lastgroup == "address" else OBJECT) * len(match.group()), text)


def passages_of(block: Block, section: str) -> Iterator[Passage]:
    """The passages of a block that is text; its attributes and the alternative texts and titles in it follow it."""
    inline = block.inline
    if block.kind is not BlockKind.OPENING:
        text = read_text(inline)
        if ("///" in text or ":::" in text or "--8<--" in text or "%" in text) and _FENCE_OF_OTHERS.search(text):
            text = _FENCE_OF_OTHERS.sub("", text)
        if block.kind is BlockKind.TABLE:
            yield from _cells(block, text, section)
        elif text and not text.isspace():
            yield Passage(text, section, block.lines, block)
    for name in TEXT_ATTRIBUTES if block.attributes else ():
        if value := block.attributes.get(name):
            yield Passage(value, section, [block.line], block, name)
    for span in inline.spans:
        if span.kind is SpanKind.IMAGE and span.inner[1] > span.inner[0]:
            yield Passage(inline.text[slice(*span.inner)], section, [block.line_of(span.start)], block, "alt")
        if span.title:
            yield Passage(span.title, section, [block.line_of(span.start)], block, "title")
        elif span.kind is SpanKind.HTML and "=" in (source := inline.text[span.start : span.end]):
            for value in TEXT_ATTRIBUTE.findall(source):
                yield Passage(value[1:-1], section, [block.line_of(span.start)], block, "attribute")


def _cells(block: Block, text: str, section: str) -> Iterator[Passage]:
    for index, row in enumerate(text.split("\n")):
        line = block.lines[index] if index < len(block.lines) else block.line
        for cell in row.split(" | "):
            if cell and not cell.isspace():
                yield Passage(cell.strip(), section, [line], block)


def read_text(inline: Inline) -> str:
    """The text of a block as a passage has it."""
    text = inline.text
    if inline.spans:
        text = "".join(_pieces(inline, 0, len(text), iter(inline.spans)))
    for character, pattern in EMPHASIS:
        while character in text and (stripped := pattern.sub(r"\2", text)) != text:
            text = stripped
    return text.translate(_GIVEN_BACK) if inline.spans and ("\ue0f0" in text or "\ue0f1" in text) else text


def _pieces(inline: Inline, at: int, end: int, spans: Iterator[Span]) -> Iterator[str]:
    """What is read between two positions; spans inside what was already passed over are left out."""
    source = inline.text
    opened: list[str] = []  # names of the tags whose content is isolated
    hidden = ""  # the tag of code that is open
    for span in spans:
        if span.start < at:
            continue
        if not hidden:
            yield source[at : span.start]
        at = span.end
        if span.kind is SpanKind.HTML:
            piece, hidden = _html(source[span.start : span.end], hidden, opened)
            yield piece
        elif hidden:
            pass
        elif span.kind is SpanKind.LINK:
            yield "".join(_pieces(inline, *span.inner, _inside(inline, span)))
        elif span.kind in (SpanKind.CODE, SpanKind.TAG, SpanKind.IMAGE, SpanKind.AUTOLINK):
            yield OBJECT
        elif span.kind is SpanKind.ESCAPE:
            sign = source[slice(*span.inner)]
            yield _KEPT.get(sign, sign)
        elif span.kind is SpanKind.ENTITY:
            from html import unescape

            sign = unescape(source[slice(*span.inner)])
            yield _KEPT.get(sign, sign)
        yield "\n" * source.count("\n", span.inner[1] if span.kind is SpanKind.LINK else span.start, span.end)
    if not hidden:
        yield source[at:end]


def _inside(inline: Inline, outer: Span) -> Iterator[Span]:
    first, last = outer.inner
    return (span for span in inline.inside(first, last) if span.end <= last)


def _html(source: str, hidden: str, opened: list[str]) -> tuple[str, str]:
    """What stands for a raw tag, and the tag of code that is open after it."""
    match = _HTML_NAME.match(source)
    if match is None:  # a comment
        return "", hidden
    closing, name = match.group(1), match.group(2).lower()
    if hidden:
        return "", "" if closing and name == hidden else hidden
    if name in _CODE_TAGS:
        return (OBJECT, "" if closing or source.endswith("/>") else name)
    if closing:
        if opened and opened[-1] == name:
            opened.pop()
            return PDI, ""
    elif name == "bdi" or " dir" in source:
        direction = _DIRECTION.search(source)
        if direction or name == "bdi":
            opened.append(name)
            return _ISOLATES[direction.group(1).lower()] if direction else FSI, ""
    return ("" if _INLINE_TAGS.fullmatch(name) else " "), ""
