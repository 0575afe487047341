"""Markdown text <-> text with protected inline codes, as tools for translators know them.

`**Call** [us](tel.md)` is three runs of text in two pairs of codes. What a code stands for never reaches the tool:
markers of emphasis and code spans, link targets, images, raw tags, site tags, footnote marks, meant line breaks.
Entities and backslashes stay in the text as they are. A code is only ever text left unprotected: where the markup is
odd (emphasis across a link), it stays in the text and nothing is lost.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace

from ..dialect.inline import EMPHASIS, Inline, Span, SpanKind
from ..dialect.scanner import scan, scan_html
from .codes import FREE, Code, CodeKind, Content, Mark, Token, joined, name_of

LINE_BREAK = re.compile(r" {2,}\n")
TAG_NAME = re.compile(r"<(/?)([a-zA-Z][\w-]*)[^>]*?(/?)>", re.DOTALL)
COVER = "\ufffc"  # stands for protected characters while emphasis is looked for
KINDS = {
    SpanKind.LINK: CodeKind.LINK,
    SpanKind.AUTOLINK: CodeKind.LINK,
    SpanKind.IMAGE: CodeKind.IMAGE,
    SpanKind.CODE: CodeKind.CODE,
    SpanKind.TAG: CodeKind.TAG,
    SpanKind.NOTE: CodeKind.NOTE,
    SpanKind.HTML: CodeKind.HTML,
    SpanKind.ATTRIBUTES: CodeKind.ATTRIBUTES,
}


@dataclass(frozen=True)
class _Interval:
    """A code and where it stands: `start` to `end`, around `inner` to `inner_end`; alone when these are equal to end."""

    start: int
    inner: int
    inner_end: int
    end: int
    kind: CodeKind
    alone: bool
    target: str = ""


def content(text: str, references: dict[str, tuple[str, str]], *, html: bool = False) -> Content:
    """The tokens and codes of a Markdown text, or of a piece of raw HTML."""
    inline = scan_html(text) if html else scan(text, references)
    intervals = _of_spans(inline)
    intervals += _html_pairs(text, inline, intervals)
    if not html:
        for match in LINE_BREAK.finditer(text):
            _add(intervals, _Interval(match.start(), match.end(), match.end(), match.end(), CodeKind.BREAK, True))
        covered = _covered(text, intervals)
        _emphasis(text, covered, intervals)
    return _content(text, sorted(intervals, key=lambda interval: (interval.start, -interval.end)))


def named(text: str, references: dict[str, tuple[str, str]]) -> str:
    """The text with each link that is named by its own words, `[words]`, written as `[words][words]`.

    Else nobody could translate the words without losing the link.
    """
    if "[" not in text or not references:
        return text
    for span in reversed(scan(text, references).spans):
        inner, end = span.inner
        if span.kind in (SpanKind.LINK, SpanKind.IMAGE) and text[end : span.end] in ("]", "][]"):
            text = f"{text[:end]}][{text[inner:end]}]{text[span.end :]}"
    return text


def kept(text: str, references: dict[str, tuple[str, str]], canonical: Callable[[str], str], *, html: bool) -> Counter:
    """What a translation has to keep: link and image targets, tags, footnote marks, raw tags, meant line breaks."""
    found: Counter[str] = Counter()
    for code in content(text, references, html=html).codes.values():
        if code.kind in FREE or code.source.startswith("<!--"):
            continue
        found[name_of(code, canonical)] += 1
    return found


def _of_spans(inline: Inline) -> list[_Interval]:
    found: list[_Interval] = []
    for span in inline.spans:
        if span.kind in (SpanKind.ESCAPE, SpanKind.ENTITY):
            continue
        if span.kind is SpanKind.ATTRIBUTES and found and found[-1].end == span.start:
            found[-1] = replace(found[-1], end=span.end)  # it belongs to what it stands behind
            continue
        _add(found, _interval(inline.text, span))  # raw HTML may hold a tag of the site within a tag of its own
    return found


def _interval(text: str, span: Span) -> _Interval:
    paired = span.kind in (SpanKind.LINK, SpanKind.IMAGE, SpanKind.CODE) and span.inner[0] < span.inner[1]
    inner = span.inner if paired else (span.end, span.end)
    target = span.target if span.kind in (SpanKind.LINK, SpanKind.AUTOLINK, SpanKind.IMAGE) else ""
    return _Interval(span.start, *inner, span.end, KINDS[span.kind], not paired, target)


def _html_pairs(text: str, inline: Inline, intervals: list[_Interval]) -> list[_Interval]:
    """Start and end tags joined into pairs where they enclose whole codes; their single intervals are taken out."""
    opened: list[tuple[str, _Interval]] = []
    pairs = []
    for interval in [each for each in intervals if each.kind is CodeKind.HTML]:
        match = TAG_NAME.fullmatch(text, interval.start, interval.end)
        if match is None or match.group(3):
            continue
        name = match.group(2).lower()
        if not match.group(1):
            opened.append((name, interval))
            continue
        at = next((i for i in range(len(opened) - 1, -1, -1) if opened[i][0] == name), -1)
        if at == -1:
            continue
        first = opened[at][1]
        del opened[at:]
        pair = _Interval(first.start, first.end, interval.start, interval.end, CodeKind.HTML, False)
        others = [each for each in (*intervals, *pairs) if each not in (first, interval)]
        if pair.inner < pair.inner_end and all(_laminar(pair, each) for each in others):
            intervals.remove(first)
            intervals.remove(interval)
            pairs.append(pair)
    return pairs


def _laminar(one: _Interval, other: _Interval) -> bool:
    """Whether one lies wholly beside the other or within what it encloses."""
    return (
        one.end <= other.start
        or other.end <= one.start
        or (one.inner <= other.start and other.end <= one.inner_end)
        or (other.inner <= one.start and one.end <= other.inner_end)
    )


def _add(intervals: list[_Interval], new: _Interval) -> bool:
    if all(_laminar(new, interval) for interval in intervals):
        intervals.append(new)
        return True
    return False


def _covered(text: str, intervals: list[_Interval]) -> str:
    """The text with everything protected covered, positions unchanged."""
    characters = list(text)
    for each in intervals:
        spans = [(each.start, each.end)] if each.alone else [(each.start, each.inner), (each.inner_end, each.end)]
        if each.kind is CodeKind.CODE:
            spans = [(each.start, each.end)]
        for start, end in spans:
            characters[start:end] = COVER * (end - start)
    for match in re.finditer(r"\\.", text):
        characters[match.start() : match.end()] = COVER * 2
    return "".join(characters)


def _emphasis(text: str, covered: str, intervals: list[_Interval]) -> None:
    """Add the emphasis that encloses whole codes, outermost first."""
    for character, pattern in EMPHASIS:
        if character not in covered:
            continue
        pending = [(0, len(covered))]
        while pending:
            start, end = pending.pop()
            at = start
            while match := pattern.search(covered, at, end):
                kind = CodeKind.ITALIC if len(match.group(1)) == 1 else CodeKind.BOLD
                inner, inner_end = match.span(2)
                stop = match.end()
                behind = next((each for each in intervals if each.start == stop), None)
                if behind and behind.kind is CodeKind.ATTRIBUTES:
                    intervals.remove(behind)
                    stop = behind.end
                _add(intervals, _Interval(match.start(), inner, inner_end, stop, kind, False))
                pending.append((inner, inner_end))
                at = match.end()


def _content(text: str, intervals: list[_Interval]) -> Content:
    result = Content()
    events: list[tuple[int, int, Token]] = []
    for number, each in enumerate(intervals, 1):
        if each.alone:
            result.codes[number] = Code(each.kind, text[each.start : each.end], None, each.target)
            events.append((each.start, each.end, (Mark.ALONE, number)))
        else:
            opening, closing = text[each.start : each.inner], text[each.inner_end : each.end]
            result.codes[number] = Code(each.kind, opening, closing, each.target)
            events.append((each.start, each.inner, (Mark.OPEN, number)))
            events.append((each.inner_end, each.end, (Mark.CLOSE, number)))
    at = 0
    for start, end, token in sorted(events, key=lambda event: event[:2]):
        result.tokens += [text[at:start], token]
        at = end
    result.tokens = joined([*result.tokens, text[at:]])
    return result
