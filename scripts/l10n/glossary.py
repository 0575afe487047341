"""The glossary of a site: terms of the source and how each language says them.

```yaml
terms:
- id: helpline
  forms: {en: [helpline, crisis line], lt: [pagalbos linija]}   # locale -> what says the term there, first choice first
  preferred: {leaflets: {lt: [pagalbos linija]}}                # section of the policy -> the forms for it alone
  note: "…"                                                     # for translators; other keys are not read here
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .data_file import DataFile, read_data
from .locale_codes import language
from .words import Word, stems

PART = re.compile(r"[\n.!?:;“”]+")
KEPT = 1000  # texts: the translations of a page ask one after the other
Forms = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, eq=False)  # a term is itself
class Term:
    """An entry: `forms` by locale, `preferred` by section of the policy and locale, `note` for translators."""

    id: str
    forms: Forms
    preferred: Mapping[str, Forms] = field(default_factory=dict)
    note: str = ""

    def accepted(self, locale: str, section: str) -> tuple[str, ...]:
        """The forms that say the term in a locale on the pages of a section; none when the glossary is silent."""
        return self.preferred.get(section, {}).get(locale) or self.forms.get(locale, ())


class Glossary:
    """Terms, findable in a text of the source."""

    def __init__(self, terms: tuple[Term, ...], source: str):
        self.terms = terms
        self._stems = stems(language(source))
        self._used: dict[str, list[Term]] = {}  # each translation asks about the same texts
        self._by_stem: dict[str, list[tuple[list[Word], Term]]] = {}
        for term in terms:
            for words in (self._stems.line(form) for form in term.forms.get(source, ())):
                for stem in words[0].stems if words else ():
                    self._by_stem.setdefault(stem, []).append((words, term))
        for found in self._by_stem.values():
            found.sort(key=lambda pair: -len(pair[0]))

    def used(self, text: str) -> list[Term]:
        """The terms that a text of the source uses, each once; of terms within one another the longest.

        No term goes on over the end of a sentence or of a line.
        """
        if text not in self._used:
            if len(self._used) >= KEPT:
                self._used.clear()
            self._used[text] = list(
                dict.fromkeys(term for part in PART.split(text) for term in self._matches(self._stems.line(part)))
            )
        return self._used[text]

    def _matches(self, line: list[Word]) -> Iterator[Term]:
        at = 0
        while at < len(line):
            step = 1
            for words, term in (pair for stem in line[at].stems for pair in self._by_stem.get(stem, ())):
                if len(line) - at >= len(words) and all(map(self._stems.same, words, line[at:])):
                    yield term
                    step = len(words)
                    break
            at += step


def read_glossary(path: Path, source: str, known: frozenset[str]) -> Glossary:
    """The glossary in a file; `source` is the locale of the terms, `known` are the sections of the policy.

    Raises DataError, with file and line, when it is not as in the module's example.
    """
    file = read_data(path)
    entries = file.value.get("terms") if isinstance(file.value, dict) else None
    if not isinstance(entries, list):
        raise file.error("It holds no terms; write terms: and a list of entries with id and forms.")
    return Glossary(tuple(_term(file, entry, index, known) for index, entry in enumerate(entries)), source)


def _term(file: DataFile, entry: Any, index: int, known: frozenset[str]) -> Term:
    if not isinstance(entry, dict) or not isinstance(entry.get("id"), str):
        raise file.error("This term has no id; write id: and a short name.", "terms", index)
    preferred = entry.get("preferred") or {}
    if not isinstance(preferred, dict):
        raise file.error(
            f"The preferred forms of {entry['id']} are no mapping of sections.", "terms", index, "preferred"
        )
    for section in preferred:
        if section not in known:
            message = f"{section} is no section of extra.l10n in mkdocs.yml; correct it."
            raise file.error(message, "terms", index, "preferred", section)
    return Term(
        entry["id"],
        _forms(file, entry.get("forms"), "terms", index, "forms"),
        {section: _forms(file, value, "terms", index, "preferred", section) for section, value in preferred.items()},
        str(entry.get("note") or ""),
    )


def _forms(file: DataFile, value: Any, *steps: str | int) -> Forms:
    lists = value.values() if isinstance(value, dict) else [None]
    if not all(isinstance(forms, list) and all(isinstance(form, str) for form in forms) for forms in lists):
        raise file.error("Forms stand as lists by locale, such as {en: [helpline], lt: [pagalbos linija]}.", *steps)
    return {locale: tuple(forms) for locale, forms in value.items()}
