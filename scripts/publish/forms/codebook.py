"""A form -> its codebook in one language, as CSV: under which name each answer is found in the data, and what it means.

One row an answer that can be chosen, one a question that is answered in writing. RFC 4180 with lines that end in LF, UTF-8 with
the mark by which spreadsheets know it: they show Cyrillic and Arabic wrongly without.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from data.form_checks import PLACE
from data.forms import Form, Item, Labelled
from publish.forms.wording import FormWords

COLUMNS = ("block", "number", "name", "type", "question", "answer", "meaning", "required", "only_if")
_BLANK = "…"  # for what is written in before the form goes out


def codebook(words: FormWords) -> str:
    """The text of the file, without its mark."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(_rows(words.form, words))
    return text.getvalue()


def _rows(form: Form, words: FormWords) -> Iterator[list[str]]:
    for block in form.blocks:
        for item in block.items:
            when = item.when or block.when
            more = ["yes" if item.required else "", words.only_if(when) if when else ""]
            for number, name, kind, question, answers in _questions(form, item, words):
                head = [block.id, number, name, kind, PLACE.sub(_BLANK, question)]
                yield from ([*head, answer.id, words.answer(answer), *more] for answer in answers)
                if not answers:
                    yield [*head, "", "", *more]


def _questions(form: Form, item: Item, words: FormWords) -> Iterator[tuple[str, str, str, str, tuple[Labelled, ...]]]:
    """(number, name, type, question, answers) of everything that an item asks; a text asks nothing."""
    label, locale = item.label[words.locale], words.locale
    if item.kind == "grid":
        for number, row in zip(item.row_numbers, item.rows, strict=True):
            yield number, row.id, "one", f"{label} {words.answer(row)}", form.answers_of(item)
    elif item.kind == "check":
        yield item.number, item.id, "one", label, form.answers_of(item)
        known, note = form.check.known_label[locale], form.check.note_label[locale]
        yield item.number, f"{item.id}_known", "several", known, form.answers[form.check.known]
        yield item.number, f"{item.id}_note", "text", note, ()
    elif item.kind != "note":
        yield item.number, item.id, item.kind, label, form.answers_of(item)
