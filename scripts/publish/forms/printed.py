"""A form in one language -> the data of paper/form.typ: what stands on paper, in order.

A text is a list of runs [words, flags]; `n` runs from left to right whatever stands around it, `_` is a rule to write on.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from data.form_checks import PLACE
from data.forms import Block, Item
from publish.forms.wording import FormWords
from publish.paper.sheets import Press

_WRITTEN = ("number", "date", "line", "text")

Runs = list[list[str]]


def printed(words: FormWords, press: Press) -> dict:
    """The whole form as data."""
    form, locale, strings = words.form, words.locale, words.strings
    return {
        "lang": locale,
        "title": form.title[locale],
        "time": words.time,
        "about": [_runs(paragraph[locale]) for paragraph in form.about],
        "acts": [[act.label[locale], act.url] for act in form.acts.values()],
        "state": strings["unsigned_language"] if locale != press.site.source.code else "",
        "blocks": [_block(words, block) for block in form.blocks],
        "footer": [strings["site_name"], f"{form.id} {form.version}", strings["licence"]],
        "draft": press.draft([locale]),
        "address": press.address(locale, ""),
    }


def _block(words: FormWords, block: Block) -> dict:
    return {
        "letter": block.letter,
        "title": block.title[words.locale],
        "hint": block.hint[words.locale] if block.hint else "",
        "repeat": block.repeat,
        "when": words.only_if(block.when) if block.when and not _goes_without_saying(words, block) else "",
        "parts": list(_parts(words, block)),
    }


def _parts(words: FormWords, block: Block) -> Iterator[dict]:
    """The items in order, points that follow each other as one table."""
    for is_check, items in groupby(block.items, key=lambda item: item.kind == "check"):
        if is_check:
            yield _checks(words, list(items))
        else:
            yield from (_part(words, item) for item in items)


def _part(words: FormWords, item: Item) -> dict:
    label = _runs(item.label[words.locale])
    if item.kind == "note":
        return {"k": "note", "runs": label}
    part = {
        "k": "grid" if item.kind == "grid" else "question",
        "number": words.figures(item.number),
        "label": label,
        "needed": words.strings["form_needed"] if item.required else "",
        "hints": list(_hints(words, item)),
        "answers": [words.answer(answer) for answer in words.form.answers_of(item)],
    }
    if item.kind == "grid":
        part["rows"] = [
            [words.figures(number), words.answer(row)] for number, row in zip(item.row_numbers, item.rows, strict=True)
        ]
    else:
        part |= {"single": item.kind == "one", "write": item.kind if item.kind in _WRITTEN else ""}
    return part


def _hints(words: FormWords, item: Item) -> Iterator[str]:
    if item.when:
        yield words.only_if(item.when)
    if item.hint:
        yield item.hint[words.locale]
    if item.kind == "one":
        yield words.strings["form_choose_one"]
    elif item.kind == "several" and not item.most:
        yield words.strings["form_choose"]
    yield from words.limits(item)
    if item.stop:
        yield words.stop(item)


def _goes_without_saying(words: FormWords, block: Block) -> bool:
    """Whether every answer on which the block is not asked has already ended the form."""
    asking = [words.form.asking(name) for name in block.when.items]
    others = {answer.id for item in asking for answer in words.form.answers_of(item)} - {*block.when.is_}
    return len(asking) == 1 and asking[0].stop is not None and others <= {*asking[0].stop.answers}


def _checks(words: FormWords, items: list[Item]) -> dict:
    check, locale = words.form.check, words.locale
    return {
        "k": "checks",
        "answers": [words.answer(answer) for answer in words.form.answers[check.answers]],
        "found_label": check.found_label[locale],
        "known_label": check.known_label[locale],
        "known": [words.answer(answer) for answer in words.form.answers[check.known]],
        "note_label": check.note_label[locale],
        "rows": [
            {
                "number": words.figures(item.number),
                "label": item.label[locale],
                "hints": [
                    *([item.hint[locale]] if item.hint else []),
                    words.ways(item),
                    *([words.law(item)] if item.law else []),
                ],
            }
            for item in items
        ],
    }


def _runs(text: str) -> Runs:
    """A text with a rule wherever something is to be written in."""
    pieces = PLACE.split(text)
    return [[piece, "_" if index % 2 else ""] for index, piece in enumerate(pieces) if piece]
