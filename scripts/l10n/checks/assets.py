"""Pictures and files with a version of their own in some languages, and not in the others."""

from __future__ import annotations

from collections.abc import Iterator

from ..corpus import Corpus
from ..finding import Draft
from ..layout import Layout
from ..links import TargetKind, resolve
from ..page import Page
from ..rules import Rule
from ..site import Site
from .context import Context


def missing(context: Context) -> Iterator[Draft]:
    """Files of which another translation has a version of its own, and this one, whose page shows them, has none.

    As mkdocs-static-i18n looks for them: `lt/room.png`, or `room.lt.png`, before `room.png` for all. What has no
    version for all either is a broken link, and reported as that.
    """
    site, locale = context.site, context.page.locale
    localised = {} if context.is_source else context.corpus.loaded(_localised, context.corpus)
    for asset, line, section in _shown(site, context.page) if localised else ():
        if locale not in localised.get(asset, {locale}):
            others = ", ".join(sorted(localised[asset] - {site.source.code}))
            yield Draft(
                Rule.MISSING_ASSET,
                line,
                section,
                f"{asset} has a version of its own in {others}, but none in {locale}.",
                f"make {site.relative(site.docs / _path(site, asset, locale))}",
            )


def _shown(site: Site, page: Page) -> Iterator[tuple[str, int, str]]:
    """Each file that a page shows or links, without its locale, with the line and the section."""
    for section in page.sections:
        for block in section.blocks:
            for target, at in (*block.inline.images, *block.inline.links):
                resolved = resolve(site, page, target)
                if resolved.kind is TargetKind.FILE and site.found(resolved.key, page.locale):
                    yield site.place(resolved.key).path, block.line_of(at), section.key


def _path(site: Site, asset: str, locale: str) -> str:
    if site.layout is Layout.FOLDER:
        return f"{locale}/{asset}"
    stem, dot, suffix = asset.rpartition(".")
    return f"{stem}.{locale}{dot}{suffix}"


def _localised(corpus: Corpus) -> dict[str, set[str]]:
    """Path of a file without its locale -> the locales that have it, for files that any translation has."""
    site = corpus.site
    found: dict[str, set[str]] = {}
    for path in site.assets:
        place = site.place(path)
        if place.locale in site.codes:
            found.setdefault(place.path, set()).add(place.locale)
    return {path: codes for path, codes in found.items() if codes - {site.source.code}}
