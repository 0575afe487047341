"""The order of an index: letters of their own stand where readers look for them, marks and articles do not count."""

import pytest

from hooks.collation import index_key

SORTED = {
    "en": ["anger", "Anxiety", "well-being", "wellness"],
    "lt": [
        "ąsotis",
        "atrama",
        "cukrus",
        "čia",
        "yda",
        "irklas",
        "įtampa",
        "sopulys",
        "šeima",
        "vertėjas",
        "zona",
        "žala",
    ],
    "ru": ["ёж", "ель", "ива", "июль", "йод", "кризис"],
    "fr": ["anxiété", "écoute", "écouter", "entretien", "état", "étranger"],
    "ar": ["أزمة نفسية", "الاكتئاب", "الأمل", "الثقة", "الحزن", "خدر", "الشعور", "القلق", "الوحدة", "اليأس"],
}


@pytest.mark.parametrize("locale", SORTED)
def test_words_stand_where_readers_look_for_them(locale: str) -> None:
    words = SORTED[locale]
    shuffled = sorted(words, key=len)
    assert sorted(shuffled, key=lambda word: index_key(word, locale)) == words


def test_words_that_differ_in_marks_alone_keep_one_order() -> None:
    assert sorted(["côte", "cote", "coté"], key=lambda word: index_key(word, "fr")) == ["cote", "coté", "côte"]
