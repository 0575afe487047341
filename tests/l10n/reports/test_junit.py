"""JUnit: valid against the schema of Jenkins, a case a page, one failure a case."""

from __future__ import annotations

import pytest
from lxml import etree

from l10n.reports import Format, render

from .samples import ODD_PATH, SCHEMAS, SITES

SCHEMA = etree.XMLSchema(etree.parse(SCHEMAS / "junit-10.xsd"))


def parsed(report):
    root = etree.fromstring(render(report, Format.JUNIT).encode("utf-8"))
    SCHEMA.assertValid(root)
    return root


@pytest.mark.parametrize("name", SITES)
def test_every_defect(name, report_of):
    report = report_of(name)
    root = parsed(report)
    assert {case.get("name") for case in root.iter("testcase")} >= {path for path, _ in report.places}
    broken = {finding.path for finding in report.findings if finding.severity.value == "error"}
    assert {case.get("name") for case in root.iter("testcase") if len(case.xpath("failure | error"))} == broken
    assert bool(root.xpath("//error")) == (report.exit_code == 2)
    assert int(root.get("errors")) == len(root.xpath("//error"))
    for suite in root:
        assert int(suite.get("tests")) == len(suite.xpath("testcase"))
        assert int(suite.get("failures")) == len(suite.xpath("testcase/failure"))


def test_odd_texts(odd):
    root = parsed(odd)
    case = root.xpath("testsuite[@name='ar']/testcase")[0]
    assert case.get("name") == ODD_PATH
    (failure,) = case.xpath("failure")
    assert failure.get("message") == "2 errors: untranslated-text, link-broken"
    assert "]]> <b> & \ufffd" in failure.text and "\ufffd[31m" in failure.text
    assert root.xpath("testsuite[@name='lt']/testcase/skipped/@message") == ["not translated"]
    assert root.xpath("testsuite[@name='site']/testcase/@name") == ["docs/data/services.yml"]
    assert root.xpath("testsuite[@name='en']/testcase[not(*)]/@name") == ["docs/en/page.md"]
