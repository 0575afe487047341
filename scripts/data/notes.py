"""Notes above the text of some pages in some languages: docs/data/notes.yml -> which page has which.

A note goes wherever the text goes. A page has it because it is named, or because it speaks of what the note is about: nobody
has to remember it when a page is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from data.load import DataError, line_of, load_data

_TAG = re.compile(r"<[^>]*>")
_LINK = re.compile(r"\bhref=\"([^\"]*)\"")


@dataclass(frozen=True)
class Note:
    """`text`: locale -> words; `pages`: keys of pages that always have it; `mention`: what else asks for it."""

    id: str
    pages: frozenset[str]
    mention: re.Pattern[str]
    text: Mapping[str, str]

    def concerns(self, key: str, markup: str) -> bool:
        """Whether the page of that key, with that text as HTML, has the note in the languages that know it."""
        # Tags are taken out, so that a name is found that is partly bold or a link; addresses are looked at beside.
        words = " ".join(unescape(_TAG.sub("", markup)).split())
        return key in self.pages or any(map(self.mention.search, (words, *_LINK.findall(markup))))


def load_notes(data_dir: Path) -> list[Note]:
    """Every note, in file order. Raises DataError on a broken file, a repeated id or an expression that cannot be read."""
    path = data_dir / "notes.yml"
    notes: list[Note] = []
    for index, entry in enumerate(load_data(path, data_dir / "schema" / "notes.yml")):
        if entry["id"] in {note.id for note in notes}:
            raise DataError(f"{path}:{line_of(path, [index])}: the id {entry['id']} stands twice; ids are unique.")
        try:
            mention = re.compile(entry["mention"])
        except re.error as error:
            line = line_of(path, [index, "mention"])
            raise DataError(f"{path}:{line}: mention: {error} (not a regular expression of Python).") from None
        notes.append(Note(entry["id"], frozenset(entry["pages"]), mention, entry["text"]))
    return notes


def notes_for(notes: Iterable[Note], key: str, locale: str, markup: str) -> list[str]:
    """The notes that stand above a page: its key, its language, its title and text as HTML."""
    return [note.text[locale] for note in notes if locale in note.text and note.concerns(key, markup)]
