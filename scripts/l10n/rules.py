"""The closed list of rules: name, family, how grave. What each means and why it exists stands in rules.md beside this.

`--rules` lists them, `--explain RULE` prints the text; SARIF and the HTML report carry it too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import cache
from pathlib import Path

TEXTS = Path(__file__).with_name("rules.md")


class Gravity(Enum):
    """How grave a finding is by default.

    OWED is an error where the policy enforces translation or with --strict, else a warning: a fix to the source can
    land without its translations. ERROR of a rule that `follows` the source text is OWED too while the section is
    known to be behind the source, for the same reason. NOTICE is listed only on request (`--notices`).
    """

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"
    OWED = "owed"


class Family(Enum):
    """What a rule is about."""

    PAGES = "pages"
    COVERAGE = "coverage"
    STALENESS = "staleness"
    SIGNING = "signing"
    STRUCTURE = "structure"
    LINKS = "links"
    TEXT = "text"
    TYPOGRAPHY = "typography"
    RIGHT_TO_LEFT = "right-to-left"
    METADATA = "metadata"
    TERMS = "terms"
    DATA = "data"
    SAFETY = "safety"
    BUILT_SITE = "built-site"
    IGNORES = "ignores"


@dataclass(frozen=True)
class Definition:
    """A rule: `silenceable` by a comment in the page; `house` rules hold only where mkdocs.yml has extra.l10n.

    A rule that `guesses` goes by signs and not by proof, and its text in rules.md says so; where it is a NOTICE too,
    it does not even run unless notices are asked for.
    """

    name: str
    family: Family
    gravity: Gravity
    silenceable: bool = True
    house: bool = False
    follows: bool = False
    guesses: bool = False


class Rule(Enum):
    """Every rule there is."""

    # pages
    UNREADABLE_PAGE = Definition("unreadable-page", Family.PAGES, Gravity.ERROR, silenceable=False)
    AMBIGUOUS_PAGE = Definition("ambiguous-page", Family.PAGES, Gravity.ERROR, silenceable=False)
    UNREADABLE_DATA = Definition("unreadable-data", Family.PAGES, Gravity.ERROR, silenceable=False)
    # coverage
    MISSING_PAGE = Definition("missing-page", Family.COVERAGE, Gravity.OWED, silenceable=False)
    ORPHAN_PAGE = Definition("orphan-page", Family.COVERAGE, Gravity.ERROR, silenceable=False)
    EXCLUDED_PAGE = Definition("excluded-page", Family.COVERAGE, Gravity.ERROR, silenceable=False)
    NAV_UNTRANSLATED = Definition("nav-untranslated", Family.COVERAGE, Gravity.OWED)
    MISSING_ASSET = Definition("missing-asset", Family.COVERAGE, Gravity.OWED)
    # staleness
    STALE_SECTION = Definition("stale-section", Family.STALENESS, Gravity.OWED)
    UNRECORDED_SECTION = Definition("unrecorded-section", Family.STALENESS, Gravity.OWED)
    MOVED_SECTION = Definition("moved-section", Family.STALENESS, Gravity.OWED)
    REMOVED_SECTION = Definition("removed-section", Family.STALENESS, Gravity.OWED)
    INVALID_RECORD = Definition("invalid-record", Family.STALENESS, Gravity.ERROR, silenceable=False)
    # signing
    UNSIGNED = Definition("unsigned", Family.SIGNING, Gravity.NOTICE)
    SIGN_OFF_OUTDATED = Definition("sign-off-outdated", Family.SIGNING, Gravity.NOTICE)
    INVALID_SIGN_OFF = Definition("invalid-sign-off", Family.SIGNING, Gravity.ERROR, silenceable=False)
    REVIEW_DUE = Definition("review-due", Family.SIGNING, Gravity.NOTICE)
    # structure
    HEADING_STRUCTURE = Definition("heading-structure", Family.STRUCTURE, Gravity.ERROR, follows=True)
    MISSING_SECTION = Definition("missing-section", Family.STRUCTURE, Gravity.ERROR, follows=True)
    EXTRA_SECTION = Definition("extra-section", Family.STRUCTURE, Gravity.ERROR, follows=True)
    UNPINNED_HEADING = Definition("unpinned-heading", Family.STRUCTURE, Gravity.ERROR)
    EMPTY_HEADING = Definition("empty-heading", Family.STRUCTURE, Gravity.ERROR)
    DUPLICATE_ANCHOR = Definition("duplicate-anchor", Family.STRUCTURE, Gravity.ERROR)
    LIST_DIFFERS = Definition("list-differs", Family.STRUCTURE, Gravity.ERROR, follows=True)
    TABLE_DIFFERS = Definition("table-differs", Family.STRUCTURE, Gravity.ERROR, follows=True)
    CODE_DIFFERS = Definition("code-differs", Family.STRUCTURE, Gravity.ERROR, follows=True)
    INLINE_CODE_DIFFERS = Definition("inline-code-differs", Family.STRUCTURE, Gravity.ERROR, follows=True)
    INCLUDE_DIFFERS = Definition("include-differs", Family.STRUCTURE, Gravity.ERROR, follows=True)
    OPEN_FENCE = Definition("open-fence", Family.STRUCTURE, Gravity.ERROR)
    HTML_DIFFERS = Definition("html-differs", Family.STRUCTURE, Gravity.ERROR, follows=True)
    EMPHASIS_BROKEN = Definition("emphasis-broken", Family.STRUCTURE, Gravity.ERROR)
    ADMONITION_DIFFERS = Definition("admonition-differs", Family.STRUCTURE, Gravity.ERROR, follows=True)
    IMAGE_DIFFERS = Definition("image-differs", Family.STRUCTURE, Gravity.ERROR, follows=True)
    IMAGE_ALT_MISSING = Definition("image-alt-missing", Family.STRUCTURE, Gravity.ERROR)
    IMAGE_ALT_UNTRANSLATED = Definition("image-alt-untranslated", Family.STRUCTURE, Gravity.ERROR, follows=True)
    FOOTNOTE_DIFFERS = Definition("footnote-differs", Family.STRUCTURE, Gravity.ERROR, follows=True)
    UNDEFINED_FOOTNOTE = Definition("undefined-footnote", Family.STRUCTURE, Gravity.ERROR)
    # links
    LINK_DIFFERS = Definition("link-differs", Family.LINKS, Gravity.ERROR)
    LINK_LANGUAGE = Definition("link-language", Family.LINKS, Gravity.ERROR, silenceable=False)
    LINK_BROKEN = Definition("link-broken", Family.LINKS, Gravity.ERROR, silenceable=False)
    EMPTY_LINK = Definition("empty-link", Family.LINKS, Gravity.ERROR)
    LINK_SYNTAX = Definition("link-syntax", Family.LINKS, Gravity.ERROR, silenceable=False)
    # text
    UNTRANSLATED_TEXT = Definition("untranslated-text", Family.TEXT, Gravity.ERROR, follows=True)
    WRONG_LANGUAGE = Definition("wrong-language", Family.TEXT, Gravity.WARNING, guesses=True)
    NUMBERS_DIFFER = Definition("numbers-differ", Family.TEXT, Gravity.ERROR, follows=True)
    NUMBERS_MOVED = Definition("numbers-moved", Family.TEXT, Gravity.WARNING, follows=True, guesses=True)
    RANGES_DIFFER = Definition("ranges-differ", Family.TEXT, Gravity.ERROR, follows=True)
    DATES_DIFFER = Definition("dates-differ", Family.TEXT, Gravity.ERROR, follows=True)
    TIMES_DIFFER = Definition("times-differ", Family.TEXT, Gravity.ERROR, follows=True)
    EMAIL_DIFFERS = Definition("email-differs", Family.TEXT, Gravity.ERROR, follows=True)
    URL_DIFFERS = Definition("url-differs", Family.TEXT, Gravity.ERROR, follows=True)
    QUESTION_DIFFERS = Definition("question-differs", Family.TEXT, Gravity.WARNING, follows=True, guesses=True)
    END_PUNCTUATION = Definition("end-punctuation", Family.TEXT, Gravity.NOTICE, follows=True, guesses=True)
    LENGTH_DIFFERS = Definition("length-differs", Family.TEXT, Gravity.NOTICE, follows=True, guesses=True)
    TYPED_TELEPHONE = Definition("typed-telephone", Family.TEXT, Gravity.ERROR, house=True)
    UNSOURCED_NUMBER = Definition("unsourced-number", Family.TEXT, Gravity.ERROR, house=True)
    TAGS_DIFFER = Definition("tags-differ", Family.TEXT, Gravity.ERROR, follows=True)
    TOO_HARD_TO_READ = Definition("too-hard-to-read", Family.TEXT, Gravity.ERROR)
    HARD_TO_READ = Definition("hard-to-read", Family.TEXT, Gravity.NOTICE)
    # typography
    QUOTATION_MARKS = Definition("quotation-marks", Family.TYPOGRAPHY, Gravity.WARNING)
    UNPAIRED_QUOTES = Definition("unpaired-quotes", Family.TYPOGRAPHY, Gravity.WARNING)
    FRENCH_SPACING = Definition("french-spacing", Family.TYPOGRAPHY, Gravity.WARNING)
    ARABIC_PUNCTUATION = Definition("arabic-punctuation", Family.TYPOGRAPHY, Gravity.WARNING)
    KASHIDA = Definition("kashida", Family.TYPOGRAPHY, Gravity.WARNING)
    DOUBLED_WORD = Definition("doubled-word", Family.TYPOGRAPHY, Gravity.WARNING, guesses=True)
    MIXED_SCRIPTS = Definition("mixed-scripts", Family.TYPOGRAPHY, Gravity.ERROR)
    REPLACEMENT_CHARACTER = Definition("replacement-character", Family.TYPOGRAPHY, Gravity.ERROR)
    MOJIBAKE = Definition("mojibake", Family.TYPOGRAPHY, Gravity.ERROR)
    INVISIBLE_CHARACTER = Definition("invisible-character", Family.TYPOGRAPHY, Gravity.WARNING)
    NOT_NFC = Definition("not-nfc", Family.TYPOGRAPHY, Gravity.WARNING)
    # right-to-left
    BIDI_CONTROLS = Definition("bidi-controls", Family.RIGHT_TO_LEFT, Gravity.ERROR)
    BIDI_FLIP = Definition("bidi-flip", Family.RIGHT_TO_LEFT, Gravity.WARNING)
    BIDI_RANGE = Definition("bidi-range", Family.RIGHT_TO_LEFT, Gravity.WARNING, house=True)
    # metadata
    FRONT_MATTER_MISSING = Definition("front-matter-missing", Family.METADATA, Gravity.ERROR)
    FRONT_MATTER_FORBIDDEN = Definition("front-matter-forbidden", Family.METADATA, Gravity.ERROR)
    FRONT_MATTER_UNTRANSLATED = Definition("front-matter-untranslated", Family.METADATA, Gravity.ERROR, follows=True)
    FRONT_MATTER_VALUE = Definition("front-matter-value", Family.METADATA, Gravity.ERROR, house=True)
    TITLE_LENGTH = Definition("title-length", Family.METADATA, Gravity.WARNING, house=True)
    DESCRIPTION_LENGTH = Definition("description-length", Family.METADATA, Gravity.WARNING, house=True)
    UNKNOWN_FRONT_MATTER_KEY = Definition("unknown-front-matter-key", Family.METADATA, Gravity.ERROR, house=True)
    # terms
    FORBIDDEN_TERM = Definition("forbidden-term", Family.TERMS, Gravity.ERROR)
    INCONSISTENT_TRANSLATION = Definition("inconsistent-translation", Family.TERMS, Gravity.WARNING)
    GLOSSARY_TERM = Definition("glossary-term", Family.TERMS, Gravity.NOTICE, guesses=True)
    # data
    STRING_MISSING = Definition("string-missing", Family.DATA, Gravity.OWED)
    STRING_EXTRA = Definition("string-extra", Family.DATA, Gravity.ERROR)
    STRING_EMPTY = Definition("string-empty", Family.DATA, Gravity.ERROR)
    PLACEHOLDER_DIFFERS = Definition("placeholder-differs", Family.DATA, Gravity.ERROR)
    # safety
    URGENT_WITHOUT_EMERGENCY = Definition(
        "urgent-without-emergency", Family.SAFETY, Gravity.ERROR, silenceable=False, house=True
    )
    CONTACT_UNKNOWN = Definition("contact-unknown", Family.SAFETY, Gravity.ERROR, silenceable=False)
    CONTACT_NOT_SHOWN = Definition("contact-not-shown", Family.SAFETY, Gravity.ERROR, silenceable=False)
    CONTACT_UNSOURCED = Definition("contact-unsourced", Family.SAFETY, Gravity.ERROR)
    CONTACT_UNDATED = Definition("contact-undated", Family.SAFETY, Gravity.NOTICE)
    CONTACT_OUTDATED = Definition("contact-outdated", Family.SAFETY, Gravity.NOTICE)
    RECORDING_BROKEN = Definition("recording-broken", Family.SAFETY, Gravity.ERROR, silenceable=False)
    RECORDING_OUTDATED = Definition("recording-outdated", Family.SAFETY, Gravity.WARNING, silenceable=False)
    # built-site
    BUILT_PAGE_UNREADABLE = Definition("built-page-unreadable", Family.BUILT_SITE, Gravity.ERROR, silenceable=False)
    BUILT_PAGE_MISSING = Definition("built-page-missing", Family.BUILT_SITE, Gravity.ERROR, silenceable=False)
    BUILT_LANGUAGE = Definition("built-language", Family.BUILT_SITE, Gravity.ERROR, silenceable=False)
    BUILT_LINK_BROKEN = Definition("built-link-broken", Family.BUILT_SITE, Gravity.ERROR, silenceable=False)
    BUILT_CANONICAL = Definition("built-canonical", Family.BUILT_SITE, Gravity.ERROR, silenceable=False)
    BUILT_HREFLANG = Definition("built-hreflang", Family.BUILT_SITE, Gravity.ERROR, silenceable=False)
    BUILT_EXTERNAL_REQUEST = Definition(
        "built-external-request", Family.BUILT_SITE, Gravity.ERROR, silenceable=False, house=True
    )
    BUILT_TOO_HEAVY = Definition("built-too-heavy", Family.BUILT_SITE, Gravity.ERROR, silenceable=False, house=True)
    BUILT_WITHOUT_EMERGENCY = Definition(
        "built-without-emergency", Family.BUILT_SITE, Gravity.ERROR, silenceable=False, house=True
    )
    # ignores
    INVALID_IGNORE = Definition("invalid-ignore", Family.IGNORES, Gravity.ERROR, silenceable=False)
    UNUSED_IGNORE = Definition("unused-ignore", Family.IGNORES, Gravity.NOTICE, silenceable=False)

    @property
    def title(self) -> str:
        """The stable kebab-case name."""
        return self.value.name

    @property
    def text(self) -> str:
        """What the rule means and why it exists, from rules.md."""
        return _texts()[self.title]


UNREADABLE = (
    Rule.UNREADABLE_PAGE,
    Rule.UNREADABLE_DATA,
    Rule.BUILT_PAGE_UNREADABLE,
)  # something could not be checked: exit code 2
RULES = {rule.title: rule for rule in Rule}


@cache
def _texts() -> dict[str, str]:
    """Rule name -> its section of rules.md."""
    parts = re.split(r"^##? (.+)\n", TEXTS.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return {name: text.strip() for name, text in zip(parts[::2], parts[1::2], strict=True)}


def explain(rule: Rule) -> str:
    """What `--explain` prints: the meaning, the severity and how to silence one place."""
    definition = rule.value
    grave = {
        Gravity.OWED: "error where the policy enforces translation or with --strict, else warning",
        Gravity.ERROR: "error" + (" (as an owed translation while the section is stale)" if definition.follows else ""),
    }.get(definition.gravity, definition.gravity.value)
    lines = [f"{rule.title} ({definition.family.value}; {grave})", rule.text]
    if definition.guesses:
        lines.append("This rule guesses: it can be wrong.")
    if definition.house:
        lines.append("Only where mkdocs.yml declares extra.l10n.")
    lines.append(
        f"Silence one place with  <!-- l10n: ignore {rule.title}: reason -->  in the section, or before the first "
        "heading for the whole page."
        if definition.silenceable
        else "It cannot be silenced."
    )
    return "\n".join(lines)
