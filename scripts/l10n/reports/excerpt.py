"""What of many findings a person is shown: some of each rule, and how many there are besides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from ..finding import Finding
from ..rules import Rule

ON_A_PAGE = 5  # findings of one rule
IN_A_LOCALE = 30


@dataclass
class Excerpt:
    """The findings to show, in their order, and the number left out: by page and rule, by locale and rule."""

    shown: list[Finding] = field(default_factory=list)
    on_page: Counter[tuple[str, Rule]] = field(default_factory=Counter)
    in_locale: Counter[tuple[str, Rule]] = field(default_factory=Counter)


def excerpt(findings: Iterable[Finding], *, whole: bool = False) -> Excerpt:
    """At most so many findings of one rule on a page and in a locale; with `whole` all of them."""
    result = Excerpt()
    pages: Counter[tuple[str, Rule]] = Counter()
    locales: Counter[tuple[str, Rule]] = Counter()
    for finding in findings:
        page, locale = (finding.path, finding.rule), (finding.locale, finding.rule)
        if not whole and locales[locale] == IN_A_LOCALE:
            result.in_locale[locale] += 1
        elif not whole and pages[page] == ON_A_PAGE:
            result.on_page[page] += 1
        else:
            result.shown.append(finding)
            pages[page] += 1
            locales[locale] += 1
    return result
