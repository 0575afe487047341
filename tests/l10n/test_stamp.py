"""`stamp`: what is recorded, what is refused, and that the page is current afterwards."""

from __future__ import annotations

import pytest

from l10n.cli import main
from l10n.corpus import Corpus
from l10n.digest import digests
from l10n.errors import UserError
from l10n.record import compare
from l10n.site import load_site
from l10n.stamp import stamp_page


@pytest.fixture
def stamped(copy_site):
    """Copies a site, stamps its page and gives what `stamp` said with the comparison afterwards."""

    def run(name, *anchors, locale="lt"):
        config = copy_site(name)
        outcome = stamp_page(Corpus(load_site(config)), "page.md", locale, list(anchors))
        corpus = Corpus(load_site(config))
        return outcome, compare(corpus.source("page.md"), corpus.page("page.md", locale)), corpus

    return run


@pytest.mark.parametrize(
    "name",
    [
        "stale-section",
        "unrecorded-section",
        "unrecorded-section-page",
        "removed-section-text-gone",
        "invalid-record-number",
        "invalid-record-float",
        "invalid-record-list",
        "stale-section-front-matter",
    ],
)
def test_a_stamped_page_is_current(name, stamped):
    outcome, comparison, corpus = stamped(name)
    assert outcome.complete and outcome.changes
    assert comparison.up_to_date and not comparison.invalid and not comparison.moved
    assert corpus.page("page.md", "lt").record == digests(corpus.source("page.md"))


def test_says_what_moved(stamped):
    outcome, _, corpus = stamped("stale-section")
    (change,) = outcome.changes
    assert change.startswith("call: ") and change.endswith(digests(corpus.source("page.md"))["call"])


def test_one_section_only(stamped):
    _, comparison, _ = stamped("unrecorded-section-page", "call")
    assert comparison.current == ["call"]
    assert comparison.unrecorded == ["_meta"]


def test_a_removed_section_can_be_dropped_by_name(stamped):
    outcome, comparison, _ = stamped("removed-section-text-gone", "how")
    assert comparison.removed == [] and comparison.current == ["_meta", "call"]
    assert "dropped" in outcome.changes[0]


def test_a_section_that_is_not_translated_is_not_recorded(stamped):
    outcome, comparison, _ = stamped("missing-section")
    assert not outcome.complete
    assert any("how" in change and "lacks" in change for change in outcome.changes)
    assert comparison.unrecorded == ["how"]


def test_a_moved_anchor_is_recorded_under_its_new_name(stamped):
    _, comparison, corpus = stamped("moved-section")
    assert list(corpus.page("page.md", "lt").record) == ["_meta", "ring"]
    assert comparison.up_to_date


def test_stamping_twice_changes_nothing(copy_site):
    config = copy_site("stale-section")
    page = config.parent / "docs/lt/page.md"
    stamp_page(Corpus(load_site(config)), "page.md", "lt", [])
    data = page.read_bytes()
    outcome = stamp_page(Corpus(load_site(config)), "page.md", "lt", [])
    assert outcome.changes == [] and page.read_bytes() == data


@pytest.mark.parametrize(
    ("site", "key", "locale", "anchors"),
    [
        ("stale-section", "page.md", "en", []),
        ("stale-section", "gone.md", "lt", []),
        ("stale-section", "page.md", "lt", ["nowhere"]),
        ("orphan-page", "gone.md", "lt", []),
        ("unreadable-page-encoding", "page.md", "lt", []),
    ],
)
def test_refused(site, key, locale, anchors, copy_site):
    config = copy_site(site)
    before = {path: path.read_bytes() for path in config.parent.rglob("*.md")}
    with pytest.raises(UserError):
        stamp_page(Corpus(load_site(config)), key, locale, anchors)
    assert {path: path.read_bytes() for path in config.parent.rglob("*.md")} == before


def test_the_command_refuses_folders_and_the_whole_tree(copy_site, capsys):
    config = copy_site("clean")
    docs = config.parent / "docs"
    every = [str(path) for locale in ("lt", "ar") for path in (docs / locale).rglob("*.md")]
    assert main(["stamp", "--config", str(config), str(docs / "lt")]) == 2
    assert main(["stamp", "--config", str(config), *every]) == 2
    assert "every translation" in capsys.readouterr().err
    assert main(["stamp", "--config", str(config), *every[:2]]) == 0


def test_the_command_says_what_it_did(copy_site, capsys):
    config = copy_site("missing-section")
    assert main(["stamp", "--config", str(config), f"{config.parent}/docs/lt/page.md"]) == 1
    assert main(["stamp", "--config", str(config), f"{config.parent}/docs/lt/page.md#call"]) == 0
    out = capsys.readouterr().out
    assert "docs/lt/page.md: recorded" in out and "docs/lt/page.md: already current" in out
