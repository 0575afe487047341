"""How long a text becomes in another language.

Measured in characters on sections of at least 150 in translations that people made: Electron's documentation (fr, ru,
de, es; 2,007 sections), the GIMP manual (lt, ru, fr; 2,836), The Debian Administrator's Handbook (ar, fa, fr, ru, pl;
1,784). In each pair of languages 99 of 100 sections lie between 0.7 and 1.4 times the usual; what is left of texts that
follow their source closely is between the bounds below.
"""

from __future__ import annotations

# Length of a text for one character of English.
LENGTH = {"en": 1.0, "ar": 0.83, "de": 1.14, "es": 1.11, "fa": 0.94, "fr": 1.13, "lt": 1.05, "pl": 1.06, "ru": 1.06}
SHORTEST = 150  # characters of the source: shorter texts vary too much
SHORT, LONG = 0.68, 1.5


def unusual(source: int, translation: int, source_language: str, language: str) -> float | None:
    """How long a translation is, 1 being usual for the two languages; None when it is not unusual or not known."""
    if source < SHORTEST or source_language not in LENGTH or language not in LENGTH:
        return None
    times = translation / source / (LENGTH[language] / LENGTH[source_language])
    return None if SHORT <= times <= LONG else times
