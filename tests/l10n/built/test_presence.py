"""Pages that were not built, and files that are no pages."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from .conftest import Site, document


def test_a_page_that_was_not_built(site: Site, found: Callable) -> None:
    (site.folder / "lt" / "help" / "index.html").unlink()
    site.page("index.html", "lt", document("lt"))
    assert found(site) == ["lt/help/index.html:1 built-page-missing docs/lt/help.md is not in the built site."]


@pytest.mark.parametrize("text", ["", " \n", "<!-- only this -->", "<html><head></head></html>", "\0"])
def test_a_page_that_shows_nothing(site: Site, found: Callable, text: str) -> None:
    site.page("index.html", "lt", text)
    problem = "shows nothing" if text.strip("\0 \n") else "is empty or cannot be read as HTML"
    assert found(site) == [f"lt/index.html:1 built-page-unreadable The file {problem}."]


def test_bytes_that_are_not_utf_8(site: Site, found: Callable) -> None:
    site.page("index.html", "lt", document("lt", body="\xe9").replace("utf-8", "latin-1").encode("latin-1"))
    assert found(site) == []
