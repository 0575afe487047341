"""pofilter on the same defects: the blocks of source and translation as units of PO, all its tests, for each language."""

from __future__ import annotations

from collections.abc import Mapping
from types import SimpleNamespace

import yaml
from translate.filters.checks import CheckerConfig
from translate.filters.pofilter import pocheckfilter
from translate.storage.pypo import pounit

from l10n.dialect import BlockKind
from l10n.errors import PageError
from l10n.page import META, Page, page_of

from .ground import Ground, Pair
from .planting import Planting

OPTIONS = SimpleNamespace(
    excludefilters=[], limitfilters=None, includefuzzy=True, includereview=True, autocorrect=False
)

Units = dict[tuple, tuple[str, str]]  # where -> source, translation


class Pofilter:
    """The engine of the command `pofilter --language=…`."""

    def __init__(self, ground: Ground):
        self.ground = ground
        self._filters: dict[str, pocheckfilter] = {}

    def finds(self, planting: Planting) -> bool | None:
        """Whether a test fails on a unit that the defect is in and did not before; None: PO cannot hold this defect.

        PO holds no structure: a page, a heading's anchor, an item more or less is not in it. A changed source makes
        its unit fuzzy, as msgmerge does; a string that is gone is a unit without a translation.
        """
        before, after, locale, fuzzy = self._strings(planting) if planting.pair is None else self._page(planting)
        changed = {where: unit for where, unit in after.items() if before.get(where) != unit}
        if not changed or before.keys() != after.keys():
            return None
        return any(
            self.failures(*unit, locale, fuzzy=fuzzy) - self.failures(*before[where], locale)
            for where, unit in changed.items()
        )

    def failures(self, source: str, target: str, locale: str, *, fuzzy: bool = False) -> set[str]:
        """The names of the tests that fail on a unit."""
        if locale not in self._filters:
            self._filters[locale] = pocheckfilter(OPTIONS, None, CheckerConfig(targetlanguage=locale))
        unit = pounit(source)
        unit.target = target
        if fuzzy:
            unit.markfuzzy()
        return set(self._filters[locale].filterunit(unit) or ())

    def false_alarms(self, pair: Pair) -> int:
        """How many tests fail on the units of an untouched pair."""
        units = units_of(pair.source, pair.translation).values()
        return sum(len(self.failures(*unit, pair.translation.locale)) for unit in units)

    def _page(self, planting: Planting) -> tuple[Units, Units, str, bool]:
        source, translation = planting.pair
        edits, locale = planting.edits, translation.locale
        before = units_of(source, translation)
        if set(edits) - {source.path, translation.path} or None in edits.values():
            return before, {}, locale, False
        try:
            new = [_again(page, edits) for page in (source, translation)]
        except PageError:
            return before, {}, locale, False
        return before, units_of(*new), locale, source.path in edits

    def _strings(self, planting: Planting) -> tuple[Units, Units, str, bool]:
        (path, text), *others = planting.edits.items()
        if others or "/strings/" not in path or text is None:
            return {}, {}, "", False
        folder, _, name = path.rpartition("/")
        try:
            new = yaml.safe_load(text)
        except yaml.YAMLError:
            return {}, {}, "", False
        code = self.ground.site.source.code
        source, old = (
            yaml.safe_load((self.ground.folder / folder / file).read_text(encoding="utf-8"))
            for file in (f"{code}.yml", name)
        )
        before, after = (
            {(key,): (words, str(given.get(key, ""))) for key, words in source.items() if isinstance(words, str)}
            for given in (old, new)
        )
        return before, after, name.removesuffix(".yml"), False


def units_of(source: Page, translation: Page) -> Units:
    """The texts of a pair, where both have the same blocks in the same sections."""
    units: Units = {
        (META, key): (value, str(translation.meta[key]))
        for key, value in source.meta.items()
        if isinstance(value, str) and key in translation.meta
    }
    theirs = translation.by_key
    for key, section in source.by_key.items():
        ours, here = (_texts(each.blocks if each else []) for each in (section, theirs.get(key)))
        if [kind for kind, _ in ours] == [kind for kind, _ in here]:
            units.update({(key, at): (ours[at][1], here[at][1]) for at in range(len(ours))})
    return units


def _texts(blocks: list) -> list[tuple[tuple[BlockKind, str], str]]:
    found = []
    for block in blocks:
        if block.kind is BlockKind.TABLE:
            found += [((block.kind, block.path), cell) for row in block.rows for cell in row]
        elif block.kind is not BlockKind.CODE and block.text.strip():
            found.append(((block.kind, block.path), block.text))
    return found


def _again(page: Page, edits: Mapping[str, str | None]) -> Page:
    if page.path not in edits:
        return page
    return page_of(edits[page.path], page.key, page.locale, page.path, page.translatable)
