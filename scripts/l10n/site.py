"""Site: what its mkdocs.yml says (settings.py), and the file and address of each page in each locale.

A page key is the path of the page inside its locale, `help/index.md`, the same for every locale, always with the suffix
`.md`. What a check asks of the files goes through `noted` methods: the cache asks the same again.
"""

from __future__ import annotations

import hashlib
import os
import posixpath
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit

from .journal import Journal, noted
from .layout import MARKDOWN_SUFFIXES, Layout, Place, candidates, page_key, page_url, place_of
from .settings import Settings
from .tree import Tree, matcher, read_tree


@dataclass(frozen=True)
class Site(Settings):
    """A MkDocs site with mkdocs-static-i18n."""

    journal: Journal = field(default_factory=Journal, compare=False, repr=False)

    def __reduce__(self) -> tuple[Callable[[Path], Site], tuple[Path]]:
        """Another process reads the configuration itself."""
        return load_site, (self.config,)

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
    return Site.read(config)


def _digest(value: object) -> str:
    return hashlib.blake2b(repr(value).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _printable(path: str) -> str:
    return path if path.isprintable() else "".join(c if c.isprintable() else ascii(c)[1:-1] for c in path)
