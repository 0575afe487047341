"""The emergency number on built pages that are urgent."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from l10n.cli import main

from .conftest import Site

CALL = '<a href="tel:112">112</a>'
FIRST = "The page is urgent, and the link tel:112 does not stand first."
LAST = "The page is urgent, and the link tel:112 does not stand last."


@pytest.mark.parametrize(
    ("body", "messages"),
    [
        (f'{CALL}<a href="tel:1">1</a>{CALL}<a href="../">home</a>', []),
        (f'<a href="../">home</a>{CALL}{CALL}', [FIRST]),
        (f'{CALL}{CALL}<a href="tel:1">1</a>', [LAST]),
        (CALL, [LAST]),
        ("", [FIRST, LAST]),
        ('<a href="tel:1">1</a>', [FIRST, LAST]),
    ],
)
def test_emergency(site: Site, found: Callable, body: str, messages: list[str]) -> None:
    site.source("help", "lt", "---\ntitle: Page\nurgent: true\n---\n# Page { #page }\n")
    site.help(body=body, locale="lt")
    assert found(site) == []
    site.configure(built='emergency: "tel:112"')
    at = 6 if "<a" not in body else 7
    assert found(site) == [f"lt/help/index.html:{at} built-without-emergency {message}" for message in messages]


@pytest.mark.parametrize(
    ("entry", "at", "message"),
    [
        ('id: help, number: "112"', "", ""),
        ('id: help, number: "11 2"', "", ""),
        ('id: help, number: "1", e164: "112"', "", ""),
        ('id: help, number: "113"', "lt/help/index.html:7", "The page is urgent, and the link tel:113 does not stand"),
        (
            "id: help, number: null",
            "contacts.yml:2",
            "help, whose number urgent pages show (extra.l10n.built), has no n",
        ),
        (
            'id: other, number: "1"',
            "contacts.yml:1",
            "help, whose number urgent pages show (extra.l10n.built), has no e",
        ),
    ],
)
def test_the_number_is_that_of_a_contact(
    site: Site, capsys: pytest.CaptureFixture, entry: str, at: str, message: str
) -> None:
    (site.root / "contacts.yml").write_text(f"# Who helps\n- {{{entry}, confidence: high}}\n", encoding="utf-8")
    site.source("help", "lt", "---\ntitle: Page\nurgent: true\n---\n# Page { #page }\n")
    site.help(body=f"{CALL}{CALL}", locale="lt")
    site.configure(built="emergency: help", more="    contacts: contacts.yml\n")
    main(["--config", str(site.config), "--no-cache", "--format", "json", "--site", str(site.folder)])
    found = [f for f in json.loads(capsys.readouterr().out)["findings"] if f["rule"] == "built-without-emergency"]
    assert bool(found) is bool(message)
    for finding in found:
        assert f"{finding['path'].removeprefix('site/')}:{finding['line']}" == at
        assert finding["message"].startswith(message)
