"""Front matter: what must be there, what must not, what must be translated, and slips."""

from __future__ import annotations

import reprlib
from collections.abc import Callable, Iterator
from datetime import date, datetime

from ..digest import normalised
from ..finding import Draft
from ..locale_codes import same_language
from ..page import META, Page
from ..policy import KeyKind
from ..rules import Rule
from ..words import WORD
from .context import Context

# Read by MkDocs, Material and its plugins (blog, tags, social, search), and by this checker.
KNOWN = (
    *("title", "description", "template", "hide", "icon", "status", "subtitle", "search", "tags", "comments", "social"),
    *("date", "authors", "author", "categories", "draft", "links", "pin", "readtime", "slug", "review", "source"),
)
TITLE = range(1, 71)
DESCRIPTION = range(50, 161)


def required(context: Context) -> Iterator[Draft]:
    """Keys that are missing or forbidden. Without a policy only a translation lacks a title, and if its source has one.

    `review.next` is the key `next` within `review`.
    """
    values, page = context.page.front_matter.values, context.page
    wanted = ["title", *context.policy.required]
    if not context.site.policy.declared and (_has_title(page) or context.is_source or not _has_title(context.source)):
        wanted.remove("title")
    for name in dict.fromkeys(wanted):
        path = name.split(".")
        value: object = values
        for key in path:
            value = value.get(key) if isinstance(value, dict) else None
        if not str(value or "").strip():
            written = ": {".join(path) + ": …" + "}" * (len(path) - 1)
            yield Draft(
                Rule.FRONT_MATTER_MISSING,
                page.front_matter.line(*path),
                META,
                f"The front matter lacks {name}.",
                f"write {written} between the --- lines at the top",
            )
    for name in context.policy.forbidden:
        if name in values:
            yield Draft(
                Rule.FRONT_MATTER_FORBIDDEN,
                page.front_matter.line(name),
                META,
                f"Pages here must not have {name}.",
                "take the line out",
            )


def _has_title(page: Page) -> bool:
    return bool(page.front_matter.values.get("title")) or any(section.level == 1 for section in page.sections)


def translated(context: Context) -> Iterator[Draft]:
    """Translatable keys with the very words of the source."""
    if context.is_source or same_language(context.page.locale, context.site.source.code):
        return
    for name, value in context.page.meta.items():
        ours = context.source.meta.get(name)
        if isinstance(value, str) and isinstance(ours, str) and normalised(value) == normalised(ours):
            bare = value
            for same in context.site.policy.same:
                bare = bare.replace(same, " ")
            if len(WORD.findall(bare)) >= 2:
                yield Draft(
                    Rule.FRONT_MATTER_UNTRANSLATED,
                    context.page.front_matter.line(name),
                    META,
                    f"{name} is not translated: “{value}”",
                    "translate it",
                )


def values(context: Context) -> Iterator[Draft]:
    """Values that cannot be, titles and descriptions of the wrong length, and unknown keys."""
    front, page, keys = context.page.front_matter, context.page, context.site.policy.keys
    for name, value in front.values.items():
        line = front.line(name)
        if keys is not None and name in keys:
            if wrong := _wrong(value, keys[name]):
                yield Draft(Rule.FRONT_MATTER_VALUE, line, META, f"{name} is {_told(value)}.", wrong)
        elif name in page.translatable:
            if not isinstance(value, str):
                message = f"{name} is {_told(value)}, not text."
                yield Draft(Rule.FRONT_MATTER_VALUE, line, META, message, "put it in quotes")
        elif keys is not None and name not in KNOWN:
            message = f"Nothing reads the key {name}."
            yield Draft(Rule.UNKNOWN_FRONT_MATTER_KEY, line, META, message, _nearest(name, (*KNOWN, *keys)))
    yield from _length(context, "title", TITLE, Rule.TITLE_LENGTH)
    yield from _length(context, "description", DESCRIPTION, Rule.DESCRIPTION_LENGTH)


def _wrong(value: object, kind: KeyKind | tuple[str, ...]) -> str:
    """What to write instead of a value, or nothing when it is of its kind."""
    if isinstance(kind, tuple):
        return "" if value in kind else f"write {_either(kind)}"
    fits, hint = KINDS[kind]
    return "" if fits(value) else hint


def _is_date(value: object) -> bool:
    """Whether a value is a day, as YAML reads it or as a quoted text."""
    if isinstance(value, datetime):
        return False
    try:
        return isinstance(value, date) or date.fromisoformat(str(value)).isoformat() == value
    except ValueError:
        return False


KINDS: dict[KeyKind, tuple[Callable[[object], bool], str]] = {
    KeyKind.ANY: (lambda value: True, ""),
    KeyKind.TEXT: (lambda value: isinstance(value, str), "put it in quotes"),
    KeyKind.BOOLEAN: (lambda value: isinstance(value, bool), "write true or false"),
    KeyKind.DATE: (_is_date, "write a day such as 2027-05-01"),
    KeyKind.NUMBER: (lambda value: isinstance(value, int | float) and not isinstance(value, bool), "write a number"),
    KeyKind.LIST: (lambda value: isinstance(value, list), "write a list: [one, two]"),
}


def _length(context: Context, name: str, wanted: range, rule: Rule) -> Iterator[Draft]:
    value = context.page.front_matter.values.get(name)
    if isinstance(value, str) and (length := len(normalised(value))) not in wanted:
        yield Draft(
            rule,
            context.page.front_matter.line(name),
            META,
            f"The {name} has {length} characters.",
            f"write {wanted.start} to {wanted.stop - 1}",
        )


def _told(value: object) -> str:
    return reprlib.repr(value)


def _nearest(name: str, known: tuple[str, ...]) -> str:
    from difflib import get_close_matches  # only for a slip

    near = get_close_matches(name, known, 1)
    return f"did you mean {near[0]}?" if near else "take it out, or name it in extra.l10n.keys"


def _either(words: tuple[str, ...]) -> str:
    return " or ".join(filter(None, (", ".join(words[:-1]), words[-1]))) if words else "nothing"
