"""Sentences that pages share, found again when the corpus keeps few pages or many."""

from __future__ import annotations

import pytest

from l10n.consistency import deviations
from l10n.corpus import Corpus
from l10n.site import load_site


@pytest.mark.parametrize("keep", [1, 2, None])
def test_deviations_do_not_depend_on_what_is_kept(copy_site, keep):
    corpus = Corpus(load_site(copy_site("inconsistent-translation")), keep)
    found = deviations(corpus, "leaflets", "lt")
    assert {path: [(d.use.line, d.usual.path, d.usual.line) for d in each] for path, each in found.items()} == {
        "docs/lt/leaflets/a.md": [(13, "docs/lt/leaflets/b.md", 13)],
        "docs/lt/leaflets/b.md": [(9, "docs/lt/leaflets/a.md", 9)],
        "docs/lt/leaflets/c.md": [(11, "docs/lt/leaflets/a.md", 11)],
        "docs/lt/leaflets/d.md": [(10, "docs/lt/leaflets/a.md", 9)],
        "docs/lt/leaflets/e.md": [(13, "docs/lt/leaflets/d.md", 14)],
    }


def test_other_sections_are_not_looked_at(copy_site):
    corpus = Corpus(load_site(copy_site("inconsistent-translation")))
    assert deviations(corpus, "", "lt") == {}
