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
        if len(self.lines) == 1:
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
        first = self.text.count("\n", 0, start)
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
        start = len(text) - len(text.lstrip(characters))
        return self.cut(start, max(start, len(text.rstrip(characters))))

    def rstrip(self, characters: str) -> Chunk:
        """Without the given characters at the end."""
        return self.cut(0, len(self.text.rstrip(characters)))

    def detab(self, length: int = TAB) -> tuple[Chunk, Chunk]:
        """The leading lines indented by `length`, unindented, and the rest from the first line that is not."""
        inside: list[tuple[str, int]] = []
        pairs = list(self.pairs())
        prefix = " " * length
        for text, number in pairs:
            if text.startswith(prefix):
                inside.append((text[length:], number))
            elif not text.strip():
                inside.append(("", number))
            else:
                break
        return Chunk.of_lines(inside), Chunk.of_lines(pairs[len(inside) :])

    def loose_detab(self, level: int = 1) -> Chunk:
        """Each line without `level` indents where it has them; the others as they are."""
        prefix = INDENT * level
        return self.mapped(lambda line: line.removeprefix(prefix))

    def blocks(self) -> deque[Chunk]:
        """The chunk split at blank lines, as `text.split("\\n\\n")` splits it."""
        found: deque[Chunk] = deque()
        index = 0
        for text in self.text.split("\n\n"):
            count = text.count("\n") + 1
            found.append(Chunk(text, self.lines[index : index + count]))
            index += count + 1
        return found
