"""The run: for each rule some plantings, and what the checker and pofilter find of each."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from l10n.rules import Family, Rule

from . import page_defects, site_defects, structure_defects, text_defects  # noqa: F401 - they register themselves
from .ground import Ground
from .planting import AS_GOOD, PLANTERS, SITE_PLANTERS, Planting
from .pofilter import Pofilter

LEFT_OUT = {
    Rule.UNSIGNED: "nobody has signed a page of the copy, so that there is nothing to take away",
    Rule.HARD_TO_READ: "the lower gate of what too-hard-to-read measures; many pages stand just below it",
} | {
    rule: "it looks at a built site; its own tests plant defects in one"
    for rule in Rule
    if rule.value.family is Family.BUILT_SITE
}
SEED = 1


@dataclass
class Score:
    """What came of the plantings of one rule."""

    rule: Rule
    planted: int = 0
    found: int = 0
    as_units: int = 0  # that PO can hold
    pofilter: int = 0
    collateral: int = 0
    missed: list[Planting] = field(default_factory=list)


def plantings(ground: Ground, rule: Rule, count: int) -> Iterator[Planting]:
    """Up to so many plantings of a rule: each locale in turn, as many pages as there are, places at random."""
    chance = random.Random(f"{SEED}/{rule.title}")
    if rule in SITE_PLANTERS:
        every = [*SITE_PLANTERS[rule](ground, chance)]
        chance.shuffle(every)
        yield from every[:count]
        return
    waiting: dict[str, list] = defaultdict(list)
    for pair in chance.sample(ground.pairs, len(ground.pairs)):
        waiting[pair.translation.locale].append(pair)
    more: dict[str, list[list[Planting]]] = defaultdict(list)
    while count and (waiting or more):
        for locale in sorted({*waiting, *more}):
            if not count:
                return
            places: list[Planting] = []
            while waiting.get(locale) and not places:
                places = [*PLANTERS[rule](ground, waiting[locale].pop(), chance)]
            if not waiting.get(locale):
                waiting.pop(locale, None)
            if not places:
                if not more.get(locale):
                    more.pop(locale, None)
                    continue
                places = more[locale].pop(0)
            yield places.pop(chance.randrange(len(places)))
            count -= 1
            if places:
                more[locale].append(places)


def score(ground: Ground, rule: Rule, count: int, pofilter: Pofilter) -> Score:
    """Plant a rule's defects, one after the other, and look who finds them."""
    result = Score(rule)
    wanted = {rule, *AS_GOOD.get(rule, ())}
    for planting in plantings(ground, rule, count):
        place = planting.pair.place if planting.pair else None
        new = ground.planted(planting.edits, place, anew=planting.anew) - ground.before(place)
        there = {(found, section) for found, section in new if planting.section in (None, section)}
        hit = any(found in wanted for found, _ in there)
        result.planted += 1
        result.found += hit
        result.collateral += sum(times for (found, _), times in new.items() if found not in wanted)
        if not hit:
            result.missed.append(planting)
        seen = pofilter.finds(planting)
        if seen is not None:
            result.as_units += 1
            result.pofilter += seen
    return result


def scores(ground: Ground, count: int) -> Iterator[Score]:
    """With up to `count` plantings a rule: the score of each rule, in the order of the list of rules."""
    pofilter = Pofilter(ground)
    for rule in Rule:
        if rule in PLANTERS or rule in SITE_PLANTERS:
            yield score(ground, rule, count, pofilter)
