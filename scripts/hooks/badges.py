"""A badge a language: its name and how much of it is current, as SVG drawn here, so that no other service is asked."""

from __future__ import annotations

import unicodedata
from html import escape

from l10n.coverage import CoverageCell
from l10n.i18n_plugin import Locale

# White text has a contrast of 4.5 or more on each; the number says the same as the colour.
WHOLE, NEARLY, BEHIND, NAME = "#1e6b3c", "#7a5c00", "#9a3412", "#2f3b40"
HEIGHT, PADDING = 20, 8
WIDE = "MWmw@ЖШЩЮжшщюмМ%"


def badge(locale: Locale, cell: CoverageCell, words: str, draft: str) -> str:
    """The SVG; `words` say in the language how many sections are current, for those who do not see it.

    Where pages lack a signature that the policy wants, the word `draft` stands behind the number: current is not yet read.
    """
    value = f"{cell.percent} % · {draft}" if cell.unsigned else f"{cell.percent} %"
    fill = WHOLE if cell.percent == 100 else NEARLY if cell.percent >= 80 else BEHIND
    name_width, value_width = _width(locale.name), _width(value)
    width = name_width + value_width
    # From right to left the name stands on the right.
    name_x, value_x = (value_width, 0) if locale.rtl else (0, name_width)
    middle = (name_x + name_width // 2, value_x + value_width // 2)
    direction = ' direction="rtl"' if locale.rtl else ""
    label = escape(words)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{HEIGHT}" role="img" '
        f'xml:lang="{escape(locale.code)}" aria-label="{label}">\n'
        f"<title>{label}</title>\n"
        f'<clipPath id="r"><rect width="{width}" height="{HEIGHT}" rx="3"/></clipPath>\n'
        f'<g clip-path="url(#r)"><rect x="{name_x}" width="{name_width}" height="{HEIGHT}" fill="{NAME}"/>'
        f'<rect x="{value_x}" width="{value_width}" height="{HEIGHT}" fill="{fill}"/></g>\n'
        f'<g fill="#fff" text-anchor="middle" font-family="system-ui,Verdana,sans-serif" font-size="11">'
        f'<text x="{middle[0]}" y="14"{direction}>{escape(locale.name)}</text>'
        f'<text x="{middle[1]}" y="14"{direction}>{escape(value)}</text></g>\n'
        "</svg>\n"
    )


def _width(text: str) -> int:
    """Room for a text of 11 pixels in whatever font the reader has: rather too much than cut."""
    return 2 * PADDING + sum(_advance(character) for character in text)


def _advance(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 11 if character in WIDE or unicodedata.east_asian_width(character) in "WF" else 7
