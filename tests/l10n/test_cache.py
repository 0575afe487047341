"""The cache: a report with it is the report without it, whatever happens to the site, the flags or the cache itself."""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from l10n import cache as cache_module
from l10n import cache_key, place, runner
from l10n.cache import FOLDER, Cache
from l10n.cli import main
from l10n.corpus import Corpus
from l10n.errors import UserError
from l10n.reports import Format, render
from l10n.runner import check_site
from l10n.site import load_site

DEFECTS = Path(__file__).parents[1] / "defects"
COMMON = DEFECTS / "mkdocs.yml"
TODAY = date(2027, 3, 1)
WATCHING: list[bool] = []
OPENED: set[str] = set()
DAYS = (date(2020, 1, 1), TODAY)


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


STEPS = st.lists(
    st.tuples(
        st.sampled_from(sorted(SITES)),  # towards which site files are changed
        st.integers(0, 2**16),  # which of the files that differ, bit by bit
        st.sampled_from(DAYS),
        st.booleans(),
        st.booleans(),
    ),
    min_size=2,
    max_size=12,
)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(STEPS)
def test_cached_is_uncached(steps):
    """A site on its way from one defect to another, some files at a time: pages, assets, data, configuration."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        now: dict[str, bytes] = {}
        for name, chosen, today, strict, notices in steps:
            wanted = SITES[name]
            differing = sorted(path for path in {*now, *wanted} if now.get(path) != wanted.get(path))
            for index, path in enumerate(differing):
                if not now or chosen >> (index % 16) & 1:
                    write(root, path, wanted.get(path))
            now = {
                path.relative_to(root).as_posix(): path.read_bytes()
                for path in root.rglob("*")
                if path.is_file() and FOLDER not in path.parts
            }
            flags = {"today": today, "strict": strict, "notices": notices}
            assert cached(root, **flags) == report(root, **flags)


@pytest.mark.parametrize("name", SITES)
def test_second_run_checks_nothing_and_says_the_same(name, tmp_path, counted):
    for path, data in SITES[name].items():
        write(tmp_path, path, data)
    first = cached(tmp_path, notices=True)
    counted.clear()
    assert cached(tmp_path, notices=True) == first
    assert counted == []


def test_only_what_changed_is_checked(site, counted):
    cached(site)
    file = site / "docs" / "lt" / "page.md"
    file.write_text(file.read_text(encoding="utf-8") + "\nNaujas sakinys čia.\n", encoding="utf-8")
    counted.clear()
    cached(site)
    assert counted == [("page.md", "lt")]
    source = site / "docs" / "en" / "page.md"
    source.write_text(source.read_text(encoding="utf-8") + "\nA new sentence here.\n", encoding="utf-8")
    counted.clear()
    cached(site)
    assert sorted(counted) == [("page.md", "ar"), ("page.md", "en"), ("page.md", "lt")]


def test_an_anchor_that_goes_is_missed_without_reading_the_page_again(site, counted):
    """Anchors of other pages are settled in each run: the page with the link is not checked again."""
    cached(site)
    file = site / "docs" / "en" / "other.md"
    file.write_text(file.read_text(encoding="utf-8").replace("#more", "#less"), encoding="utf-8")
    counted.clear()
    found = json.loads(cached(site))["findings"]
    assert ("link-broken", "docs/en/page.md") in {(finding["rule"], finding["path"]) for finding in found}
    assert ("page.md", "en") not in counted


def test_the_day_counts_only_where_it_was_asked_for(site, counted):
    cached(site)
    counted.clear()
    cached(site, today=date(2040, 1, 1))
    assert counted == []


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


def test_another_checker_is_another_cache(site, counted, monkeypatch):
    cached(site)
    monkeypatch.setattr(cache_key, "code_digest", lambda: "edited")
    counted.clear()
    cached(site)
    assert counted
    monkeypatch.setattr(cache_key, "packages", lambda: iter(["pyyaml-9.dist-info"]))
    counted.clear()
    cached(site)
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


def test_flags_have_files_of_their_own(site):
    for flags in ({}, {"strict": True}, {"notices": True}, {"strict": True, "notices": True}):
        assert cached(site, **flags) == report(site, **flags)
    names = {path.name for path in (site / FOLDER).glob("*.json")}
    assert names == {"mkdocs.json", "mkdocs-strict.json", "mkdocs-notices.json", "mkdocs-strict-notices.json"}


def test_the_site_may_be_moved(site, tmp_path_factory, counted):
    wanted = cached(site)
    other = tmp_path_factory.mktemp("moved") / "site"
    shutil.copytree(site, other)
    counted.clear()
    assert cached(other) == wanted
    assert counted == []


def test_a_file_that_changes_while_it_is_checked_is_not_kept(site, monkeypatch):
    """What is kept goes by the bytes that were read, not by those that stand there at the end."""
    file = site / "docs" / "lt" / "page.md"
    data = file.read_bytes()

    def check_place(corpus, key, locale, manner):
        verdict = place.check_place(corpus, key, locale, manner)
        file.write_bytes(b"\xff no text")
        return verdict

    monkeypatch.setattr(runner, "check_place", check_place)
    cached(site)
    monkeypatch.undo()
    assert cached(site) == report(site)
    file.write_bytes(data)
    assert cached(site) == report(site)


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


def test_command_line(site, capsys):
    config = str(site / "mkdocs.yml")
    assert main(["--config", config, "--no-cache"]) == 0
    assert not (site / FOLDER).exists()
    elsewhere = site.parent / f"{site.name}-cache"
    assert main(["--config", config, "--cache", str(elsewhere)]) == 0
    assert not (site / FOLDER).exists()
    assert (elsewhere / "mkdocs.json").is_file()
    assert main(["--config", config]) == 0
    assert (site / FOLDER / ".gitignore").read_text() == "*\n"


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
