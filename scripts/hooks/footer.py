"""The links at the foot of every page; a page that a language lacks is linked in the source, and said to be in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from l10n.corpus import Corpus

KEYS = (
    "index.md",
    "help/index.md",
    "about/privacy.md",
    "about/index.md",
    "about/translations.md",
    "about/sources.md",
)


@dataclass(frozen=True)
class Link:
    """A page as the foot names it: its key and the locale it is in."""

    key: str
    locale: str


def footer(corpus: Corpus, locale: str) -> Iterator[Link]:
    """The pages that stand at the foot of a page in `locale`."""
    for key in KEYS:
        for code in (locale, corpus.site.source.code):
            if corpus.page(key, code):
                yield Link(key, code)
                break
