"""What the site says about its own translations: a table for the page about them, data for programs.

The verdict on each page is the checker's (l10n.status); nothing is stored, each build asks anew.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from l10n.corpus import Corpus
from l10n.coverage import Coverage
from l10n.site import Site
from l10n.status import PageState, PageStatus, page_status

NAME = "translations.json"
SCHEMA = Path(__file__).with_name("translations.schema.json")
VERSION = 1


@dataclass(frozen=True)
class Cell:
    """One page in one language. `planned`: the policy owes it; `signed`: None where nobody is asked to sign."""

    locale: str
    status: PageStatus
    planned: bool
    signed: bool | None

    @property
    def state(self) -> str:
        """The word for it: that of the page, or `unplanned` for one that is missing and not owed."""
        missing = self.status.state is PageState.MISSING
        return self.status.state.value if self.planned or not missing else "unplanned"


@dataclass(frozen=True)
class Row:
    """One page in every language, in the order of the site."""

    key: str
    cells: tuple[Cell, ...]


def state_rows(corpus: Corpus, order: Iterable[str]) -> list[Row]:
    """Every page that has a source, those of `order` first (the navigation), the rest by name."""
    site = corpus.site
    keys = [key for key in dict.fromkeys([*order, *site.keys]) if site.has(key, site.source.code)]
    return [Row(key, tuple(_cell(corpus, key, locale) for locale in site.codes)) for key in keys]


def _cell(corpus: Corpus, key: str, locale: str) -> Cell:
    site = corpus.site
    status = page_status(site, key, locale, corpus)
    is_source = locale == site.source.code
    asked = site.policy.section_for(key).sign_offs(source=is_source)
    known = status.state is not PageState.MISSING
    return Cell(
        locale,
        status,
        planned=is_source or locale in site.owed(key),
        signed=not status.unsigned if asked and known else None,
    )


def nav_keys(entries: object) -> list[str]:
    """The pages that `nav` of mkdocs.yml names, in its order."""
    if isinstance(entries, str):
        return [entries]
    inner = entries.values() if isinstance(entries, dict) else entries or ()
    return [key for entry in inner for key in nav_keys(entry)]


def state_json(site: Site, rows: list[Row], coverage: Coverage, address: Callable[[str, str], str]) -> str:
    """The state as data, described by translations.schema.json; `address` gives that of a page from the site's root."""
    languages = []
    for locale in site.locales:
        total = coverage.total(locale.code)
        languages.append(
            {
                "code": locale.code,
                "name": locale.name,
                "dir": "rtl" if locale.rtl else "ltr",
                "pages": total.pages,
                "pages_missing": total.missing_pages,
                "pages_unsigned": total.unsigned,
                "sections": total.sections,
                "sections_current": total.current,
                "percent": total.percent,
            }
        )
    data = {
        "$schema": SCHEMA.name,
        "version": VERSION,
        "source": site.source.code,
        "languages": languages,
        "pages": [
            {"page": row.key, "languages": {cell.locale: _entry(row.key, cell, address) for cell in row.cells}}
            for row in rows
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _entry(key: str, cell: Cell, address: Callable[[str, str], str]) -> dict:
    entry: dict = {"state": cell.state}
    if cell.status.state is not PageState.MISSING:
        entry["address"] = address(key, cell.locale)
        entry["behind"] = list(cell.status.stale_sections)
        entry["unsigned"] = [kind.value for kind in cell.status.unsigned]
    return entry
