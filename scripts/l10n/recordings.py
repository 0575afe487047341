"""Recordings of pages, read aloud by a person: a YAML list of entries, each for one page in one language.

    - {page: leaflets/calm.md, locale: ar, file: audio/calm.mp3, seconds: 214, by: "…", on: 2027-01-12, text: "9b1f20c4"}

`file` is a path inside the folder of the language; `text` the digest (`page_digest`) of the page as it was read.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from .data_file import read_data

KEYS = ("page", "locale", "file", "seconds", "by", "on", "text")


@dataclass(frozen=True)
class Recording:
    """One entry and the line on which it stands."""

    line: int
    page: str
    locale: str
    file: str
    seconds: int
    text: str


def read_recordings(path: Path) -> list[Recording]:
    """The recordings of a file. Raises DataError, with file and line, for an entry that is not of the form above."""
    data = read_data(path)
    if data.value is None:
        return []
    if not isinstance(data.value, list):
        raise data.error("It is no list; write entries with page, locale, file, seconds, by, on and text.")
    found = []
    for index, entry in enumerate(data.value):
        if not isinstance(entry, dict) or set(entry) != set(KEYS):
            raise data.error(f"This entry does not have exactly these keys: {', '.join(KEYS)}; correct it.", index)
        if not isinstance(entry["seconds"], int) or entry["seconds"] < 1:
            raise data.error("Its length is no whole number of seconds; write seconds: 214.", index, "seconds")
        texts = {key: str(entry[key]) for key in ("page", "locale", "file", "text")}
        found.append(Recording(data.line(index), seconds=entry["seconds"], **texts))
    return found
