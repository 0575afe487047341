"""What a reviewer should look at: records and sign-offs that moved since a revision in a way that text does not explain.

"An English typo, nothing to translate" is a good reason to stamp a section whose translation did not change; it is shown
with what changed in the source, so that a reviewer can tell it from work that was not done.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

from .digest import digests, page_digest, section_text
from .explain import Part, parts_of
from .old_texts import Versions, find_old_texts, texts_of
from .page import META, Page
from .pairs import pair_sections
from .policy import SignOff
from .record import compare, valid_digest


class Kind(Enum):
    """What is to be looked at; the value is its heading in the list."""

    SIGNED = "Sign-offs for a text that the page does not have"
    STAMPED = "Recorded as made from another source text, though the translation did not change"
    UNSTAMPED = "Translation changed, but still recorded as made from an earlier source text"
    REWORDED = "Translation changed, source not: nothing to record"


@dataclass(frozen=True)
class Entry:
    """One place to look at: the section by its key, and for STAMPED what changed in the source meanwhile."""

    kind: Kind
    path: str
    line: int
    section: str
    message: str
    parts: list[Part] = field(default_factory=list)

    @property
    def suspect(self) -> bool:
        """Whether it needs an explanation; a sentence said better does not."""
        return self.kind is not Kind.REWORDED


@dataclass(frozen=True)
class Pair:
    """A page with its source; of a page of the source locale both are the same."""

    source: Page
    page: Page


def audit_page(old: Pair | None, new: Pair, versions: Versions) -> Iterator[Entry]:
    """What to look at on one page. `old` is None when the page is new since the revision."""
    yield from _signatures(old.page if old else None, new.page)
    if old and new.page is not new.source:
        yield from _records(old, new, versions)


def _signatures(old: Page | None, page: Page) -> Iterator[Entry]:
    before, after = _mapping(old, "review"), _mapping(page, "review")
    for kind in SignOff:
        entry = after.get(kind.value)
        if not isinstance(entry, dict) or entry == before.get(kind.value):
            continue
        digest = page_digest(page)
        if entry.get("text") != digest:
            message = f"{kind.value}, by {entry.get('by')}: for the text {entry.get('text')}, but the page has {digest}"
            yield Entry(Kind.SIGNED, page.path, page.front_matter.line("review", kind.value), META, message)


def _records(old: Pair, new: Pair, versions: Versions) -> Iterator[Entry]:
    before, after = _mapping(old.page, "source"), _mapping(new.page, "source")
    was, now = _translated(old), _translated(new)
    today = digests(new.source)
    renamed = {digest for key, digest in before.items() if key not in after}
    stamped = [key for key in after if after[key] != before.get(key) and after[key] not in renamed]
    unchanged = [key for key in stamped if was.get(key) == now.get(key)]
    known = [key for key in unchanged if key in before and valid_digest(old.page, "source", key)]
    texts, _ = find_old_texts(new.source, before, known, versions)
    for key in unchanged:
        current = after[key] == today.get(key)
        parts = parts_of(texts[key].texts, texts_of(new.source, key)) if key in texts and current else []
        yield Entry(
            Kind.STAMPED, new.page.path, _line(new.page, key), key, _told(key, before, after, now, parts), parts
        )
    for key in after:
        if key in was and key in now and was[key] != now[key] and after[key] == before.get(key):
            kind = Kind.REWORDED if after[key] == today.get(key) else Kind.UNSTAMPED
            yield Entry(kind, new.page.path, _line(new.page, key), key, "")


def _told(key: str, before: dict, after: dict, now: dict[str, str], parts: list[Part]) -> str:
    if key not in now:
        return f"{after[key]} is recorded, but the translation lacks the section"
    if key not in before:
        return "for the first time"
    return "" if parts else f"{before[key]} → {after[key]}; the history does not hold both source texts"


def _mapping(page: Page | None, name: str) -> dict:
    value = page.front_matter.values.get(name) if page else None
    return value if isinstance(value, dict) else {}


def _translated(pair: Pair) -> dict[str, str]:
    """Key of the source -> what the translation says there."""
    pairing = pair_sections(pair.source, pair.page, compare(pair.source, pair.page))
    found = {ours.key: section_text(theirs) for ours, theirs in pairing.pairs}
    return found | ({META: repr(texts_of(pair.page, META))} if pair.page.meta else {})


def _line(page: Page, key: str) -> int:
    return page.by_key[key].line if key in page.by_key else page.front_matter.line("source", key)
