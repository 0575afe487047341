"""mkdocs.yml -> Site: its locales, its policy, and the file of each page in each locale.

A page key is the path of the page inside its locale, `help/index.md`, the same for every locale, always with the suffix
`.md`. What a check asks of the files goes through `noted` methods: the cache asks the same again.
"""

from __future__ import annotations

import hashlib
import os
import posixpath
import reprlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from .config_file import read_config
from .errors import UserError
from .i18n_plugin import Locale, PluginOptions, plugin_names, read_plugin
from .includes import MARK as INCLUDED
from .journal import Journal, noted
from .layout import MARKDOWN_SUFFIXES, Layout, Place, candidates, page_key, page_url, place_of
from .policy import Policy, read_policy
from .tree import Tree, matcher, read_tree

# Plugins that resolve `[text][name]`, and plugins and extensions that write headings nobody sees in the page's file.
REFERENCES = frozenset(("mkdocstrings", "autorefs", "mkdocs-autorefs"))
WRITERS = (("macros", "{{"), ("mkdocstrings", ":::"))
# Plugins that add pages which are no files: what a link names may be one of them.
GENERATORS = frozenset(("gen-files", "api-autonav", "blog", "material/blog", "tags", "material/tags", "mkdoxy"))


@dataclass(frozen=True)
class Site:
    """A MkDocs site with mkdocs-static-i18n."""

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
    journal: Journal = field(default_factory=Journal, compare=False, repr=False)

    def __reduce__(self) -> tuple[Callable[[Path], Site], tuple[Path]]:
        """Another process reads the configuration itself."""
        return load_site, (self.config,)

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

    def owed(self, key: str) -> tuple[str, ...]:
        """The locales in which the page is owed; a draft is owed in none."""
        if self.source_only(key) or self.drafted(key):
            return ()
        locales = self.policy.section_for(key).locales
        return tuple(locale.code for locale in self.translations) if locales is None else locales

    @noted
    def drafted(self, key: str) -> bool:
        """Whether the source page is a draft."""
        return self._pages.get((key, self.source.code)) in self._tree.drafts

    def source_only(self, key: str) -> bool:
        """Whether the policy keeps the page in the source locale."""
        return self._untranslated(key)

    @cached_property
    def _untranslated(self) -> Callable[[str], bool]:
        return matcher("\n".join(self.policy.untranslated), "untranslated", hidden=False)

    def place(self, path: str) -> Place:
        """The place of any file of docs; its locale may be one that is not built."""
        return place_of(self.layout, path, self.source.code, (*self.codes, *self.plugin.unbuilt))

    def locate(self, path: str) -> tuple[str, str] | None:
        """(locale, page key) of a Markdown path inside docs; None for another file or a locale that is not built."""
        if not path.endswith(MARKDOWN_SUFFIXES):
            return None
        place = self.place(path)
        return (place.locale, page_key(place.path)) if place.locale in self.codes else None

    @noted
    def path_in_docs(self, key: str, locale: str) -> str:
        """The path inside docs of a page, the existing file's or the one it would have."""
        if (key, locale) in self._pages:
            return self._pages[key, locale]
        source = locale == self.source.code
        if self.layout is Layout.FOLDER:
            return key if source and not (self.docs / locale).is_dir() else f"{locale}/{key}"
        return key if source else f"{key.removesuffix('.md')}.{locale}.md"

    def file(self, key: str, locale: str) -> Path:
        """The file of a page, existing or not."""
        return self.docs / self.path_in_docs(key, locale)

    def shown(self, key: str, locale: str) -> str:
        """The path of a page as reports print it."""
        return _printable(posixpath.normpath(f"{self._shown_docs}/{self.path_in_docs(key, locale)}"))

    def relative(self, file: Path) -> str:
        """The path of any file of the site as reports print it: from the configuration's folder, on one line."""
        return _printable(Path(os.path.relpath(file, self.root)).as_posix())

    @cached_property
    def _shown_docs(self) -> str:
        return Path(os.path.relpath(self.docs, self.root)).as_posix()

    @property
    def tree(self) -> Tree:
        """The files of docs."""
        self._note_tree()
        return self._tree

    @cached_property
    def _tree(self) -> Tree:
        excluded = matcher(self.exclude, "exclude_docs", hidden=True)
        return read_tree(
            self.docs, excluded, matcher(self.drafts, "draft_docs", hidden=False), hidden="!" in self.exclude
        )

    @cached_property
    def _files(self) -> frozenset[str]:
        return frozenset(self._tree.files)

    def _note_tree(self) -> None:
        """Whoever looks at the whole tree asks about every file there is."""
        if self.journal.asked is not None:
            self.tree_digest()

    @noted
    def tree_digest(self) -> str:
        """A digest of the names of all files of docs and what is known of them without reading them."""
        return self._tree_digest

    @cached_property
    def _tree_digest(self) -> str:
        tree = self._tree
        return _digest((tree.files, sorted(tree.drafts), tree.shadowed, sorted(tree.unreadable.items())))

    @property
    def assets(self) -> tuple[str, ...]:
        """The paths inside docs of all files that are no pages."""
        if self.journal.asked is not None:
            self.assets_digest()
        return self._assets

    @noted
    def assets_digest(self) -> str:
        """A digest of the names of all files that are no pages."""
        return self._assets_digest

    @cached_property
    def _assets(self) -> tuple[str, ...]:
        return tuple(path for path in self._tree.files if not path.endswith(MARKDOWN_SUFFIXES))

    @cached_property
    def _assets_digest(self) -> str:
        return _digest(self._assets)

    @property
    def pages(self) -> dict[tuple[str, str], str]:
        """(page key, locale) -> path inside docs, for every page there is, ordered by key."""
        self._note_tree()
        return self._pages

    @cached_property
    def _pages(self) -> dict[tuple[str, str], str]:
        found: dict[tuple[str, str], str] = {}
        for path in self._tree.files:
            located = self.locate(path)
            if located and (located[::-1] not in found or not self.place(path).named):
                found[located[::-1]] = path
        return dict(sorted(found.items()))

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of all pages in any locale, sorted."""
        self._note_tree()
        return self._keys

    @cached_property
    def _keys(self) -> tuple[str, ...]:
        return tuple(sorted({key for key, _ in self._pages}))

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
        return not (self.own_slugs or written or INCLUDED.search(body))

    @noted
    def has(self, key: str, locale: str) -> bool:
        """Whether the page exists in the locale."""
        return (key, locale) in self._pages

    @noted
    def holds(self, path: str) -> bool:
        """Whether a path inside docs is a file that the build of some language may use."""
        return path in self._files

    def builds(self, key: str, locale: str) -> bool:
        """Whether the build of the locale makes the page, from its own file or from the source's."""
        return self.has(key, locale) or (self.plugin.fallback and self.has(key, self.source.code))

    @noted
    def found(self, path: str, locale: str) -> bool:
        """Whether the build of a locale finds a file for a path that one of its pages links."""
        tried = candidates(self.layout, path, locale, self.source.code, fallback=self.plugin.fallback)
        return any(self._in_build(candidate, locale) for candidate in tried)

    def _in_build(self, path: str, locale: str) -> bool:
        if path in self._files:
            owner = self.place(path).locale
            if owner == locale or (self.plugin.fallback and owner == self.source.code):
                return True
        return self.theme_dir is not None and bool(path) and (self.theme_dir / path).is_file()

    @cached_property
    def _addresses(self) -> dict[str, tuple[str, str]]:
        """Address from the root of the site -> (locale, page key) of each page that is built."""
        found = {}
        for key in self._keys:
            for locale in self.codes:
                if (key, locale) in self._pages or (self.plugin.fallback and (key, self.source.code) in self._pages):
                    found[self.address(key, locale)] = (locale, key)
        return found

    def address(self, key: str, locale: str) -> str:
        """The address of a page from the root of the site, without a slash before it."""
        prefix = "" if locale == self.source.code else f"{locale}/"
        return prefix + page_url(key, directories=self.directory_urls)

    @noted
    def at(self, address: str) -> tuple[str, str] | None:
        """(locale, page key) of an address from the root of the site or of the server; None when no page is there."""
        address = address.lstrip("/")
        inside = address.removeprefix(urlsplit(self.site_url).path.strip("/") + "/")
        # `/en/help/` of a source that stands at the root is what somebody meant, though nothing is there.
        for start in dict.fromkeys((address, inside, inside.removeprefix(f"{self.source.code}/"))):
            stem = start.removesuffix("/").removesuffix(".html").removesuffix(".md")
            for form in (start, f"{stem}/", stem.removesuffix("index"), f"{stem}.html"):
                if found := self._addresses.get("" if form == "/" else form):
                    return found
        return None


