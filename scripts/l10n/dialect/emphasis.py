"""Marks of emphasis and code that the build prints because they do not pair, by Python-Markdown's patterns.

An asterisk pairs anywhere but between blanks; an underscore never beside a letter, of whatever script: `و_كلمة_` and
`_слово_м` print theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from .inline import Span, SpanKind

FILLER, GONE = "\x02", "\x03"  # a piece of other markup; a mark that made emphasis
# markdown.inlinepatterns: NOT_STRONG first, then the asterisk's patterns, then the underscore's; length bounded.
ALONE = re.compile(r"(?:(?<=\s)|\A)(\*{1,3}|_{1,3})(?=\s|\Z)")
PATTERNS = {
    "*": (
        re.compile(r"\*{3}(.{1,999}?)\*(.{0,999}?)\*{2}", re.DOTALL),
        re.compile(r"\*{3}(.{1,999}?)\*{2}(.{0,999}?)\*", re.DOTALL),
        re.compile(r"\*{2}(?!\*)([^*]{1,999}?)\*(?!\*)(.{1,999}?)\*{3}", re.DOTALL),
        re.compile(r"\*{2}(.{1,999}?)\*{2}", re.DOTALL),
        re.compile(r"\*([^*]{1,999})\*"),
    ),
    "_": (
        re.compile(r"(?<!\w)_{3}(.{1,999}?)_(.{0,999}?)_{2}(?!\w)", re.DOTALL),
        re.compile(r"(?<!\w)_{3}(.{1,999}?)_{2}(.{0,999}?)_(?!\w)", re.DOTALL),
        re.compile(r"(?<!\w)_{2}(?!_)(.{1,999}?)(?<!_)_{2}(?!\w)", re.DOTALL),
        re.compile(r"(?<!\w)_(?!_)(.{1,999}?)(?<!_)_(?!\w)", re.DOTALL),
    ),
}
# What a writer cannot have meant to print: two or more in a row, or one that hangs on one side of a word.
# What stands before a mark is asked for behind it, so that the search skips to the marks.
STRAY = re.compile(
    r"\*{2,}|_{2,}|`(?<!``)`?(?!`)|\*(?<=\w\*)(?![\w*])|\*(?<![\w*]\*)(?=\w)|_(?<=\w_)(?![\w_])|_(?<![\w_]_)(?=\w)"
)
# Bold words and code as nearly all are written, without other markup in or around them: these do pair.
USUAL = re.compile(r"\*\*[^*_`\s()<>\[\]{}](?:[^*_`()<>\[\]{}]{0,900}[^*_`\s()<>\[\]{}])?\*\*|`[^`*_\n]+`")
MOST_MARKS, DEEPEST = 1000, 6  # in one paragraph; beyond this nobody wrote it by hand
PLAIN = frozenset((SpanKind.LINK, SpanKind.IMAGE))  # their text is text


def printed_marks(text: str, spans: Iterable[Span]) -> list[tuple[str, int]]:
    """(mark, position) of each mark in a text that a reader sees and that looks like a slip."""
    if not _any(text) or ("\\" not in text and "<!--" not in text and not _any(USUAL.sub("", text))):
        return []
    masked = _masked(text, spans)
    if not STRAY.search(masked) or masked.count("*") + masked.count("_") > MOST_MARKS:
        return []
    found = [(match.group(1), match.start(1)) for match in ALONE.finditer(masked) if len(match.group(1)) > 1]
    masked = ALONE.sub(lambda match: FILLER * len(match.group()), masked)
    for mark in PATTERNS:
        characters = list(masked)
        _pair(masked, characters, mark, 0, len(masked), DEEPEST)
        masked = "".join(characters)
    found += [(match.group(), match.start()) for match in STRAY.finditer(masked) if not _in_path(masked, match)]
    return sorted(found, key=lambda mark: mark[1])


def _any(text: str) -> bool:
    return "*" in text or "_" in text or "`" in text


def _in_path(text: str, match: re.Match[str]) -> bool:
    """Whether a mark stands in what has no blanks and a slash: a path or address, `wiki/Vilnius_(city)`."""
    start = max(text.rfind(blank, 0, match.start()) for blank in " \n")
    ends = [end for blank in " \n" if (end := text.find(blank, match.end())) != -1]
    return "/" in text[start + 1 : min(ends, default=len(text))]


def _masked(text: str, spans: Iterable[Span]) -> str:
    """The text with other markup as filler, positions kept."""
    characters = list(text)
    for span in spans:
        first, last = span.inner if span.kind in PLAIN else (span.end, span.end)
        for start, end in ((span.start, first), (last, span.end)):
            characters[start:end] = FILLER * (end - start)
    return "".join(characters)


def _pair(text: str, characters: list[str], mark: str, start: int, end: int, depth: int) -> None:
    """Blank the marks that make emphasis between two positions: the first pattern that fits where a mark stands."""
    at = text.find(mark, start, end)
    while at != -1:
        matches = (pattern.match(text, at, end) for pattern in PATTERNS[mark])
        match = next(filter(None, matches), None)
        if match:
            edge = at
            for first, last in (match.span(group) for group in range(1, match.re.groups + 1)):
                characters[edge:first] = GONE * (first - edge)
                edge = last
                if depth:
                    _pair(text, characters, mark, first, last, depth - 1)
            characters[edge : match.end()] = GONE * (match.end() - edge)
        at = text.find(mark, match.end() if match else at + 1, end)
