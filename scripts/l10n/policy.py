"""What a site asks of its translations: `extra.l10n` in mkdocs.yml.

```yaml
extra:
  l10n:
    translatable: [title, description]     # front matter that a translation translates
    same: [UNHCR, Vilnius]                 # names that stay the same in every language
    footnotes: docs/data/sources.yml       # entries with an id: the build adds the footnotes that name them
    tag_texts: {say: docs/data/say.yml}    # what `{{ say ID }}` puts into a page: a sign-off is for these words too
    sections:
      leaflets: {enforce: true, sign: [language, clinical], required: [tab_title], forbidden: [description]}
      "": {locales: [lt, ru]}              # everything else; default: every locale is owed
```
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Any

from .config_file import read_yaml
from .errors import UserError


class SignOff(Enum):
    """Who signs: a native speaker for the language, a clinician for the content."""

    LANGUAGE = "language"
    CLINICAL = "clinical"


@dataclass(frozen=True)
class SectionPolicy:
    """What is asked of the pages under one path prefix."""

    prefix: str = ""
    enforce: bool = False
    sign: tuple[SignOff, ...] = ()
    required: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    locales: tuple[str, ...] | None = None  # None: every locale but the source

    def sign_offs(self, *, source: bool) -> tuple[SignOff, ...]:
        """The sign-offs asked of a page; nobody signs the language of the source."""
        return tuple(kind for kind in self.sign if not (source and kind is SignOff.LANGUAGE))


@dataclass(frozen=True)
class Policy:
    """The whole of `extra.l10n`; `declared` is False when the site has none, and the house rules are off."""

    translatable: tuple[str, ...] = ("title", "description")
    same: tuple[str, ...] = ()
    footnotes: frozenset[str] = frozenset()
    tag_texts: Mapping[tuple[str, str], str] = field(default_factory=dict)  # (tag, id) -> the words it stands for
    sections: tuple[SectionPolicy, ...] = (SectionPolicy(),)
    declared: bool = False

    def section_for(self, key: str) -> SectionPolicy:
        """The policy of the longest prefix that the page key lies under."""
        for section in self.sections:  # longest first
            if not section.prefix or key == section.prefix or key.startswith(section.prefix + "/"):
                return section
        return SectionPolicy()


_KEYS = ("translatable", "same", "footnotes", "tag_texts", "sections")
_SECTION_KEYS = ("enforce", "sign", "required", "forbidden", "locales")


def read_policy(data: Any, config: Path, locales: tuple[str, ...]) -> Policy:
    """The policy in `extra.l10n` (`data`, None when absent); `locales` are those a translation can be owed in.

    Raises UserError, naming `config` and the key, for anything that is not as in the module's example.
    """
    if data is None:
        return Policy()
    where = f"{config.name}: extra.l10n"
    _mapping(data, where, _KEYS)
    sections = []
    for prefix, value in _mapping(data.get("sections") or {}, f"{where}.sections").items():
        sections.append(_section(str(prefix).strip("/"), value, f'{where}.sections."{prefix}"', locales))
    return Policy(
        translatable=_names(data.get("translatable", list(Policy.translatable)), f"{where}.translatable"),
        same=_names(data.get("same", []), f"{where}.same"),
        footnotes=_footnotes(data.get("footnotes"), f"{where}.footnotes", config.parent),
        tag_texts=_tag_texts(data.get("tag_texts") or {}, f"{where}.tag_texts", config.parent),
        sections=tuple(sorted(sections, key=lambda section: -len(section.prefix))),
        declared=True,
    )


def _section(prefix: str, value: Any, where: str, locales: tuple[str, ...]) -> SectionPolicy:
    value = _mapping(value or {}, where, _SECTION_KEYS)
    enforce = value.get("enforce", False)
    if not isinstance(enforce, bool):
        raise UserError(f"{where}.enforce: is {enforce!r}; write true or false.")
    kinds = []
    for name in _names(value.get("sign", []), f"{where}.sign"):
        try:
            kinds.append(SignOff(name))
        except ValueError:
            known = ", ".join(kind.value for kind in SignOff)
            raise UserError(f"{where}.sign: {name!r} is no sign-off; write one of: {known}.") from None
    owed = None
    if "locales" in value:
        owed = _names(value["locales"], f"{where}.locales")
        for locale in owed:
            if locale not in locales:
                raise UserError(
                    f"{where}.locales: {locale!r} is no translation of this site; write some of: "
                    f"{', '.join(locales) or 'none'}."
                )
    return SectionPolicy(
        prefix,
        enforce,
        tuple(kinds),
        _names(value.get("required", []), f"{where}.required"),
        _names(value.get("forbidden", []), f"{where}.forbidden"),
        owed,
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
    for tag, path in _mapping(value, where).items():
        data = read_yaml(root / str(path))
        lists = [data, *data.values()] if isinstance(data, dict) else [data]
        entries = next((entries for entries in lists if isinstance(entries, list)), [])
        if not entries or not all(isinstance(entry, dict) and "id" in entry for entry in entries):
            raise UserError(f"{where}: {path} holds no entries with an id; write a list of them.")
        for entry in entries:
            texts[tag, str(entry["id"])] = json.dumps(entry, ensure_ascii=False, sort_keys=True, default=str)
    return texts


def _mapping(value: Any, where: str, known: tuple[str, ...] = ()) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise UserError(f"{where}: is {value!r}; write keys and values.")
    for key in value:
        if known and key not in known:
            raise UserError(f"{where}: unknown key {key!r}; the keys are: {', '.join(known)}.")
    return value


def _names(value: Any, where: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
        raise UserError(f"{where}: is {value!r}; write a list of names such as [one, two] (quote yes, no and numbers).")
    return tuple(value)
