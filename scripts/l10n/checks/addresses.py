"""Whether e-mail and web addresses that are typed into the text, not linked, are those of the source."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ..finding import Draft
from ..passages import Passage
from ..rules import Rule
from .context import Context

EMAIL = re.compile(r"(?<![\w.+/:-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_TLD = "com|org|net|eu|int|info|gov|edu|at|be|bg|by|ch|cz|de|dk|ee|es|fi|fr|gr|hr|hu|ie|it|lt|lv|nl|no|pl|pt|ro|ru|se|si|sk|ua|uk"
URL = re.compile(
    r"""(?:https?://|(?<![\w.@/-])www\.)[^\s<>"“”„«»()\[\]،؛؟\ufffc\u2066-\u2069]+"""
    rf"|(?<![\w.@/-])(?:[a-z0-9-]+\.)+(?:{_TLD})\b(?![\w@.-]*@)(?:/[^\s<>\"“”„«»()\[\]،؛؟\ufffc]*)?"
)
MAY_BE_URL = re.compile(rf"://|www\.|\.(?:{_TLD})\b")
CODE = re.compile(r"[a-z]{2}(?:[-_][A-Za-z]{2,4})?")


def emails(context: Context) -> Iterator[Draft]:
    """Sections whose e-mail addresses are not those of the source."""
    yield from _compared(context, Rule.EMAIL_DIFFERS, "e-mail addresses", _emails)


def urls(context: Context) -> Iterator[Draft]:
    """Sections whose web addresses are not those of the source; the language in an address may be another."""
    codes = {code.lower() for code in context.site.codes}

    def found(text: str) -> list[tuple[str, int]]:
        if not MAY_BE_URL.search(text):
            return []
        return [(_neutral(match.group(), codes), match.start()) for match in URL.finditer(text)]

    yield from _compared(context, Rule.URL_DIFFERS, "web addresses", found)


def _emails(text: str) -> list[tuple[str, int]]:
    return [(match.group().lower(), match.start()) for match in EMAIL.finditer(text)] if "@" in text else []


def _neutral(address: str, codes: set[str]) -> str:
    """An address without scheme, www. and closing marks, a language in it as *; behind one in the host nothing counts."""
    address = re.sub(r"^(?:https?://)?(?:www\.)?", "", address.rstrip(".,;:!?…/'’"))
    host, _, path = address.partition("/")
    first, _, rest = host.partition(".")
    if first in codes and "." in rest:
        return f"*.{rest}"
    parts = re.split(r"([/?&=])", path)
    path = "".join("*" if CODE.fullmatch(part) and part[:2].lower() in codes else part for part in parts)
    return f"{host.lower()}/{path}".rstrip("/")


def _compared(context: Context, rule: Rule, noun: str, find: Callable[[str], list[tuple[str, int]]]) -> Iterator[Draft]:
    for key, ours, theirs in context.read_pairs:
        wanted, found = _places(ours, find), _places(theirs, find)
        if wanted.keys() == found.keys():
            continue
        lost, more = sorted(wanted.keys() - found.keys()), sorted(found.keys() - wanted.keys())
        parts = [f"missing: {', '.join(lost)}"] if lost else []
        parts += [f"not in the source: {', '.join(more)}"] if more else []
        yield Draft(
            rule,
            found[more[0]] if more else theirs[0].line,
            key,
            f"Other {noun} than in the source ({'; '.join(parts)}).",
            f"compare with {context.source.path}:{wanted[lost[0]] if lost else ours[0].line}",
        )


def _places(passages: list[Passage], find: Callable[[str], list[tuple[str, int]]]) -> dict[str, int]:
    """Each address with the line on which it stands first."""
    found: dict[str, int] = {}
    for passage in passages:
        for address, start in find(passage.text):
            found.setdefault(address, passage.line_at(start))
    return found
