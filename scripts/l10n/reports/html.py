"""The report as one HTML file: nothing to load, no script, to be read on a phone as well.

Languages and severities are filtered by CSS alone; where a browser does not know `:has()` everything is shown.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import groupby
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, Template
from markdown import markdown
from markupsafe import Markup

from ..finding import Finding, Severity
from ..i18n_plugin import Locale
from ..report import Report
from .printable import RTL_RUN, visible
from .words import summary

_QUOTED = re.compile("“([^”]*)”")


def render(report: Report) -> str:
    """The document, with a line end."""
    fired = {finding.rule for finding in report.findings}
    return _template().render(
        report=report,
        summary=summary(report),
        severities=[severity.value for severity in Severity if report.counts[severity]],
        languages=_by_language(report),
        rules=[(rule, Markup(markdown(rule.text))) for rule in sorted(fired, key=lambda rule: rule.title)],
        marked=marked,
    )


@cache
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["visible"] = visible
    return environment.get_template("report.html")


def _by_language(report: Report) -> list[tuple[Locale, list[tuple[str, list[Finding]]]]]:
    """(locale, [(path, its findings)]) for each locale that has any; what belongs to none comes first."""
    whole = Locale("", "The whole site")
    ordered = sorted(report.findings, key=lambda finding: finding.locale)
    found = {code: list(findings) for code, findings in groupby(ordered, key=lambda finding: finding.locale)}
    return [
        (locale, [(path, list(part)) for path, part in groupby(found[locale.code], key=lambda finding: finding.path)])
        for locale in (whole, *report.site.locales)
        if locale.code in found
    ]


def marked(text: str, locale: Locale) -> Markup:
    """A message as HTML: what it quotes isolated, with language and direction where the letters tell them."""
    text, pieces, end = visible(text), [], 0
    for match in _QUOTED.finditer(text):
        pieces += [_isolated(text[end : match.start(1)]), _quotation(match[1], locale)]
        end = match.end(1)
    return Markup("").join([*pieces, _isolated(text[end:])])


def _quotation(text: str, locale: Locale) -> Markup:
    letters = [character for character in text if character.isalpha()]
    latin = sum(unicodedata.name(letter, "").startswith("LATIN") for letter in letters)
    # Latin letters may be the source left standing or the translation itself: that language is not told.
    if not letters or latin * 2 >= len(letters):
        return Markup("<bdi>{}</bdi>").format(text)
    return Markup('<bdi lang="{}" dir="{}">{}</bdi>').format(locale.code, "rtl" if locale.rtl else "ltr", text)


def _isolated(text: str) -> Markup:
    pieces, end = [], 0
    for match in RTL_RUN.finditer(text):
        pieces += [Markup.escape(text[end : match.start()]), Markup("<bdi>{}</bdi>").format(match.group())]
        end = match.end()
    return Markup("").join([*pieces, Markup.escape(text[end:])])
