"""`todo` on the command line."""

from __future__ import annotations

import json

import pytest

from l10n.cli import main


@pytest.mark.parametrize(("name", "code"), [("clean", 0), ("missing-page", 1), ("unreadable-page-encoding", 2)])
def test_exit_code_and_formats(name, code, copy_site, capsys):
    config = copy_site(name)
    assert main(["todo", "--config", str(config), "lt"]) == code
    assert capsys.readouterr().out.startswith("lt: ")
    assert main(["todo", "--config", str(config), "lt", "--format", "markdown"]) == code
    assert capsys.readouterr().out.startswith("**lt: ")
    assert main(["todo", "--config", str(config), "lt", "--format", "json"]) == code
    assert json.loads(capsys.readouterr().out)["locale"] == "lt"


def test_a_locale_that_is_none(copy_site, capsys):
    assert main(["todo", "--config", str(copy_site("clean")), "xx"]) == 2
    assert capsys.readouterr().err == "xx: is no translation of this site; name one of: lt, ar.\n"
