"""Which pages are missing in which locale, and which translations have lost their source."""

from __future__ import annotations

from collections.abc import Iterator

from ..corpus import Corpus
from ..finding import Draft
from ..rules import Rule
from ..site import Site
from .context import Context


def missing_page(site: Site, key: str, locale: str) -> Iterator[Draft]:
    """A finding when the page is owed in the locale and does not exist."""
    if locale in site.owed(key) and site.has(key, site.source.code) and not site.has(key, locale):
        yield Draft(
            Rule.MISSING_PAGE,
            1,
            "",
            f"{site.shown(key, site.source.code)} is not translated into {locale}.",
            f"translate it to {site.shown(key, locale)}, then run: check_translations.py stamp "
            f"{site.shown(key, locale)}",
        )


def translated_all_the_same(context: Context) -> Iterator[Draft]:
    """A finding on a translation of a page that extra.l10n.untranslated keeps in the source locale."""
    if not context.is_source and context.site.source_only(context.page.key):
        yield Draft(
            Rule.EXCLUDED_PAGE,
            1,
            "",
            "extra.l10n.untranslated says that nobody translates this page.",
            f"take it out: git rm {context.page.path}, or take its pattern out of extra.l10n.untranslated",
        )


def orphan_page(corpus: Corpus, key: str, locale: str) -> Iterator[Draft]:
    """A finding when the source has no such page; the hint names the page it was probably renamed to."""
    site = corpus.site
    if site.has(key, site.source.code) or not site.has(key, locale):
        return
    renamed = _renamed(corpus, key, locale)
    hint = f"take it out: git rm {site.shown(key, locale)}"
    if renamed:
        hint = (
            f"the source was probably renamed to {site.shown(renamed, site.source.code)}: "
            f"git mv {site.shown(key, locale)} {site.shown(renamed, locale)}"
        )
    yield Draft(Rule.ORPHAN_PAGE, 1, "", f"{site.shown(key, site.source.code)} does not exist.", hint)


def _renamed(corpus: Corpus, key: str, locale: str) -> str:
    """The untranslated source page that shares most anchors with an orphan, if it shares at least half."""
    site = corpus.site
    page = corpus.page(key, locale)
    anchors = {section.key for section in page.sections if section.heading and section.pinned} if page else set()
    best, most = "", 0
    for candidate in site.keys:
        if site.has(candidate, locale) or not anchors:
            continue
        shared = len(anchors & corpus.headings(candidate))
        if shared > most and shared * 2 >= len(anchors):
            best, most = candidate, shared
    return best
