"""Watching: a page is checked again when it, its source or anything it depends on is saved; nothing here sleeps."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from l10n.cli import main
from l10n.errors import UserError
from l10n.place import Manner
from l10n.report import Report
from l10n.watch import Watch, watched_paths

COMMAND = Path(__file__).parents[2] / "scripts" / "check_translations.py"
MANNER = Manner(date(2027, 3, 1))


def rules(report: Report | UserError) -> list[str] | str:
    """What was shown: the rules found, or the sentence."""
    return str(report) if isinstance(report, UserError) else [finding.rule.title for finding in report.findings]


@pytest.fixture
def watched(copy_site) -> Callable:
    """Watches the Lithuanian page of the clean site while each step changes files; gives all that was shown.

    A step is a function that gets the docs folder and returns the paths that it changed.
    """

    def watch(*steps: Callable[[Path], list[Path]], page: str = "lt/page.md") -> list:
        config = copy_site("clean")
        docs = config.parent / "docs"

        def batches() -> Iterator[list[Path]]:
            for step in steps:
                yield sorted(step(docs))

        shown: list = []
        Watch(config, [str(docs / page)], MANNER).run(batches(), lambda report: shown.append(rules(report)))
        return shown

    return watch


def rewrite(name: str, old: str, new: str) -> Callable[[Path], list[Path]]:
    """A step: replace a piece of a file of docs (or, with `../`, beside it)."""

    def step(docs: Path) -> list[Path]:
        file = Path(os.path.normpath(docs / name))
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")
        return [file]

    return step


def delete(name: str) -> Callable[[Path], list[Path]]:
    """A step: take a file of docs out."""

    def step(docs: Path) -> list[Path]:
        (docs / name).unlink()
        return [docs / name]

    return step


def test_the_page_is_shown_at_once_and_after_each_save(watched):
    shown = watched(rewrite("lt/page.md", "9:00", "8:00"), rewrite("lt/page.md", "8:00", "9:00"))
    assert shown == [[], ["numbers-differ"], []]


def test_the_source_is_saved(watched):
    assert watched(rewrite("en/page.md", "Read this first", "Read that first")) == [[], ["stale-section"]]


def test_saved_without_a_change_is_shown_too(watched):
    assert watched(rewrite("lt/page.md", "9:00", "9:00")) == [[], []]


def test_another_page_is_shown_only_when_it_matters(watched):
    shown = watched(
        rewrite("lt/other.md", "#more", "#less"),  # the page links it
        rewrite("ar/page.md", "٩:٠٠", "٨:٠٠"),
        rewrite("lt/other.md", "#less", "#more"),
    )
    assert shown == [[], ["link-broken"], []]


def test_a_broken_page_is_a_finding_and_watching_goes_on(watched):
    def spoil(docs: Path) -> list[Path]:
        (docs / "lt" / "page.md").write_bytes(b"\xff")
        return [docs / "lt" / "page.md"]

    def mend(docs: Path) -> list[Path]:
        (docs / "lt" / "page.md").write_text("---\ntitle: Pavadinimas čia\n---\n", encoding="utf-8")
        return [docs / "lt" / "page.md"]

    shown = watched(spoil, mend)
    assert shown[1] == ["unreadable-page"]
    assert "unreadable-page" not in shown[2] and "missing-section" in shown[2]


def test_the_page_goes_and_comes_back(watched):
    kept: dict[str, bytes] = {}

    def take(docs: Path) -> list[Path]:
        kept["page"] = (docs / "lt" / "page.md").read_bytes()
        return delete("lt/page.md")(docs)

    def put_back(docs: Path) -> list[Path]:
        (docs / "lt" / "page.md").write_bytes(kept["page"])
        return [docs / "lt" / "page.md"]

    assert watched(take, put_back) == [[], ["missing-page"], []]


def test_the_source_goes(watched):
    assert watched(delete("en/page.md"))[1] == ["orphan-page"]


def test_all_of_a_page_goes(watched):
    shown = watched(delete("lt/page.md"), delete("en/page.md"), delete("ar/page.md"))
    assert shown[-1].endswith("are gone, and so are their sources.")


def test_a_picture_goes(watched):
    assert watched(delete("lt/room.png")) == [[], ["missing-asset"]]


def test_the_configuration_breaks_and_is_mended(watched):
    shown = watched(
        rewrite("../mkdocs.yml", "extra:", "extra: ["),
        rewrite("lt/page.md", "9:00", "8:00"),
        rewrite("../mkdocs.yml", "extra: [", "extra:"),
    )
    assert shown[0] == [] and shown[-1] == ["numbers-differ"]
    assert "mkdocs.yml" in shown[1] and shown[2] == shown[1]


def test_a_source_page_stands_for_its_translations(watched):
    shown = watched(rewrite("ar/page.md", "٩:٠٠", "٨:٠٠"), page="en/page.md")
    assert shown == [[], ["numbers-differ"]]


def test_data_outside_docs_is_watched(copy_site):
    watch = Watch(config := copy_site("glossary-term"), [str(config.parent / "docs")], MANNER)
    assert set(watched_paths(watch.site)) >= {config, config.parent / "docs"}


@pytest.mark.parametrize("arguments", [[], ["nowhere.md"]])
def test_bad_arguments_are_one_sentence(arguments, copy_site, capsys):
    assert main(["--config", str(copy_site("clean")), "--watch", *arguments]) == 2
    out, err = capsys.readouterr()
    assert out == "" and err.count("\n") == 1


def test_as_a_command(copy_site):
    """A real process with real saves: shown again after one, and Ctrl+C is no failure."""
    config = copy_site("clean")
    page = config.parent / "docs" / "lt" / "page.md"
    # What runs in the background of a shell ignores Ctrl+C and hands that on.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    process = subprocess.Popen(
        [sys.executable, str(COMMAND), "check", "--config", str(config), "--watch", str(page)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    signal.signal(signal.SIGINT, before)
    try:
        assert process.stdout.readline().endswith("Whole and current.\n")
        page.write_text(page.read_text(encoding="utf-8").replace("9:00", "8:00"), encoding="utf-8")
        line = process.stdout.readline()
        assert "docs/lt/page.md" in line and "numbers-differ" in line
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=30)
        assert (process.returncode, err) == (0, "")
    finally:
        process.kill()
