"""What a command line names -> languages and pages of the site."""

from __future__ import annotations

import os
from pathlib import Path

from .errors import UserError
from .locale_codes import normal
from .site import Site


def find_locale(site: Site, argument: str) -> str:
    """The code of a translation, however it is written: pt-br, pt_BR. Raises UserError when there is none."""
    codes = [locale.code for locale in site.translations]
    if argument in codes:
        return argument
    alike = [code for code in codes if normal(code) == normal(argument)]
    if len(alike) != 1:
        raise UserError(f"{argument}: is no translation of this site; name one of: {', '.join(codes) or 'none there'}.")
    return alike[0]


def find_page(site: Site, argument: str) -> tuple[str, str]:
    """(page key, locale) of a page file named on the command line. Raises UserError when it is none."""
    path = Path(argument)
    if path.is_dir():
        raise UserError(f"{argument}: is a folder; name pages, one by one.")
    located = _located(site, path)
    if located is None:
        raise UserError(f"{argument}: is no page of {site.docs}; name a Markdown file in a locale.")
    locale, key = located
    if not site.has(key, locale):
        raise UserError(f"{argument}: there is no such page.")
    return key, locale


def find_places(site: Site, arguments: list[str]) -> set[tuple[str, str]]:
    """The (page key, locale) places that files and folders name.

    A page of the source stands for itself and all its translations, a translation for itself. Raises UserError when
    an argument names nothing in docs.
    """
    places: set[tuple[str, str]] = set()
    for argument in arguments:
        found = set(_places(site, Path(argument)))
        if not found:
            raise UserError(f"{argument}: names no page of {site.docs}; give a file or folder in it.")
        places |= found
    return places


def _places(site: Site, path: Path):
    located = _located(site, path)
    for key in site.keys:
        for code in site.codes:
            named = located in ((code, key), (site.source.code, key))
            if named or (path.is_dir() and _inside(site, key, code, path)):
                yield key, code


def _inside(site: Site, key: str, code: str, folder: Path) -> bool:
    """Whether a page lies in a folder; a folder of the source stands for its translations too."""
    inside = Path(os.path.abspath(folder))
    return any(
        Path(os.path.abspath(site.file(key, locale))).is_relative_to(inside) for locale in (code, site.source.code)
    )


def _located(site: Site, path: Path) -> tuple[str, str] | None:
    """(locale, key) of a path given from the current folder or from the configuration's."""
    for base in (Path.cwd(), site.root):
        full = Path(os.path.abspath(base / path))
        if full.is_relative_to(site.docs):
            return site.locate(full.relative_to(site.docs).as_posix())
    return None
