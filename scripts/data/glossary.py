"""The glossary as readers get it: docs/data/glossary.yml -> terms, their forms, and where a wording was found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from data.load import DataError, line_of, load_data


@dataclass(frozen=True)
class Found:
    """Where a wording was found: the number under which the source is listed, and the source in words."""

    number: int
    source: str


@dataclass(frozen=True)
class Term:
    """An entry. `forms`: locale -> what says the term there, first choice first; `attested`: locale -> where it was found."""

    id: str
    forms: Mapping[str, tuple[str, ...]]
    attested: Mapping[str, Found] = field(default_factory=dict)


@dataclass(frozen=True)
class Terms:
    """All terms in the order of the file, and what they were found in."""

    terms: tuple[Term, ...] = ()
    sources: tuple[Found, ...] = ()


def load_glossary(data_dir: Path) -> Terms:
    """The terms of data_dir/glossary.yml. Raises DataError on a broken file, or a source that is not listed there."""
    path = data_dir / "glossary.yml"
    content = load_data(path, data_dir / "schema" / "glossary.yml")
    sources = {name: Found(number, source) for number, (name, source) in enumerate(content["sources"].items(), 1)}
    terms = []
    for index, entry in enumerate(content["terms"]):
        attested = entry.get("attested", {})
        for locale, source in attested.items():
            if source not in sources:
                line = line_of(path, ["terms", index, "attested", locale])
                raise DataError(f"{path}:{line}: {source} is not among the sources at the top; add it there.")
        forms = {locale: tuple(words) for locale, words in entry["forms"].items()}
        terms.append(Term(entry["id"], forms, {locale: sources[name] for locale, name in attested.items()}))
    return Terms(tuple(terms), tuple(sources.values()))
