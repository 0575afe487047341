"""Small sites, each named after its defect: the rule fires at the place in expect.txt, and nothing else does."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from l10n.corpus import Corpus
from l10n.rules import RULES, Family
from l10n.runner import check_site
from l10n.site import load_site

DEFECTS = Path(__file__).parents[1] / "defects"
SITES = sorted(path.parent for path in DEFECTS.glob("*/expect.txt"))
TODAY = date(2027, 3, 1)


def expected(site: Path) -> Counter[str]:
    """The lines of expect.txt: `path:line rule severity`."""
    return Counter((site / "expect.txt").read_text(encoding="utf-8").split("\n")[:-1])


@pytest.mark.parametrize("site", SITES, ids=lambda path: path.name)
def test_defect_is_found_where_it_is(site, copy_site):
    report = check_site(Corpus(load_site(copy_site(site.name))), TODAY, notices=True)
    found = Counter(f"{f.path}:{f.line} {f.rule.title} {f.severity.value}" for f in report.findings)
    assert found == expected(site)


# What only a built site has is tested in tests/l10n/built.
@pytest.mark.parametrize("rule", [name for name, rule in RULES.items() if rule.value.family is not Family.BUILT_SITE])
def test_every_rule_has_a_defect(rule):
    assert any(site.name == rule or site.name.startswith(f"{rule}-") for site in SITES)
    assert any(line.split()[1] == rule for site in SITES for line in expected(site))
