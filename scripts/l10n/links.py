"""Where a link target leads, as MkDocs with static-i18n resolves it."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from enum import Enum
from urllib.parse import unquote

from .page import Page
from .site import Layout, Site

SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")


class TargetKind(Enum):
    """What a link leads to."""

    PAGE = "page"
    FILE = "file"
    EXTERNAL = "external"
    ABSOLUTE = "absolute"  # a path from the root of the server
    UNKNOWN = "unknown"  # holds a tag: only the build knows


@dataclass(frozen=True)
class Target:
    """A resolved target. PAGE: `locale` and `key`; FILE: `key` is the path inside docs; else `key` is the address."""

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
    """The target of a link or image on a page."""
    if "{{" in target or "{%" in target:
        return Target(TargetKind.UNKNOWN, " ".join(target.split()))
    address, _, fragment = target.partition("#")
    if site.site_url and address.startswith(site.site_url.rstrip("/") + "/"):
        address = address[len(site.site_url.rstrip("/")) :]
    if SCHEME.match(address) or address.startswith("//"):
        return Target(TargetKind.EXTERNAL, target)
    address = unquote(address.partition("?")[0])
    if not address:
        return Target(TargetKind.PAGE, page.key, page.locale, unquote(fragment))
    if address.startswith("/"):
        return Target(TargetKind.ABSOLUTE, address, fragment=unquote(fragment))
    base = posixpath.dirname(site.path_in_docs(page.key, page.locale))
    path = posixpath.normpath(posixpath.join(base, address))
    located = site.locate(path)
    if located is None:
        return Target(TargetKind.FILE, path, fragment=unquote(fragment))
    locale, key = located
    if site.layout is Layout.SUFFIX and key == path:
        locale = page.locale  # `page.md` means the page in the language of the page that links it
    return Target(TargetKind.PAGE, key, locale, unquote(fragment))


def file_exists(site: Site, path: str) -> bool:
    """Whether a path inside docs is a file, in docs or the theme's folder, in its locale or beside the locales."""
    first, _, rest = path.partition("/")
    candidates = [path, rest] if first in site.codes else [path]
    folders = [site.docs, site.theme_dir] if site.theme_dir else [site.docs]
    return any((folder / candidate).is_file() for folder in folders for candidate in candidates if candidate)
