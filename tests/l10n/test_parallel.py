"""Several processes: the report of one, a lost process is no pass, and no more pages in memory than needed."""

from __future__ import annotations

import gc
import os
import signal
from datetime import date
from pathlib import Path

import pytest

from benchmarks.corpus import write_corpus
from l10n import place, pool
from l10n.cache import Cache
from l10n.cli import main
from l10n.corpus import Corpus
from l10n.place import Manner
from l10n.reports import Format, render
from l10n.runner import check_site
from l10n.site import Site, load_site

DEFECTS = Path(__file__).parents[1] / "defects"
TODAY = date(2027, 3, 1)
PAIRS = 12


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of a dozen pairs, some of them with defects."""
    root = tmp_path_factory.mktemp("many")
    write_corpus(root, PAIRS)
    pages = sorted((root / "docs").rglob("*.md"))
    pages[0].write_bytes(b"\xff")
    pages[3].unlink()
    pages[5].write_text(pages[5].read_text(encoding="utf-8").replace("#start", "#nowhere"), encoding="utf-8")
    pages[-2].write_text("---\ntitle: Short\n---\n\nNothing else.\n", encoding="utf-8")
    return root


@pytest.fixture
def site(written: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    """The same site, large enough for several processes."""
    monkeypatch.setattr(pool, "MIN_BYTES", 0)
    return load_site(written / "mkdocs.yml")


def report(site: Site, jobs: int, cache: Cache | None = None) -> str:
    return render(check_site(Corpus(site), TODAY, notices=True, jobs=jobs, cache=cache), Format.JSON)


@pytest.mark.parametrize("jobs", [2, 3, 7, 50])
def test_the_report_of_one(site, jobs):
    alone = report(site, 1)
    assert report(site, jobs) == alone
    assert '"findings": []' not in alone


def test_with_a_cache(site, tmp_path):
    alone = report(site, 1)
    assert report(site, 3, Cache(tmp_path)) == alone
    assert report(site, 3, Cache(tmp_path)) == alone
    assert report(site, 1, Cache(tmp_path)) == alone


def test_processes_that_are_started_anew(site, monkeypatch):
    """As on machines without fork: each process reads the configuration itself."""
    monkeypatch.setattr(pool.sys, "platform", "darwin")
    places = [(key, locale) for key in site.keys for locale in site.codes]
    many = list(pool.checked_by_many(site, Manner(TODAY), places, 2))
    assert many == [(each, place.check_place(Corpus(site), *each, Manner(TODAY))) for each in places]


def test_all_locales_of_a_page_go_to_one_process(site, monkeypatch):
    monkeypatch.setattr(pool, "check_place", lambda corpus, key, locale, manner: os.getpid())
    places = [(key, locale) for key in site.keys for locale in site.codes]
    by_key: dict[str, set[int]] = {}
    for (key, _), process in pool.checked_by_many(site, Manner(TODAY), places, 3):
        by_key.setdefault(key, set()).add(process)
    assert all(len(processes) == 1 for processes in by_key.values())
    assert os.getpid() not in set.union(*by_key.values())


def test_a_lost_process_is_one_sentence_and_no_pass(site, monkeypatch, capsys):
    def check_place(corpus, key, locale, manner):
        if key.endswith("page-00007.md"):
            os.kill(os.getpid(), signal.SIGKILL)
        return place.check_place(corpus, key, locale, manner)

    monkeypatch.setattr(pool, "check_place", check_place)
    assert main(["--config", str(site.config), "--jobs", "2", "--no-cache"]) == 2
    out, err = capsys.readouterr()
    assert out == "" and err.count("\n") == 1 and "--jobs 1" in err


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_mistake_in_a_check_hides_nothing(site, jobs, monkeypatch, capsys):
    def check(context):
        if context.page.key.endswith("page-00007.md"):
            raise KeyError("nobody thought of this")
        return iter(())

    monkeypatch.setattr(place, "PAGE_CHECKS", (*place.PAGE_CHECKS, check))
    assert main(["--config", str(site.config), "--jobs", jobs, "--no-cache", "--all"]) == 2
    out, err = capsys.readouterr()
    assert err == "" and "KeyError in test_parallel.py" in out and "does not exist" in out


def test_wrong_configuration_is_one_sentence(site, monkeypatch, capsys):
    def check(context):
        raise place.UserError("docs/data/terms.yml:3: no words; write some.")

    monkeypatch.setattr(place, "PAGE_CHECKS", (check,))
    for jobs in ("1", "3"):
        assert main(["--config", str(site.config), "--jobs", jobs, "--no-cache"]) == 2
        assert capsys.readouterr() == ("", "docs/data/terms.yml:3: no words; write some.\n")


@pytest.mark.parametrize("jobs", ["0", "-1", "two", "1.5", "٢", ""])
def test_a_number_of_jobs_that_is_none(jobs, capsys):
    with pytest.raises(SystemExit) as stop:
        main(["--jobs", jobs])
    assert stop.value.code == 2
    assert "write 1 or more" in capsys.readouterr().err


def test_small_sites_start_no_process(written, monkeypatch):
    monkeypatch.setattr(pool, "checked_by_many", None)
    site = load_site(written / "mkdocs.yml")
    assert not pool.worth_sharing(site, [(key, "en") for key in site.keys[:3]])
    monkeypatch.setattr(pool, "MIN_BYTES", 30_000)
    assert pool.worth_sharing(site, [(key, "ru") for key in site.keys])


def test_a_corpus_keeps_no_more_pages_than_it_is_told(site):
    corpus = Corpus(site, keep=4)
    for key in site.keys:
        for locale in site.codes:
            corpus.outcome(key, locale)
            corpus.source(key)
    assert len(corpus._pages) == 4
    corpus.page(site.keys[-1], "en")
    first = next(iter(corpus._pages))
    corpus.page(*first)  # asked for again: kept longer
    corpus.page(site.keys[2], "en")
    assert first in corpus._pages


def test_at_least_one_processor():
    assert pool.processors() >= 1


@pytest.mark.parametrize("name", sorted(path.parent.name for path in DEFECTS.glob("*/expect.txt")))
def test_what_is_kept_changes_nothing(name, copy_site):
    """No check may hold on to a page: the next time it is asked for it can be another object."""
    site = load_site(copy_site(name))
    few, all_of_them = (check_site(Corpus(site, keep), TODAY, notices=True) for keep in (1, None))
    assert (few.findings, few.silenced) == (all_of_them.findings, all_of_them.silenced)


def test_checks_leave_nothing_that_refers_to_itself(site):
    """Otherwise memory would grow with every page while the collector rests."""
    corpus = Corpus(site, keep=4)
    places = [(key, locale) for key in site.keys for locale in site.codes]
    with place.uncollected():
        for each in places[:2]:
            place.check_place(corpus, *each, Manner(TODAY, notices=True))
        gc.collect()
        for each in places:
            place.check_place(corpus, *each, Manner(TODAY, notices=True))
        assert gc.collect() < 20 * len(places)
    assert gc.isenabled()
