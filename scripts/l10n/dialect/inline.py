"""Inline markup as the checks ask for it: the text a reader sees, the targets, and the text to be translated."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from ..lazy import lazy
from .attributes import html_ids, parse_attributes


class SpanKind(Enum):
    """Kinds of inline markup that are more than emphasis."""

    CODE = "code"
    TAG = "tag"
    ESCAPE = "escape"
    LINK = "link"
    IMAGE = "image"
    AUTOLINK = "autolink"
    HTML = "html"
    ENTITY = "entity"
    NOTE = "note"
    ATTRIBUTES = "attributes"


class Span(NamedTuple):
    """A piece of inline markup: `start` to `end` in the text, `inner` the part a reader sees; of links the target."""

    kind: SpanKind
    start: int
    end: int
    inner: tuple[int, int]
    target: str = ""
    title: str = ""


def _start(span: Span) -> int:
    return span.start


# One to three marks; the first stands alone, and what is before it is asked for behind it: the search skips to it.
EMPHASIS = (
    ("*", re.compile(r"(\*\*{0,2})(?![\s*])(.{1,999}?)(?<![\s*])\1", re.DOTALL)),
    ("_", re.compile(r"(_(?<!\w_)_{0,2})(?![\s_])(.{1,999}?)(?<![\s_])\1(?!\w)", re.DOTALL)),
)
FIRST_STAND_IN, STAND_INS = 0xF0000, 0xFFFD  # a private-use plane of Unicode
STAND_IN = re.compile("[\U000f0000-\U000ffffd]")
TEXT_ATTRIBUTE = re.compile(r"""\b(?:title|alt|aria-label|placeholder)\s*=\s*("[^"]*"|'[^']*')""", re.IGNORECASE)
IMG = re.compile(r"""\s(src|alt)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""", re.IGNORECASE)
URL_ATTRIBUTE = re.compile(r"""\s(href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""", re.IGNORECASE)


class Inline:
    """The spans of one piece of text."""

    def __init__(self, text: str, spans: list[Span]):
        self.text = text
        self.spans = spans

    def inside(self, start: int, end: int) -> Iterator[Span]:
        """The spans that begin between two positions, in order."""
        for index in range(bisect_left(self.spans, start, key=_start), len(self.spans)):
            if self.spans[index].start >= end:
                return
            yield self.spans[index]

    @lazy
    def links(self) -> list[tuple[str, int]]:
        """Each link target with its position in the text, raw `<a href>` included."""
        found = [(span.target, span.start) for span in self.spans if span.kind in (SpanKind.LINK, SpanKind.AUTOLINK)]
        found += [(target, at) for name, target, at in self._url_attributes() if name == "href"]
        return found

    @lazy
    def images(self) -> list[tuple[str, int]]:
        """Each image source with its position in the text, raw `src` included."""
        found = [(span.target, span.start) for span in self.spans if span.kind is SpanKind.IMAGE]
        return found + [(target, at) for name, target, at in self._url_attributes() if name == "src"]

    @lazy
    def pictures(self) -> list[tuple[str, str, int]]:
        """Source, alternative text and position of each image, raw `<img>` included."""
        found = []
        for span in self.spans:
            if span.kind is SpanKind.IMAGE:
                found.append((span.target, self.text[slice(*span.inner)].strip(), span.start))
            elif span.kind is SpanKind.HTML and self.text[span.start : span.start + 4].lower() == "<img":
                values = {name.lower(): a or b or c for name, a, b, c in IMG.findall(self.text, span.start, span.end)}
                found.append((values.get("src", ""), values.get("alt", "").strip(), span.start))
        return found

    def _url_attributes(self):
        for span in self.spans:
            if span.kind is SpanKind.HTML:
                for match in URL_ATTRIBUTE.finditer(self.text[span.start : span.end]):
                    yield match.group(1).lower(), match.group(2) or match.group(3) or match.group(4) or "", span.start

    @lazy
    def notes(self) -> list[str]:
        """Names of the footnotes referred to."""
        return [span.target for span in self.spans if span.kind is SpanKind.NOTE]

    @lazy
    def ids(self) -> list[str]:
        """Ids set by raw tags and attribute lists."""
        found: list[str] = []
        for span in self.spans:
            if span.kind is SpanKind.HTML:
                found += html_ids(self.text[span.start : span.end])
            elif span.kind is SpanKind.ATTRIBUTES:
                attributes, _ = parse_attributes(span.target)
                if "id" in attributes:
                    found.append(attributes["id"])
        return found

    @lazy
    def plain(self) -> str:
        """The text a reader sees, entities decoded; tags and footnote references leave nothing."""
        return _plain(self, code=True)

    @lazy
    def prose(self) -> str:
        """`plain` without code spans, with the alternative text of images: what numbers and words are looked for in."""
        return _plain(self, code=False)

    @lazy
    def translatable(self) -> str:
        """The text with its emphasis and code, without what is compared exactly: targets, tags, footnote marks."""
        return _translatable(self, 0, len(self.text)) if self.spans else self.text


