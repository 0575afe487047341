"""Links of built pages that lead to nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import URL, Site, document

LINKS = {
    "page": ('<a href="nowhere/">x</a>', "The link nowhere/ leads to nothing."),
    "from the root": ('<a href="/lt/nowhere/">x</a>', "The link /lt/nowhere/ leads to nothing."),
    "slash": ('<a href="../lt/help">x</a>', "The link ../lt/help lacks the slash at its end."),
    "anchor": ('<a href="../#nowhere">x</a>', "The link ../#nowhere leads to an anchor that is not there."),
    "anchor here": ('<a href="#nowhere">x</a>', "The link #nowhere leads to an anchor that is not there."),
    "image": ('<img src="../b.svg" alt="">', "The link ../b.svg leads to nothing."),
    "frame": ('<iframe src="../b.html"></iframe>', "The link ../b.html leads to nothing."),
    "no address": ('<a href="http://[x/">x</a>', "The link http://[x/ is no address."),
    "twice": ('<a href="no/">x</a><a href="no/">y</a>', "The link no/ leads to nothing."),
}


@pytest.mark.parametrize("name", LINKS)
def test_broken_link(site: Site, found: Callable, name: str) -> None:
    body, message = LINKS[name]
    site.help(body=f"\n{body}")
    assert found(site) == [f"help/index.html:8 built-link-broken {message}"]


def test_broken_link_of_the_head(site: Site, found: Callable) -> None:
    site.help(head='<link rel="stylesheet" href="../b.css"><script src="../b.js"></script>')
    assert found(site) == [
        "help/index.html:4 built-link-broken The link ../b.css leads to nothing.",
        "help/index.html:4 built-link-broken The link ../b.js leads to nothing.",
    ]


def test_links_without_folders_of_pages(tmp_path: Path, found: Callable) -> None:
    site = Site(tmp_path, directories=False)
    site.help(body='<a href="help/">x</a> <a href="lt/help.html#text">y</a> <a href="lt/help.html#no">z</a>')
    assert found(site) == [
        "help.html:7 built-link-broken The link help/ leads to nothing.",
        "help.html:7 built-link-broken The link lt/help.html#no leads to an anchor that is not there.",
    ]


def test_a_site_in_a_folder_of_its_host(site: Site, found: Callable) -> None:
    """What lies beside the folder belongs to somebody else."""
    site.configure(site_url=f"{URL}after/")
    for page in site.folder.rglob("*.html"):
        page.write_text(page.read_text().replace('src="/a.svg"', 'src="/after/a.svg"'))
    site.page("404.html", "en", document(body='<a href="/after/lt/help/">x</a> <a href="/blog/">y</a>'))
    assert found(site) == []
    site.page("404.html", "en", document(body='<a href="/after/nowhere/">x</a>'))
    assert found(site) == ["404.html:7 built-link-broken The link /after/nowhere/ leads to nothing."]
