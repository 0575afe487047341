"""Court cases around the project: docs/data/cases.yml -> Case objects."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from data.load import DataError, line_of, load_data


@dataclass(frozen=True)
class Case:
    """A judgment, or a case without one that we know of.

    `date` is that of the decision or, with a `step`, of that step; `as_of`: on what day no decision was known. `read` says how far
    the text at `url` was read. Dates are ISO 8601.
    """

    id: str
    court: str
    date: str
    state: str
    read: str
    url: str
    name: str | None = None
    number: str | None = None
    ecli: str | None = None
    step: str | None = None
    as_of: str | None = None
    also: tuple[str, ...] = ()


def load_cases(data_dir: Path) -> dict[str, Case]:
    """id -> Case, in file order. Raises DataError on a broken file, a repeated id, or a step of a decided case."""
    path = data_dir / "cases.yml"
    cases: dict[str, Case] = {}
    for index, entry in enumerate(load_data(path, data_dir / "schema" / "cases.yml")):
        problem = None
        if entry["id"] in cases:
            problem = f"the id {entry['id']} stands twice; ids are unique"
        elif entry["state"] == "decided" and ("step" in entry or "as_of" in entry):
            problem = f"{entry['id']} is decided; step and as_of are for cases without a decision"
        if problem:
            raise DataError(f"{path}:{line_of(path, [index])}: {problem}.")
        cases[entry["id"]] = Case(**{**entry, "also": tuple(entry.get("also", ()))})
    return cases
