"""Every file that a new language changes, before anything is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ..data_texts import strings_file
from ..errors import UserError
from ..site import Site
from ..yaml_edit import YamlText
from .code import LocaleCode
from .config import add_language
from .data import add_texts, add_to_schema, empty_strings, schemas


@dataclass(frozen=True)
class Change:
    """A file with its text before (None: it is new) and after."""

    path: Path
    before: str | None
    after: str


@dataclass
class Scaffold:
    """The files to write, and what is left for a person to decide besides what the checker reports."""

    changes: list[Change] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def scaffold(site: Site, new: LocaleCode) -> Scaffold:
    """What adding a language to a site means. Raises UserError when a file cannot be read or added to safely."""
    result = Scaffold()
    config = YamlText(site.config)
    result.remarks += add_language(config, site, new)
    _add(result, config, new.code)
    for path in site.policy.texts:
        file = YamlText(path)
        result.remarks += add_texts(file, site, new.code)
        _add(result, file, new.code)
    if site.policy.strings:
        target = strings_file(site, new.code)
        if target.exists():
            raise UserError(
                f"{site.relative(target)}: is there already; take it away or give the language another code."
            )
        result.changes.append(Change(target, None, empty_strings(YamlText(strings_file(site, site.source.code)))))
    for path in schemas(site):
        file = YamlText(path)
        add_to_schema(file, site, new.code)
        _add(result, file, new.code)
    result.remarks += _remarks(site, new)
    return result


def _add(result: Scaffold, file: YamlText, code: str) -> None:
    after = file.result(code)
    if after != file.before:
        result.changes.append(Change(file.path, file.before, after))


def _remarks(site: Site, new: LocaleCode) -> Iterator[str]:
    if site.plugin.fallback:
        yield (
            f"{site.config.name}: fallback_to_default is on: until a page is translated, its {site.source.name} text "
            f"stands under the address of {new.code}; write fallback_to_default: false to prevent it"
        )
    for path in sorted({section.reading for section in site.policy.sections if section.reading}):
        yield f"{site.relative(path)}: how long sentences may be in {new.code}"
    if site.policy.glossary:
        yield f"{site.relative(site.policy.glossary)}: the terms have no forms in {new.code} yet"
    if site.policy.terms:
        yield f"{site.relative(site.policy.terms)}: words that must not stand in {new.code}, if it needs any"
