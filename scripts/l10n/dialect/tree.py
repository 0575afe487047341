"""The tree of block elements that the parser builds, named by the HTML elements Python-Markdown makes of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from .chunk import Chunk

HEADING_TAGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


class Node:
    """One block element: its tag, its own text, what follows it inside the parent (`tail`), and its children."""

    __slots__ = ("children", "kind", "line", "tag", "tail", "text", "title")

    def __init__(self, tag: str, line: int, text: Chunk | None = None, kind: str = "", title: Chunk | None = None):
        self.tag = tag
        self.line = line
        self.text = text
        self.tail: Chunk | None = None
        self.kind = kind
        self.title = title
        self.children: list[Node] = []

    @property
    def last(self) -> Node | None:
        """The last child, if there is one."""
        return self.children[-1] if self.children else None

    def add(self, tag: str, line: int, text: Chunk | None = None, kind: str = "", title: Chunk | None = None) -> Node:
        """A new last child."""
        child = Node(tag, line, text, kind, title)
        self.children.append(child)
        return child

    def wrap_text(self) -> None:
        """Move the node's own text into a first `p` child: a tight item becoming a loose one."""
        if self.text is not None and self.text.text:
            self.children.insert(0, Node("p", self.text.line, self.text))
            self.text = None


class Stashed(Enum):
    """What a placeholder stands for."""

    FENCE = "fence"
    HTML = "html"
    ELEMENT = "element"


@dataclass
class Stash:
    """Something taken out of the text before the blocks are parsed; `{STX}n{ETX}` marks its place.

    `source` is the text as written (a fence: with its markers). For FENCE, `code` and `language` hold the content;
    for ELEMENT (raw HTML with `markdown="1"`), `content` is parsed again, or stays span text when `span` is set.
    """

    what: Stashed
    source: Chunk
    code: str = ""
    language: str = ""
    indent: int = 0
    tag: str = ""
    content: Chunk | None = None
    span: bool = False
    ids: list[str] = field(default_factory=list)


STX, ETX = "\x02", "\x03"  # removed from every page first, as Python-Markdown does
