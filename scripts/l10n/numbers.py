"""Numbers as readers of any language write them: digits of several scripts, separators of thousands."""

from __future__ import annotations

import re

# European, Arabic-Indic, Persian and Devanagari digits; one character each, so positions in the text stay the same.
SCRIPTS = ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "०१२३४५६७८९")
DIGITS = {ord(digit): str(value) for digits in SCRIPTS for value, digit in enumerate(digits)}
_OTHER_DIGIT = re.compile(f"[{''.join(SCRIPTS)}]")
_URL = re.compile(r"\b(?:https?://|www\.)\S+")
# 1,000 · 1.000 · 1 000 · 1’000 · 1٬000: groups of exactly three behind a number that does not begin with 0.
# What stands before its first figure is asked for behind it, so that the search skips to the figures.
_THOUSANDS = re.compile(r"[1-9](?<!\d.)(?<!\d[.,].)\d{0,2}(?:[.,\u0020\u00a0\u202f\u2009'’٬]\d{3})+(?!\d|[.,]\d)")
_DIGIT = re.compile("[0-9]")
_ANY_DIGIT = re.compile(f"[0-9{''.join(SCRIPTS)}]")
_NUMBER = re.compile(r"[0-9][0-9]*")  # a repeated set with nothing before it cannot be skipped to


def european(text: str) -> str:
    """The text with all digits as 0–9."""
    return text.translate(DIGITS) if not text.isascii() and _OTHER_DIGIT.search(text) else text


def figures(text: str) -> str:
    """The text with all digits as 0–9; empty when it has none."""
    if text.isascii():
        return text if _DIGIT.search(text) else ""
    return european(text) if _ANY_DIGIT.search(text) else ""


def numbers(text: str) -> tuple[str, ...]:
    """The numbers in a text, sorted, addresses left out. `3.5`, `9:00` and dates count as their parts."""
    text = figures(text)
    if not text:
        return ()
    if "://" in text or "www." in text:
        text = _URL.sub(" ", text)
    text = _THOUSANDS.sub(lambda match: re.sub(r"\D", "", match.group()), text)
    return tuple(sorted([digits.lstrip("0") or "0" for digits in _NUMBER.findall(text)]))
