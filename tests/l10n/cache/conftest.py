"""Sites for the tests of the cache, and their reports with and without it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from l10n import place, runner
from l10n.cache import FOLDER, Cache
from l10n.corpus import Corpus
from l10n.errors import UserError
from l10n.reports import Format, render
from l10n.runner import check_site
from l10n.site import load_site

DEFECTS = Path(__file__).parents[2] / "defects"
COMMON = DEFECTS / "mkdocs.yml"
TODAY = date(2027, 3, 1)


def files_of(name: str) -> dict[str, bytes]:
    """Path -> bytes of a site of tests/defects."""
    folder = DEFECTS / name
    found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    return {"mkdocs.yml": COMMON.read_bytes(), **found}


SITES = {path.parent.name: files_of(path.parent.name) for path in sorted(DEFECTS.glob("*/expect.txt"))}


def write(root: Path, path: str, data: bytes | None) -> None:
    """Write a file, or take it out."""
    file = root / path
    if data is None:
        file.unlink(missing_ok=True)
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)


def report(root: Path, cache: Cache | None = None, today: date = TODAY, **flags: bool) -> str:
    """The whole report as text, or the sentence that there is none."""
    try:
        site = load_site(root / "mkdocs.yml")
        return render(check_site(Corpus(site), today, cache=cache, **flags), Format.JSON)
    except UserError as error:
        return f"no report: {error}"


def cached(root: Path, **flags) -> str:
    """The same, with the cache in the site."""
    return report(root, Cache(root / FOLDER), **flags)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A clean site of two pages in several languages."""
    for path, data in SITES["clean"].items():
        write(tmp_path, path, data)
    return tmp_path


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """The places that were really checked."""
    places: list[tuple[str, str]] = []

    def check_place(corpus, key, locale, manner):
        places.append((key, locale))
        return place.check_place(corpus, key, locale, manner)

    monkeypatch.setattr(runner, "check_place", check_place)
    return places
