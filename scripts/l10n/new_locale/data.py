"""Data files with one language more: empty words in every text, a file of empty strings, the locales in the schemas."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from ..data_texts import strings_file
from ..edit import yaml_key
from ..site import Site
from ..yaml_edit import YamlText
from ..yaml_nodes import child, walk

EMPTY = '""'
TEXT = "tag:yaml.org,2002:str"
ALTERNATIVES = re.compile(r"\(([\w-]+(?:\|[\w-]+)+)\)")
SCHEMAS = "schema"  # the folder beside data files whose files describe them


def add_texts(file: YamlText, site: Site, code: str) -> Iterator[str]:
    """Empty words for the language wherever a mapping has the site's locales as keys.

    Contacts of low confidence are shown nowhere, so nobody owes their translation. Yields what no check asks for: words
    about the new language in the source.
    """
    hidden: set[int] = set()
    if file.path == site.policy.contacts:
        for entry in file.root.value if isinstance(file.root, yaml.SequenceNode) else ():
            confidence = child(entry, "confidence")
            if confidence is not None and confidence.value == "low":
                hidden |= {id(node) for node in walk(entry)}
    for node in walk(file.root):
        if id(node) not in hidden and _translated(node, site):
            ours = child(node, site.source.code)
            file.add_key(node, code, _empty(ours, site, code))
            if _translated(ours, site):
                yield f"{site.relative(file.path)}:{ours.start_mark.line + 1}: what {site.source.name} says of {code}"


def _translated(node: yaml.Node | None, site: Site) -> bool:
    """Whether the keys of a mapping are locales, the source among them."""
    keys = [key.value for key, _ in node.value] if isinstance(node, yaml.MappingNode) else []
    return site.source.code in keys and set(keys) <= set(site.codes)


def _empty(node: yaml.Node | None, site: Site, code: str) -> str:
    """The shape of a text of the source with no words in it, on one line."""
    if isinstance(node, yaml.MappingNode):
        keys = [(key.value, _empty(value, site, code)) for key, value in node.value]
        if _translated(node, site):
            keys.append((code, keys[0][1]))
        return "{" + ", ".join(f"{yaml_key(key)}: {value}" for key, value in keys) + "}"
    if isinstance(node, yaml.SequenceNode):
        return f"[{', '.join(_empty(item, site, code) for item in node.value)}]"
    return EMPTY


def empty_strings(file: YamlText) -> str:
    """The source's file of strings with every text empty, and the words of the source behind it as a comment."""
    pieces, at = [], 0
    for node, in_brackets in _leaves(file.root, False):
        start, end = node.start_mark.index, node.end_mark.index
        multiline = node.style in ("|", ">")
        words = " ".join(node.value.split())
        comment = "" if in_brackets or not words else f"  # {words}"
        pieces += [file.text[at:start], EMPTY + comment, file.end if multiline else ""]
        at = end
    return "".join([*pieces, file.text[at:]])


def _leaves(node: yaml.Node | None, in_brackets: bool) -> Iterator[tuple[yaml.ScalarNode, bool]]:
    """Every text of a tree in order, and whether it stands in brackets, where a comment would end the line."""
    if isinstance(node, yaml.ScalarNode):
        if node.tag == TEXT:
            yield node, in_brackets
    elif isinstance(node, yaml.CollectionNode):
        for item in node.value:
            yield from _leaves(item[1] if isinstance(item, tuple) else item, in_brackets or bool(node.flow_style))


def schemas(site: Site) -> Iterator[Path]:
    """The schema files that lie beside the site's data."""
    policy = site.policy
    files = [*policy.texts, *(path for path in (policy.contacts, policy.glossary, policy.terms) if path)]
    folders = {path.parent for path in files}
    if policy.strings:
        folder = strings_file(site, site.source.code).parent
        folders |= {folder, folder.parent}
    for folder in sorted(folders):
        if (folder / SCHEMAS).is_dir():
            yield from sorted(
                path for path in (folder / SCHEMAS).iterdir() if path.suffix in (".yml", ".yaml", ".json")
            )


def add_to_schema(file: YamlText, site: Site, code: str) -> None:
    """The language in each list of all locales, or of all translations, and in patterns such as `^(en|lt)$`."""
    everyone = {frozenset(site.codes), frozenset(locale.code for locale in site.translations)}
    for node in walk(file.root):
        if (
            isinstance(node, yaml.SequenceNode)
            and frozenset(getattr(i, "value", "") for i in node.value if isinstance(i, yaml.ScalarNode)) in everyone
        ):
            quoted = isinstance(node.value[-1], yaml.ScalarNode) and node.value[-1].style == '"'
            file.add_item(node, f'"{code}"' if quoted else yaml_key(code))
        elif isinstance(node, yaml.ScalarNode):
            raw = file.text[node.start_mark.index : node.end_mark.index]
            for match in ALTERNATIVES.finditer(raw):
                if frozenset(match.group(1).split("|")) in everyone:
                    file.insert(node.start_mark.index + match.end(1), f"|{code}")
