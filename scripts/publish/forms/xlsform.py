"""A form -> the sheets of an XLSForm (xlsform.org) as rows of text, for KoboToolbox, ODK and whatever else reads it.

Every translatable column has the tag of its language, `label::Lietuvių (lt)`: one without a tag would make a language of its
own. What whoever runs the form writes in stands in rows of the type `calculate`; until all is written in, a note says so and
the form asks nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from data.form_checks import PLACE
from data.forms import Block, Form, Item, When, Words
from publish.direction import in_office
from publish.forms.wording import FormWords

_TYPES = {"note": "note", "number": "integer", "date": "date", "line": "text", "text": "text"}
_READY = "ready"
_RLM = "\u200f"  # a label that begins with a number still begins at the right

Row = dict[str, str]


@dataclass(frozen=True)
class XlsForm:
    """Writes the sheets of a form. `languages`: locale -> (its name, whether it runs from right to left), the source first;
    `strings`: locale -> words of the templates."""

    form: Form
    languages: dict[str, tuple[str, bool]]
    strings: dict[str, dict[str, str]]

    def sheets(self) -> dict[str, list[list[str]]]:
        """Name of each sheet -> its rows, the head first."""
        survey = list(self._survey())
        columns = ["type", "name", *self._columns("label"), *self._columns("hint"), "required"]
        columns += [*self._columns("required_message"), "relevant", "constraint", *self._columns("constraint_message")]
        columns += ["appearance", "calculation"]
        choices = [
            {"list_name": name, "name": each.id, **self._texts("label", lambda words, each=each: words.answer(each))}
            for name, answers in self.form.answers.items()
            for each in answers
        ]
        return {
            "survey": _table(columns, survey),
            "choices": _table(["list_name", "name", *self._columns("label")], choices),
            "settings": _table(["form_title", "form_id", "version", "default_language"], [self._settings()]),
            "about": _table(["name", *self._columns("text")], self._about(survey)),
        }

    def _settings(self) -> Row:
        source = next(iter(self.languages))
        return {
            "form_title": self.form.title[source],
            "form_id": f"{self.strings[source]['site_name'].lower().replace(' ', '_')}_{self.form.id}",
            "version": self.form.version,
            "default_language": self._tag(source),
        }

    def _about(self, survey: list[Row]) -> Iterator[Row]:
        """What whoever opens the workbook should know first. Programs do not read this sheet."""
        source = next(iter(self.languages))

        def line(name: str, text: Callable[[FormWords], str]) -> Row:
            return {"name": name, **self._texts("text", text)}

        yield line("title", lambda words: self.form.title[words.locale])
        yield line("state", lambda words: words.strings["written" if words.locale == source else "unsigned_language"])
        for number, paragraph in enumerate(self.form.about, 1):
            yield line(f"about {number}", lambda words, text=paragraph: text[words.locale])
        for act in self.form.acts.values():
            yield line("law", lambda words, act=act: f"{act.label[words.locale]}: {act.url}")
        yield line("write in", lambda words: words.strings["form_fill"])
        for entry in self.form.fill:
            row = next(index for index, row in enumerate(survey, 2) if row["name"] == entry.id)
            yield line(f"{entry.id} (survey, row {row})", lambda words, each=entry: words.answer(each))
        yield line("licence", lambda words: words.strings["licence"])

    def _survey(self) -> Iterator[Row]:
        if self.form.fill:
            for entry in self.form.fill:
                # In double quotes, so that an apostrophe may be written in.
                yield {"type": "calculate", "name": entry.id, "calculation": f'"[{entry.id}]"'}
            empty = " or ".join(f"starts-with(${{{entry.id}}}, '[')" for entry in self.form.fill)
            yield {"type": "calculate", "name": _READY, "calculation": f"if({empty}, 'no', 'yes')"}
            yield {
                "type": "note",
                "name": "not_ready",
                "relevant": f"${{{_READY}}} = 'no'",
                **self._texts("label", lambda words: words.strings["form_not_ready"]),
            }
        for block in self.form.blocks:
            yield from self._block(block)

    def _block(self, block: Block) -> Iterator[Row]:
        kind = "repeat" if block.repeat else "group"
        conditions = [f"${{{_READY}}} = 'yes'"] if self.form.fill else []
        conditions += [_condition(block.when)] if block.when else []
        yield {
            "type": f"begin_{kind}",
            "name": block.id,
            "relevant": " and ".join(conditions),
            **self._labels(block.title, block.letter),
        }
        if block.hint:
            yield {"type": "note", "name": f"{block.id}_hint", **self._labels(block.hint)}
        for item in block.items:
            yield from self._item(item)
        yield {"type": f"end_{kind}", "name": block.id}

    def _item(self, item: Item) -> Iterator[Row]:
        relevant = _condition(item.when) if item.when else ""
        if item.kind == "grid":
            yield from self._grid(item, relevant)
        elif item.kind == "check":
            yield from self._check(item, relevant)
        else:
            yield {**self._question(item, self._labels(item.label, item.number)), "relevant": relevant}

    def _question(self, item: Item, labels: Row) -> Row:
        row = {"type": self._type(item), "name": item.id, **labels, **self._hints(item)}
        if item.kind == "text":
            row["appearance"] = "multiline"
        if item.required:
            row |= self._required()

        def limits(words: FormWords) -> list[str]:
            return [*words.limits(item), *([item.stop.message[words.locale]] if item.stop else [])]

        if constraint := _constraint(item):
            row["constraint"] = constraint
            row |= self._texts("constraint_message", lambda words: " ".join(limits(words)))
        return row

    def _grid(self, item: Item, relevant: str) -> Iterator[Row]:
        group = {"type": "begin_group", "name": item.id, "relevant": relevant, "appearance": "field-list"}
        yield group | self._labels(item.label, item.number)
        if item.hint:
            yield {"type": "note", "name": f"{item.id}_hint", **self._labels(item.hint)}
        for number, row in zip(item.row_numbers, item.rows, strict=True):
            question = {"type": f"select_one {item.answers}", "name": row.id, **self._labels(row.label, number)}
            yield question | (self._required() if item.required else {})
        yield {"type": "end_group", "name": item.id}

    def _check(self, item: Item, relevant: str) -> Iterator[Row]:
        check = self.form.check
        group = {"type": "begin_group", "name": f"{item.id}_point", "relevant": relevant, "appearance": "field-list"}
        yield group | self._texts("label", lambda words: item.number)
        yield self._question(item, self._labels(item.label))
        # What was not looked at is known from nowhere.
        found = _condition(When((item.id,), check.known_if))
        known = {"type": f"select_multiple {check.known}", "name": f"{item.id}_known", "relevant": found}
        yield known | self._labels(check.known_label)
        yield {"type": "text", "name": f"{item.id}_note", "appearance": "multiline", **self._labels(check.note_label)}
        yield {"type": "end_group", "name": f"{item.id}_point"}

    def _type(self, item: Item) -> str:
        if item.kind == "check":
            return f"select_one {self.form.check.answers}"
        if item.answers:
            return f"select_{'one' if item.kind == 'one' else 'multiple'} {item.answers}"
        return _TYPES[item.kind]

    def _required(self) -> Row:
        return {"required": "yes", **self._texts("required_message", lambda words: words.strings["form_required"])}

    def _hints(self, item: Item) -> Row:
        def hint(words: FormWords) -> str:
            lines = [item.hint[words.locale]] if item.hint else []
            lines += [words.ways(item)] if item.by else []
            lines += [words.law(item)] if item.law else []
            lines += [words.limits(item)[0]] if item.kind == "several" and item.most else []
            return "\n".join(lines)

        return self._texts("hint", hint)

    def _labels(self, text: Words, number: str = "") -> Row:
        def label(words: FormWords) -> str:
            rtl = self.languages[words.locale][1]
            return f"{_RLM if rtl else ''}{number} {text[words.locale]}" if number else text[words.locale]

        return self._texts("label", label)

    def _texts(self, column: str, text: Callable[[FormWords], str]) -> Row:
        """The columns of a kind, in each language; what is filled in becomes a reference."""
        return {
            f"{column}::{self._tag(locale)}": PLACE.sub(r"${\1}", text(words)) for locale, words in self._words.items()
        }

    @cached_property
    def _words(self) -> dict[str, FormWords]:
        return {
            locale: FormWords(self.form, locale, self.strings[locale], in_office if rtl else str)
            for locale, (_, rtl) in self.languages.items()
        }

    def _columns(self, column: str) -> list[str]:
        return [f"{column}::{self._tag(locale)}" for locale in self.languages]

    def _tag(self, locale: str) -> str:
        return f"{self.languages[locale][0]} ({locale})"


def _condition(when: When) -> str:
    """One of the items has one of the answers; the same words for questions with one answer and with several."""
    choices = [f"selected(${{{item}}}, '{answer}')" for item in when.items for answer in when.is_]
    return choices[0] if len(choices) == 1 else f"({' or '.join(choices)})"


def _constraint(item: Item) -> str:
    """What an answer must keep to; FormWords.limits and `stop` say it in words."""
    rules = []
    if item.kind == "number":
        rules.append(f". >= {item.least} and . <= {item.most}")
    elif item.most:
        rules.append(f"count-selected(.) <= {item.most}")
    if item.alone:
        rules.append(f"(not(selected(., '{item.alone}')) or count-selected(.) = 1)")
    if item.other_than:
        others = " and ".join(f". != ${{{other}}}" for other in item.other_than)
        rules.append(f"(. = '{item.repeatable}' or ({others}))" if item.repeatable else others)
    if item.past:
        rules.append(". <= today()")
    if item.stop:
        rules += [f". != '{answer}'" for answer in item.stop.answers]
    return " and ".join(rules)


def _table(columns: list[str], rows: Iterable[Row]) -> list[list[str]]:
    return [columns, *([row.get(column, "") for column in columns] for row in rows)]
