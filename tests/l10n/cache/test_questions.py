"""What a verdict depends on is noted and asked again."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from l10n import place
from l10n.corpus import Corpus
from l10n.site import load_site

from .conftest import SITES, TODAY, cached, report, write

WATCHING: list[bool] = []
OPENED: set[str] = set()


@contextmanager
def files_opened() -> Iterator[set[str]]:
    """The files and folders that anything opens or lists meanwhile."""
    OPENED.clear()
    if not WATCHING:
        sys.addaudithook(_audit)  # for good: a hook cannot be taken out
    WATCHING[:] = [True]
    try:
        yield OPENED
    finally:
        WATCHING[:] = [False]


def _audit(event: str, arguments: tuple) -> None:
    if WATCHING[0] and event in ("open", "os.listdir", "os.scandir") and isinstance(arguments[0], str | Path):
        OPENED.add(os.path.realpath(arguments[0]))


@pytest.mark.parametrize("name", SITES)
def test_checks_read_nothing_that_is_not_noted(name, tmp_path):
    """Every file of the site that is opened during the check of its places is in the cache's list of questions."""
    for path, data in SITES[name].items():
        write(tmp_path, path, data)
    site = load_site(tmp_path / "mkdocs.yml")
    _ = site.keys, site.at("x"), site.tree_digest()
    corpus, asked = Corpus(site), {}
    with files_opened() as opened:
        for key in site.keys:
            for locale in site.codes:
                asked.update(place.check_place(corpus, key, locale, place.Manner(TODAY, notices=True)).asked)
    known = {os.path.realpath(site.file(*rest)) for kind, *rest in asked if kind == "text"}
    known |= {os.path.realpath(site.root / rest[0]) for kind, *rest in asked if kind == "data"}
    assert {path for path in opened if path.startswith(os.path.realpath(tmp_path))} <= known


def moved(old: str, new: str):
    """A change of a site: a file with another name."""

    def change(root: Path) -> None:
        (root / new).parent.mkdir(parents=True, exist_ok=True)
        (root / old).rename(root / new)

    return change


def copied(old: str, new: str):
    """A change of a site: a file once more."""

    def change(root: Path) -> None:
        shutil.copy(root / old, root / new)

    return change


def configured(old: str, new: str):
    """A change of a site: a piece of its configuration."""

    def change(root: Path) -> None:
        file = root / "mkdocs.yml"
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")

    return change


@pytest.mark.parametrize(
    ("name", "before", "change"),
    [
        # The source has another path and the same bytes: hints name it.
        ("numbers-differ", None, moved("docs/en/page.md", "docs/en/page.markdown")),
        # The source becomes a draft, and is owed no more.
        (
            "missing-page",
            configured("plugins:", "draft_docs: '*.markdown'\nplugins:"),
            moved("docs/en/page.md", "docs/en/page.markdown"),
        ),
        # A page that nobody linked is the one that an orphan was renamed to.
        ("orphan-page", None, copied("docs/lt/gone.md", "docs/en/gone2.md")),
        # A picture of another language is named in a finding.
        ("missing-asset-folder", None, moved("docs/fr/room.png", "docs/fr/unused.png")),
        ("link-broken-file", None, copied("docs/en/a.pdf", "docs/lt/a.pdf")),
    ],
    ids=["path", "draft", "tree", "asset", "file"],
)
def test_an_answer_that_changes_is_asked_again(name, before, change, tmp_path):
    for path, data in SITES[name].items():
        write(tmp_path, path, data)
    if before:
        before(tmp_path)
    first = cached(tmp_path)
    change(tmp_path)
    second = report(tmp_path)
    assert second != first  # else this would prove nothing
    assert cached(tmp_path) == second
