"""mkdocs.yml with one language more."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from ..edit import yaml_key, yaml_string
from ..errors import UserError
from ..site import Site
from ..typography import conventions
from ..yaml_edit import YamlText, scalar
from ..yaml_nodes import child
from .code import LocaleCode

# What a language may call the whole site. An empty name is no English one, and the checker asks for it.
NAMES = ("site_name", "site_description")


def add_language(file: YamlText, site: Site, new: LocaleCode) -> Iterator[str]:
    """Put the language where the languages stand, and into the mappings and lists of locales in `extra`.

    Yields what is left for a person to decide. Raises UserError when the languages stand in another file.
    """
    languages = child(_plugin(file.root), "languages")
    if not isinstance(languages, yaml.CollectionNode):
        raise UserError(f"{file.path}: holds no plugins.i18n.languages; give --config the file in which they stand.")
    if isinstance(languages, yaml.MappingNode):  # the form before version 1 of the plugin
        file.add_key(languages, new.code, scalar(new.name))
    else:
        keys = _keys(languages, site, new)
        flow = "{" + ", ".join(f"{name}: {value}" for name, value in keys.items()) + "}"
        file.add_item(languages, flow, [f"{name}: {value}" for name, value in keys.items()])
    extra = child(file.root, "extra")
    for key, node in extra.value if isinstance(extra, yaml.MappingNode) else ():
        if key.value != "l10n" and isinstance(node, yaml.MappingNode) and _codes(node) == set(site.codes):
            value = _like_the_others(node, new.code)
            file.add_key(node, new.code, value or '""')
            about = f"is {value}, like the others: see that it is right" if value else "is empty"
            yield f"{file.path.name}: extra.{key.value}.{new.code} {about}"
    yield from _policy(file, child(extra, "l10n"), site, new.code)


def _plugin(root: yaml.Node | None) -> yaml.Node | None:
    """The options of the plugin i18n, among plugins given as a list or as a mapping."""
    plugins = child(root, "plugins")
    entries = plugins.value if isinstance(plugins, yaml.SequenceNode) else [plugins]
    return next((options for entry in entries if (options := child(entry, "i18n")) is not None), None)


def _keys(languages: yaml.SequenceNode, site: Site, new: LocaleCode) -> dict[str, str]:
    """What is said of the language: every word that another translation has, empty."""
    keys = {"locale": yaml_string(new.code) if yaml_key(new.code) != new.code else new.code, "name": scalar(new.name)}
    given = {key.value for entry in languages.value if isinstance(entry, yaml.MappingNode) for key, _ in entry.value}
    keys |= {name: '""' for name in NAMES if name in given}
    if site.owed_titles:
        empty = ", ".join(f'{yaml_key(title)}: ""' for title in site.owed_titles)
        keys["nav_translations"] = "{" + empty + "}"
    return keys


def _codes(node: yaml.MappingNode) -> set[str]:
    return {key.value for key, _ in node.value}


def _like_the_others(node: yaml.MappingNode, code: str) -> str:
    """The value when all others differ in their code alone (https://en.example.org/), else "".

    A code in it that stands among letters is chance: `en` in `open`.
    """
    made = set()
    for key, value in node.value:
        if not isinstance(value, yaml.ScalarNode):
            return ""
        made.add(re.sub(rf"(?<![A-Za-z]){re.escape(key.value)}(?![A-Za-z])", "\0", value.value))
    (pattern, *others) = made
    return pattern.replace("\0", code) if not others and "\0" in pattern else ""


def _policy(file: YamlText, policy: yaml.Node | None, site: Site, code: str) -> Iterator[str]:
    """The house's quotation marks, and the sections that name their locales."""
    quotes = child(policy, "quotes")
    if isinstance(quotes, yaml.MappingNode) and set(site.codes) <= _codes(quotes):
        marks = conventions(code).quotes
        if marks:
            file.add_key(quotes, code, scalar(marks[0]))
        told = f"are {marks[0]}" if marks else "are not set"
        yield f"{file.path.name}: the quotation marks of {code} (extra.l10n.quotes) {told}: see that it is right"
    sections = child(policy, "sections")
    translations = {locale.code for locale in site.translations}
    for key, section in sections.value if isinstance(sections, yaml.MappingNode) else ():
        owed = child(section, "locales")
        if not isinstance(owed, yaml.SequenceNode):
            continue
        if {item.value for item in owed.value} == translations:
            file.add_item(owed, yaml_key(code))
        else:
            yield f'{file.path.name}: extra.l10n.sections."{key.value}".locales leaves {code} out: add it if it is owed'