def load_site(config: Path) -> Site:
    """The site of a mkdocs.yml. Raises UserError, with file and cure, when it cannot be one."""
    config = Path(os.path.abspath(config))
    data = read_config(config)
    shown = config.name
    docs_dir = data.get("docs_dir", "docs")
    if not isinstance(docs_dir, str) or "\0" in docs_dir:
        raise UserError(f"{shown}: docs_dir is {reprlib.repr(docs_dir)}; write the name of a folder.")
    docs = Path(os.path.normpath(config.parent / docs_dir))
    if not docs.is_dir():
        raise UserError(f"{shown}: docs_dir {docs_dir!r} is no folder; create it or correct docs_dir.")
    plugin = read_plugin(data.get("plugins"), shown)
    extra = data.get("extra") or {}
    if not isinstance(extra, dict):
        raise UserError(f"{shown}: extra is {reprlib.repr(extra)}; write keys and values.")
    theme = data.get("theme")
    custom = theme.get("custom_dir") if isinstance(theme, dict) else None
    return Site(
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


def _titles(nav: Any) -> Iterator[str]:
    """The titles in `nav`: those of sections, and those that pages have there."""
    for entry in nav if isinstance(nav, list) else ():
        for title, inner in entry.items() if isinstance(entry, dict) else ():
            yield str(title)
            yield from _titles(inner)


def _digest(value: object) -> str:
    return hashlib.blake2b(repr(value).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _printable(path: str) -> str:
    return path if path.isprintable() else "".join(c if c.isprintable() else ascii(c)[1:-1] for c in path)


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
