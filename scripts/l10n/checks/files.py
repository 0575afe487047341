"""Files of docs that are no page, two pages in one, or a page only on some machines."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..corpus import Corpus
from ..finding import Draft
from ..layout import LOCALE, MARKDOWN_SUFFIXES, Layout
from ..rules import Rule
from ..site import Site

Found = tuple[str, str, Draft]


def unreadable(corpus: Corpus, today: date) -> Iterator[Found]:
    """Folders whose pages nobody has seen."""
    site = corpus.site
    for path, why in site.tree.unreadable.items():
        hint = "correct its permissions, or take the link out"
        yield site.relative(site.docs / path), "", Draft(Rule.UNREADABLE_PAGE, 1, "", why, hint)


def ambiguous(corpus: Corpus, today: date) -> Iterator[Found]:
    """Two files that are one page, and names that only letter case tells apart."""
    site = corpus.site
    for path, winner in sorted((*site.tree.shadowed, *_doubles(site))):
        located = site.locate(path)
        if located:
            message = f"{site.relative(site.docs / winner)} is the same page, and only one of the two can be built."
            shown = site.relative(site.docs / path)
            yield shown, located[0], _draft(message, f"move what is missing there, then: git rm {shown}")
    seen: dict[str, str] = {}
    for path in site.tree.files:
        twin = seen.setdefault(path.lower(), path)
        if twin != path:
            message = f"Only letter case tells it from {site.relative(site.docs / twin)}: Windows and macOS keep one of the two."
            yield site.relative(site.docs / path), "", _draft(message, "rename one of the two")
    yield from _folders(site)


def _doubles(site: Site) -> Iterator[tuple[str, str]]:
    """(lost, winner) of the pages that stand both with the default language's code and without it."""
    for path in site.tree.files:
        located = site.locate(path)
        if located and site.pages[located[::-1]] != path:
            yield path, site.pages[located[::-1]]


def _folders(site: Site) -> Iterator[Found]:
    """Folders that are a locale but for letter case: the build takes them for pages of the source."""
    if site.layout is not Layout.FOLDER:
        return
    codes = {code.lower(): code for code in site.codes}
    tops = dict.fromkeys(path.partition("/")[0] for path in site.tree.files if path.endswith(MARKDOWN_SUFFIXES))
    for top in tops:
        code = codes.get(top.lower(), top)
        if code != top:
            what = "pages of no language" if LOCALE.fullmatch(top) else f"pages of {site.source.code}"
            message = f"The folder is not the locale {code}: letter case counts, so its pages are {what}."
            yield (
                site.relative(site.docs / top),
                code,
                _draft(message, f"git mv {site.relative(site.docs / top)} {site.relative(site.docs / code)}"),
            )


def _draft(message: str, hint: str) -> Draft:
    return Draft(Rule.AMBIGUOUS_PAGE, 1, "", message, hint)
