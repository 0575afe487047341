"""The spans of a text: code, links, images, raw tags, footnote references, site tags.

Site tags (`{{ … }}`) are opaque: nothing inside them is Markdown. Emphasis is no span: `inline` takes it off.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from ..tags import TAG
from .attributes import INLINE_LIST
from .inline import Inline, Span, SpanKind

SPECIAL = re.compile(r"[\\`<&\[!{]")
PROTECTING = re.compile(r"[\\`{]")
TICKS = re.compile(r"``*")  # a repeated sign with nothing before it cannot be skipped to
AUTOLINK = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]*://[^<>]*)>|<([^<> !]+@[^@<> ]+)>")
HTML = re.compile(
    r"""<(?:/?[a-zA-Z][^\s"'<>@]*(?:\s+[^\s"'=<>]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>]+))?)*\s*/?"""
    r"""|!--(?:(?!<!--|-->).)*--)>""",
    re.DOTALL,
)
ENTITY = re.compile(r"&(?:#[0-9]+|#x[0-9a-fA-F]+|[a-zA-Z0-9]+);")
NOTE = re.compile(r"\[\^([^\]]*)\]")
ANGLED = re.compile(r"""\(\s*<([^<>]*)>\s*(?:('[^']*'|"[^"]*")\s*)?\)""", re.DOTALL)
REFERENCE = re.compile(r"\s?\[([^\]]*)\]", re.DOTALL)
BRACKET = re.compile(r"[\[\]\\`{]")
PARENTHESIS = re.compile(r"[()\"'\\`{]")
TITLE = {quote: re.compile(rf"{quote}[^{quote}]*{quote}\s*(?=\))", re.DOTALL) for quote in "\"'"}
LISTED = (SpanKind.LINK, SpanKind.IMAGE, SpanKind.AUTOLINK, SpanKind.CODE)  # kinds that an attribute list may follow
TITLED = re.compile(r"""\s*(.*?)\s+("(.*)"|'(.*)')\s*""", re.DOTALL)
ESCAPABLE = frozenset("\\`*_{}[]()>#+-.!|")
ESCAPE = re.compile(r"\\([\\`*_{}\[\]()>#+\-.!|])")


def scan(text: str, references: dict[str, tuple[str, str]]) -> Inline:
    """The spans of a text, in order; spans inside a link's text follow the link."""
    if SPECIAL.search(text):
        return Inline(text, _Scanner(text, references).spans)
    return Inline(text, [])


def scan_html(text: str) -> Inline:
    """The tags, comments, entities and site tags of a piece of raw HTML: nothing else is markup there."""
    tags = [Span(SpanKind.TAG, *match.span(), (match.end(), match.end())) for match in TAG.finditer(text)]
    spans = tags + [
        Span(kind, *match.span(), match.span() if kind is SpanKind.ENTITY else (match.end(), match.end()))
        for kind, pattern in ((SpanKind.HTML, HTML), (SpanKind.ENTITY, ENTITY))
        for match in pattern.finditer(text)
    ]
    return Inline(text, sorted(spans, key=lambda span: span.start))


def _protected(text: str) -> dict[int, Span]:
    """Code spans, escapes and site tags by their start: what stands inside them is no markup."""
    found: dict[int, Span] = {}
    if "`" not in text and "\\" not in text and "{" not in text:
        return found
    tags = {match.start(): match for match in TAG.finditer(text)} if "}}" in text or "%}" in text else {}
    at = 0
    while match := PROTECTING.search(text, at):
        start = match.start()
        at = match.end()
        if text[start] == "\\":
            if text[at : at + 1] in ESCAPABLE and at < len(text):
                found[start] = Span(SpanKind.ESCAPE, start, at + 1, (at, at + 1))
                at += 1
        elif text[start] == "{":
            if start in tags:
                at = tags[start].end()
                found[start] = Span(SpanKind.TAG, start, at, (at, at))
        else:
            at = TICKS.match(text, start).end()
            if inner := _code_span(text, start, at):
                at = inner[1] + inner[0] - start
                found[start] = Span(SpanKind.CODE, start, at, inner)
    return found


def _code_span(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the code behind a run of backticks (start to end) stands: up to an equal run, else up to the longest run
    that is shorter, as Python-Markdown pairs them."""
    width, longest, place = end - start, 0, 0
    for run in TICKS.finditer(text, end):
        length = run.end() - run.start()
        if length == width:
            return end, run.start()
        if longest < length:
            longest, place = length, run.start()
    return (start + longest, place) if 0 < longest < width else None


class _Scanner:
    """One pass over a text; `spans` is the result."""

    def __init__(self, text: str, references: dict[str, tuple[str, str]]):
        self.text = text
        self.references = references
        self.protected = _protected(text)
        self.starts = list(self.protected)  # in the order of the text
        self.closing = self._brackets()
        self.last_bracket = text.rfind("]")
        self.spans: list[Span] = []
        self.scan(0, len(text))

    def _brackets(self) -> dict[int, int]:
        """Position of each opening square bracket -> that of the one that closes it."""
        pairs: dict[int, int] = {}
        if "[" not in self.text:
            return pairs
        opened: list[int] = []
        at = 0
        while match := BRACKET.search(self.text, at):
            at = match.end()
            start = match.start()
            if start in self.protected:
                at = self.protected[start].end
            elif match.group() == "[":
                opened.append(start)
            elif match.group() == "]" and opened:
                pairs[opened.pop()] = start
        return pairs

    def scan(self, at: int, end: int) -> None:
        """Add the spans between two positions; those inside a link's text follow the link."""
        while at < end and (match := SPECIAL.search(self.text, at, end)):
            start = match.start()
            span = self.protected.get(start) or self.span_at(start, end)
            if span is None:
                at = start + 1
                continue
            self.spans.append(span)
            at = span.end
            if span.kind in (SpanKind.LINK, SpanKind.IMAGE):
                self.scan(*span.inner)
            if span.kind in LISTED and self.text[at : at + 1] == "{" and at not in self.protected:
                attributes = self.attributes(at, end)
                if attributes is not None:
                    self.spans.append(attributes)
                    at = attributes.end

    def span_at(self, start: int, end: int) -> Span | None:
        """The span that begins here, None when the character is only a character."""
        text, character = self.text, self.text[start]
        if character == "{":
            return self.attributes(start, end) if start and text[start - 1] in "*_" else None
        if character == "<":
            if match := AUTOLINK.match(text, start, end):
                target = match.group(1) or f"mailto:{match.group(2)}"
                return Span(SpanKind.AUTOLINK, start, match.end(), (start + 1, match.end() - 1), target)
            match = HTML.match(text, start, end)
            return Span(SpanKind.HTML, start, match.end(), (match.end(), match.end())) if match else None
        if character == "&":
            match = ENTITY.match(text, start, end)
            return Span(SpanKind.ENTITY, start, match.end(), match.span()) if match else None
        if character == "[" or text.startswith("![", start):
            return self.link(start, end)
        return None

    def attributes(self, at: int, end: int) -> Span | None:
        """The attribute list that begins here; one that is broken is text."""
        if INLINE_LIST.match(self.text, at, end) is None:
            return None
        closing = self.text.index("}", at) + 1
        return Span(SpanKind.ATTRIBUTES, at, closing, (closing, closing), self.text[at + 1 : closing - 1])

    def link(self, start: int, end: int) -> Span | None:
        """The link, image or footnote reference whose bracket opens here."""
        text = self.text
        image = text[start] == "!"
        if not image and start < self.last_bracket and (note := NOTE.match(text, start, end)):
            return Span(SpanKind.NOTE, start, note.end(), (note.end(), note.end()), note.group(1))
        opening = start + 2 if image else start + 1
        closing = self.closing.get(opening - 1, end)
        if closing >= end:
            return None
        kind = SpanKind.IMAGE if image else SpanKind.LINK
        inner, after = (opening, closing), closing + 1
        if text[after : after + 1] == "(":
            if angled := ANGLED.match(text, after, end):
                title = (angled.group(2) or "")[1:-1]
                return Span(kind, start, angled.end(), inner, _unescaped(angled.group(1).strip()), title)
            stop = self.parenthesis(after + 1, end) if text.find(")", after, end) != -1 else -1
            if stop != -1:
                target, title = _target_and_title(text[after + 1 : stop])
                return Span(kind, start, stop + 1, inner, _unescaped(target), title)
        match = REFERENCE.match(text, after, end)
        labels = [(match.span(1), match.end())] if match and match.group(1) else []
        labels.append((inner, match.end() if match and not match.group(1) else after))
        for (first, last), stop in labels if self.references else ():
            name = re.sub(r"[ ]?\n", " ", text[first:last]).strip().lower()
            # Python-Markdown has already taken code out when it looks a name up: with code in it it names nothing.
            if name in self.references and not self.protects(first, last):
                return Span(kind, start, stop, inner, *self.references[name])
        return None

    def protects(self, first: int, last: int) -> bool:
        """Whether code, an escape or a tag begins between two positions."""
        index = bisect_left(self.starts, first)
        return index < len(self.starts) and self.starts[index] < last

    def parenthesis(self, at: int, end: int) -> int:
        """Where the parenthesis opened just before `at` is closed, or -1. A quoted title may hold one."""
        depth = 1
        while match := PARENTHESIS.search(self.text, at, end):
            start, character = match.start(), match.group()
            at = start + 1
            if start in self.protected:
                at = self.protected[start].end
            elif character == "(":
                depth += 1
            elif character == ")":
                depth -= 1
                if not depth:
                    return start
            elif character in TITLE and self.text[start - 1] in " \n\t":
                title = TITLE[character].match(self.text, start, end)
                at = title.end() if title else at
        return -1


def _target_and_title(source: str) -> tuple[str, str]:
    if ('"' in source or "'" in source) and (match := TITLED.fullmatch(source)):
        return match.group(1), match.group(3) if match.group(3) is not None else match.group(4)
    return source.strip(), ""


def _unescaped(text: str) -> str:
    """A target without the backslashes that escape a character in it."""
    return ESCAPE.sub(r"\1", text) if "\\" in text else text
