"""The file of the cache: spoilt, forged, or nowhere to be written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from l10n import cache as cache_module
from l10n.cache import FOLDER

from .conftest import cached, report, write


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: b"",
        lambda data: data[: len(data) // 2],
        lambda data: data.replace(b'"warning"', b'"error"').replace(b"[", b"[ ", 1),
        lambda data: b"\x80\x04." + data,
        lambda data: b"null",
        lambda data: data.split(b"\n")[0] + b"\n" + data,
    ],
    ids=["empty", "cut", "edited", "pickle", "null", "doubled"],
)
def test_a_spoilt_file_is_no_cache(spoil, site, counted):
    wanted = cached(site)
    file = site / FOLDER / "mkdocs.json"
    file.write_bytes(spoil(file.read_bytes()))
    counted.clear()
    assert cached(site) == wanted
    assert counted


def forged(site: Path, change) -> None:
    """Change the content of a cache file and give it a true checksum."""
    file = site / FOLDER / "mkdocs.json"
    stored = json.loads(file.read_bytes().partition(b"\n")[2])
    change(stored)
    content = json.dumps(stored).encode()
    file.write_bytes(cache_module.digest_of_bytes(content).encode() + b"\n" + content)


@pytest.mark.parametrize(
    "change",
    [
        lambda stored: stored.pop("verdicts"),
        lambda stored: stored.update(verdicts=[["page.md"]]),
        lambda stored: stored.update(questions=[["load_site"]], answers=[None]),
        lambda stored: stored.update(questions=[["__class__", "x"]], answers=[None]),
        lambda stored: stored.update(questions=[["text"]], answers=[None]),
        lambda stored: stored.update(questions=[[]], answers=[None]),
        lambda stored: stored.update(questions=7),
        lambda stored: stored.update(answers=[]),
        lambda stored: stored["verdicts"][0].__setitem__(2, [10**9]),
        lambda stored: stored["verdicts"][0].__setitem__(3, None),
        lambda stored: stored.update(key="of another checker"),
    ],
)
def test_a_file_of_another_shape_is_no_cache(change, site, counted):
    wanted = cached(site)
    forged(site, change)
    counted.clear()
    assert cached(site) == wanted
    assert counted


def test_no_folder_can_be_made(site):
    (site / FOLDER).write_text("a file in its place")
    assert cached(site) == report(site)


def test_full_disk(site, monkeypatch):
    def full(*_arguments, **_more):
        raise OSError(28, "No space left on device")

    wanted = report(site)
    monkeypatch.setattr(cache_module.tempfile, "mkstemp", full)
    assert cached(site) == wanted
    monkeypatch.undo()
    assert cached(site) == wanted


def test_a_write_that_fails_leaves_the_old_file_and_no_other(site, monkeypatch):
    cached(site)
    before = (site / FOLDER / "mkdocs.json").read_bytes()
    write(site, "docs/en/page.md", b"---\ntitle: New\n---\n\nText.\n")

    def full(*_arguments):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(cache_module.os, "replace", full)
    cached(site)
    assert (site / FOLDER / "mkdocs.json").read_bytes() == before
    assert sorted(path.name for path in (site / FOLDER).iterdir()) == [".gitignore", "mkdocs.json"]
