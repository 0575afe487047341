"""A translation's record against its source: which sections are current. Checks, build and `stamp` all ask here."""

from __future__ import annotations

from dataclasses import dataclass, field

from .digest import DIGEST, digests
from .lazy import lazy
from .page import Page


@dataclass
class Comparison:
    """The state of each section of a translation, by key, in the order of the source (`removed`: of the record)."""

    current: list[str] = field(default_factory=list)
    stale: list[str] = field(default_factory=list)
    unrecorded: list[str] = field(default_factory=list)
    moved: dict[str, str] = field(default_factory=dict)  # key in the source -> key in the record
    removed: list[str] = field(default_factory=list)
    invalid: dict[str, object] = field(default_factory=dict)  # key in the record -> what stands there

    @lazy
    def behind(self) -> frozenset[str]:
        """The sections whose text in the source is not known to be the one translated."""
        return frozenset((*self.stale, *self.unrecorded))

    @property
    def up_to_date(self) -> bool:
        """Whether a reader can rely on the translation saying what the source says."""
        return not self.stale and not self.unrecorded and not self.removed


def valid_digest(page: Page, *path: str) -> bool:
    """Whether the front matter has a quoted string of eight hex digits there.

    Unquoted ones are refused even where YAML reads text: the next digest may be 12345678, and other readers of YAML
    take 12e45678 for a number too.
    """
    value: object = page.front_matter.values
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    return isinstance(value, str) and DIGEST.fullmatch(value) is not None and page.front_matter.entries[path].quoted


def compare(source: Page, translation: Page) -> Comparison:
    """What the record of a translation says about each section that its source has today."""
    result = Comparison()
    record = translation.record if isinstance(translation.record, dict) else {}
    result.invalid = {key: value for key, value in record.items() if not valid_digest(translation, "source", key)}
    wanted = digests(source)
    gone = {value: key for key, value in record.items() if key not in wanted and key not in result.invalid}
    for key, digest in wanted.items():
        recorded = record.get(key)
        if key in result.invalid:
            result.unrecorded.append(key)
        elif recorded == digest:
            result.current.append(key)
        elif recorded is not None:
            result.stale.append(key)
        elif digest in gone:
            result.moved[key] = gone.pop(digest)
        else:
            result.unrecorded.append(key)
    settled = {*wanted, *result.moved.values(), *result.invalid}
    result.removed = [key for key in record if key not in settled]
    return result
