"""Text that remembers where it stood: the one currency of the block parser.

A `Chunk` is a string with the source line number of each of its lines, so that the regular expressions of
Python-Markdown can be applied to `text` as they are, and every piece cut out of it still knows its lines.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator

TAB = 4  # Python-Markdown's tab_length, which MkDocs never changes
INDENT = " " * TAB


class Chunk:
    """Text and, for each of its lines (split at LF), the 1-based line of the file it came from."""

    __slots__ = ("lines", "text")

    def __init__(self, text: str, lines: list[int]):
        self.text = text
        self.lines = lines

    @property
    def line(self) -> int:
        """The source line on which the first visible character stands."""
        if len(self.lines) == 1 or not self.text[:1].isspace():
            return self.lines[0]
        lead = len(self.text) - len(self.text.lstrip())
        return self.lines[self.text.count("\n", 0, lead)] if lead < len(self.text) else self.lines[0]

    @classmethod
    def of_lines(cls, lines: Iterable[tuple[str, int]]) -> Chunk:
        """One chunk of (text, line number) pairs; an empty chunk of line 0 when there are none."""
        pairs = list(lines)
        if not pairs:
            return cls("", [0])
        return cls("\n".join(text for text, _ in pairs), [number for _, number in pairs])

    @classmethod
    def joined(cls, chunks: Iterable[Chunk]) -> Chunk:
        """The chunks run together without a separator; a line shared by two keeps the number of the fuller one."""
        texts: list[str] = []
        lines: list[int] = []
        for chunk in chunks:
            if not lines:
                lines.extend(chunk.lines)
            else:
                if not texts or texts[-1].endswith("\n"):
                    lines[-1] = chunk.lines[0]
                lines.extend(chunk.lines[1:])
            if chunk.text:
                texts.append(chunk.text)
        return cls("".join(texts), lines or [0])

    def cut(self, start: int, end: int | None = None) -> Chunk:
        """The part between two character positions."""
        text = self.text[start:end]
        if len(self.lines) == 1:
            return Chunk(text, self.lines)
        first = self.text.count("\n", 0, start) if start else 0
        return Chunk(text, self.lines[first : first + text.count("\n") + 1])

    def pairs(self) -> Iterator[tuple[str, int]]:
        """Each line with its number."""
        return zip(self.text.split("\n"), self.lines, strict=True)

    def mapped(self, function: Callable[[str], str]) -> Chunk:
        """The same lines, each passed through a function that adds no line break."""
        return Chunk("\n".join(map(function, self.text.split("\n"))), self.lines)

    def strip(self, characters: str = " \n") -> Chunk:
        """Without the given characters at both ends."""
        text = self.text
        if len(text.strip(characters)) == len(text):
            return self
        start = len(text) - len(text.lstrip(characters))
        return self.cut(start, max(start, len(text.rstrip(characters))))

    def rstrip(self, characters: str) -> Chunk:
        """Without the given characters at the end."""
        length = len(self.text.rstrip(characters))
        return self if length == len(self.text) else self.cut(0, length)

    def detab(self, length: int = TAB) -> tuple[Chunk, Chunk]:
        """The leading lines indented by `length`, unindented, and the rest from the first line that is not."""
        inside: list[str] = []
        rows = self.text.split("\n")
        prefix = " " * length
        for text in rows:
            if text.startswith(prefix):
                inside.append(text[length:])
            elif not text.strip():
                inside.append("")
            else:
                break
        count = len(inside)
        return (
            Chunk("\n".join(inside), self.lines[:count] or [0]),
            Chunk("\n".join(rows[count:]), self.lines[count:] or [0]),
        )

    def loose_detab(self, level: int = 1) -> Chunk:
        """Each line without `level` indents where it has them; the others as they are."""
        prefix = INDENT * level
        return self.mapped(lambda line: line.removeprefix(prefix))

    def blocks(self) -> deque[Chunk]:
        """The chunk split at blank lines, as `text.split("\\n\\n")` splits it."""
        found: deque[Chunk] = deque()
        index = 0
        lines = self.lines
        for text in self.text.split("\n\n"):
            end = index + text.count("\n") + 1
            found.append(Chunk(text, lines[index:end]))
            index = end + 1
        return found
