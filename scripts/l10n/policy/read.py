"""`extra.l10n` -> Policy."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from ..config_file import read_yaml
from ..errors import UserError
from .model import Policy, SectionPolicy, SignOff
from .values import choice, flag, mapping, names

KEYS = ("translatable", "same", "footnotes", "tag_texts", "sections")
SECTION_KEYS = ("enforce", "sign", "required", "forbidden", "locales")


def read_policy(data: Any, config: Path, locales: tuple[str, ...]) -> Policy:
    """The policy in `extra.l10n` (`data`, None when absent); `locales` are those a translation can be owed in.

    Raises UserError, naming `config` and the key, for anything that is not as in the example of the package.
    """
    if data is None:
        return Policy()
    where, root = f"{config.name}: extra.l10n", config.parent
    mapping(data, where, KEYS)
    sections = []
    for prefix, value in mapping(data.get("sections") or {}, f"{where}.sections").items():
        sections.append(_section(str(prefix).strip("/"), value, f'{where}.sections."{prefix}"', locales))
    return Policy(
        translatable=names(data.get("translatable", list(Policy.translatable)), f"{where}.translatable"),
        same=names(data.get("same", []), f"{where}.same"),
        footnotes=_footnotes(data.get("footnotes"), f"{where}.footnotes", root),
        tag_texts=_tag_texts(data.get("tag_texts") or {}, f"{where}.tag_texts", root),
        sections=tuple(sorted(sections, key=lambda section: -len(section.prefix))),
        declared=True,
    )


def _section(prefix: str, value: Any, where: str, locales: tuple[str, ...]) -> SectionPolicy:
    value = mapping(value or {}, where, SECTION_KEYS)
    owed = None
    if "locales" in value:
        owed = names(value["locales"], f"{where}.locales")
        for locale in owed:
            if locale not in locales:
                raise UserError(
                    f"{where}.locales: {locale!r} is no translation of this site; write some of: "
                    f"{', '.join(locales) or 'none'}."
                )
    signed = names(value.get("sign", []), f"{where}.sign")
    return SectionPolicy(
        prefix,
        enforce=flag(value.get("enforce", False), f"{where}.enforce"),
        sign=tuple(choice(name, f"{where}.sign", SignOff, "sign-off") for name in signed),
        required=names(value.get("required", []), f"{where}.required"),
        forbidden=names(value.get("forbidden", []), f"{where}.forbidden"),
        locales=owed,
    )


def _footnotes(value: Any, where: str, root: Path) -> frozenset[str]:
    """The ids in a YAML file that is a list of entries with an id, or a mapping of ids."""
    if value is None:
        return frozenset()
    if not isinstance(value, str):
        raise UserError(f"{where}: is {value!r}; write the path of a YAML file.")
    data = read_yaml(root / value)
    if isinstance(data, list) and all(isinstance(entry, dict) and "id" in entry for entry in data):
        return frozenset(str(entry["id"]) for entry in data)
    if isinstance(data, dict):
        return frozenset(map(str, data))
    raise UserError(f"{where}: {value} holds no entries with an id; write a list of them.")


def _tag_texts(value: Any, where: str, root: Path) -> dict[tuple[str, str], str]:
    """(tag, id) -> the entry of that id as text, from YAML files that hold a list of entries with an id."""
    texts = {}
    for tag, path in mapping(value, where).items():
        data = read_yaml(root / str(path))
        lists = [data, *data.values()] if isinstance(data, dict) else [data]
        entries = next((entries for entries in lists if isinstance(entries, list)), [])
        if not entries or not all(isinstance(entry, dict) and "id" in entry for entry in entries):
            raise UserError(f"{where}: {path} holds no entries with an id; write a list of them.")
        for entry in entries:
            texts[tag, str(entry["id"])] = json.dumps(entry, ensure_ascii=False, sort_keys=True, default=str)
    return texts
