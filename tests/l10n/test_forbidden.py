"""Phrases with stars, found as whole words in a plain text."""

from __future__ import annotations

import pytest

from l10n.errors import UserError
from l10n.forbidden import Phrase, read_forbidden
from l10n.words import plain


@pytest.mark.parametrize(
    ("locale", "phrase", "text", "found"),
    [
        ("en", "victim*", "Two Victims came", "victims"),
        ("en", "commit* suicide", "committed\n  suicide", "committed suicide"),
        ("en", "*migrant*", "immigrants", "immigrants"),
        ("fr", "s’aider", "S'aider", "s'aider"),
        ("ar", "عار", "بالعار", "بالعار"),
        ("ar", "غير شرعي*", "الغير الشرعيين", "الغير الشرعيين"),
    ],
)
def test_found(locale, phrase, text, found):
    assert Phrase(phrase, locale, (), (), "", "").find(plain(text)) == found


@pytest.mark.parametrize(
    ("locale", "phrase", "text"),
    [
        ("en", "victim*", "convictims"),
        ("lt", "auka", "aukštas, nauka"),
        ("en", "commit* suicide", "commit to suicide prevention"),
        ("en", "you should", "your shoulder, you shoulder"),
        ("ar", "عار", "شعار عارض"),
        ("en", "a.b", "aXb"),
    ],
)
def test_not_found(locale, phrase, text):
    assert Phrase(phrase, locale, (), (), "", "").find(plain(text)) == ""


def test_where_a_phrase_counts(tmp_path):
    file = tmp_path / "t.yml"
    file.write_text('- {words: {en: [a], lt: [b]}, why: "W."}\n- {words: {en: [c]}, sections: [leaflets], why: "W."}\n')
    forbidden = read_forbidden(file, frozenset(("leaflets",)))
    assert [phrase.text for phrase in forbidden.phrases("en", "leaflets")] == ["a", "c"]
    assert [phrase.text for phrase in forbidden.phrases("en", None)] == ["a"]
    assert [phrase.text for phrase in forbidden.phrases("lt", "help")] == ["b"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: b", ":1: It is no list; write entries with id, words, why and instead."),
        ("- id: a\n- words: [b]", ":1: This entry has no words; write words: and phrases by locale."),
        ("- words: {en: [b]}", ":1: This entry does not say why; write why: and a sentence."),
        ('- why: "W."\n  words: {en: b}', ":2: The value of en is no list of texts; write [one, two]."),
        ('- why: "W."\n  words:\n    en: ["*"]', ":3: The phrase '*' holds no letter; write a word."),
        (
            '- why: "W."\n  words: {en: [b]}\n  sections: [leaflet]',
            ":3: leaflet is no section of extra.l10n in mkdocs.yml",
        ),
        ('- why: "W."\n  sections: leaflets\n  words: {en: [b]}', ":2: The value of sections is no list of texts"),
    ],
)
def test_a_file_that_is_none(tmp_path, text, message):
    file = tmp_path / "t.yml"
    file.write_text(text)
    with pytest.raises(UserError) as error:
        read_forbidden(file, frozenset(("leaflets",)))
    assert str(error.value).startswith(f"{file}{message}")
