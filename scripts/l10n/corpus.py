"""The pages of a site and its data files, each read when it is asked for. What is asked is noted in the site's journal."""

from __future__ import annotations

import hashlib
import os
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from .data_file import DataError
from .errors import PageError
from .page import Page, decode, page_of, read_bytes
from .site import Site

Loaded = TypeVar("Loaded")


class Corpus:
    """Pages by (key, locale). A page that cannot be read is kept as its PageError.

    All pages are kept, or the `keep` that were asked for last: a site of ten thousand pages need not be in memory whole.
    """

    def __init__(self, site: Site, keep: int | None = None):
        self.site = site
        self.keep = keep
        self._pages: OrderedDict[tuple[str, str], tuple[Page | PageError, str]] = OrderedDict()
        self._loaded: dict[tuple[Any, ...], Any] = {}
        self._headings: dict[str, tuple[frozenset[str], str]] = {}

    def outcome(self, key: str, locale: str) -> Page | PageError | None:
        """The page, or why it cannot be read, or None when there is no such file."""
        if not self.site.has(key, locale):
            return None
        place = (key, locale)
        if place in self._pages:
            self._pages.move_to_end(place)
        else:
            self._pages[place] = self._read(key, locale)
            if self.keep is not None and len(self._pages) > self.keep:
                self._pages.popitem(last=False)
        outcome, digest = self._pages[place]
        self.site.path_in_docs(key, locale)  # a page kept from before tells its path too
        self.site.journal.note(digest, "text", key, locale)
        return outcome

    def _read(self, key: str, locale: str) -> tuple[Page | PageError, str]:
        """The outcome of a page that exists, and the digest of what was read."""
        site, digest = self.site, ""
        try:
            data = read_bytes(site.file(key, locale))
            digest = digest_of_bytes(data)
            page = page_of(decode(data), key, locale, site.shown(key, locale), site.policy.translatable)
            page.tag_texts = site.policy.tag_texts
            _ = page.sections  # parse now: what cannot be parsed cannot be read
            return page, digest
        except PageError as error:
            return error, digest or error.message

    def text_digest(self, key: str, locale: str) -> str:
        """The digest of the bytes of a page, or why there are none: what is noted when the page is asked for."""
        try:
            return digest_of_bytes(read_bytes(self.site.file(key, locale)))
        except PageError as error:
            return error.message

    def forget(self, key: str, locale: str) -> None:
        """Read a page again when it is next asked for."""
        self._pages.pop((key, locale), None)
        self._headings.pop(key, None)

    def page(self, key: str, locale: str) -> Page | None:
        """The page, or None when there is none or it cannot be read."""
        outcome = self.outcome(key, locale)
        return outcome if isinstance(outcome, Page) else None

    def source(self, key: str) -> Page | None:
        """The source page of a key, or None."""
        return self.page(key, self.site.source.code)

    def headings(self, key: str) -> frozenset[str]:
        """The keys of the sections of a source page, known for good; none when there is no such page."""
        code = self.site.source.code
        if not self.site.has(key, code):
            return frozenset()
        if key not in self._headings:
            source = self.source(key)
            self._headings[key] = frozenset(source.by_key if source else ()), self._pages[key, code][1]
        headings, digest = self._headings[key]
        self.site.journal.note(digest, "text", key, code)
        return headings

    def loaded(self, load: Callable[..., Loaded], *arguments: Any) -> Loaded:
        """What a function makes of its arguments, made once: a data file that many checks read. Raises DataError.

        Every file that the function reads must be one of its arguments, as a Path: the cache goes by that. What else it
        asks of the site is noted whenever the value is used.
        """
        journal, what = self.site.journal, (load, *arguments)
        if what not in self._loaded:
            digests = self._data_digests(arguments)
            with journal.listening() as asked:
                try:
                    value = load(*arguments)
                except DataError as error:
                    value = error
            # A file that was written meanwhile has an answer that it never gives again.
            same = digests == self._data_digests(arguments)
            for path, digest in digests.items():
                asked["data", path] = digest if same else None
            self._loaded[what] = value, asked
        value, asked = self._loaded[what]
        journal.note_all(asked)
        if isinstance(value, DataError):
            raise value
        return value

    def _data_digests(self, arguments: tuple[Any, ...]) -> dict[str, str]:
        relative = [os.path.relpath(path, self.site.root) for path in arguments if isinstance(path, Path)]
        return {path: self.data_digest(path) for path in relative}

    def data_digest(self, path: str) -> str:
        """The digest of a data file, its path from the folder of the configuration; empty when it cannot be read."""
        try:
            return digest_of_bytes((self.site.root / path).read_bytes())
        except OSError:
            return ""


def digest_of_bytes(data: bytes) -> str:
    """The digest of a file, for comparing it with itself at another time."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()
