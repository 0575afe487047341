"""mkdocs.yml -> Settings: what the configuration says of a site, before anybody looks at its files."""

from __future__ import annotations

import os
import re
import reprlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Self

from .config_file import read_config
from .errors import UserError
from .i18n_plugin import Locale, PluginOptions, plugin_names, read_plugin
from .includes import may_include
from .layout import Layout
from .policy import Policy, read_policy
from .tree import matcher

# Plugins that resolve `[text][name]`, and plugins and extensions that write headings nobody sees in the page's file.
REFERENCES = frozenset(("mkdocstrings", "autorefs", "mkdocs-autorefs"))
WRITERS = (("macros", "{{"), ("mkdocstrings", ":::"))
# Plugins that add pages which are no files: what a link names may be one of them.
GENERATORS = frozenset(("gen-files", "api-autonav", "blog", "material/blog", "tags", "material/tags", "mkdoxy"))
LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True)
class Settings:
    """What a mkdocs.yml with mkdocs-static-i18n says."""

    config: Path
    docs: Path
    plugin: PluginOptions
    policy: Policy
    exclude: str = ""  # patterns as in .gitignore
    drafts: str = ""
    site_url: str = ""
    theme_dir: Path | None = None
    directory_urls: bool = True
    absolute_from_docs: bool = False  # `/a.md` in a link is a path inside docs
    nav_titles: tuple[str, ...] = ()  # titles that the navigation in the configuration gives to sections and pages
    plugins: frozenset[str] = frozenset()
    own_slugs: bool = False  # whether anchors of headings are made up in the site's own way

    @classmethod
    def read(cls, config: Path) -> Self:
        """The settings in a mkdocs.yml. Raises UserError, with file and cure, when they are those of no site."""
        config = Path(os.path.abspath(config))
        data = read_config(config)
        shown = config.name
        docs = _docs(data.get("docs_dir", "docs"), config)
        plugin = read_plugin(data.get("plugins"), shown)
        extra = data.get("extra") or {}
        if not isinstance(extra, dict):
            raise UserError(f"{shown}: extra is {reprlib.repr(extra)}; write keys and values.")
        theme = data.get("theme")
        custom = theme.get("custom_dir") if isinstance(theme, dict) else None
        return cls(
            config=config,
            docs=docs,
            plugin=plugin,
            policy=read_policy(extra.get("l10n"), config, tuple(locale.code for locale in plugin.translations)),
            exclude=_patterns(data.get("exclude_docs"), f"{shown}: exclude_docs"),
            drafts=_patterns(data.get("draft_docs"), f"{shown}: draft_docs"),
            site_url=data["site_url"] if isinstance(data.get("site_url"), str) else "",
            theme_dir=config.parent / custom if isinstance(custom, str) else None,
            directory_urls=data.get("use_directory_urls") is not False,
            absolute_from_docs=_absolute_links(data.get("validation")) == "relative_to_docs",
            nav_titles=tuple(dict.fromkeys(_titles(data.get("nav")))),
            plugins=plugin_names(data.get("plugins")),
            own_slugs="slugify" in _toc_options(data.get("markdown_extensions")),
        )

    @property
    def root(self) -> Path:
        """The folder of the configuration; paths in reports are relative to it."""
        return self.config.parent

    @property
    def layout(self) -> Layout:
        """How a path tells its locale."""
        return self.plugin.layout

    @property
    def source(self) -> Locale:
        """The default language."""
        return self.plugin.source

    @property
    def translations(self) -> tuple[Locale, ...]:
        """The other languages that are built."""
        return self.plugin.translations

    @cached_property
    def locales(self) -> tuple[Locale, ...]:
        """Source first, then the translations in the order of the configuration."""
        return (self.source, *self.translations)

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """The codes of all locales."""
        return tuple(locale.code for locale in self.locales)

    def source_only(self, key: str) -> bool:
        """Whether the policy keeps the page in the source locale."""
        return self._untranslated(key)

    @cached_property
    def _untranslated(self) -> Callable[[str], bool]:
        return matcher("\n".join(self.policy.untranslated), "untranslated", hidden=False)

    @cached_property
    def owed_titles(self) -> tuple[str, ...]:
        """The titles of the navigation that each language says in its own words."""
        return tuple(title for title in self.nav_titles if LETTER.search(title) and title not in self.policy.same)

    @property
    def generates(self) -> bool:
        """Whether plugins add pages that are no files."""
        return not GENERATORS.isdisjoint(self.plugins)

    @property
    def cross_references(self) -> bool:
        """Whether a plugin finds the address of `[text][name]`."""
        return not REFERENCES.isdisjoint(self.plugins)

    def knows_anchors(self, body: str) -> bool:
        """Whether the build makes no other anchors for a page than those that the checker sees."""
        written = any(name in self.plugins and mark in body for name, mark in WRITERS)
        return not (self.own_slugs or written or may_include(body))


def _docs(docs_dir: Any, config: Path) -> Path:
    if not isinstance(docs_dir, str) or "\0" in docs_dir:
        raise UserError(f"{config.name}: docs_dir is {reprlib.repr(docs_dir)}; write the name of a folder.")
    docs = Path(os.path.normpath(config.parent / docs_dir))
    if not docs.is_dir():
        raise UserError(f"{config.name}: docs_dir {docs_dir!r} is no folder; create it or correct docs_dir.")
    return docs


def _titles(nav: Any) -> Iterator[str]:
    """The titles in `nav`: those of sections, and those that pages have there."""
    for entry in nav if isinstance(nav, list) else ():
        for title, inner in entry.items() if isinstance(entry, dict) else ():
            yield str(title)
            yield from _titles(inner)


def _patterns(value: Any, where: str) -> str:
    if value is not None and not isinstance(value, str):
        raise UserError(f"{where} is {reprlib.repr(value)}; write a text with one pattern a line.")
    matcher(value or "", where, hidden=False)  # a pattern that is none is told now
    return value or ""


def _absolute_links(validation: Any) -> Any:
    links = validation.get("links", validation) if isinstance(validation, dict) else None
    return links.get("absolute_links") if isinstance(links, dict) else None


def _toc_options(extensions: Any) -> dict[str, Any]:
    entries = extensions if isinstance(extensions, list) else [extensions]
    found = [entry.get("toc") for entry in entries if isinstance(entry, dict)]
    return next((options for options in found if isinstance(options, dict)), {})
