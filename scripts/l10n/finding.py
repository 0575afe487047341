"""A finding is data: which rule, how grave, where, what is wrong, and the command or edit that mends it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from .rules import Rule


class Severity(Enum):
    """ERROR fails the check; WARNING and NOTICE are printed."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True)
class Draft:
    """What a check yields: a finding without the page it is on. `line` is 1-based; `section` a key or empty.

    `silenced` is the reason that a comment in the page gives; checks leave it empty.
    """

    rule: Rule
    line: int
    section: str
    message: str
    hint: str
    silenced: str = ""


@dataclass(frozen=True)
class Finding:
    """A finding as reports print it; `path` is relative to the configuration's folder, with slashes."""

    rule: Rule
    severity: Severity
    locale: str
    path: str
    line: int
    section: str
    message: str
    hint: str
    silenced: str = ""

    @property
    def order(self) -> tuple[str, int, str, str]:
        """The key by which findings are sorted."""
        return self.path, self.line, self.rule.value.name, self.message


def shortened(text: str, width: int = 60) -> str:
    """The beginning of a text of a page, on one line, as messages quote it."""
    text = " ".join(text.split())
    return text if len(text) <= width else text[: width - 1].rstrip() + "…"
