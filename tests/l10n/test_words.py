"""Words found in whatever form a language gives them."""

from __future__ import annotations

import pytest

from l10n.locale_codes import language
from l10n.words import plain, stems


@pytest.mark.parametrize(
    ("code", "form", "text"),
    [
        ("lt", "vertėjas", "Reikia vertėjų."),
        ("lt", "savižudybė", "mintys apie savižudybes"),
        ("lt", "pabėgėlis", "Pabėgėlėms padeda."),
        ("lt", "prekyba žmonėmis", "Prekybos žmonėmis nėra"),
        ("ru", "беженец", "Помощь беженцам"),
        ("ru", "тяжёлые мысли", "тяжелых мыслей"),
        ("ru", "лицо, ищущее убежища", "лица, ищущие убежище"),
        ("fr", "demandeur d’asile", "les demandeurs d'asile"),
        ("fr", "s’aider soi-même", "S'aider soi-même"),
        ("ar", "مترجم شفوي", "أحتاج إلى مترجمٍ شفويّ"),
        ("ar", "مترجم شفوي", "مترجماً شفوياً"),
        ("ar", "لاجئ", "للاجئين"),
        ("ar", "الانتحار", "وبالانتحار"),
        ("ar", "أخصائي نفسي", "أخصائية نفسية"),
        ("de", "Dolmetscher", "mit Dolmetschern"),
        ("pt-BR", "refugiado", "refugiados"),
    ],
)
def test_a_form_is_found_inflected(code, form, text):
    words = stems(language(code))
    assert words.bag(text).holds(words.line(form))


@pytest.mark.parametrize(
    ("code", "form", "text"),
    [
        ("lt", "vertėjas", "Reikia gydytojų."),
        ("lt", "psichikos sveikata", "sveikatos priežiūra"),
        ("ru", "задержание", "задача"),
        ("fr", "rétention", "détention"),
        ("ar", "مترجم شفوي", "مترجم"),
        ("ar", "عار", "شعار معارض"),
        ("xx", "abc", "abcdefg"),
    ],
)
def test_another_word_is_not_the_form(code, form, text):
    words = stems(code)
    assert not words.bag(text).holds(words.line(form))


@pytest.mark.parametrize(
    ("code", "one", "other", "same"),
    [
        ("en", "interpreter", "interpreters", True),
        ("en", "interpreter", "interpret", False),
        ("en", "therapy", "therapies", True),
        ("en", "crisis", "crisp", False),
        ("en", "psychologist", "psychology", False),
        ("ru", "беженцы", "беженцев", True),
        ("fr", "suicide", "suicidaire", False),
    ],
)
def test_forms_of_one_word_in_the_source(code, one, other, same):
    words = stems(code)
    assert words.same(words.line(one)[0], words.line(other)[0]) is same


def test_a_language_without_a_stemmer_compares_words_as_they_are():
    words = stems("xx")
    assert words.bag("Vienas du").holds(words.line("du"))


def test_plain_leaves_ascii_alone_and_takes_marks_out():
    assert plain("Don’t STOP") == "don't stop"
    assert plain("تنفّس ـ") == "تنفس "
    assert plain("Ещё") == "еще"
