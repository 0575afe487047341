"""Where a link target leads, as MkDocs with static-i18n resolves it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator
from enum import Enum
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from .corpus import Corpus
from .dialect import Block, BlockKind
from .layout import MARKDOWN_SUFFIXES, page_key
from .locale_codes import language, normal
from .page import Page, Section
from .site import Site

VISIBLE = re.compile(r"[^\n]")
SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
NAMED = re.compile(r"\]\[([^\]\n]+)\]")


class TargetKind(Enum):
    """What a link leads to."""

    PAGE = "page"
    FILE = "file"
    EXTERNAL = "external"
    ABSOLUTE = "absolute"  # a path from the root of the server
    UNKNOWN = "unknown"  # holds a tag: only the build knows


class WantedAnchor(NamedTuple):
    """An anchor of another page that a link on some line of some section leads to."""

    key: str
    locale: str
    name: str
    line: int
    section: str


class Target(NamedTuple):
    """A resolved target. PAGE: `locale` and `key`; FILE: `key` is the path inside docs; else `key` is the address.

    The `locale` of a page is the one the path names; a path that names none leads to the page in the reader's language.
    """

    kind: TargetKind
    key: str
    locale: str = ""
    fragment: str = ""

    def canonical(self, locale: str) -> str:
        """The target as source and translation share it; `locale` is that of the page with the link."""
        fragment = f"#{self.fragment}" if self.fragment else ""
        if self.kind is TargetKind.PAGE:
            return f"{self.key}{fragment}" if self.locale == locale else f"{self.locale}:{self.key}{fragment}"
        if self.kind is TargetKind.FILE:
            return self.key.removeprefix(f"{locale}/") + fragment
        return self.key + fragment


def resolve(site: Site, page: Page, target: str) -> Target:
    """The target of a link or image on a page, found once; what was asked of the site for it is noted each time."""
    if target not in page.resolved:
        with site.journal.listening() as asked:
            page.resolved[target] = _resolved(site, page, target), asked
    resolved, asked = page.resolved[target]
    site.journal.note_all(asked)
    return resolved


def _resolved(site: Site, page: Page, target: str) -> Target:
    if "{{" in target or "{%" in target:
        return Target(TargetKind.UNKNOWN, " ".join(target.split()))
    address, _, fragment = target.partition("#")
    if site.site_url and address.startswith(site.site_url.rstrip("/") + "/"):
        address = address[len(site.site_url.rstrip("/")) :]
    if SCHEME.match(address) or address.startswith("//"):
        return Target(TargetKind.EXTERNAL, target)
    address = address.partition("?")[0]
    if "%" in target:
        address, fragment = unquote(address), unquote(fragment)
    if not address:
        return Target(TargetKind.PAGE, page.key, page.locale, fragment)
    if address.startswith("/"):
        if not (site.absolute_from_docs and posixpath.splitext(address)[1]):
            return Target(TargetKind.ABSOLUTE, address, fragment=fragment)
        return _file(site, page, posixpath.normpath(address.lstrip("/")), fragment)
    base = posixpath.dirname(site.path_in_docs(page.key, page.locale))
    path = _joined(base, address)
    if not posixpath.splitext(address)[1] or address.endswith((".html", "/")):
        here = posixpath.dirname(site.address(page.key, page.locale))
        found = site.at(_joined(f"/{here}", address))
        if found:  # no file but the address of a page, seen from the address of this one
            return Target(TargetKind.PAGE, found[1], found[0], fragment)
    return _file(site, page, path, fragment)


@lru_cache(maxsize=4096)
def _joined(folder: str, address: str) -> str:
    """The path of an address seen from a folder; the pages of a folder link the same few pages."""
    return posixpath.normpath(posixpath.join(folder, address))


def _file(site: Site, page: Page, path: str, fragment: str) -> Target:
    if path.endswith(MARKDOWN_SUFFIXES):
        place = site.place(path)
        if place.locale in site.codes:
            locale = place.locale if place.named else page.locale
            return Target(TargetKind.PAGE, page_key(place.path), locale, fragment)
    return Target(TargetKind.FILE, path, fragment=fragment)


def page_of(corpus: Corpus, target: Target) -> Page | None:
    """The page that a target of kind PAGE leads to, the source's where the language has none; None if unreadable."""
    if corpus.site.has(target.key, target.locale):
        return corpus.page(target.key, target.locale)
    return corpus.source(target.key)


def anchors_of(site: Site, page: Page) -> frozenset[str] | None:
    """The anchors of a page, None when the build makes others too."""
    return page.anchors if site.knows_anchors(page.body) else None


def unclaimed(block: Block) -> str:
    """The text of a block with every well-formed span blanked out, positions kept."""
    pieces, at = [], 0
    for span in block.inline.spans:
        if span.end > at:
            start = max(span.start, at)
            pieces += [block.text[at:start], VISIBLE.sub(" ", block.text[start : span.end])]
            at = span.end
    return "".join([*pieces, block.text[at:]])


def unresolved_names(section: Section) -> Iterator[tuple[str, int]]:
    """(name, line) of each `[text][name]` for which the page has no address."""
    for block in section.blocks:
        if "][" in block.text and block.kind is not BlockKind.CODE:
            for match in NAMED.finditer(unclaimed(block)):
                yield match.group(1), block.line_of(match.start())


def neutral(address: str, codes: Collection[str]) -> str:
    """An address of another site without what names one of these languages in it.

    `https://lt.wikipedia.org/wiki/…` is the encyclopedia, since each language calls an article by another name;
    `https://a.example/en-US/docs/x` is `https://a.example/docs/x`.
    """
    languages = {language(code) for code in codes}

    def is_language(part: str) -> bool:
        first, _, region = normal(part).partition("-")
        return first in languages and (not region or len(region) in (2, 4))

    try:
        parts = urlsplit(address)
    except ValueError:  # no address at all
        return address
    first, _, rest = parts.netloc.partition(".")
    if "." in rest and is_language(first):
        return f"*.{rest}"
    path = "/".join(part for part in parts.path.split("/") if not is_language(part))
    return parts._replace(path=path).geturl()
