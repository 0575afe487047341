"""In which language a sentence is written."""

from __future__ import annotations

import pytest

from l10n.languages import FUNCTION_WORDS, foreign_script, language_of, small_words

SENTENCES = {
    "en": "You can call us at any time of the day if you are not well.",
    "lt": "Galite mums skambinti bet kada, jei jums negera, ir mes jūsų išklausysime.",
    "ru": "Вы можете позвонить нам в любое время, если вам плохо.",
    "fr": "Vous pouvez nous appeler à toute heure si vous ne vous sentez pas bien.",
    "ar": "يمكنكم الاتصال بنا في أي وقت من اليوم إذا كان ذلك صعباً عليكم.",
    "de": "Sie können uns jederzeit anrufen, wenn es Ihnen nicht gut geht.",
    "es": "Puede llamarnos a cualquier hora del día si no se encuentra bien.",
    "pl": "Można do nas dzwonić o każdej porze, jeśli jest źle i nie ma nikogo.",
    "uk": "Ви можете зателефонувати нам у будь-який час, якщо вам погано і ви не знаєте, що робити.",
    "fa": "شما می‌توانید در هر ساعت از روز با ما تماس بگیرید اگر حال شما خوب نیست.",
}


@pytest.mark.parametrize("page", SENTENCES)
@pytest.mark.parametrize("language", SENTENCES)
def test_a_sentence_is_told_from_every_other_language(page, language):
    others = tuple(other for other in SENTENCES if other != page)
    assert language_of(SENTENCES[language], page, others) == (language if language != page else None)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "The Debian Administrator’s Handbook, chapitre 4"),
        ("fr", "Lisez « The state of the world » de Human Rights Watch et appelez-nous."),
        ("lt", "UNHCR, Human Rights Monitoring Institute, Vilnius"),
        ("lt", "The and of"),
        ("xx", "You can call us at any time of the day."),
        ("ru", "Creative Commons Attribution 4.0 International"),
    ],
)
def test_names_titles_and_unknown_languages_are_left_alone(language, text):
    assert language_of(text, language, ("en", "lt", "ru", "fr")) is None
    assert foreign_script(text, language) is None


@pytest.mark.parametrize(
    ("text", "page", "script"),
    [
        ("Звоните сейчас же", "lt", "Cyrillic"),
        ("اتصلوا بنا الآن", "ru", "Arabic"),
        ("Звоните сейчас же", "ar", "Cyrillic"),
        ("how to use this page", "ar", "Latin"),
        ("Getting Started With Kubernetes", "ar", None),
        ("Привет, Vilnius and the world", "ru", None),
        ("Слово «мир» на русском", "ru", None),
        ("Мир", "lt", None),
        ("Звоните сейчас же", "xx", None),
    ],
)
def test_another_script(text, page, script):
    assert foreign_script(text, page) == script


def test_words_of_two_languages_are_no_sign():
    assert "la" in FUNCTION_WORDS["fr"].split() and "la" in FUNCTION_WORDS["es"].split()
    assert "la" not in small_words("fr", ("es",))
    assert "vous" in small_words("fr", ("es",))
