"""The closed list of rules: name, family, how grave, and why each exists."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Gravity(Enum):
    """How grave a finding is by default.

    OWED is an error where the policy enforces translation or with --strict, else a warning: a fix to the source can
    land without its translations. ERROR of a rule that `follows` the source text is OWED too while the section is
    known to be behind the source, for the same reason.
    """

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"
    OWED = "owed"


@dataclass(frozen=True)
class Definition:
    """A rule: `silenceable` by a comment in the page; `house` rules hold only where mkdocs.yml has extra.l10n."""

    name: str
    family: str
    gravity: Gravity
    explanation: str
    silenceable: bool = True
    house: bool = False
    follows: bool = False


def _coverage(name: str, gravity: Gravity, text: str) -> Definition:
    return Definition(name, "coverage", gravity, text, silenceable=False)


def _stale(name: str, gravity: Gravity, text: str) -> Definition:
    return Definition(name, "staleness", gravity, text, silenceable=name != "invalid-record")


def _structure(name: str, text: str, *, follows: bool = True) -> Definition:
    return Definition(name, "structure", Gravity.ERROR, text, follows=follows)


def _link(name: str, text: str, *, follows: bool = False) -> Definition:
    return Definition(name, "links", Gravity.ERROR, text, silenceable=name == "link-differs", follows=follows)


class Rule(Enum):
    """Every rule there is."""

    UNREADABLE_PAGE = Definition(
        "unreadable-page",
        "pages",
        Gravity.ERROR,
        "The file cannot be read as a page: not UTF-8, broken or unclosed front matter, too large, not a file. Nothing "
        "else about it is known, so the check ends with exit code 2: a broken file is never a pass.",
        silenceable=False,
    )
    MISSING_PAGE = _coverage(
        "missing-page",
        Gravity.OWED,
        "A page of the source has no translation in a locale that the policy owes it in.",
    )
    ORPHAN_PAGE = _coverage(
        "orphan-page",
        Gravity.ERROR,
        "A translation has no source page: the source was renamed, moved or deleted. Readers would find a text that "
        "nobody keeps current.",
    )
    STALE_SECTION = _stale(
        "stale-section",
        Gravity.OWED,
        "The source text of a section is no longer the text that this translation was made from: its digest differs "
        "from the recorded one.",
    )
    UNRECORDED_SECTION = _stale(
        "unrecorded-section",
        Gravity.OWED,
        "The translation does not record which source text a section was made from, so nothing can be said about "
        "whether it is current.",
    )
    MOVED_SECTION = _stale(
        "moved-section",
        Gravity.OWED,
        "The source text is recorded under another anchor: the source renamed the heading's anchor and nothing else.",
    )
    REMOVED_SECTION = _stale(
        "removed-section",
        Gravity.OWED,
        "The record names a section that the source no longer has. What the source took back must not stay standing "
        "in a translation.",
    )
    INVALID_RECORD = _stale(
        "invalid-record",
        Gravity.ERROR,
        "`source:` is not a mapping of section keys to quoted eight-digit hex digests. Unquoted, YAML reads some of "
        "them as numbers (12345678, 12e45678). It is written by `stamp`, and only into translations.",
    )
    UNSIGNED = Definition(
        "unsigned",
        "signing",
        Gravity.NOTICE,
        "The policy wants a person's sign-off for this page and there is none. The page is a draft and says so.",
    )
    SIGN_OFF_OUTDATED = Definition(
        "sign-off-outdated",
        "signing",
        Gravity.NOTICE,
        "The page was changed or stamped again after it was signed: the sign-off holds for another text.",
    )
    INVALID_SIGN_OFF = Definition(
        "invalid-sign-off",
        "signing",
        Gravity.ERROR,
        "`review:` does not have the shape that `sign` writes: by a name, on an ISO date, text a quoted digest.",
        silenceable=False,
    )
    REVIEW_DUE = Definition("review-due", "signing", Gravity.NOTICE, "The date of the next review has passed.")
    HEADING_STRUCTURE = _structure(
        "heading-structure",
        "The sections that source and translation share stand in another order or on another level. Reported once a "
        "page, at the first difference.",
    )
    MISSING_SECTION = _structure("missing-section", "A section of the source is not in the translation.")
    EXTRA_SECTION = _structure("extra-section", "A section of the translation is not in the source.")
    UNPINNED_HEADING = _structure(
        "unpinned-heading",
        "A heading pins no anchor. The build then makes one of its words: different in each language, lost in scripts "
        "without Latin letters, changed with every edit; and sections cannot be matched across languages.",
        follows=False,
    )
    DUPLICATE_ANCHOR = _structure(
        "duplicate-anchor", "An anchor is set twice on a page: links reach only the first.", follows=False
    )
    LIST_DIFFERS = _structure("list-differs", "A list has other items or nesting than in the source: a step is lost.")
    TABLE_DIFFERS = _structure("table-differs", "A table has other rows or columns than in the source.")
    CODE_DIFFERS = _structure("code-differs", "A code block has other content or another language than in the source.")
    ADMONITION_DIFFERS = _structure("admonition-differs", "An admonition has another type than in the source.")
    IMAGE_DIFFERS = _structure("image-differs", "A section shows other images than in the source.")
    FOOTNOTE_DIFFERS = _structure("footnote-differs", "A section refers to other footnotes than in the source.")
    UNDEFINED_FOOTNOTE = _structure(
        "undefined-footnote",
        "A section refers to a footnote that neither the page nor extra.l10n.footnotes defines: the mark is printed as "
        "text.",
        follows=False,
    )
    LINK_DIFFERS = _link("link-differs", "A section links to other targets than in the source.")
    LINK_LANGUAGE = _link(
        "link-language",
        "A link leaves the reader's language although the page exists in it, or names a locale by an absolute address.",
    )
    LINK_BROKEN = _link("link-broken", "A link names a file or an anchor that does not exist in this locale.")
    LINK_SYNTAX = _link("link-syntax", "Something meant as a link is printed as text: `[text] (address)`, no `)`.")
    UNTRANSLATED_TEXT = Definition(
        "untranslated-text",
        "text",
        Gravity.ERROR,
        "Four words or more are the same as in the source, names and numbers aside: text left untranslated. Names that "
        "stay the same everywhere belong into extra.l10n.same.",
        follows=True,
    )
    NUMBERS_DIFFER = Definition(
        "numbers-differ",
        "text",
        Gravity.ERROR,
        "A section has other numbers than in the source. Digits of all scripts, and separators of thousands, count as "
        "one; code, link targets and tags do not count.",
        follows=True,
    )
    TYPED_TELEPHONE = Definition(
        "typed-telephone",
        "text",
        Gravity.ERROR,
        "A telephone number is typed into the text. Numbers come from the data through a tag, so that a number is "
        "changed once and is the same in every language and format.",
        house=True,
    )
    TAGS_DIFFER = Definition(
        "tags-differ", "text", Gravity.ERROR, "A section has other tags (`{{ … }}`) than in the source.", follows=True
    )
    FRONT_MATTER_MISSING = Definition(
        "front-matter-missing", "metadata", Gravity.ERROR, "A key is missing that every page or the policy wants."
    )
    FRONT_MATTER_FORBIDDEN = Definition(
        "front-matter-forbidden", "metadata", Gravity.ERROR, "A key is there that the policy does not allow."
    )
    FRONT_MATTER_UNTRANSLATED = Definition(
        "front-matter-untranslated",
        "metadata",
        Gravity.ERROR,
        "A translatable key has the same two words or more as in the source.",
        follows=True,
    )
    FRONT_MATTER_VALUE = Definition(
        "front-matter-value", "metadata", Gravity.ERROR, "A key has a value that it cannot have.", house=True
    )
    DESCRIPTION_LENGTH = Definition(
        "description-length",
        "metadata",
        Gravity.WARNING,
        "A description is not between 50 and 160 characters: search engines and shared links cut it or ignore it.",
        house=True,
    )
    UNKNOWN_FRONT_MATTER_KEY = Definition(
        "unknown-front-matter-key", "metadata", Gravity.ERROR, "A key that nothing reads: mostly a slip.", house=True
    )
    INVALID_IGNORE = Definition(
        "invalid-ignore",
        "ignores",
        Gravity.ERROR,
        "A comment `l10n: ignore` names no rule that can be silenced, or gives no reason.",
        silenceable=False,
    )
    UNUSED_IGNORE = Definition(
        "unused-ignore", "ignores", Gravity.NOTICE, "A comment silences nothing any more.", silenceable=False
    )

    @property
    def title(self) -> str:
        """The stable kebab-case name."""
        return self.value.name


RULES = {rule.title: rule for rule in Rule}


def explain(rule: Rule) -> str:
    """What `--explain` prints: the meaning, the severity and how to silence one place."""
    definition = rule.value
    grave = {
        Gravity.OWED: "error where the policy enforces translation or with --strict, else warning",
        Gravity.ERROR: "error" + (" (as an owed translation while the section is stale)" if definition.follows else ""),
    }.get(definition.gravity, definition.gravity.value)
    silence = (
        f"Silence one place with  <!-- l10n: ignore {definition.name}: reason -->  in the section, or before the first "
        "heading for the whole page."
        if definition.silenceable
        else "It cannot be silenced."
    )
    house = "\nOnly where mkdocs.yml declares extra.l10n." if definition.house else ""
    return f"{definition.name} ({definition.family}; {grave})\n{definition.explanation}{house}\n{silence}"
