"""Defects of what belongs to no page: data, strings of the interface, navigation, names of files."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator

from l10n.rules import Rule

from .ground import Ground, Pair
from .planting import Planting, plants_in_site

SERVICES = "docs/data/services.yml"
SENTENCES = "docs/data/say.yml"
RECORDINGS = "docs/data/recordings.yml"
AUDIO = "audio/page.mp3"


def _text(ground: Ground, path: str) -> str:
    return (ground.folder / path).read_text(encoding="utf-8")


def _strings(ground: Ground) -> list[str]:
    return [f"docs/data/strings/{locale.code}.yml" for locale in ground.site.translations]


def _each(ground: Ground, paths: list[str], pattern: str, instead: str | Callable) -> Iterator[Planting]:
    """Each match in each file, comments aside, becomes another text."""
    for path in paths:
        text = _text(ground, path)
        for match in re.finditer(pattern, text, re.MULTILINE):
            new = instead(match) if callable(instead) else match.expand(instead)
            comment = text.startswith("#", text.rfind("\n", 0, match.start()) + 1)
            if new != match[0] and not comment:
                yield Planting({path: text[: match.start()] + new + text[match.end() :]}, anew=True)


@plants_in_site(Rule.STRING_MISSING)
def _missing(ground: Ground, chance: random.Random) -> Iterator[Planting]:
    yield from _each(ground, _strings(ground), r"^\w+: .+\n", "")
    yield from _each(ground, [SENTENCES, SERVICES], r"^    (?:lt|ru|fr|ar): .+\n", "")


@plants_in_site(Rule.STRING_EXTRA)
def _extra(ground: Ground, chance: random.Random) -> Iterator[Planting]:
    yield from _each(ground, _strings(ground), r"^(\w+)(: .+)", r"\1_old\2\n\1\2")


@plants_in_site(Rule.STRING_EMPTY)
def _empty(ground: Ground, chance: random.Random) -> Iterator[Planting]:
    yield from _each(ground, _strings(ground), r"^(\w+): .+", r'\1: ""')


@plants_in_site(Rule.PLACEHOLDER_DIFFERS)
def _placeholder(ground: Ground, chance: random.Random) -> Iterator[Planting]:
    yield from _each(ground, _strings(ground), r"(?<=[^{]\{)\w+(?=\}[^}])", "value")
    yield from _each(ground, _strings(ground), r"(?<=[^{])\{\w+\}(?=[^}])", "")


@plants_in_site(Rule.UNREADABLE_DATA)
def _unreadable(ground: Ground, chance: random.Random) -> Iterator[Planting]:
    """A line is no YAML."""
    for path in (*_strings(ground), SERVICES):
        texts = _text(ground, path).split("\n")
        for at in chance.sample(range(len(texts)), 5):
            yield Planting({path: "\n".join([*texts[:at], "\t- [", *texts[at:]])}, anew=True)


@plants_in_site(Rule.CONTACT_UNDATED)
def _undated(ground: Ground, chance: random.Random) -> Iterator[Planting]:
    yield from _contacts(ground, r"^  source_date: .*$", "  source_date: null")


@plants_in_site(Rule.CONTACT_OUTDATED)
def _outdated(ground: Ground, chance: random.Random) -> Iterator[Planting]:
    yield from _contacts(ground, r"^  source_date: .*$", '  source_date: "2019-03-01"')


@plants_in_site(Rule.CONTACT_UNSOURCED)
def _unsourced(ground: Ground, chance: random.Random) -> Iterator[Planting]:
    yield from _contacts(ground, r"^  sources:\n(?:    - .*\n)+", "  sources: []\n")


def _contacts(ground: Ground, pattern: str, instead: str) -> Iterator[Planting]:
    """Each contact that may be shown and has a recent source, changed."""
    text = _text(ground, SERVICES)
    for entry in re.findall(r"^- id: .*\n(?:(?!- id: ).*\n)*", text, re.MULTILINE):
        if "confidence: low" not in entry and re.search(r'source_date: "202[5-9]', entry):
            new = re.sub(pattern, instead, entry, count=1, flags=re.MULTILINE)
            if new != entry:
                yield Planting({SERVICES: text.replace(entry, new, 1)}, anew=True)


@plants_in_site(Rule.NAV_UNTRANSLATED)
def _navigation(ground: Ground, chance: random.Random) -> Iterator[Planting]:
    yield from _each(ground, ["mkdocs.yml"], r"(?<=nav_translations: \{)\w+: [^,}]+, ", "")
    yield from _each(ground, ["mkdocs.yml"], r"(?<=nav_translations: \{)(\w+)(?=: )", r"\1s")
    for title in ("Leaflets", "Help", "About"):
        yield from _each(ground, ["mkdocs.yml"], rf", {title}: [^,}}]+(?=[,}}])", "")
    yield from _each(ground, ["mkdocs.yml"], r"(?<=          site_name: ).+", '""')


@plants_in_site(Rule.AMBIGUOUS_PAGE)
def _ambiguous(ground: Ground, chance: random.Random) -> Iterator[Planting]:
    """A page stands there once more, under the other name of an index or with a capital letter."""
    for pair in ground.pairs:
        path, text = pair.translation.path, pair.translation.text
        folder, _, name = path.rpartition("/")
        twin = "README.md" if name == "index.md" else name.capitalize()
        yield Planting({f"{folder}/{twin}": text}, anew=True)


@plants_in_site(Rule.RECORDING_BROKEN)
def _broken_recording(ground: Ground, chance: random.Random) -> Iterator[Planting]:
    """A recording is listed and its file is not there."""
    for pair in ground.pairs:
        yield Planting({RECORDINGS: _recording(pair)}, anew=True)


@plants_in_site(Rule.RECORDING_OUTDATED)
def _outdated_recording(ground: Ground, chance: random.Random) -> Iterator[Planting]:
    """The page has another text than the one that was read aloud."""
    for pair in ground.pairs:
        yield Planting({RECORDINGS: _recording(pair), f"docs/{pair.translation.locale}/{AUDIO}": ""}, anew=True)


def _recording(pair: Pair) -> str:
    page = pair.translation
    return (
        f"- {{page: {page.key}, locale: {page.locale}, file: {AUDIO}, seconds: 12, by: a reader, on: 2026-01-12, "
        'text: "00000000"}\n'
    )
