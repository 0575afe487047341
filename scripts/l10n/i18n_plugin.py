"""The options of mkdocs-static-i18n in mkdocs.yml, the form of version 1 and the older one."""

from __future__ import annotations

import re
import reprlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .errors import UserError
from .layout import Layout
from .locale_codes import normal

# Written from right to left, after Unicode CLDR; a script in the code (`uz-Arab`, `sd-Deva`) goes before the language.
RTL = frozenset(
    (
        *(
            "apc",
            "ar",
            "arz",
            "bal",
            "bgn",
            "ckb",
            "dv",
            "fa",
            "he",
            "iw",
            "ks",
            "lrc",
            "mzn",
            "nqo",
            "ps",
            "rhg",
            "sd",
        ),
        *("sdh", "skr", "syr", "trw", "ug", "ur", "yi"),
    )
)
RTL_SCRIPTS = frozenset(("adlm", "arab", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa"))


CODE = re.compile(r"[A-Za-z0-9][\w@-]*", re.ASCII)


@dataclass(frozen=True)
class Locale:
    """A language of the site."""

    code: str
    name: str
    # What it calls the titles of the navigation; None when it has a navigation of its own.
    nav_translations: Mapping[str, Any] | None = field(default=None, compare=False)
    # What it calls the site; None when it has no name of its own.
    site_name: str | None = field(default=None, compare=False)

    @property
    def rtl(self) -> bool:
        """Whether it is written from right to left."""
        language, *others = normal(self.code).split("-")
        script = next((part for part in others if len(part) == 4), None)
        return script in RTL_SCRIPTS if script else language in RTL


@dataclass(frozen=True)
class PluginOptions:
    """What the plugin is told: `fallback`: a page that a language lacks is built from the source; `unbuilt`: the codes
    of languages that have files and are not built."""

    layout: Layout
    fallback: bool
    source: Locale
    translations: tuple[Locale, ...]
    unbuilt: tuple[str, ...]


def plugin_names(plugins: Any) -> frozenset[str]:
    """The names of all plugins, given as a list or as a mapping."""
    return frozenset(name for name, _ in _plugins(plugins))


def read_plugin(plugins: Any, config: str) -> PluginOptions:
    """The options of the plugin i18n among `plugins`. Raises UserError, naming `config`, when they cannot be used."""
    options = next((value for name, value in _plugins(plugins) if name == "i18n" and isinstance(value, dict)), None)
    if options is None:
        raise UserError(f"{config}: no plugin i18n with languages; add mkdocs-static-i18n to plugins.")
    where = f"{config}: plugins.i18n"
    try:
        layout = Layout(options.get("docs_structure", "suffix"))
    except ValueError:
        raise UserError(
            f"{where}.docs_structure is {_told(options['docs_structure'])}; write folder or suffix."
        ) from None
    fallback = options.get("fallback_to_default", True)
    if not isinstance(fallback, bool):
        raise UserError(f"{where}.fallback_to_default is {_told(fallback)}; write true or false.")
    entries = _entries(options, where)
    source = next((code for code, entry in entries.items() if entry.get("default") is True), None)
    if source is None:
        raise UserError(f"{where}: no language is the default; write default: true at the source.")
    locales = {
        code: Locale(code, str(entry.get("name", code)), _nav(entry), _text(entry.get("site_name")))
        for code, entry in entries.items()
    }
    built = [code for code, entry in entries.items() if code != "null" and entry.get("build", True) is not False]
    return PluginOptions(
        layout,
        fallback,
        locales[source],
        tuple(locales[code] for code in built if code != source),
        tuple(code for code in entries if code not in built and code != source),
    )


def _nav(entry: dict[str, Any]) -> dict[str, Any] | None:
    translations = entry.get("nav_translations")
    return None if entry.get("nav") else translations if isinstance(translations, dict) else {}


def _text(value: Any) -> str | None:
    return None if value is None else str(value)


def _plugins(plugins: Any) -> list[tuple[str, Any]]:
    """(name, options) of each plugin."""
    if isinstance(plugins, dict):
        return [(str(name), value) for name, value in plugins.items()]
    found: list[tuple[str, Any]] = []
    for entry in plugins if isinstance(plugins, list) else ():
        if isinstance(entry, dict):
            found += [(str(name), value) for name, value in entry.items()]
        elif isinstance(entry, str):
            found.append((entry, None))
    return found


def _entries(options: dict[str, Any], where: str) -> dict[str, dict[str, Any]]:
    """Code -> what is said of the language, in the order of the configuration."""
    languages = options.get("languages")
    if isinstance(languages, dict):
        return _old_entries(options, languages, where)
    if not isinstance(languages, list) or not languages:
        raise UserError(f"{where}.languages is no list; write one entry with locale a language.")
    entries: dict[str, dict[str, Any]] = {}
    for entry in languages:
        code = entry.get("locale") if isinstance(entry, dict) else None
        if not isinstance(code, str) or not CODE.fullmatch(code):
            raise UserError(f"{where}.languages holds {_told(entry)}; write locale: xx (quote no).")
        if code in entries and code != "null":
            raise UserError(f"{where}.languages names {code} twice; take one of them out.")
        entries[code] = entry
    return entries


def _old_entries(options: dict[str, Any], languages: dict[Any, Any], where: str) -> dict[str, dict[str, Any]]:
    """The form before version 1: `default_language: en` and `languages: {en: English, lt: {name: …, build: …}}`."""
    default = options.get("default_language")
    if not isinstance(default, str) or not CODE.fullmatch(default):
        raise UserError(f"{where}.languages is no list; write one entry with locale a language.")
    entries: dict[str, dict[str, Any]] = {default: {"default": True}}
    for code, value in languages.items():
        if not isinstance(code, str) or not CODE.fullmatch(code):
            raise UserError(f"{where}.languages holds {_told(code)}; put the code of the language in quotes.")
        if code != "default":
            entries[code] = {**(value if isinstance(value, dict) else {"name": value}), "default": code == default}
    return entries


def _told(value: Any) -> str:
    return reprlib.repr(value)
