"""What the build is told about a page: the same as the checks say."""

from __future__ import annotations

from datetime import date

import pytest

from l10n.corpus import Corpus
from l10n.policy import SignOff
from l10n.runner import check_site
from l10n.site import load_site
from l10n.status import PageState, page_status

BEHIND = {"stale-section", "unrecorded-section", "removed-section"}


@pytest.mark.parametrize(
    ("name", "state", "sections"),
    [
        ("clean", PageState.CURRENT, ()),
        ("stale-section", PageState.STALE, ("call",)),
        ("stale-section-front-matter", PageState.STALE, ("_meta",)),
        ("unrecorded-section-page", PageState.STALE, ("_meta", "call")),
        ("removed-section", PageState.STALE, ("how",)),
        ("moved-section", PageState.CURRENT, ()),
        ("unreadable-page-encoding", PageState.MISSING, ()),
    ],
)
def test_state(name, state, sections, copy_site):
    site = load_site(copy_site(name))
    status = page_status(site, "page.md", "lt")
    assert (status.state, status.stale_sections) == (state, sections)
    rules = {f.rule.title for f in check_site(Corpus(site), date(2027, 1, 1), only={("page.md", "lt")}).findings}
    assert bool(rules & BEHIND) == (state is PageState.STALE)


def test_missing_orphaned_and_source(copy_site):
    site = load_site(copy_site("missing-page"))
    assert page_status(site, "other.md", "lt").state is PageState.MISSING
    assert page_status(site, "other.md", "en").state is PageState.SOURCE
    assert page_status(load_site(copy_site("orphan-page")), "gone.md", "lt").state is PageState.MISSING


def test_unsigned(copy_site):
    site = load_site(copy_site("unsigned"))
    assert page_status(site, "page.md", "lt").unsigned == (SignOff.LANGUAGE, SignOff.CLINICAL)
    assert page_status(site, "page.md", "en").unsigned == (SignOff.CLINICAL,)
    assert page_status(load_site(copy_site("sign-off-outdated")), "page.md", "lt").unsigned == (SignOff.LANGUAGE,)


def test_a_corpus_reads_each_page_once(copy_site, monkeypatch):
    site = load_site(copy_site("clean"))
    corpus = Corpus(site)
    read = []
    monkeypatch.setattr("l10n.corpus.page_of", _counting(read))
    for _ in range(3):
        for key, locale in site.pages:
            page_status(site, key, locale, corpus)
    assert sorted(read) == sorted(site.shown(*place) for place in site.pages)


def _counting(read):
    from l10n.page import page_of

    def load(text, key, locale, path, translatable):
        read.append(path)
        return page_of(text, key, locale, path, translatable)

    return load
