"""How many planted defects the checker finds, rule by rule, and how many pofilter finds of the same.

In a copy of this site, and of some pages with every kind of markup in all its languages, defects are planted one at a
time at random places (the same ones in each run): in each language, on as many pages as there are. A defect is found
when its rule, or another that says the same (planting.AS_GOOD), fires in the section that it was planted in and did not
before. Any other new finding is collateral. Rules without plantings stand in run.LEFT_OUT, each with the reason.

pofilter runs with all its tests on the blocks of source and translation as units of PO. What PO cannot hold, such as a
page, an anchor or an item too few, is not counted against it.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from .ground import Ground
from .pofilter import Pofilter
from .run import LEFT_OUT, scores
from .table import BEGIN, END, HEAD, percent, readme, row

COUNT = 20  # plantings a rule, where there are as many places


def rows(root: Path) -> Iterator[str]:
    """The table of all rules, its sum, false alarms, and the block that README shows."""
    with tempfile.TemporaryDirectory() as name:
        ground = Ground(root, Path(name))
        yield HEAD
        found = []
        for score in scores(ground, COUNT):
            found.append(score)
            yield row(score)
        planted, seen, units, others, collateral = (
            sum(getattr(score, field) for score in found)
            for field in ("planted", "found", "as_units", "pofilter", "collateral")
        )
        yield f"{'all':28}{planted:>8}{percent(seen, planted):>8}{percent(others, units):>10}{collateral:>12}"
        yield "pofilter: per cent of the plantings that PO can hold; – where it can hold none"
        for rule, reason in LEFT_OUT.items():
            yield f"left out: {rule.title}: {reason}"
        yield ""
        yield from _false_alarms(ground)
        yield ""
        yield BEGIN
        yield from readme(found)
        yield END


def _false_alarms(ground: Ground) -> Iterator[str]:
    """False alarms on the untouched copy, a translated page."""
    pofilter, pages = Pofilter(ground), len(ground.pairs)
    grave, guesses = (sum(found.values()) for found in ground.false_alarms())
    others = sum(map(pofilter.false_alarms, ground.pairs))
    yield f"false alarms a page on {pages} untouched translations"
    yield f"{'  errors and warnings':38}{grave / pages:>8.2f}"
    yield f"{'  notices that guess (--notices)':38}{guesses / pages:>8.2f}"
    yield f"{'  pofilter':38}{others / pages:>8.2f}"
