"""The pages of a site, each read and parsed at most once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from .data_file import DataError
from .errors import PageError
from .page import Page, load_page
from .site import Site

Loaded = TypeVar("Loaded")


class Corpus:
    """Pages by (key, locale). A page that cannot be read is kept as its PageError."""

    def __init__(self, site: Site):
        self.site = site
        self._pages: dict[tuple[str, str], Page | PageError] = {}
        self._loaded: dict[tuple[Any, ...], Any] = {}

    def outcome(self, key: str, locale: str) -> Page | PageError | None:
        """The page, or why it cannot be read, or None when there is no such file."""
        if not self.site.has(key, locale):
            return None
        place = (key, locale)
        if place not in self._pages:
            try:
                site = self.site
                page = load_page(site.file(key, locale), key, locale, site.shown(key, locale), site.policy.translatable)
                page.tag_texts = site.policy.tag_texts
                _ = page.sections  # parse now: what cannot be parsed cannot be read
                self._pages[place] = page
            except PageError as error:
                self._pages[place] = error
        return self._pages[place]

    def page(self, key: str, locale: str) -> Page | None:
        """The page, or None when there is none or it cannot be read."""
        outcome = self.outcome(key, locale)
        return outcome if isinstance(outcome, Page) else None

    def source(self, key: str) -> Page | None:
        """The source page of a key, or None."""
        return self.page(key, self.site.source.code)

    def loaded(self, load: Callable[..., Loaded], *arguments: Any) -> Loaded:
        """What a function makes of its arguments, made once: a data file that many checks read. Raises DataError."""
        asked = (load, *arguments)
        if asked not in self._loaded:
            try:
                self._loaded[asked] = load(*arguments)
            except DataError as error:
                self._loaded[asked] = error
        if isinstance(self._loaded[asked], DataError):
            raise self._loaded[asked]
        return self._loaded[asked]
