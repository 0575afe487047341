"""The emergency number on built pages that are urgent."""

from __future__ import annotations

from collections.abc import Callable

import pytest

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
