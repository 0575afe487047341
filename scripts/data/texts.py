"""Words that stand in data and not in pages: strings of the templates, Say sentences, sources; and records of readings."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from string import Formatter

from data.load import DataError, line_of, load_data


@dataclass(frozen=True)
class Sentence:
    """A sentence to show or read out. `text` is locale -> text, which may hold `{language}`."""

    id: str
    topic: str
    text: dict[str, str]


@dataclass(frozen=True)
class Say:
    """All sentences by id, and `languages`: locale of the sentence -> locale of the reader -> word for the latter."""

    sentences: dict[str, Sentence]
    languages: dict[str, dict[str, str]]

    def text(self, sentence_id: str, locale: str, reader: str) -> str:
        """The sentence in `locale`, said by somebody who speaks `reader` (both locales)."""
        return self.sentences[sentence_id].text[locale].replace("{language}", self.languages[locale][reader])


@dataclass(frozen=True)
class Source:
    """Something that a text rests on; `read` says how far: whole, part or second (through another text).

    `accessed`: when a page that may change was opened, an ISO date of any precision.
    """

    id: str
    author: str
    title: str
    year: int | None
    url: str | None
    read: str
    publisher: str | None = None
    doi: str | None = None
    accessed: str | None = None

    @property
    def words(self) -> str:
        """The source as it is printed, in the language that it was published in."""
        year = f" ({self.year})" if self.year else ""
        return f"{self.author}. {self.title}{year}." + (f" {self.publisher}." if self.publisher else "")

    @property
    def links(self) -> list[str]:
        """Where it can be found: its DOI and, if that is another, the address of what was read."""
        doi = f"https://doi.org/{self.doi}" if self.doi else None
        return [link for link in dict.fromkeys((doi, self.url)) if link]


def load_strings(data_dir: Path, locales: list[str]) -> dict[str, dict[str, str]]:
    """locale -> key -> words of the templates. The first locale is the source: the others hold the same keys and {braces}.

    Raises DataError on a missing, unknown or differently filled key, with its file and line.
    """
    schema = data_dir / "schema" / "strings.yml"
    strings = {locale: load_data(data_dir / "strings" / f"{locale}.yml", schema) for locale in locales}
    source = strings[locales[0]]
    for locale, words in strings.items():
        path = data_dir / "strings" / f"{locale}.yml"
        for key in source.keys() - words.keys():
            raise DataError(f"{path}:1: the key {key} is missing; translate it from strings/{locales[0]}.yml.")
        for key in words:
            if key not in source:
                raise DataError(
                    f"{path}:{line_of(path, [key])}: the key {key} is not in strings/{locales[0]}.yml; remove it."
                )
            if _placeholders(words[key]) != _placeholders(source[key]):
                raise DataError(
                    f"{path}:{line_of(path, [key])}: {key} must hold the same {{braces}} as in strings/{locales[0]}.yml."
                )
    return strings


def load_say(data_dir: Path) -> Say:
    """The Say sentences. Raises DataError on a broken file, a repeated id or a translation that lost {language}."""
    path = data_dir / "say.yml"
    content = load_data(path, data_dir / "schema" / "say.yml")
    sentences: dict[str, Sentence] = {}
    for index, entry in enumerate(content["sentences"]):
        sentence = Sentence(**entry)
        if sentence.id in sentences:
            line = line_of(path, ["sentences", index])
            raise DataError(f"{path}:{line}: the id {sentence.id} stands twice; ids are unique.")
        expected = ["language"] if "{language}" in "".join(sentence.text.values()) else []
        for locale, text in sentence.text.items():
            if _placeholders(text) != expected:
                line = line_of(path, ["sentences", index, "text", locale])
                raise DataError(f"{path}:{line}: {sentence.id} must hold {{language}} in every language or in none.")
        sentences[sentence.id] = sentence
    return Say(sentences, content["languages"])


def load_sources(data_dir: Path) -> dict[str, Source]:
    """id -> Source, in file order. Raises DataError on a broken file or a repeated id."""
    path = data_dir / "sources.yml"
    sources: dict[str, Source] = {}
    for index, entry in enumerate(load_data(path, data_dir / "schema" / "sources.yml")):
        if entry["id"] in sources:
            raise DataError(f"{path}:{line_of(path, [index])}: the id {entry['id']} stands twice; ids are unique.")
        sources[entry["id"]] = Source(**entry)
    return sources


@dataclass(frozen=True)
class Reading:
    """One blind reading by a machine: `text` is the digest of what was read, the rest counts remarks."""

    locale: str
    page: str
    text: str
    on: str
    found: int
    mended: int
    left: int
    notes: str = ""


def load_readings(data_dir: Path) -> list[Reading]:
    """Every reading, in file order. Raises DataError on a broken file, or one whose counts do not add up."""
    path = data_dir / "readings.yml"
    readings = [Reading(**entry) for entry in load_data(path, data_dir / "schema" / "readings.yml")]
    for index, reading in enumerate(readings):
        if reading.mended + reading.left != reading.found:
            line = line_of(path, [index])
            raise DataError(f"{path}:{line}: mended and left must add up to found ({reading.found}).")
    return readings


def _placeholders(text: str) -> list[str] | None:
    """The names in {braces}, sorted; None where a brace stands alone and `str.format` would fail."""
    try:
        return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)
    except ValueError:
        return None
