"""`extra.l10n` -> Policy."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from ..config_file import read_yaml
from ..errors import UserError
from .model import BuiltPolicy, Confidence, KeyKind, Policy, SectionPolicy, SignOff
from .values import choice, file, flag, mapping, names, text

KEYS = (
    *(
        "translatable",
        "same",
        "untranslated",
        "keys",
        "months",
        "quotes",
        "footnotes",
        "tag_texts",
        "glossary",
        "terms",
    ),
    *("contacts", "contact_tags", "contact_months", "recordings", "strings", "texts", "built", "sections"),
)
BUILT_KEYS = ("light_bytes", "heavy_bytes", "class_bytes", "hosts", "emergency")
EMERGENCY = "a link such as tel:112, or the id of an entry of contacts"
SECTION_KEYS = (
    *("enforce", "sign", "required", "forbidden", "locales", "consistent", "reading", "confidence"),
    *("urgent_when", "emergency_tag", "numbers_need_note"),
)


def read_policy(data: Any, config: Path, locales: tuple[str, ...]) -> Policy:
    """The policy in `extra.l10n` (`data`, None when absent); `locales` are those a translation can be owed in.

    Raises UserError, naming `config` and the key, for anything that is not as in the example of the package. Files that
    only some checks need are read by these checks.
    """
    if data is None:
        return Policy()
    where, root = f"{config.name}: extra.l10n", config.parent
    mapping(data, where, KEYS)
    sections = []
    for place, (prefix, value) in enumerate(mapping(data.get("sections") or {}, f"{where}.sections").items()):
        section = _section(str(prefix).strip("/"), value, f'{where}.sections."{prefix}"', root, locales)
        sections.append(replace(section, place=place))
    policy = Policy(
        translatable=names(data.get("translatable", list(Policy.translatable)), f"{where}.translatable"),
        same=names(data.get("same", []), f"{where}.same"),
        untranslated=names(data.get("untranslated", []), f"{where}.untranslated"),
        keys=_keys(data["keys"], f"{where}.keys") if "keys" in data else None,
        months=_months(data.get("months") or {}, f"{where}.months"),
        quotes=_quotes(data.get("quotes") or {}, f"{where}.quotes"),
        footnotes=_footnotes(data.get("footnotes"), f"{where}.footnotes", root),
        tag_texts=_tag_texts(data.get("tag_texts") or {}, f"{where}.tag_texts", root),
        glossary=file(data.get("glossary"), f"{where}.glossary", root),
        terms=file(data.get("terms"), f"{where}.terms", root),
        contacts=file(data.get("contacts"), f"{where}.contacts", root),
        contact_tags=names(data.get("contact_tags", list(Policy.contact_tags)), f"{where}.contact_tags"),
        contact_months=_count(data.get("contact_months"), f"{where}.contact_months", "months such as 24"),
        recordings=file(data.get("recordings"), f"{where}.recordings", root),
        strings=_strings(data.get("strings", ""), f"{where}.strings"),
        texts=tuple(file(path, f"{where}.texts", root) for path in names(data.get("texts", []), f"{where}.texts")),
        built=_built(data.get("built") or {}, f"{where}.built", contacts="contacts" in data),
        sections=tuple(sorted(sections, key=lambda section: -len(section.prefix))),
        declared=True,
    )
    _tags_known(policy, where)
    return policy


def _tags_known(policy: Policy, where: str) -> None:
    """Raise UserError for a tag in `urgent_when` of whose entries nothing is known: it would never be a sign."""
    known = {tag for tag, _ in policy.tag_texts} | set(policy.contact_tags if policy.contacts else ())
    for section in policy.sections:
        for tag in section.urgent_when.keys() - known:
            raise UserError(
                f'{where}.sections."{section.prefix}".urgent_when: nothing says what {tag} names; '
                f"tag_texts and contacts know: {', '.join(sorted(known)) or 'none'}."
            )


def _section(prefix: str, value: Any, where: str, root: Path, locales: tuple[str, ...]) -> SectionPolicy:
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
        consistent=flag(value.get("consistent", False), f"{where}.consistent"),
        reading=file(value.get("reading"), f"{where}.reading", root),
        confidence=choice(value.get("confidence", "medium"), f"{where}.confidence", Confidence, "confidence"),
        urgent_when=_urgent_when(value.get("urgent_when") or {}, f"{where}.urgent_when"),
        emergency_tag=text(value["emergency_tag"], f"{where}.emergency_tag", "the name of a tag")
        if "emergency_tag" in value
        else "",
        numbers_need_note=flag(value.get("numbers_need_note", False), f"{where}.numbers_need_note"),
    )


def _urgent_when(value: Any, where: str) -> dict[str, dict[str, tuple[str, ...]]]:
    return {
        tag: {key: names(wanted, f"{where}.{tag}.{key}") for key, wanted in mapping(keys, f"{where}.{tag}").items()}
        for tag, keys in mapping(value, where).items()
    }


def _built(value: Any, where: str, *, contacts: bool) -> BuiltPolicy:
    value = mapping(value, where, BUILT_KEYS)
    emergency = text(value["emergency"], f"{where}.emergency", EMERGENCY) if "emergency" in value else ""
    if emergency and ":" not in emergency and not contacts:
        raise UserError(f"{where}.emergency: is {emergency!r}, and no contacts are named; write {EMERGENCY}.")
    classes = mapping(value.get("class_bytes") or {}, f"{where}.class_bytes")
    return BuiltPolicy(
        light_bytes=_count(value.get("light_bytes"), f"{where}.light_bytes", "bytes such as 10000"),
        heavy_bytes=_count(value.get("heavy_bytes"), f"{where}.heavy_bytes", "bytes such as 20000"),
        class_bytes={
            str(name): count
            for name, bytes_ in classes.items()
            if (count := _count(bytes_, f"{where}.class_bytes.{name}", "bytes such as 18000"))
        },
        hosts=names(value.get("hosts", []), f"{where}.hosts"),
        emergency=emergency,
    )


def _count(value: Any, where: str, unit: str) -> int | None:
    if value is not None and (isinstance(value, bool) or not isinstance(value, int) or value < 1):
        raise UserError(f"{where}: is {value!r}; write a number of {unit}.")
    return value


def _months(value: Any, where: str) -> dict[str, int]:
    return {
        str(name): _count(count, f"{where}.{name}", "months such as 12") or 0
        for name, count in mapping(value, where).items()
    }


def _strings(value: Any, where: str) -> str:
    if value and (not isinstance(value, str) or "{locale}" not in value):
        raise UserError(f"{where}: is {value!r}; write a path such as docs/data/strings/{{locale}}.yml.")
    return value or ""


def _quotes(value: Any, where: str) -> dict[str, tuple[str, ...]]:
    """Pairs of quotation marks by locale."""
    found = {}
    for locale, pairs in mapping(value, where).items():
        pairs = names([pairs] if isinstance(pairs, str) else pairs, f"{where}.{locale}")
        if wrong := [pair for pair in pairs if len(pair) not in (1, 2)]:
            raise UserError(f"{where}.{locale}: {wrong[0]!r} is no pair of marks; write the two together, such as «».")
        found[str(locale)] = pairs
    return found


def _keys(value: Any, where: str) -> dict[str, KeyKind | tuple[str, ...]]:
    """A list of names of any kind, or a mapping of names to a kind or to the values that may stand there."""
    if isinstance(value, list):
        return dict.fromkeys(names(value, where), KeyKind.ANY)
    found: dict[str, KeyKind | tuple[str, ...]] = {}
    for name, kind in mapping(value or {}, where).items():
        place = f"{where}.{name}"
        listed = isinstance(kind, list)
        found[str(name)] = names(kind, place) if listed else choice(kind, place, KeyKind, "kind of value")
    return found


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
