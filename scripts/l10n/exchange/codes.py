"""A text as tools for translators have it: runs of text, and codes for what is no text.

Titles of links and images and texts in attributes of raw tags stand inside codes; they are the spots of a code, which
a tool gets as units of their own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from enum import Enum

from ..dialect.inline import TEXT_ATTRIBUTE

LINK_TITLE = re.compile(r"""\s("[^"]*"|'[^']*')\s*\)""")


class CodeKind(Enum):
    """What a code is; the value is its `ctype` in XLIFF."""

    LINK = "link"
    IMAGE = "image"
    CODE = "x-code"
    BOLD = "bold"
    ITALIC = "italic"
    TAG = "x-tag"
    NOTE = "x-footnote"
    HTML = "x-html"
    BREAK = "lb"
    ATTRIBUTES = "x-attributes"


# What a translation may do without: the checker has its own word on it where it matters.
FREE = (CodeKind.BOLD, CodeKind.ITALIC, CodeKind.CODE)


@dataclass(frozen=True)
class Code:
    """What an inline code stands for; `closing` is None when it stands alone. `target` of links and images."""

    kind: CodeKind
    opening: str
    closing: str | None = None
    target: str = ""

    @property
    def spots(self) -> list[tuple[int, int]]:
        """Where texts for the reader stand in `opening` and `closing` run together."""
        source = self.source
        if self.kind in (CodeKind.LINK, CodeKind.IMAGE):
            start = len(self.opening) if self.closing else 0
            return [(m.start(1) + 1, m.end(1) - 1) for m in LINK_TITLE.finditer(source, start) if m.group(1)[1:-1]]
        if self.kind is CodeKind.HTML and not source.startswith("<!--"):
            return [(m.start(1) + 1, m.end(1) - 1) for m in TEXT_ATTRIBUTE.finditer(source) if m.group(1)[1:-1].strip()]
        return []

    @property
    def source(self) -> str:
        """The code as written, without what it stands around."""
        return self.opening + (self.closing or "")

    def with_texts(self, texts: list[str]) -> Code:
        """The code with other texts in its spots."""
        opening, closing = self.opening, self.closing or ""
        for (start, end), text in reversed(list(zip(self.spots, texts, strict=True))):
            if start < len(opening):
                opening = opening[:start] + text + opening[end:]
            else:
                start, end = start - len(opening), end - len(opening)
                closing = closing[:start] + text + closing[end:]
        return replace(self, opening=opening, closing=None if self.closing is None else closing)

    @property
    def bare(self) -> Code:
        """The code with its texts left out."""
        return self.with_texts([""] * len(self.spots))


class Mark(Enum):
    """What a token that is no text does."""

    OPEN = "open"
    CLOSE = "close"
    ALONE = "alone"


Token = str | tuple[Mark, int]


@dataclass
class Content:
    """A text as tokens; the codes by the numbers in the tokens, from 1 in the order they begin."""

    tokens: list[Token] = field(default_factory=list)
    codes: dict[int, Code] = field(default_factory=dict)

    def markdown(self) -> str:
        """The Markdown it was made from."""
        return "".join(self.written(token) for token in self.tokens)

    def written(self, token: Token) -> str:
        """A token as Markdown."""
        if isinstance(token, str):
            return token
        mark, number = token
        code = self.codes[number]
        return (code.closing or "") if mark is Mark.CLOSE else code.opening

    @property
    def plain(self) -> str:
        """What stands outside and between the codes."""
        return "".join(token for token in self.tokens if isinstance(token, str))

    @property
    def prose(self) -> str:
        """`plain` without what stands in code spans."""
        texts, code = [], False
        for token in self.tokens:
            if isinstance(token, str):
                texts.append(" " if code else token)
            elif self.codes[token[1]].kind is CodeKind.CODE:
                code = token[0] is Mark.OPEN
        return "".join(texts)


def name_of(code: Code, canonical: Callable[[str], str]) -> str:
    """A code as messages name it, the same in the source and in its translation."""
    if code.kind in (CodeKind.LINK, CodeKind.IMAGE):
        return f"the {code.kind.value} to {canonical(code.target)}"
    if code.kind is CodeKind.BREAK:
        return "a line break (two blanks at the end of a line)"
    if code.kind is CodeKind.TAG:
        return " ".join(code.source.split())
    bare = code.bare
    return f"{bare.opening} … {bare.closing}" if bare.closing else bare.source


def matched(source: Content, target: Content, canonical: tuple[Callable, Callable]) -> tuple[list[Token], dict]:
    """The tokens of a translation with the numbers of the source's codes, and those codes as the translation has them.

    A code of the translation that the source does not have becomes text, as it is written.
    """
    left: dict[object, list[int]] = {}
    for number, code in source.codes.items():
        left.setdefault(_key(code, canonical[0]), []).append(number)
    numbers: dict[int, int] = {}
    for number, code in target.codes.items():
        candidates = left.get(_key(code, canonical[1]), [])
        if candidates:
            numbers[number] = candidates.pop(0)
    tokens: list[Token] = []
    for token in target.tokens:
        if isinstance(token, tuple) and token[1] in numbers:
            tokens.append((token[0], numbers[token[1]]))
        else:
            tokens.append(target.written(token))
    return joined(tokens), {new: target.codes[old] for old, new in numbers.items()}


def _key(code: Code, canonical: Callable[[str], str]) -> tuple:
    paired = code.closing is not None
    if code.kind in FREE:
        return code.kind, paired
    return code.kind, paired, len(code.spots), name_of(code, canonical)


def joined(tokens: list[Token]) -> list[Token]:
    """Tokens with neighbouring texts as one, empty ones left out."""
    result: list[Token] = []
    for token in tokens:
        if isinstance(token, str) and result and isinstance(result[-1], str):
            result[-1] += token
        elif token != "":
            result.append(token)
    return result


def spots(found: Content) -> Iterator[tuple[int, int, str]]:
    """(number of the code, index of the spot, its text) for every text that stands inside a code."""
    for number, code in found.codes.items():
        for index, (start, end) in enumerate(code.spots):
            yield number, index, code.source[start:end]
