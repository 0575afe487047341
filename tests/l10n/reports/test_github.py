"""Annotations as GitHub reads them: escaped, gravest first, the summary where it is asked for."""

from __future__ import annotations

import re

from l10n.cli import main
from l10n.finding import Severity
from l10n.reports import Format, render
from l10n.rules import Rule

from .samples import ARABIC, ODD_PATH, finding

COMMAND = re.compile(r"::(error|warning|notice) ([^\n]*?)::([^\n]*)")


def read(text: str) -> list[tuple[str, dict[str, str], str]]:
    """Commands as the runner reads them: properties end at the next `::`, %25 is undone last."""
    found = []
    for level, properties, message in (COMMAND.fullmatch(line).groups() for line in text.splitlines()[:-1]):
        pairs = dict(pair.split("=", 1) for pair in properties.split(","))
        found.append((level, {key: undone(value) for key, value in pairs.items()}, undone(message)))
    return found


def undone(text: str) -> str:
    for code, sign in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, sign)
    return text


def test_what_is_escaped_comes_back(odd):
    level, properties, message = read(render(odd, Format.GITHUB))[0]
    assert (level, properties) == ("error", {"file": ODD_PATH, "line": "3", "title": "untranslated-text"})
    assert ARABIC in message and "\\x1b[31m" in message and " % " in message
    assert message.endswith("\nTo mend it: run: mend `it` | now.")


def test_the_gravest_first_and_every_rule_before_any_second(odd):
    odd.findings = [
        finding(Rule.STALE_SECTION, Severity.WARNING, line=1),
        *(finding(Rule.LINK_BROKEN, line=line) for line in range(2, 30)),
        finding(Rule.NUMBERS_DIFFER, line=40),
    ]
    commands = read(render(odd, Format.GITHUB))
    assert [(level, place["title"]) for level, place, _ in commands][:2] == [
        ("error", "link-broken"),
        ("error", "numbers-differ"),
    ]
    assert commands[-1][0] == "warning"
    assert len(commands) == 30


def test_the_last_line_is_the_outcome(odd):
    assert render(odd, Format.GITHUB).splitlines()[-1] == "2 errors, 1 warning, 1 notice."


def test_files_are_named_from_the_root_of_the_repository(odd):
    (odd.site.root.parent / ".git").mkdir()
    assert read(render(odd, Format.GITHUB))[0][1]["file"] == f"{odd.site.root.name}/{ODD_PATH}"


def test_the_summary_goes_where_the_runner_wants_it(copy_site, tmp_path, monkeypatch, capsys):
    config, summary = str(copy_site("stale-section")), tmp_path / "summary.md"
    summary.write_text("before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    main(["--config", config, "--format", "json"])
    assert summary.read_text(encoding="utf-8") == "before\n"
    main(["--config", config, "--format", "github"])
    assert summary.read_text(encoding="utf-8").startswith("before\n**Translations: 1 warning.**")
    monkeypatch.delenv("GITHUB_STEP_SUMMARY")
    capsys.readouterr()
    main(["--config", config, "--format", "github"])
    assert capsys.readouterr().out.startswith("::warning file=docs/lt/page.md,line=8,title=stale-section::")
