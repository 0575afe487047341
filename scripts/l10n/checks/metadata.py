"""Front matter: what must be there, what must not, what must be translated, and slips."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..digest import normalised
from ..finding import Draft
from ..page import META
from ..rules import Rule
from .context import Context

KNOWN = (
    *("title", "description", "audience", "tab_title", "tile", "icon", "template", "urgent", "review", "source"),
    *("sources", "order", "hide", "search", "law_as_of", "checked"),
)
AUDIENCES = ("reader", "practitioner", "clinic")
DESCRIPTION = range(50, 161)
WORD = re.compile(r"[^\W\d_]+")


def required(context: Context) -> Iterator[Draft]:
    """Keys that are missing or forbidden. A site without a policy may give the title as a heading instead."""
    values, page = context.page.front_matter.values, context.page
    wanted = ["title", *context.policy.required]
    if not context.site.policy.declared and any(section.level == 1 for section in page.sections):
        wanted.remove("title")
    for name in dict.fromkeys(wanted):
        if not str(values.get(name) or "").strip():
            yield Draft(
                Rule.FRONT_MATTER_MISSING,
                page.front_matter.line(name),
                META,
                f"The front matter lacks {name}.",
                f"write {name}: … between the --- lines at the top",
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


def translated(context: Context) -> Iterator[Draft]:
    """Translatable keys with the very words of the source."""
    if context.is_source:
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
    """Values that cannot be, descriptions of the wrong length, and unknown keys."""
    front, page = context.page.front_matter, context.page
    for name, value in front.values.items():
        line = front.line(name)
        if name not in KNOWN and name not in page.translatable:
            yield Draft(Rule.UNKNOWN_FRONT_MATTER_KEY, line, META, f"Nothing reads the key {name}.", _nearest(name))
        elif name == "audience" and value not in AUDIENCES:
            yield Draft(Rule.FRONT_MATTER_VALUE, line, META, f"audience is {value!r}.", f"write {_either(AUDIENCES)}")
        elif name == "urgent" and not isinstance(value, bool):
            yield Draft(Rule.FRONT_MATTER_VALUE, line, META, f"urgent is {value!r}.", "write true or false")
        elif name in page.translatable and not isinstance(value, str):
            yield Draft(Rule.FRONT_MATTER_VALUE, line, META, f"{name} is {value!r}, not text.", "put it in quotes")
    description = front.values.get("description")
    if isinstance(description, str) and len(normalised(description)) not in DESCRIPTION:
        yield Draft(
            Rule.DESCRIPTION_LENGTH,
            front.line("description"),
            META,
            f"The description has {len(normalised(description))} characters.",
            f"write {DESCRIPTION.start} to {DESCRIPTION.stop - 1}",
        )


def _nearest(name: str) -> str:
    from difflib import get_close_matches  # only for a slip

    near = get_close_matches(name, KNOWN, 1)
    return f"did you mean {near[0]}?" if near else f"take it out; the keys are: {', '.join(KNOWN)}"


def _either(words: tuple[str, ...]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}"
