"""Sentences of several languages, what is measured of a page, and files of gates that are none."""

from __future__ import annotations

import pytest

from l10n.errors import UserError
from l10n.reading import measure, read_reading
from l10n.sentences import sentence_spans


def sentences(text, code="en"):
    return [text[start:end].strip() for start, end in sentence_spans(text, code)]


@pytest.mark.parametrize(
    ("code", "text", "found"),
    [
        ("en", "One. Two! Three? Four… Five", ["One.", "Two!", "Three?", "Four…", "Five"]),
        ("en", "Call at 9.30. Then rest.", ["Call at 9.30.", "Then rest."]),
        (
            "en",
            "Dr. Who and J. Smith, e.g. here, came. He left.",
            ["Dr. Who and J. Smith, e.g. here, came.", "He left."],
        ),
        ("en", "“Yes.” “No.” “Go”", ["“Yes.", "” “No.", "” “Go”"]),
        ("en", "What?! Now", ["What?!", "Now"]),
        ("en", "See https://example.org/a.b?c=d! Then go.", ["See https://example.org/a.b?c=d!", "Then go."]),
        ("fr", "« Oui ? » dit M. Petit. Non.", ["« Oui ?", "» dit M. Petit.", "Non."]),
        (
            "lt",
            "Pvz. Vilniuje, 2026 m. gegužę, buvo šilta. Taip.",
            ["Pvz. Vilniuje, 2026 m. gegužę, buvo šilta.", "Taip."],
        ),
        ("ru", "В г. Вильнюсе, т. е. здесь. Да.", ["В г. Вильнюсе, т. е. здесь.", "Да."]),
        ("ar", "هل أنتم هنا؟ نعم؛ نحن هنا. حسناً", ["هل أنتم هنا؟", "نعم؛", "نحن هنا.", "حسناً"]),
        ("en", " … ", []),
        ("en", "", []),
    ],
)
def test_sentences(code, text, found):
    assert sentences(text, code) == found


def test_figures_of_a_page(page_of):
    page = page_of(
        "---\ntitle: x\n---\n\nShort words are here. An extraordinary {{ number one }}.\n\n"
        "# No sentence { #a }\n\n- [only](a.md) – [links](b.md)\n- an item\n\n{{ say it }}\n\n## Left { #left }\n\nOut.\n"
    )
    figures = measure(page, frozenset(("left",)))
    assert [(sentence.words, sentence.line) for sentence in figures.sentences] == [
        (("Short", "words", "are", "here."), 5),
        (("An", "extraordinary", "0."), 5),
        (("an", "item"), 10),
    ]
    assert (figures.mean, figures.longest) == (3, 4)
    assert figures.index == pytest.approx(3 + 100 / 9)


def test_a_page_without_sentences_has_no_figures(page_of):
    assert measure(page_of("# Title\n\n{{ say it }}\n"), frozenset()) is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[]", ":1: It holds no gates; write gates: and figures by locale."),
        ("gates: {en: {}}\nleave_out: say", ":2: leave_out is no list of anchors; write [one, two]."),
        ("gates:\n  en: 12", ":2: en holds no figures; write {mean: {warn: 12, fail: 15}}."),
        ("gates:\n  en: {mean: 12}", ":2: mean holds no figures"),
        ("gates:\n  en: {words: {fail: 1}}", ":2: words: {'fail': 1} is no gate; write mean, longest, index"),
        ("gates:\n  en: {mean: {most: 1}}", ":2: mean: {'most': 1} is no gate"),
        ("gates:\n  en: {mean: {fail: many}}", ":2: mean: {'fail': 'many'} is no gate"),
        ("gates:\n  en: {mean: {fail: true}}", ":2: mean: {'fail': True} is no gate"),
    ],
)
def test_a_file_that_is_none(tmp_path, text, message):
    file = tmp_path / "r.yml"
    file.write_text(text)
    with pytest.raises(UserError) as error:
        read_reading(file)
    assert str(error.value).startswith(f"{file}{message}")
