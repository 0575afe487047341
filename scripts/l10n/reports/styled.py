"""Lines whose pieces have a meaning: coloured and wrapped in a terminal, else plain, with words marked as git marks them.

Text from right to left, in the source or in a name within it, stands in Unicode isolates: the marks and what follows
keep their places.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from enum import Enum
from typing import TYPE_CHECKING, TextIO

from ..word_diff import Change, Piece
from .printable import FSI, PDI, RTL_RUN, visible

if TYPE_CHECKING:  # slow to import, and needed in a terminal alone
    from rich.console import Console


class Role(Enum):
    """What a piece of a line is; the value is its style in a terminal.

    Not by colour alone: what was removed is struck out, what was added is bold.
    """

    PLAIN = ""
    PATH = "bold"
    SECTION = "bold cyan"
    QUIET = "dim"
    REMOVED = "red strike"
    ADDED = "bold green"
    COMMAND = "yellow"


Line = list[tuple[Role, str]]
MARKS = {Role.REMOVED: ("[-", "-]"), Role.ADDED: ("{+", "+}")}
ROLES = {Change.SAME: Role.PLAIN, Change.REMOVED: Role.REMOVED, Change.ADDED: Role.ADDED}
RLI = "\u2067"


def write(lines: Iterable[Line], out: TextIO, *, colour: bool) -> None:
    """Print lines; with `colour` they are wrapped at the width of the terminal too."""
    if colour:
        from rich.console import Console

        show(lines, Console(file=out, force_terminal=True, highlight=False))
        return
    out.writelines("".join(_marked(role, text) for role, text in line) + "\n" for line in lines)


def _marked(role: Role, text: str) -> str:
    opening, closing = MARKS.get(role, ("", ""))
    return f"{opening}{text}{closing}"


def show(lines: Iterable[Line], console: Console) -> None:
    """Print lines with colours on a console of rich: text wrapped behind its indent, commands on one line."""
    from rich.text import Text

    for line in lines:
        text = Text.assemble(*((piece, role.value) for role, piece in line))
        indent = len(text.plain) - len(text.plain.lstrip(" "))
        whole = any(role is Role.COMMAND for role, _ in line) or not line
        parts = [text[indent:]] if whole else text[indent:].wrap(console, console.width - indent)
        for part in parts:
            part.rstrip()
            console.print(Text(" " * indent) + part, soft_wrap=True)


def directed(line: list[Piece]) -> Line:
    """The pieces of a diff, each isolated where any of it runs from right to left, in the direction of their text."""
    pieces = [(ROLES[piece.change], _isolated(piece.text)) for piece in line]
    strong = (unicodedata.bidirectional(letter) for piece in line for letter in piece.text)
    if next((kind for kind in strong if kind in ("L", "R", "AL")), "L") == "L":
        return pieces
    return [(Role.PLAIN, RLI), *pieces, (Role.PLAIN, PDI)]


def _isolated(text: str) -> str:
    """As one stretch, other than among words of a message: the numbers in a sentence keep their places in it."""
    text = visible(text)
    return f"{FSI}{text}{PDI}" if RTL_RUN.search(text) else text