def _plain(inline: Inline, *, code: bool) -> str:
    """Visible text. Code and escaped characters are kept from the emphasis rules by private-use stand-ins."""
    text, kept = inline.text, []
    if inline.spans:
        text, _ = _rendered(inline, 0, len(text), 0, kept, code)
    for character, pattern in EMPHASIS:
        while character in text and (stripped := pattern.sub(r"\2", text)) != text:
            text = stripped
    if not kept:
        return text
    first = FIRST_STAND_IN
    return STAND_IN.sub(lambda m: kept[at] if (at := ord(m.group()) - first) < len(kept) else m.group(), text)


def _rendered(inline: Inline, start: int, end: int, index: int, kept: list[str], code: bool) -> tuple[str, int]:
    """What is seen between two positions, from the span of an index on, and the index of the first span behind it."""
    source, spans = inline.text, inline.spans
    out, at = [], start
    while index < len(spans) and spans[index].start < end:
        kind, first_of, last_of, (first, last), *_ = spans[index]
        index += 1
        out.append(source[at:first_of])
        at = last_of
        if kind is SpanKind.LINK:
            text, index = _rendered(inline, first, last, index, kept, code)
            out.append(text)
        elif kind is SpanKind.IMAGE:
            text, index = _rendered(inline, first, last, index, kept, code)
            out.append("" if code else text)
        elif kind is SpanKind.CODE:
            out.append(_keep(kept, source[first:last].strip()) if code else " ")
        elif kind in (SpanKind.ESCAPE, SpanKind.AUTOLINK):
            out.append(_keep(kept, source[first:last]))
        elif kind is SpanKind.ENTITY:
            from html import unescape

            out.append(_keep(kept, unescape(source[first:last])))
        elif kind is SpanKind.TAG and not code:
            out.append(" ")
    out.append(source[at:end])
    return "".join(out), index


def _keep(kept: list[str], text: str) -> str:
    """The stand-in of a text."""
    if len(kept) == STAND_INS:
        return text
    kept.append(text)
    return chr(FIRST_STAND_IN + len(kept) - 1)


def _translatable(inline: Inline, start: int, end: int) -> str:
    out, at = [], start
    for span in inline.inside(start, end):
        if span.start < at or span.end > end:
            continue
        out.append(inline.text[at : span.start])
        at = span.end
        if span.kind in (SpanKind.LINK, SpanKind.IMAGE):
            mark = "![" if span.kind is SpanKind.IMAGE else "["
            out.append(f"{mark}{_translatable(inline, *span.inner)}]")
            if span.title:
                out.append(f'("{span.title}")')
        elif span.kind in (SpanKind.HTML, SpanKind.ATTRIBUTES):
            source = inline.text[span.start : span.end]
            out.append("" if source.startswith("<!--") else " ".join(TEXT_ATTRIBUTE.findall(source)))
        elif span.kind in (SpanKind.CODE, SpanKind.ESCAPE, SpanKind.ENTITY):
            out.append(inline.text[span.start : span.end])
    out.append(inline.text[at:end])
    return "".join(out)
