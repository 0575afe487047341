"""Fenced code taken out of the lines before anything else looks at them, as pymdownx.superfences does it.

The rules are those of superfences: a fence may be indented or stand in a quotation; the closing fence has exactly the
opening marker; a line indented less ends the attempt and the fence is ordinary text; unknown options too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from .chunk import Chunk
from .tree import ETX, STX, Stash, Stashed

START = re.compile(
    r"""(?x)
    (?P<fence>~{3,}|`{3,})
    (?:[ \t]*\.?(?P<lang>[\w#.+-]+)(?=[\t ]|$))?
    (?:
        [ \t]*(\{(?P<attrs>[^\n]*)\}) |
        (?P<options>(?:(?:[ \t]*[a-zA-Z][a-zA-Z0-9_]*(?:=(?P<quot>"|').*?(?P=quot))?)(?=[\t ]|$))+) |
        (?P<unrecognized>(?:([ \t]*[^\s]+)(?=[\t ]|$))+)
    )?[ \t]*$
    """
)
OPTION = re.compile(r"""([a-zA-Z][a-zA-Z0-9_]*)(?:=("|')(.*?)\2)?""")
KNOWN_OPTIONS = frozenset(("hl_lines", "linenums", "title", "title_mode"))
ATTRIBUTE_LANGUAGE = re.compile(r"(?:^|\s)\.([\w#.+-]+)")
PREFIX = re.compile(r"[> ]*")


@dataclass
class _Open:
    """A fence whose end has not been met yet."""

    index: int
    prefix: str
    marker: str
    language: str
    quotes: int = 0
    blank: bool = False
    code: list[str] = field(default_factory=list)


def take_fences(lines: list[tuple[str, int]], stash: list[Stash]) -> list[tuple[str, int]]:
    """The lines with every fenced block replaced by one placeholder line; the blocks are appended to `stash`."""
    out: list[tuple[str, int]] = []
    fence: _Open | None = None
    marked = iter([index for index, (text, _) in enumerate(lines) if "```" in text or "~~~" in text])
    index, count = 0, len(lines)
    while index < count:
        if fence is None:
            # Nothing opens a fence before the next line with a marker.
            start = next((at for at in marked if at >= index), count)
            out += lines[index : start + 1]
            if start < count:
                fence = _opened(lines[start][0], len(out) - 1)
            index = start + 1
            continue
        text = lines[index][0]
        out.append(lines[index])
        prefix = _prefix(text, len(fence.prefix))
        content = text[len(prefix) :]
        outcome = _step(fence, prefix, content)
        if outcome is False:
            fence = None
        elif outcome is True:
            opened_at = fence.index
            source = Chunk.of_lines(lines[index - (len(out) - 1 - opened_at) : index + 1])
            code = "\n".join(line[len(fence.prefix) :] for line in fence.code)
            mark = f"{fence.prefix}{STX}{len(stash)}{ETX}"
            stash.append(Stash(Stashed.FENCE, source, code, fence.language, indent=len(fence.prefix)))
            out[opened_at:] = [(mark, out[opened_at][1])]
            fence = None
        index += 1
    return out


def _opened(text: str, index: int) -> _Open | None:
    """The fence that this line, which holds a marker, opens, or None."""
    prefix = PREFIX.match(text).group()
    match = START.match(text, len(prefix))
    if match is None or match["unrecognized"]:
        return None
    language = match["lang"] or ""
    if match["attrs"] is not None:
        named = ATTRIBUTE_LANGUAGE.search(match["attrs"])
        language = language or (named.group(1) if named else "")
    elif match["options"] and any(
        name not in KNOWN_OPTIONS or not value for name, _, value in OPTION.findall(match["options"])
    ):
        return None
    return _Open(index, prefix, match["fence"], language, prefix.count(">"))


def _prefix(text: str, width: int) -> str:
    """The quotation marks and blanks at the start, at most as many as the opening line had."""
    return PREFIX.match(text[:width]).group()


def _step(fence: _Open, prefix: str, content: str) -> bool | None:
    """True when this line closes the fence, False when the fence turns out not to be one, None to go on."""
    closes = re.fullmatch(re.escape(fence.marker) + r"[ \t]*", content) is not None
    quotes = prefix.count(">")
    if fence.quotes:
        if quotes > fence.quotes:
            return False
        if content == "":
            fence.blank = True
        elif len(prefix) < len(fence.prefix) or (fence.blank and quotes < fence.quotes):
            return False
        elif closes:
            return True
        else:
            fence.blank = False
    else:
        if quotes:
            return False
        if content.strip() == "" and prefix.strip() == "":
            pass
        elif len(prefix) != len(fence.prefix):
            return False
        elif closes:
            return True
    fence.code.append(prefix + content)
    return None
