"""What a file from a translator says, in whatever format: read once, asked unit by unit."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from ..errors import UserError
from .units import PageUnits, Unit

MAX_BYTES = 20 * 1024 * 1024


class Refused(Exception):
    """A unit that cannot be taken as it is: what is wrong and what to do, as one sentence without its end."""


@dataclass(frozen=True)
class Answer:
    """The translation of a unit in Markdown; `text` is None when there is none to take, and `why` says so."""

    text: str | None
    why: str = "is not translated"


class Reader(Protocol):
    """A file in one format. `ids` names every unit in it, in order, repeated ones too."""

    ids: list[str]

    def answer(self, page: PageUnits, unit: Unit, accept: frozenset[str]) -> Answer:
        """The translation of a unit. Raises Refused when source or codes are not those of the unit."""
        ...


@dataclass
class Incoming:
    """A file: the page and languages it is for, the source digest of each section in it, and its reader."""

    path: Path
    page: str
    source_language: str
    target_language: str
    digests: dict[str, str]
    reader: Reader
    accept: frozenset[str] = field(default_factory=frozenset)


def read_file(path: Path, accept: frozenset[str]) -> Incoming:
    """The file, read by its format. Raises UserError when it cannot be."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise UserError(f"{path}: is larger than 20 MB; a file holds one page, export it again.")
        data = path.read_bytes()
    except OSError as error:
        raise UserError(f"{path}: cannot be read ({error.strerror}); correct its path or permissions.") from None
    if path.suffix.lower() in (".po", ".pot"):
        from .po import read
    elif path.suffix.lower() in (".xlf", ".xliff"):
        from .xliff_reader import read
    else:
        raise UserError(f"{path}: is neither .xlf nor .po; give the files that `export` made and a translator filled.")
    incoming = read(path, data)
    incoming.accept = accept
    return incoming
