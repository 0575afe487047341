"""The report as SARIF 2.1.0, for code scanning and editors.

What GitHub reads of it decides some choices: addresses relative to `%SRCROOT%`, and a fingerprint under a name of our
own, since `primaryLocationLineHash` is computed on upload from the line itself.
https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from urllib.parse import quote

from ..finding import Finding, Severity
from ..report import Report
from ..rules import Gravity, Rule, explain
from .repository import in_repository, repository_prefix

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
ROOT = "%SRCROOT%"
FINGERPRINT = "translationFinding/v1"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "note"}
# An owed translation is a warning until the policy or --strict makes it an error.
DEFAULTS = {Gravity.ERROR: "error", Gravity.OWED: "warning", Gravity.WARNING: "warning", Gravity.NOTICE: "note"}
RULES = list(Rule)


def render(report: Report) -> str:
    """One run with every rule, every finding, and the silenced ones as suppressed, with a line end."""
    prefix = repository_prefix(report)
    seen: Counter[str] = Counter()
    run = {
        "tool": {"driver": {"name": "check_translations", "rules": [_rule(rule) for rule in RULES]}},
        "invocations": [{"executionSuccessful": report.exit_code != 2, "exitCode": report.exit_code}],
        "originalUriBaseIds": {ROOT: {"description": {"text": "The root of the repository."}}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, prefix, seen) for finding in (*report.findings, *report.silenced)],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1) + "\n"


def _rule(rule: Rule) -> dict:
    definition = rule.value
    first, _, _ = rule.text.partition(". ")
    return {
        "id": rule.title,
        "shortDescription": {"text": f"{' '.join(first.split()).rstrip('.')}."},
        "fullDescription": {"text": " ".join(rule.text.split())},
        "help": {"text": explain(rule), "markdown": rule.text},
        "defaultConfiguration": {"level": DEFAULTS[definition.gravity]},
        "properties": {"tags": [definition.family.value], "precision": "medium" if definition.guesses else "very-high"},
    }


def _result(finding: Finding, prefix: str, seen: Counter[str]) -> dict:
    uri = quote(in_repository(prefix, finding.path), errors="surrogateescape")
    location: dict = {
        "physicalLocation": {
            "artifactLocation": {"uri": uri, "uriBaseId": ROOT},
            "region": {"startLine": finding.line},
        }
    }
    if finding.section:
        location["logicalLocations"] = [{"name": finding.section, "kind": "section"}]
    result = {
        "ruleId": finding.rule.title,
        "ruleIndex": RULES.index(finding.rule),
        "level": LEVELS[finding.severity],
        "message": {"text": f"{finding.message} To mend it: {finding.hint}."},
        "locations": [location],
        "partialFingerprints": {FINGERPRINT: _fingerprint(finding, seen)},
        "properties": {"locale": finding.locale, "section": finding.section, "hint": finding.hint},
    }
    if finding.silenced:
        result["suppressions"] = [{"kind": "inSource", "justification": finding.silenced}]
    return result


def _fingerprint(finding: Finding, seen: Counter[str]) -> str:
    """What stays the same when lines above are added or taken out; equal findings are told apart by their order."""
    words = f"{finding.rule.title}\0{finding.path}\0{finding.section}\0{finding.message}"
    digest = hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    seen[digest] += 1
    return f"{digest}:{seen[digest]}"
