"""The generated sites: the same bytes each time, realistic, and with nothing to find."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from benchmarks.corpus import PAGE_BYTES, SECTIONS, page_key, write_corpus
from l10n.corpus import Corpus
from l10n.dialect import BlockKind
from l10n.runner import check_site
from l10n.site import load_site

PAIRS = 8


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of a few pairs."""
    folder = tmp_path_factory.mktemp("corpus")
    write_corpus(folder, PAIRS)
    return folder


def test_there_is_nothing_to_find(written):
    report = check_site(Corpus(load_site(written / "mkdocs.yml")), date(2027, 3, 1))
    assert report.findings == []
    assert len(report.places) == 2 * PAIRS
    assert report.coverage.total("ru").percent == 100


def test_the_same_bytes_again(written, tmp_path):
    write_corpus(tmp_path, PAIRS)
    for page in written.rglob("*.md"):
        assert (tmp_path / page.relative_to(written)).read_bytes() == page.read_bytes()


def test_another_seed_is_another_site(written, tmp_path):
    write_corpus(tmp_path, 1, seed=2)
    assert (tmp_path / "docs/en/index.md").read_bytes() != (written / "docs/en/index.md").read_bytes()


def test_pages_hold_what_pages_hold(written):
    corpus = Corpus(load_site(written / "mkdocs.yml"))
    page = corpus.page(page_key(3), "en")
    assert PAGE_BYTES <= len(page.text) < 1.3 * PAGE_BYTES
    kinds = Counter(block.kind for block in page.document.blocks)
    wanted = (BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.CODE, BlockKind.TABLE, BlockKind.TITLE)
    assert all(kinds[kind] for kind in wanted)
    assert set(SECTIONS) <= page.document.ids
    assert page.document.footnotes and page.document.lists
    assert any(block.inline.images for block in page.document.blocks)
    assert any("#" in target for section in page.sections for target, _ in section.links)


def test_the_bytes_that_were_written(tmp_path):
    written = write_corpus(tmp_path, 2)
    assert written == sum(page.stat().st_size for page in tmp_path.rglob("*.md"))


def test_every_footnote_that_is_asked_for_is_defined(tmp_path):
    """Looked for on many pages: only one in thirty asks for as many as there can be."""
    write_corpus(tmp_path, 100)
    for page in tmp_path.rglob("*.md"):
        text = page.read_text(encoding="utf-8")
        assert set(re.findall(r"\[\^(\d)\](?!:)", text)) == set(re.findall(r"(?m)^\[\^(\d)\]:", text)), page
