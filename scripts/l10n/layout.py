"""Which file is which page in which locale: the two layouts of mkdocs-static-i18n, by its own rules.

`folder`: a first folder that is a configured locale, or looks like one, is the locale; any other file belongs to the
default language (so the default language may stand at the root of docs). `suffix`: the same with the last suffix before
the file's own, `page.lt.md`. Letter case counts. The mapping stands here and nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum

# mkdocs_static_i18n.config.RE_LOCALE: whatever looks like this is a locale to the plugin, configured or not.
LOCALE = re.compile(r"[a-z]{2}(?:-[A-Za-z]{4})?(?:-[A-Z]{2})?|[a-z]{2}_[A-Z]{2}")
MARKDOWN_SUFFIXES = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")  # mkdocs.utils.markdown_extensions


class Layout(Enum):
    """How mkdocs-static-i18n tells locales apart: `lt/page.md` or `page.lt.md`."""

    FOLDER = "folder"
    SUFFIX = "suffix"


@dataclass(frozen=True)
class Place:
    """A file of docs: its locale, its path without the locale, and whether the path names the locale."""

    locale: str
    path: str
    named: bool


def place_of(layout: Layout, path: str, default: str, configured: Collection[str]) -> Place:
    """The place of a file (its path inside docs); the locale may be one that the site does not build."""
    if layout is Layout.FOLDER:
        first, slash, rest = path.partition("/")
        if slash and (first in configured or LOCALE.fullmatch(first)):
            return Place(first, rest, True)
        return Place(default, path, False)
    folder, slash, name = path.rpartition("/")
    stem, dot, suffix = name.rpartition(".")
    bare, inner, code = stem.rpartition(".")
    if dot and inner and bare and (code in configured or LOCALE.fullmatch(code)):
        return Place(code, f"{folder}{slash}{bare}.{suffix}", True)
    return Place(default, path, False)


def candidates(layout: Layout, path: str, locale: str, default: str, *, fallback: bool) -> list[str]:
    """The paths inside docs that the plugin tries, in order, for a path that a page of `locale` links."""
    if layout is Layout.SUFFIX:
        stem, dot, suffix = path.rpartition(".")
        if not dot or "/" in suffix:
            stem, dot, suffix = path, "", ""
        return [f"{stem}.{locale}{dot}{suffix}", f"{stem}.{default}{dot}{suffix}", path]
    for first, second in ((locale, default), (default, locale)):
        if path.startswith(f"{first}/"):
            rest = path.removeprefix(f"{first}/")
            return [path, *([f"{second}/{rest}"] if fallback else []), rest]
    return [f"{locale}/{path}", *([f"{default}/{path}"] if fallback else []), path]


def page_key(path: str) -> str:
    """The key of a Markdown file from its path without the locale: always with the suffix `.md`."""
    return path.rpartition(".")[0] + ".md"


def page_url(key: str, *, directories: bool) -> str:
    """The address of a page inside its locale, without the locale: `` for the home page, `help/`, `help/index.html`."""
    folder, slash, name = key.removesuffix(".md").rpartition("/")
    index = name in ("index", "README")
    if not directories:
        return f"{folder}{slash}{'index' if index else name}.html"
    return f"{folder}{slash}" if index else f"{folder}{slash}{name}/"
