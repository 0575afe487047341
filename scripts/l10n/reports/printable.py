"""Texts of pages made fit to be printed among others: nothing that steers a terminal, nothing that turns a line round."""

from __future__ import annotations

import re

# C0 and C1 controls, line and paragraph separators, and the signs that set or isolate a direction.
_STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# Letters of Hebrew, Arabic, Syriac, Thaana, N'Ko and their presentation forms.
_RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff"
# From the first such letter to the last that no letter of another script and no quotation mark parts from it.
RTL_RUN = re.compile(f'[{_RTL}](?:(?:[{_RTL}\\d_]|[^\\w“”«»„"])*[{_RTL}])?')
FSI, PDI = "\u2068", "\u2069"


def visible(text: str) -> str:
    """The text with each control character written as its escape, `\\x1b`; it fits on one line."""
    if text.isprintable():
        return text
    return _STEERING.sub(lambda match: ascii(match.group())[1:-1], text)


def isolated(text: str) -> str:
    """The text, visible, with each stretch of right-to-left writing isolated, so that what follows keeps its place."""
    text = visible(text)
    return text if text.isascii() else RTL_RUN.sub(f"{FSI}\\g<0>{PDI}", text)
