"""The navigation in every language: titles of mkdocs.yml that mkdocs-static-i18n translates, or not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ..corpus import Corpus
from ..finding import Draft
from ..i18n_plugin import Locale
from ..rules import Rule
from ..site import Site


def titles(corpus: Corpus, today: date) -> Iterator[tuple[str, str, Draft]]:
    """A finding for each locale whose nav_translations leave out titles of `nav`, or whose name for the site is empty.

    Pages without a title in `nav` have that of their own front matter, in their own language.
    """
    site = corpus.site
    for locale in site.translations:
        if locale.site_name is not None and not locale.site_name.strip():
            message, hint = f"The site has no name in {locale.code}.", f"fill in site_name of {locale.code}"
            draft = Draft(Rule.NAV_UNTRANSLATED, _line(site, locale), "", message, hint)
            yield site.relative(site.config), locale.code, draft
        given = locale.nav_translations
        missing = (
            [] if given is None else [title for title in site.owed_titles if not str(given.get(title) or "").strip()]
        )
        if missing:
            yield (
                site.relative(site.config),
                locale.code,
                Draft(
                    Rule.NAV_UNTRANSLATED,
                    _line(site, locale),
                    "",
                    f"The navigation in {locale.code} keeps these titles of the source: {', '.join(missing)}.",
                    f"add them to nav_translations of {locale.code}",
                ),
            )


def _line(site: Site, locale: Locale) -> int:
    """The line of the locale in the configuration, 1 when it stands in a file that this one inherits from."""
    pattern = re.compile(rf"\blocale:\s*['\"]?{re.escape(locale.code)}\b")
    for number, line in enumerate(site.config.read_text(encoding="utf-8-sig").split("\n"), 1):
        if pattern.search(line):
            return number
    return 1
