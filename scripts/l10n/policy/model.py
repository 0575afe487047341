"""The policy as typed values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path


class SignOff(Enum):
    """Who signs: a native speaker for the language, a clinician for the content."""

    LANGUAGE = "language"
    CLINICAL = "clinical"


class Confidence(Enum):
    """How sure it is that a contact is right, surest first."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class KeyKind(Enum):
    """What a key of the front matter holds."""

    ANY = "any"
    TEXT = "text"
    BOOLEAN = "boolean"
    DATE = "date"
    NUMBER = "number"
    LIST = "list"


@dataclass(frozen=True)
class SectionPolicy:
    """What is asked of the pages under one path prefix."""

    prefix: str = ""
    enforce: bool = False
    sign: tuple[SignOff, ...] = ()
    required: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    locales: tuple[str, ...] | None = None  # None: every locale but the source
    consistent: bool = False
    reading: Path | None = None
    confidence: Confidence = Confidence.MEDIUM
    urgent_when: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)  # tag -> key -> values
    emergency_tag: str = ""
    numbers_need_note: bool = False
    place: int = 0  # in the order of mkdocs.yml: what matters most to readers stands first

    def sign_offs(self, *, source: bool) -> tuple[SignOff, ...]:
        """The sign-offs asked of a page; nobody signs the language of the source."""
        return tuple(kind for kind in self.sign if not (source and kind is SignOff.LANGUAGE))


@dataclass(frozen=True)
class BuiltPolicy:
    """What is asked of the pages of the built site. Budgets are bytes after gzip; None: there is none."""

    light_bytes: int | None = None  # pages without a stylesheet of their own file
    heavy_bytes: int | None = None  # the others, the page alone
    class_bytes: Mapping[str, int] = field(default_factory=dict)  # a class of <body> -> its budget, before the others
    hosts: tuple[str, ...] = ()  # from which pages may load
    emergency: str = ""  # the link that stands first and last on urgent pages, or the id of its contact


@dataclass(frozen=True)
class Policy:
    """The whole of `extra.l10n`; `declared` is False when the site has none, and the house rules are off."""

    translatable: tuple[str, ...] = ("title", "description")
    same: tuple[str, ...] = ()
    untranslated: tuple[str, ...] = ()
    keys: Mapping[str, KeyKind | tuple[str, ...]] | None = None  # front matter -> kind or values; None: not told
    months: Mapping[str, int] = field(default_factory=dict)  # front matter with a date -> how old it may be
    quotes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # locale -> pairs of marks, "«»"
    footnotes: frozenset[str] = frozenset()
    tag_texts: Mapping[tuple[str, str], str] = field(default_factory=dict)  # (tag, id) -> the words it stands for
    glossary: Path | None = None
    terms: Path | None = None
    contacts: Path | None = None
    contact_tags: tuple[str, ...] = ("service", "number")
    contact_months: int | None = None
    recordings: Path | None = None
    strings: str = ""  # a path with {locale} in it
    texts: tuple[Path, ...] = ()
    built: BuiltPolicy = field(default_factory=BuiltPolicy)
    sections: tuple[SectionPolicy, ...] = (SectionPolicy(),)
    declared: bool = False

    @property
    def section_names(self) -> frozenset[str]:
        """The prefixes that data files may name."""
        return frozenset(section.prefix for section in self.sections)

    def section_for(self, key: str) -> SectionPolicy:
        """The policy of the longest prefix that the page key lies under."""
        for section in self.sections:  # longest first
            if not section.prefix or key == section.prefix or key.startswith(section.prefix + "/"):
                return section
        return SectionPolicy(place=len(self.sections))
