"""Findings and places with what formats have to escape, and the sites of tests/defects."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from l10n.finding import Finding, Severity
from l10n.rules import Rule

DEFECTS = Path(__file__).parents[2] / "defects"
SITES = sorted(path.parent.name for path in DEFECTS.glob("*/expect.txt"))
SCHEMAS = Path(__file__).parents[1] / "schemas"
TODAY = date(2027, 3, 1)

ESCAPE = "\x1b[31m"
ARABIC = "اتصلوا بالرقم"
ODD_PATH = "docs/ar/a b,50%:“ü”.md"


def finding(
    rule: Rule = Rule.UNTRANSLATED_TEXT,
    severity: Severity = Severity.ERROR,
    locale: str = "ar",
    path: str = ODD_PATH,
    line: int = 1,
    section: str = "help",
    message: str = "A message.",
    hint: str = "run: mend `it` | now",
    silenced: str = "",
) -> Finding:
    """A finding with the values that matter to a test."""
    return Finding(rule, severity, locale, path, line, section, message, hint, silenced)
