"""The cache: a report with it is the report without it, whatever happens to the site, the flags or the cache itself."""

from __future__ import annotations

import json
import shutil
import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from l10n import cache_key, place, runner
from l10n.cache import FOLDER
from l10n.cli import main

from .conftest import SITES, TODAY, cached, report, write

DAYS = (date(2020, 1, 1), TODAY)
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
