"""Words that must not stand in the texts of a site.

```yaml
- id: committed-suicide
  words: {en: ["commit* suicide"], ru: ["соверш* самоубийств*"]}   # locale -> phrases; * is any run of letters
  sections: [leaflets]                # sections of the policy; left out: everywhere, texts of the data too
  keys: [tab_title, address]          # only there: keys of the front matter, `address` = file name and anchors
  why: "It makes a crime of a death."
  instead: {en: "died by suicide"}    # what to write, by locale
```

A phrase is found as whole words, whatever the case; in Arabic also with what is written together with a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from .data_file import DataFile, read_data
from .locale_codes import language
from .words import ARABIC_CLITICS, plain

ADDRESS = "address"


@dataclass(frozen=True)
class Phrase:
    """One phrase in one locale, with what is said about it."""

    text: str
    locale: str
    sections: tuple[str, ...]
    keys: tuple[str, ...]
    why: str
    instead: str

    @property
    def cure(self) -> str:
        """What a finding tells to do."""
        return f"write {self.instead}" if self.instead else "say it in other words"

    @cached_property
    def literal(self) -> str:
        """The longest run of letters that a text with this phrase holds for certain: a quick test."""
        return max(re.split(r"[*\s]+", plain(self.text)), key=len)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What finds the phrase in a `plain` text."""
        words = (re.escape(word).replace(r"\*", r"\w*") for word in plain(self.text).split())
        prefix = f"(?:{ARABIC_CLITICS})" if language(self.locale) == "ar" else ""
        return re.compile(rf"(?<!\w){prefix}" + rf"\s+{prefix}".join(words) + r"(?!\w)")

    def find(self, text: str) -> str:
        """The words of a `plain` text that are this phrase, or nothing."""
        if self.literal not in text:
            return ""
        match = self.pattern.search(text)
        return " ".join(match.group().split()) if match else ""


class Forbidden:
    """All phrases, by where they count."""

    def __init__(self, phrases: list[Phrase]):
        self._phrases = phrases
        self._asked: dict[tuple[str, str | None], list[Phrase]] = {}

    def phrases(self, locale: str, section: str | None) -> list[Phrase]:
        """The phrases that must not stand in a locale in a section of the policy; None: in texts of the data."""
        asked = (locale, section)
        if asked not in self._asked:
            self._asked[asked] = [
                phrase
                for phrase in self._phrases
                if phrase.locale == locale and (not phrase.sections or section in phrase.sections)
            ]
        return self._asked[asked]


def read_forbidden(path: Path, known: frozenset[str]) -> Forbidden:
    """The phrases in a file; `known` are the sections of the policy.

    Raises DataError, with file and line, when it is not as in the module's example.
    """
    file = read_data(path)
    if not isinstance(file.value, list):
        raise file.error("It is no list; write entries with id, words, why and instead.")
    entries = enumerate(file.value)
    return Forbidden([phrase for index, entry in entries for phrase in _phrases(file, entry, index, known)])


def _phrases(file: DataFile, entry: Any, index: int, known: frozenset[str]) -> Iterator[Phrase]:
    if not isinstance(entry, dict) or not isinstance(entry.get("words"), dict):
        raise file.error("This entry has no words; write words: and phrases by locale.", index)
    if not isinstance(entry.get("why"), str):
        raise file.error("This entry does not say why; write why: and a sentence.", index)
    instead = entry.get("instead") or {}
    sections, keys = (_names(file, entry.get(name) or [], index, name) for name in ("sections", "keys"))
    for section in sections:
        if section not in known:
            raise file.error(f"{section} is no section of extra.l10n in mkdocs.yml; correct it.", index, "sections")
    for locale, phrases in entry["words"].items():
        for text in _names(file, phrases, index, "words", locale):
            if not re.search(r"\w", text):
                raise file.error(f"The phrase {text!r} holds no letter; write a word.", index, "words", locale)
            yield Phrase(text, locale, sections, keys, entry["why"], str(instead.get(locale, "")))


def _names(file: DataFile, value: Any, *steps: str | int) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
        raise file.error(f"The value of {steps[-1]} is no list of texts; write [one, two].", *steps)
    return tuple(value)
