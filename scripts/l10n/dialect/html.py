"""Raw HTML blocks taken out of the text, as Python-Markdown's extractor with md_in_html does it.

A block-level tag at the start of a line opens a raw block that lasts until its stack of tags is empty; inside it
nothing is Markdown. `markdown="1"` (or `block`, `span`) on the tag makes the content Markdown again. A comment at the
start of a line is a block of its own. Everything else stays in the text as inline HTML.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from .attributes import html_ids
from .chunk import Chunk
from .tree import ETX, STX, Stash, Stashed

_SPAN = "address dd dt h1 h2 h3 h4 h5 h6 legend li p summary td th"
_RAW = "canvas math option pre script style textarea"
_BLOCK = """address article aside blockquote details div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6
header hgroup hr main menu nav ol p pre section table ul canvas colgroup dd body dt group html iframe li legend math map
noscript output object option progress script style summary tbody td textarea tfoot th thead tr video center"""
_VOID = "area base br col embed hr img input link meta param source track wbr"
SPAN_TAGS, RAW_TAGS, BLOCK_TAGS, VOID_TAGS = (frozenset(names.split()) for names in (_SPAN, _RAW, _BLOCK, _VOID))
PARSED_TAGS = BLOCK_TAGS - SPAN_TAGS - RAW_TAGS - {"hr"}
CDATA_TAGS = frozenset(("script", "style"))

START_TAG = re.compile(
    r"""<([a-zA-Z][^`\t\n\r\f />\x00]*)
    (?:[\s/]*
      (?:(?<=['"\s/])[^`\s/>][^\s/=>]*
        (?:\s*=+\s*(?:'[^']*'|"[^"]*"|(?!['"])[^`>\s]*)(?:\s*,)*)?
        (?:\s|/(?!>))*
      )*
    )?\s*(/?>)""",
    re.VERBOSE,
)
END_TAG = re.compile(r"</([a-zA-Z][^\s/>]*)[^>]*>")
COMMENT_END = re.compile(r"--!?>")
MARKDOWN_ATTRIBUTE = re.compile(
    r"""\smarkdown(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?(?=[\s/>])""", re.IGNORECASE
)
BLANK_LINE_AFTER = re.compile(r"([ ]*\n){2}")
BLANK_LINE_INSIDE = re.compile(r"\n[ \t]*\n")


@dataclass
class _Element:
    """An open element with Markdown inside."""

    tag: str
    state: str  # block, span or off, as md_in_html calls them
    start: int
    source_end: int
    started: bool = True
    pieces: list[Chunk] = field(default_factory=list)


class HtmlExtractor:
    """One pass over a page; `run()` gives the text with placeholders and fills the stash."""

    def __init__(self, chunk: Chunk, stash: list[Stash]):
        self.raw = chunk.text
        self.numbers = chunk.lines
        self.stash = stash
        self.starts = [0, *(match.end() for match in re.finditer("\n", self.raw))]
        self.last_end = self.raw.rfind(">")  # no markup begins behind it
        self.out: list[Chunk] = []
        self.elements: list[_Element] = []
        self.raw_stack: list[str] = []
        self.raw_start = -1  # where the raw block being read began; -1 outside one
        self.tail = False  # after the end of a block, on the same line
        self.inline: list[str] = []

    def run(self) -> Chunk:
        """The text with every raw block and Markdown element replaced by a placeholder between blank lines."""
        raw, at, data = self.raw, 0, 0
        while (at := raw.find("<", at)) != -1:
            end = self._markup_end(at)
            if end == -1:
                at += 1
                continue
            self._data(data, at)
            end = self._markup(at, end)
            at = data = end
        self._data(data, len(raw))
        if self.raw_start != -1:
            self._put_raw(self.raw_start, len(raw))
        if self.elements:
            self._close_elements(self.elements[0].tag, len(raw))
        return Chunk.joined(self.out)

    # -- places ---------------------------------------------------------------------------------------------------

    def _line_index(self, at: int) -> int:
        return bisect_right(self.starts, at) - 1

    def _cut(self, start: int, end: int) -> Chunk:
        first = self._line_index(start)
        text = self.raw[start:end]
        return Chunk(text, self.numbers[first : first + text.count("\n") + 1])

    def _inserted(self, text: str, at: int) -> Chunk:
        return Chunk(text, [self.numbers[self._line_index(at)]] * (text.count("\n") + 1))

    def _at_line_start(self, at: int) -> bool:
        start = self.starts[self._line_index(at)]
        return at - start <= 3 and not self.raw[start:at].strip()

    # -- markup ---------------------------------------------------------------------------------------------------

    def _markup_end(self, at: int) -> int:
        """Where the tag, comment or declaration that begins here ends, or -1 when `<` is only a character."""
        raw = self.raw
        following = raw[at + 1 : at + 2]
        if at > self.last_end:
            return -1
        if following.isascii() and following.isalpha():
            match = START_TAG.match(raw, at)
            return match.end() if match else -1
        if following == "/":
            match = END_TAG.match(raw, at)
            return match.end() if match else -1
        if raw.startswith("<!--", at):
            match = COMMENT_END.search(raw, at + 4)
            return match.end() if match else -1
        if following in ("!", "?") and (self._at_line_start(at) or self.tail or self.elements):
            closing = raw.find("?>" if following == "?" else ">", at)
            return -1 if closing == -1 else closing + (2 if following == "?" else 1)
        return -1

    def _markup(self, at: int, end: int) -> int:
        """Handle one piece of markup; the position after it (after its content for script and style)."""
        raw = self.raw
        if raw[at + 1] in "!?":
            block = not raw.startswith("<!--", at) or self._comment_is_block(at, end)
            self._empty(at, end, block)
        elif raw[at + 1] == "/":
            self._end(END_TAG.match(raw, at).group(1).lower(), at, end)
        else:
            match = START_TAG.match(raw, at)
            tag = match.group(1).lower()
            if match.group(2) == "/>" or (tag == "hr" and (self._at_line_start(at) or self.tail)):
                self._empty(at, end, tag in BLOCK_TAGS)
            else:
                self._start(tag, at, end)
                if tag in CDATA_TAGS and self.raw_start != -1:
                    closing = re.compile(rf"</{tag}\s*>", re.IGNORECASE).search(raw, end)
                    return closing.start() if closing else len(raw)
        return end

    def _comment_is_block(self, at: int, end: int) -> bool:
        if BLANK_LINE_INSIDE.search(self.raw, at, end) or not self.inline:
            return True
        rest = BLANK_LINE_INSIDE.split(self.raw[end:], maxsplit=1)[0]
        return not any(re.search(rf"</\s*{re.escape(tag)}\s*>", rest, re.IGNORECASE) for tag in self.inline)

    def _data(self, start: int, end: int) -> None:
        if start >= end:
            return
        if self.tail and "\n" in self.raw[start:end]:
            self.tail = False
        if self.raw_start != -1:
            return
        if self.elements:
            self.elements[-1].started = False
            self.elements[-1].pieces.append(self._cut(start, end))
            return
        if BLANK_LINE_INSIDE.search(self.raw, start, end):
            self.inline.clear()
        self.out.append(self._cut(start, end))

    def _start(self, tag: str, at: int, end: int) -> None:
        if self.raw_start != -1:
            self.raw_stack.append(tag)
            return
        opens = self._at_line_start(at) or self.tail or (self.elements and self.elements[-1].started)
        if tag in BLOCK_TAGS and opens:
            state = self._state(tag, self.raw[at:end])
            if state == "off" and not self.elements:
                self.out.append(self._inserted("\n", at))
                self.raw_start = at
                self.raw_stack = [tag]
                return
            if any(element.tag == "p" for element in self.elements):
                self._close_elements("p", at)
            self.elements.append(_Element(tag, state, at, end))
            return
        self._data(at, end)
        if tag not in BLOCK_TAGS and tag not in VOID_TAGS:
            self.inline.append(tag)

    def _state(self, tag: str, source: str) -> str:
        match = MARKDOWN_ATTRIBUTE.search(source)
        value = "0"
        if match:
            value = next((group for group in match.groups() if group is not None), "1")
            value = "1" if value == "markdown" else value
        parent = self.elements[-1].state if self.elements else None
        if parent == "off" or (parent == "span" and value != "0"):
            value = parent
        if (value == "1" and tag in PARSED_TAGS) or (value == "block" and tag in PARSED_TAGS | SPAN_TAGS):
            return "block"
        if (value == "1" and tag in SPAN_TAGS) or (value == "span" and tag in PARSED_TAGS | SPAN_TAGS):
            return "span"
        return "off"

    def _end(self, tag: str, at: int, end: int) -> None:
        if self.raw_start != -1:
            if tag in self.raw_stack:
                while self.raw_stack.pop() != tag:
                    pass
            if not self.raw_stack:
                self._put_raw(self.raw_start, end)
                self.raw_start = -1
                self.tail = BLANK_LINE_AFTER.match(self.raw, end) is None
        elif tag in BLOCK_TAGS and any(element.tag == tag for element in self.elements):
            self._close_elements(tag, end)
            if not self.elements and not BLANK_LINE_AFTER.match(self.raw, end):
                self.tail = True
        else:
            self._data(at, end)
            if tag in self.inline:
                while self.inline.pop() != tag:
                    pass

    def _empty(self, at: int, end: int, block: bool) -> None:
        if self.raw_start != -1:
            return
        if self.elements:
            if self._at_line_start(at) and block:
                self.elements[-1].pieces += [self._inserted("\n", at), self._placeholder(at, end)]
                self.elements[-1].pieces.append(self._inserted("\n\n", end))
            else:
                self._data(at, end)
        elif block and (self.tail or self._at_line_start(at)):
            self.tail = self.tail or BLANK_LINE_AFTER.match(self.raw, end) is None
            self._separate(at)
            self._put_raw(at, end)
        else:
            self._data(at, end)

    # -- results --------------------------------------------------------------------------------------------------

    def _placeholder(self, start: int, end: int) -> Chunk:
        source = self._cut(start, end)
        self.stash.append(Stash(Stashed.HTML, source, ids=html_ids(source.text)))
        return self._inserted(f"{STX}{len(self.stash) - 1}{ETX}", start)

    def _put_raw(self, start: int, end: int) -> None:
        self.out += [self._placeholder(start, end), self._inserted("\n\n", max(end - 1, 0))]

    def _separate(self, at: int) -> None:
        """A blank line before a block that stands at the very start of a line; behind blanks there is none."""
        last = self.out[-1].text if self.out else ""
        if last.endswith("\n") and not last.endswith("\n\n"):
            self.out.append(self._inserted("\n", at))

    def _close_elements(self, tag: str, end: int) -> None:
        """Close the innermost open element of this tag and all inside it; the outermost goes to the text."""
        while self.elements:
            element = self.elements.pop()
            if element.state == "off":
                mark = self._placeholder(element.start, end)
            else:
                opening = self._cut(element.start, element.source_end)
                content = Chunk.joined(element.pieces) if element.pieces else None
                self.stash.append(
                    Stash(
                        Stashed.ELEMENT,
                        opening,
                        tag=element.tag,
                        content=content,
                        span=element.state == "span",
                        ids=html_ids(opening.text),
                    )
                )
                mark = self._inserted(f"{STX}{len(self.stash) - 1}{ETX}", element.start)
            if self.elements:
                self.elements[-1].pieces.append(self._inserted("\n\n", element.start))
            else:
                self._separate(element.start)
            target = self.elements[-1].pieces if self.elements else self.out
            target += [mark, self._inserted("\n\n", max(end - 1, 0))]
            if element.tag == tag:
                break
