"""A report in, text out: one module a format, imported only when it is asked for."""

from __future__ import annotations

from enum import Enum
from importlib import import_module

from ..report import Report


class Format(Enum):
    """Every format, with a module of its name: `render(report) -> str`; that of the table takes what it may show too."""

    TABLE = "table"
    JSON = "json"
    SARIF = "sarif"
    GITHUB = "github"
    JUNIT = "junit"
    HTML = "html"
    MARKDOWN = "markdown"


def render(report: Report, format: Format, **options: object) -> str:
    """The report as text with a line end; `options` are those of the table and are no one else's."""
    module = import_module(f".{format.value}", __name__)
    return module.render(report, **options) if format is Format.TABLE else module.render(report)
