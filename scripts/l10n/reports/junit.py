"""The report as JUnit XML: a suite a locale, a test case a page; for the test panels of CI servers.

Valid against Jenkins' junit-10.xsd. Most readers show one failure a case, so all errors of a page stand in one; a page
that is owed and not there is a skipped case, an unreadable one an error.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from ..finding import Finding, Severity
from ..report import Report
from ..rules import UNREADABLE, Rule
from .words import counted

# What XML 1.0 cannot hold in any form.
ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(report: Report) -> str:
    """The document, with a line end."""
    places: dict[str, dict[str, list[Finding]]] = {}
    for path, locale in report.places:
        places.setdefault(locale, {})[path] = []
    for finding in report.findings:
        places.setdefault(finding.locale, {}).setdefault(finding.path, []).append(finding)
    root = ET.Element("testsuites", name="translations")
    for locale, pages in places.items():
        _suite(root, locale or "site", pages)
    for name in ("tests", "failures", "errors"):
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in root)))
    ET.indent(root, " ")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _suite(root: ET.Element, name: str, pages: dict[str, list[Finding]]) -> None:
    suite = ET.SubElement(root, "testsuite", name=_legal(name), tests=str(len(pages)))
    for path, findings in sorted(pages.items()):
        _case(suite, name, path, findings)
    for attribute, element in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(attribute, str(len(suite.findall(f"testcase/{element}"))))


def _case(suite: ET.Element, suite_name: str, path: str, findings: list[Finding]) -> None:
    case = ET.SubElement(suite, "testcase", classname=_legal(suite_name), name=_legal(path))
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    others = [finding for finding in findings if finding.severity is not Severity.ERROR]
    if errors:
        unreadable = any(finding.rule in UNREADABLE for finding in errors)
        names = ", ".join(dict.fromkeys(finding.rule.title for finding in errors))
        element = ET.SubElement(case, "error" if unreadable else "failure", type=errors[0].rule.title)
        element.set("message", f"{counted(len(errors), 'error')}: {names}")
        element.text = _lines(errors)
    elif any(finding.rule is Rule.MISSING_PAGE for finding in others):
        ET.SubElement(case, "skipped", message="not translated")
    if others:
        ET.SubElement(case, "system-out").text = _lines(others)


def _lines(findings: list[Finding]) -> str:
    return "".join(
        f"\n{_legal(finding.path)}:{finding.line} {finding.severity.value} {finding.rule.title}: "
        f"{_legal(finding.message)}\n  -> {_legal(finding.hint)}"
        for finding in findings
    )


def _legal(text: str) -> str:
    return ILLEGAL.sub("\ufffd", text)
