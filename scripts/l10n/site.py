"""mkdocs.yml -> Site: its locales, its policy, and which file is which page in which locale.

The mapping between a path and (locale, page key) stands here and nowhere else. A page key is the path of the page
inside its locale, `help/index.md`, the same for every locale, always with the suffix `.md`.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from pathlib import Path
from typing import Any

from .config_file import read_config
from .errors import UserError
from .policy import Policy, read_policy

RTL = frozenset(("ar", "he", "fa", "ur", "ps", "ckb", "sd", "ug", "dv", "yi"))
FOLDER_PATTERN = re.compile(r"/[\w./-]+/")  # `/data/`: the one form that needs no pattern language
MARKDOWN_SUFFIXES = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")  # mkdocs.utils.markdown_extensions


class Layout(Enum):
    """How mkdocs-static-i18n tells locales apart: `lt/page.md` or `page.lt.md`."""

    FOLDER = "folder"
    SUFFIX = "suffix"


@dataclass(frozen=True)
class Locale:
    """A language of the site."""

    code: str
    name: str

    @property
    def rtl(self) -> bool:
        """Whether it is written from right to left."""
        return self.code.replace("_", "-").split("-")[0].lower() in RTL


@dataclass(frozen=True)
class Site:
    """A MkDocs site with mkdocs-static-i18n."""

    config: Path
    docs: Path
    layout: Layout
    source: Locale
    translations: tuple[Locale, ...]
    policy: Policy
    site_url: str = ""
    theme_dir: Path | None = None
    exclude: str = field(default="", repr=False)

    @property
    def root(self) -> Path:
        """The folder of the configuration; paths in reports are relative to it."""
        return self.config.parent

    @cached_property
    def locales(self) -> tuple[Locale, ...]:
        """Source first, then the translations in the order of the configuration."""
        return (self.source, *self.translations)

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """The codes of all locales."""
        return tuple(locale.code for locale in self.locales)

    def owed(self, key: str) -> tuple[str, ...]:
        """The locales in which the page is owed."""
        if self.source_only(key):
            return ()
        locales = self.policy.section_for(key).locales
        return tuple(locale.code for locale in self.translations) if locales is None else locales

    def source_only(self, key: str) -> bool:
        """Whether the policy keeps the page in the source locale."""
        return self._untranslated(key)

    @cached_property
    def _untranslated(self) -> Callable[[str], bool]:
        return _matcher("\n".join(self.policy.untranslated))

    def locate(self, path: str) -> tuple[str, str] | None:
        """(locale, page key) of a Markdown path inside docs; None for a file that belongs to no locale."""
        stem, dot, suffix = path.rpartition(".")
        if f".{suffix}" not in MARKDOWN_SUFFIXES or not dot or stem.endswith("/"):
            return None
        if self.layout is Layout.FOLDER:
            code, slash, key = stem.partition("/")
            return (code, f"{key}.md") if slash and code in self.codes else None
        name, _, code = stem.rpartition(".")
        if code in self.codes and name and not name.endswith("/"):
            return code, f"{name}.md"
        return self.source.code, f"{stem}.md"

    def path_in_docs(self, key: str, locale: str) -> str:
        """The path inside docs of a page, the existing file's or the one it would have."""
        if (key, locale) in self.pages:
            return self.pages[key, locale]
        if self.layout is Layout.FOLDER:
            return f"{locale}/{key}"
        return key if locale == self.source.code else f"{key.removesuffix('.md')}.{locale}.md"

    def file(self, key: str, locale: str) -> Path:
        """The file of a page, existing or not."""
        return self.docs / self.path_in_docs(key, locale)

    def shown(self, key: str, locale: str) -> str:
        """The path of a page as reports print it: from the configuration's folder, with slashes."""
        return self.relative(self.file(key, locale))

    def relative(self, file: Path) -> str:
        """The path of any file of the site as reports print it."""
        return Path(os.path.relpath(file, self.root)).as_posix()

    @cached_property
    def pages(self) -> dict[tuple[str, str], str]:
        """(page key, locale) -> path inside docs, for every page there is, ordered by key."""
        excluded = _matcher(self.exclude)
        found: dict[tuple[str, str], str] = {}
        for folder, folders, files in os.walk(self.docs, followlinks=True):
            base = Path(folder).relative_to(self.docs).as_posix()
            base = "" if base == "." else base + "/"
            # MkDocs leaves hidden files and the folder `templates` out.
            folders[:] = sorted(f for f in folders if not f.startswith(".") and base + f != "templates")
            for name in sorted(files):
                path = base + name
                if name.startswith(".") or not name.endswith(MARKDOWN_SUFFIXES) or excluded(path):
                    continue
                located = self.locate(path)
                if located and (located[1], located[0]) not in found:
                    found[located[1], located[0]] = path
        return dict(sorted(found.items()))

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The keys of all pages in any locale, sorted."""
        return tuple(sorted({key for key, _ in self.pages}))

    def has(self, key: str, locale: str) -> bool:
        """Whether the page exists in the locale."""
        return (key, locale) in self.pages


def load_site(config: Path) -> Site:
    """The site of a mkdocs.yml. Raises UserError, with file and cure, when it cannot be one."""
    config = Path(os.path.abspath(config))
    data = read_config(config)
    shown = config.name
    docs_dir = data.get("docs_dir", "docs")
    if not isinstance(docs_dir, str):
        raise UserError(f"{shown}: docs_dir is {docs_dir!r}; write the name of a folder.")
    docs = config.parent / docs_dir
    if not docs.is_dir():
        raise UserError(f"{shown}: docs_dir {docs_dir!r} is no folder; create it or correct docs_dir.")
    plugin = _i18n(data.get("plugins"), shown)
    try:
        layout = Layout(plugin.get("docs_structure", "suffix"))
    except ValueError:
        raise UserError(
            f"{shown}: plugins.i18n.docs_structure is {plugin['docs_structure']!r}; write folder or suffix."
        ) from None
    source, translations = _locales(plugin.get("languages"), shown)
    extra = data.get("extra") or {}
    if not isinstance(extra, dict):
        raise UserError(f"{shown}: extra is {extra!r}; write keys and values.")
    theme = data.get("theme")
    custom = theme.get("custom_dir") if isinstance(theme, dict) else None
    return Site(
        config=config,
        docs=docs,
        layout=layout,
        source=source,
        translations=translations,
        policy=read_policy(extra.get("l10n"), config, tuple(locale.code for locale in translations)),
        site_url=data["site_url"] if isinstance(data.get("site_url"), str) else "",
        theme_dir=config.parent / custom if isinstance(custom, str) else None,
        exclude=data["exclude_docs"] if isinstance(data.get("exclude_docs"), str) else "",
    )


def _i18n(plugins: Any, config: str) -> dict[str, Any]:
    """The options of the i18n plugin, given as a list of plugins or as a mapping."""
    entries = plugins if isinstance(plugins, list) else [plugins]
    for entry in entries:
        if isinstance(entry, dict) and isinstance(entry.get("i18n"), dict):
            return entry["i18n"]
    raise UserError(f"{config}: no plugin i18n with languages; add mkdocs-static-i18n to plugins.")


def _locales(languages: Any, config: str) -> tuple[Locale, tuple[Locale, ...]]:
    if not isinstance(languages, list) or not languages:
        raise UserError(f"{config}: plugins.i18n.languages is no list; write one entry with locale a language.")
    source, translations = None, []
    for entry in languages:
        code = entry.get("locale") if isinstance(entry, dict) else None
        if not isinstance(code, str) or not code:
            raise UserError(f"{config}: plugins.i18n.languages holds {entry!r}; write locale: xx (quote no).")
        locale = Locale(code, str(entry.get("name", code)))
        if entry.get("default") is True:
            source = locale
        elif code != "null" and entry.get("build", True) is not False:
            translations.append(locale)
    if source is None:
        raise UserError(f"{config}: no language of plugins.i18n is the default; write default: true at the source.")
    return source, tuple(translations)


def _matcher(patterns: str) -> Callable[[str], bool]:
    """A test for the paths that patterns in the syntax of .gitignore name."""
    rules = [line.strip() for line in patterns.splitlines() if line.strip() and not line.startswith("#")]
    if all(FOLDER_PATTERN.fullmatch(rule) for rule in rules):
        prefixes = tuple(rule[1:] for rule in rules)
        return lambda path: path.startswith(prefixes)
    import pathspec  # comes with MkDocs; importing it takes longer than reading a hundred pages

    return pathspec.gitignore.GitIgnoreSpec.from_lines(rules).match_file
