"""Text within a block as runs: words that are shown in one way. Every paper, book and office file is made of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from lxml import html

_BLANKS = re.compile(r"[ \t\r\n]+")
_FLAGS = {"strong": "b", "b": "b", "em": "i", "i": "i", "small": "m"}


class Run(NamedTuple):
    """`flags`: `b` bold, `i` emphasised, `n` a number or address that runs from left to right whatever stands around it
    and is never broken, `m` of less weight, `s` the mark of a note. `target`: where it leads; `lang`: its language, if another."""

    text: str
    flags: str = ""
    target: str = ""
    lang: str = ""


def runs_of(node: html.HtmlElement, target: Callable[[str], str] = lambda href: "", lang: str = "") -> list[Run]:
    """The text of an element, blanks folded, pictures left out. `target` says where a link of that address leads; `lang` is
    the language of the element, if it is not that of the text as a whole."""
    runs = list(_walk(node, "", "", lang, target))
    if runs:
        runs[0] = runs[0]._replace(text=runs[0].text.lstrip())
        runs[-1] = runs[-1]._replace(text=runs[-1].text.rstrip())
    return [run for run in runs if run.text]


def _walk(node: html.HtmlElement, flags: str, leads: str, lang: str, target: Callable[[str], str]) -> Iterator[Run]:
    if node.tag == "svg":
        return
    # A word of another language is isolated too; only numbers and addresses name no language.
    number = node.tag == "bdi" and node.get("lang") is None
    flags += "n" if number else _FLAGS.get(node.tag, "")
    lang = node.get("lang", lang)
    if node.tag == "a":
        leads = target(node.get("href", ""))
        flags += "s" if node.get("class") == "footnote-ref" else ""
    if node.text:
        yield _run(node.text, flags, leads, lang)
    for child in node:
        if isinstance(child.tag, str):
            yield from _walk(child, flags, leads, lang, target)
        if child.tail:
            yield _run(child.tail, flags, leads, lang)


def _run(text: str, flags: str, leads: str, lang: str) -> Run:
    text = _BLANKS.sub(" ", text)
    return Run(text.strip() if "n" in flags else text, "".join(sorted(set(flags))), leads, lang)


def converted(value: object, convert: Callable[[Run], object]) -> object:
    """Data with each run in it converted."""
    if isinstance(value, Run):
        return convert(value)
    if isinstance(value, dict):
        return {key: converted(inner, convert) for key, inner in value.items()}
    return [converted(inner, convert) for inner in value] if isinstance(value, list | tuple) else value
