"""Values of the configuration -> typed values; each mistake is one UserError sentence with its place and its cure."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Any, TypeVar

from ..errors import UserError

Choice = TypeVar("Choice", bound=Enum)


def mapping(value: Any, where: str, known: tuple[str, ...] = ()) -> dict[str, Any]:
    """A mapping, of known keys when they are given."""
    if not isinstance(value, dict):
        raise UserError(f"{where}: is {value!r}; write keys and values.")
    for key in value:
        if known and key not in known:
            raise UserError(f"{where}: unknown key {key!r}; the keys are: {', '.join(known)}.")
    return value


def names(value: Any, where: str) -> tuple[str, ...]:
    """A list of texts."""
    if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
        raise UserError(f"{where}: is {value!r}; write a list of names such as [one, two] (quote yes, no and numbers).")
    return tuple(value)


def flag(value: Any, where: str) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise UserError(f"{where}: is {value!r}; write true or false.")
    return value


def text(value: Any, where: str, example: str) -> str:
    """A text that is not empty."""
    if not isinstance(value, str) or not value.strip():
        raise UserError(f"{where}: is {value!r}; write {example}.")
    return value


def choice(value: Any, where: str, kinds: type[Choice], noun: str) -> Choice:
    """One of a closed set of names."""
    try:
        return kinds(value)
    except ValueError:
        known = ", ".join(kind.value for kind in kinds)
        raise UserError(f"{where}: {value!r} is no {noun}; write one of: {known}.") from None


def file(value: Any, where: str, root: Path) -> Path | None:
    """A file that exists, named from the folder of the configuration; None for None."""
    if value is None:
        return None
    path = root / text(value, where, "the path of a YAML file")
    if not path.is_file():
        raise UserError(f"{where}: there is no file {value}; correct the path.")
    return path
