"""A form in one language -> the template of its report, as a book that publish/book/docx writes.

Words that readers must be told stand in it already; each question has a table for its numbers, each point of a checklist a
row. Talks are left out: they are told together, if at all.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from data.forms import Block, Item
from publish.forms.wording import FormWords
from publish.paper.sheets import Press
from publish.runs import Run

_GAP = "…"  # where a number or a sentence is to be written


def report(words: FormWords, press: Press, rtl: bool) -> dict:
    """The template as the data of a book."""
    form, locale, strings = words.form, words.locale, words.strings
    texts = form.report
    chapters = [
        _chapter("first", strings["form_report_first"], [_bullets(locale, [[text[locale]] for text in texts.first])]),
        _chapter("method", strings["form_report_method"], list(_method(words))),
        _chapter("caveats", strings["form_report_caveats"], [_text(text[locale]) for text in texts.caveats]),
    ]
    for block in form.blocks:
        if block.letter and not block.repeat and (blocks := list(_results(words, block))):
            chapters.append(_chapter(block.id, block.title[locale], blocks))
    return {
        "lang": locale,
        "rtl": rtl,
        "site": strings["site_name"],
        "draft": press.draft([locale]),
        "version": [f"{form.id} {form.version}"],
        "licence": strings["licence"],
        "address": None,
        "modified": f"{datetime.fromtimestamp(press.moment or 0, UTC):%Y-%m-%dT%H:%M:%SZ}",
        "title": texts.title[locale],
        "subtitle": _GAP,
        "words": {"not": strings["form_report_not"], "contents": strings["book_contents"]},
        "notices": [[Run(strings["unsigned_language"])]] if locale != press.site.source.code else [],
        "missing": [],
        "parts": [{"title": "", "number": None, "chapters": chapters}],
        "say": [],
    }


def _method(words: FormWords) -> Iterator[dict]:
    for line in words.form.report.method:
        yield {"k": "p", "runs": [Run(line[words.locale], "b")]}
        yield _text(_GAP)


def _results(words: FormWords, block: Block) -> Iterator[dict]:
    points = [item for item in block.items if item.kind == "check"]
    if points:
        yield _points(words, points)
    for item in block.items:
        if item.kind not in ("check", "note", "line", "date"):
            yield {"k": "head", "level": 1, "id": item.id, "runs": [Run(f"{item.number} {item.label[words.locale]}")]}
            if item.kind == "text":
                yield {"k": "p", "runs": [Run(words.strings["form_report_words"], "b")]}
                yield _text(_GAP)
            else:
                yield _numbers(words, item)


def _numbers(words: FormWords, item: Item) -> dict:
    """A table for the numbers of one question: answers as rows, or the rows of a grid with its answers as columns."""
    answers = [words.answer(answer) for answer in words.form.answers_of(item)]
    none = words.strings["form_report_none"]
    if item.kind == "grid":
        return _table(["", *answers, none], [[words.answer(row)] for row in item.rows])
    if item.kind == "number":
        return _table(["", words.strings["form_report_number"]], [[item.label[words.locale]]])
    return _table(["", words.strings["form_report_number"]], [[answer] for answer in [*answers, none]])


def _points(words: FormWords, items: list[Item]) -> dict:
    check, locale = words.form.check, words.locale
    columns = ["", check.found_label[locale], check.known_label[locale], check.note_label[locale]]
    return _table(columns, [[f"{item.number} {item.label[locale]}"] for item in items])


def _table(columns: list[str], rows: list[list[str]]) -> dict:
    """A table whose rows are filled with gaps."""
    filled = [[*row, *[_GAP] * (len(columns) - len(row))] for row in rows]
    return {
        "k": "table",
        "head": [[Run(cell)] for cell in columns],
        "rows": [[[Run(cell)] for cell in row] for row in filled],
    }


def _text(words: str) -> dict:
    return {"k": "p", "runs": [Run(words)]}


def _bullets(locale: str, items: list[list[str]]) -> dict:
    return {"k": "ul", "lang": locale, "items": [[_text(text) for text in item] for item in items]}


def _chapter(name: str, title: str, blocks: list[dict]) -> dict:
    """A chapter as publish/book/reading.py reads one, without what only a page of the guide has."""
    hand = {"label": "", "titles": []}
    return {"id": name, "title": title, "head": [], "notices": [], "hand": hand, "notes": [], "blocks": blocks}
