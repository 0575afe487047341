"""Texts that stand in data files: mappings with locales as keys, and files of strings, one a locale."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .data_file import DataFile, Step
from .site import Site

# {name} of str.format, {{ name }} of templates, %(name)s and %s of printf, ${name} of shells.
PLACEHOLDER = re.compile(r"\{\{\s*[\w.]+\s*\}\}|\$\{[\w.]+\}|\{[\w.]*\}|%\(\w+\)[sd]|%[sd](?!\w)")


@dataclass(frozen=True)
class Leaf:
    """One text: its words, empty when there is no value, and its line."""

    text: str
    line: int


@dataclass
class Version:
    """What a text is in one locale: a leaf by name (the name is empty where the whole version is one text)."""

    file: DataFile
    line: int
    leaves: dict[str, Leaf] = field(default_factory=dict)


@dataclass
class DataText:
    """A text of the data in all its locales. `name` is where it stands in the file; `owed` says whether it is shown."""

    name: str
    line: int
    versions: dict[str, Version]
    owed: bool = True

    def shown(self, leaf: str) -> str:
        """A leaf as messages name it."""
        return ".".join(filter(None, (self.name, leaf)))


def strings_file(site: Site, locale: str) -> Path:
    """The file of strings of a locale."""
    return site.root / site.policy.strings.replace("{locale}", locale)


def strings_of(file: DataFile) -> Version:
    """All strings of a file."""
    return Version(file, 1, _leaves(file, ()))


def texts_of(file: DataFile, site: Site) -> Iterator[DataText]:
    """Every mapping of the file whose keys are locales, the source among them.

    Of the contacts those of low confidence are shown nowhere, so nobody owes their translation.
    """
    contacts = file.path == site.policy.contacts
    for steps in _translated(file.value, (), site):
        versions = {code: Version(file, file.line(*steps, code), _leaves(file, (*steps, code))) for code in site.codes}
        value = _at(file.value, steps)
        low = contacts and steps and _at(file.value, steps[:1]).get("confidence") == "low"
        yield DataText(
            _name(file.value, steps),
            file.line(*steps),
            {code: version for code, version in versions.items() if code in value},
            owed=not low,
        )


def _translated(value: Any, steps: tuple[Step, ...], site: Site) -> Iterator[tuple[Step, ...]]:
    if isinstance(value, dict):
        if site.source.code in value and value.keys() <= set(site.codes):
            yield steps
        else:
            for key, inner in value.items():
                yield from _translated(inner, (*steps, key), site)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _translated(inner, (*steps, index), site)


def _leaves(file: DataFile, steps: tuple[Step, ...], name: str = "") -> dict[str, Leaf]:
    value = _at(file.value, steps)
    if isinstance(value, dict):
        inner = ((str(key), key) for key in value)
    elif isinstance(value, list):
        inner = ((str(index), index) for index in range(len(value)))
    else:
        return {name: Leaf("" if value is None else str(value), file.line(*steps))}
    found: dict[str, Leaf] = {}
    for part, step in inner:
        found |= _leaves(file, (*steps, step), f"{name}.{part}" if name else part)
    return found


def _at(value: Any, steps: tuple[Step, ...]) -> Any:
    for step in steps:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            return None
    return value


def _name(value: Any, steps: tuple[Step, ...]) -> str:
    """The path of a text, entries of lists by their id where they have one."""
    parts = []
    for step in steps:
        value = value[step]
        named = value.get("id") if isinstance(step, int) and isinstance(value, dict) else None
        parts.append(str(named or step))
    return ".".join(parts)


def placeholders(text: str) -> list[str]:
    """The placeholders of a text, sorted."""
    return sorted(PLACEHOLDER.findall(text)) if "{" in text or "%" in text else []
