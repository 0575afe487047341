"""SARIF: valid against the schema, the right lines and levels, fingerprints that outlive an edit above."""

from __future__ import annotations

import json
from urllib.parse import unquote

import pytest
from jsonschema import Draft202012Validator

from l10n.corpus import Corpus
from l10n.reports import Format, render
from l10n.reports.sarif import FINGERPRINT
from l10n.rules import RULES
from l10n.runner import check_site
from l10n.site import load_site

from .samples import DEFECTS, ODD_PATH, SCHEMAS, SITES, TODAY

SCHEMA = json.loads((SCHEMAS / "sarif-2.1.0.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)
RESULT = Draft202012Validator({**SCHEMA["definitions"]["result"], "definitions": SCHEMA["definitions"]})
LEVELS = {"error": "error", "warning": "warning", "note": "notice"}


def run_of(report) -> dict:
    return json.loads(render(report, Format.SARIF))["runs"][0]


def place(result: dict) -> tuple[str, int]:
    physical = result["locations"][0]["physicalLocation"]
    return unquote(physical["artifactLocation"]["uri"]), physical["region"]["startLine"]


def test_the_whole_document_is_valid_and_carries_every_rule(odd):
    document = json.loads(render(odd, Format.SARIF))
    assert [error.message for error in VALIDATOR.iter_errors(document)] == []
    rules = document["runs"][0]["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(RULES)
    assert all(rule["help"]["text"].startswith(rule["id"]) for rule in rules)


@pytest.mark.parametrize("name", SITES)
def test_every_defect_stands_on_its_line(name, report_of):
    report = report_of(name)
    run = run_of(report)
    found = []
    for result in run["results"]:
        assert [error.message for error in RESULT.iter_errors(result)] == []
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        path, line = place(result)
        file = report.site.root / path
        assert line == 1 or line <= len(file.read_bytes().splitlines()) + 1
        if not result.get("suppressions"):
            found.append(f"{path}:{line} {result['ruleId']} {LEVELS[result['level']]}")
    assert sorted(found) == sorted((DEFECTS / name / "expect.txt").read_text(encoding="utf-8").split("\n")[:-1])
    assert run["invocations"][0]["executionSuccessful"] == (report.exit_code != 2)


def test_addresses_are_encoded_and_relative_to_the_root_of_the_repository(odd):
    uri = run_of(odd)["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert uri["uriBaseId"] == "%SRCROOT%" and unquote(uri["uri"]) == ODD_PATH
    assert uri["uri"].startswith("docs/ar/a%20b%2C50%25%3A") and uri["uri"].isascii()
    (odd.site.root.parent / ".git").touch()  # as in a worktree
    below = run_of(odd)["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert below == f"{odd.site.root.name}/{uri['uri']}"


def test_a_silenced_finding_is_suppressed_with_its_reason(report_of):
    suppressed = [result for result in run_of(report_of("ignored-in-section"))["results"] if "suppressions" in result]
    assert suppressed and all(result["suppressions"][0]["kind"] == "inSource" for result in suppressed)
    assert all(result["suppressions"][0]["justification"] for result in suppressed)


def test_fingerprints_are_unique_and_outlive_lines_put_in_above(copy_site):
    config = copy_site("numbers-differ-arabic")
    page = config.parent / "docs" / "ar" / "page.md"

    def results() -> dict[str, int]:
        found = run_of(check_site(Corpus(load_site(config)), TODAY))["results"]
        return {result["partialFingerprints"][FINGERPRINT]: place(result)[1] for result in found}

    before = results()
    text = page.read_text(encoding="utf-8")
    before_body, marker, body = text.partition("\n---\n")
    page.write_text(f"{before_body}{marker}\n\n{body}", encoding="utf-8")
    after = results()
    assert before and before.keys() == after.keys()
    assert all(after[key] > line for key, line in before.items())


def test_findings_that_are_the_same_but_for_the_line_are_told_apart(odd):
    odd.findings = [odd.findings[0], odd.findings[0]]
    results = run_of(odd)["results"]
    assert len({result["partialFingerprints"][FINGERPRINT] for result in results}) == len(results)
