"""What a form says beside its own words: numbers, limits, conditions, ways and law, in one language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from babel.lists import format_list

from data.forms import Form, Item, Labelled, When
from hooks.wording import Wording


@dataclass(frozen=True)
class FormWords:
    """The words of the templates for one form in one language. `figures` makes digits and references safe in its direction,
    as the format that is written needs it (publish/direction.py)."""

    form: Form
    locale: str
    strings: dict[str, str]
    figures: Callable[[str], str]

    @property
    def time(self) -> str:
        """How long it takes."""
        hours, minutes = divmod(self.form.minutes, 60)
        wording = Wording(self.locale, self.strings)
        return wording.minutes(self.form.minutes) if minutes else wording.hours_long(hours)

    def answer(self, answer: Labelled) -> str:
        """The label of an answer; one of figures alone is made safe."""
        return self.figures(answer.label) if isinstance(answer.label, str) else answer.label[self.locale]

    def answers(self, name: str, ids: tuple[str, ...]) -> list[str]:
        """The labels of some answers of a list."""
        return [self.answer(answer) for answer in self.form.answers[name] if answer.id in ids]

    def limits(self, item: Item) -> list[str]:
        """What an answer must keep to, a sentence a limit."""
        found = []
        if item.kind == "number":
            found.append(self.strings["form_range"].format(least=item.least, most=item.most))
        elif item.most:
            found.append(self.strings["form_most"].format(most=item.most))
        if item.alone:
            (alone,) = self.answers(item.answers, (item.alone,))
            found.append(self.strings["form_alone"].format(answer=alone))
        if item.other_than:
            found.append(self.strings["form_other"])
        if item.past:
            found.append(self.strings["form_past"])
        return found

    def stop(self, item: Item) -> str:
        """What follows an answer that ends the form, with that answer."""
        answers = format_list(self.answers(item.answers, item.stop.answers), "or", locale=self.locale)
        return self.strings["form_stop"].format(answers=answers, message=item.stop.message[self.locale])

    def only_if(self, when: When) -> str:
        """When an item is asked: by the numbers of others, as paper has to say it."""
        numbers = list(dict.fromkeys(self.form.asking(name).number for name in when.items))
        answers = self.answers(self.form.asking(when.items[0]).answers, when.is_)
        return self.strings["form_only_if"].format(
            items=format_list([self.figures(number) for number in numbers], "or", locale=self.locale),
            answers=format_list(answers, "or", locale=self.locale),
        )

    def ways(self, item: Item) -> str:
        """How a point can be checked."""
        ways = [self.strings[f"form_by_{way}"] for way in item.by]
        return self.strings["form_by"].format(ways=format_list(ways, "or", locale=self.locale))

    def law(self, item: Item) -> str:
        """The articles that say a point."""
        acts = [
            self.strings["form_articles"].format(
                act=self.form.acts[act].label[self.locale], articles=self.figures(articles)
            )
            for act, articles in item.law
        ]
        return self.strings["form_law"].format(acts=Wording(self.locale, self.strings).semicolon.join(acts))
