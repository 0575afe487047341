"""Forms for others to use: docs/data/forms/*.yml -> Form objects, from which workbook, paper and codebook are made.

What a key means stands in docs/data/schema/form.yml. Words are dicts locale -> text; `{host}` in them stands for what the user
of the form writes in (`fill`), `{emergency}` for the emergency number of the directory.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from string import ascii_lowercase, ascii_uppercase
from typing import NamedTuple

from data.form_checks import EMERGENCY, FOLDER, checked
from data.load import load_data

Words = dict[str, str]


class Labelled(NamedTuple):
    """An answer, a row of a grid, or what is written in before the form goes out. A label of figures alone is a text."""

    id: str
    label: Words | str


class When(NamedTuple):
    """Shown only if one of `items` has one of the answers `is_`."""

    items: tuple[str, ...]
    is_: tuple[str, ...]


class Stop(NamedTuple):
    """Answers that end the form, and what is said then."""

    answers: tuple[str, ...]
    message: Words


class Act(NamedTuple):
    """An act of law."""

    url: str
    label: Words


@dataclass(frozen=True)
class Item:
    """A question, or a text (`note`). `number` is its letter and number, empty for a text."""

    id: str
    kind: str
    label: Words
    hint: Words | None = None
    required: bool = False
    when: When | None = None
    answers: str = ""
    rows: tuple[Labelled, ...] = ()
    least: int | None = None
    most: int | None = None
    alone: str = ""
    other_than: tuple[str, ...] = ()
    repeatable: str = ""
    past: bool = False
    stop: Stop | None = None
    by: tuple[str, ...] = ()
    law: tuple[tuple[str, str], ...] = ()
    number: str = ""

    @property
    def asked(self) -> tuple[str, ...]:
        """The ids under which answers are found."""
        return tuple(row.id for row in self.rows) if self.kind == "grid" else (self.id,)

    @property
    def row_numbers(self) -> list[str]:
        """The number of each row of a grid."""
        return [f"{self.number}{letter}" for letter in ascii_lowercase[: len(self.rows)]]


@dataclass(frozen=True)
class Block:
    """A part of a form; `letter` is empty where it has none."""

    id: str
    title: Words
    items: tuple[Item, ...]
    letter: str = ""
    hint: Words | None = None
    when: When | None = None
    repeat: bool = False


@dataclass(frozen=True)
class Check:
    """What each point of a checklist asks beside its question: what was found and, if it is one of `known_if`, how it is
    known (both by the name of their answers), and a note. `found_label` heads a column on paper."""

    answers: str
    known: str
    known_if: tuple[str, ...]
    found_label: Words
    known_label: Words
    note_label: Words


class Report(NamedTuple):
    """The template of a report: what to do first, what to say of the method, what readers must be told."""

    title: Words
    first: tuple[Words, ...]
    method: tuple[Words, ...]
    caveats: tuple[Words, ...]


@dataclass(frozen=True)
class Form:
    """A whole form."""

    id: str
    version: str
    minutes: int
    title: Words
    about: tuple[Words, ...]
    fill: tuple[Labelled, ...]
    report: Report
    answers: dict[str, tuple[Labelled, ...]]
    blocks: tuple[Block, ...]
    acts: dict[str, Act] = field(default_factory=dict)
    check: Check | None = None

    @property
    def items(self) -> Iterator[Item]:
        """Every item in order."""
        return (item for block in self.blocks for item in block.items)

    def answers_of(self, item: Item) -> tuple[Labelled, ...]:
        """What can be chosen, in order; nothing for items that are written."""
        name = self.check.answers if item.kind == "check" else item.answers
        return self.answers[name] if name else ()

    def asking(self, asked: str) -> Item:
        """The item that asks under an id."""
        return next(item for item in self.items if asked in item.asked)


def load_forms(data_dir: Path, emergency: str) -> dict[str, Form]:
    """id -> form, of every file in data_dir/forms. `emergency`: the number that stands for {emergency}.

    Raises DataError, with file, line and cure, on a file that breaks the schema or contradicts itself.
    """
    forms = {}
    for path in sorted((data_dir / FOLDER).glob("*.yml")):
        content = load_data(path, data_dir / "schema" / "form.yml")
        checked(path, content)
        forms[content["id"]] = _form(_with_number(content, emergency))
    return forms


def _with_number(value: object, number: str) -> object:
    if isinstance(value, str):
        return value.replace(f"{{{EMERGENCY}}}", number)
    if isinstance(value, dict):
        return {key: _with_number(inner, number) for key, inner in value.items()}
    return [_with_number(inner, number) for inner in value] if isinstance(value, list) else value


def _form(content: dict) -> Form:
    letters = iter(ascii_uppercase)
    blocks = tuple(_block(entry, next(letters) if entry.get("lettered", True) else "") for entry in content["blocks"])
    return Form(
        **{key: content[key] for key in ("id", "version", "minutes", "title")},
        about=tuple(content["about"]),
        fill=_labelled(content["fill"]),
        report=Report(
            **{key: tuple(value) if isinstance(value, list) else value for key, value in content["report"].items()}
        ),
        answers={name: _labelled(entries) for name, entries in content["answers"].items()},
        blocks=blocks,
        acts={name: Act(**act) for name, act in content.get("acts", {}).items()},
        check=_check(content["check"]) if "check" in content else None,
    )


def _check(entry: dict) -> Check:
    return Check(**{**entry, "known_if": tuple(entry["known_if"])})


def _block(entry: dict, letter: str) -> Block:
    items = []
    for item in map(_item, entry["items"]):
        count = sum(bool(each.number) for each in items) + 1
        items.append(item if item.kind == "note" else replace(item, number=f"{letter}{count}"))
    return Block(
        entry["id"], entry["title"], tuple(items), letter, entry.get("hint"), _when(entry), entry.get("repeat", False)
    )


def _item(entry: dict) -> Item:
    made = {key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()}
    made |= {"when": _when(entry), "rows": _labelled(entry.get("rows", ()))}
    made["law"] = tuple((law["act"], law["articles"]) for law in entry.get("law", ()))
    made["stop"] = Stop(tuple(entry["stop"]["answers"]), entry["stop"]["message"]) if "stop" in entry else None
    return Item(**made)


def _when(entry: dict) -> When | None:
    return When(tuple(entry["when"]["items"]), tuple(entry["when"]["is"])) if "when" in entry else None


def _labelled(entries: list[dict] | tuple) -> tuple[Labelled, ...]:
    return tuple(Labelled(entry["id"], entry["label"]) for entry in entries)
