"""What is a flaw in a text of a language, and what only looks like one."""

from __future__ import annotations

import pytest

from l10n.typography import flaws

NB = "\u202f"


def found(text: str, locale: str, quotes: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """(rule, the character at which the flaw begins) of each flaw."""
    return [(flaw.rule.title, text[flaw.start]) for flaw in flaws(text, locale, quotes)]


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", 'They said: “Call us.” It’s ’90s rock ’n’ roll. 5\'10" and "so" it isn\'t.'),
        ("en", "What that is is clear. He had had it. New York, New York. Bye bye."),
        ("lt", "Jie sakė: „Skambinkite.“ Labai labai ilgai, 5-as."),
        ("ru", "Они: «Звоните „сейчас“». HTML-код, PDFа, URLов, Git’ом, 5-й, кВт."),
        (
            "fr",
            f"Elle dit{NB}: «{NB}Non{NB}!{NB}» Pourquoi{NB}?! Nous nous levons à 9:00, voir https://a.example/?b;c",
        ),
        ("fr", "Vert\u00a0; rouge\u00a0: voir 10:30:15, :) et (?) ainsi que page?id=1"),
        ("fr-CA", "Quoi? Non; « oui » : vrai!"),
        ("fr_CA", "Quoi? Non!"),
        ("ar", "أولاً، اتصلوا؛ هل هو عاجل؟ في HTML, CSS, JS و1,500 و3.5%، و1445 هـ، والـ HTML: شيئاً فشيئاً."),
        ("ar", "اللغة الفارسية (فارسی) والمقهى قريب مُهِمًّا وشدَّة."),
        ("fa", "می\u200cزنند و صبر کنید؛ ۵٪ از ۲۰۲۱"),
        ("de", "„Nein“, sagte »er«, und die die wissen, dass das so ist."),
        ("sv", "Han sade ”nej” till det det gällde."),
        ("tr", "Yavaş yavaş “geldi”."),
        ("xx", "«Any» “marks” „here” and and there ; ."),
        ("th", "ไทย\u200bไทย"),
        (
            "en",
            "Families 👨\u200d👩\u200d👧 and 🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f, soft\u00adhyphen.",
        ),
        ("pt", "NÃO. MAÇÃ “ÃO” É. Ângela. MAÇÃ\u00a0!"),
        ("en", "two lines\nof text\twith a tab"),
        ("en", "A smiley :smile: and ++ctrl+alt+del++, or $a;b$ and {name}."),
    ],
)
def test_right(locale, text):
    assert found(text, locale) == []


@pytest.mark.parametrize(
    ("locale", "text", "rule", "at"),
    [
        ("en", "They said „call“ us.", "quotation-marks", "„"),
        ("lt", "Jie sakė ”skambinkite”.", "quotation-marks", "”"),
        ("ru", "Они сказали „звоните”.", "quotation-marks", "”"),
        ("de", "Er sagte ‚nein‘ und ‹ja› und ‟so“.", "quotation-marks", "‟"),
        ("sv", "Han sade “nej”.", "quotation-marks", "“"),
        ("en", "“Call us, they said.", "unpaired-quotes", "“"),
        ("ru", "Звоните нам», сказали.", "unpaired-quotes", "»"),
        ("fr", f"Non{NB}; oui!", "french-spacing", "!"),
        ("fr", "Pourquoi ?", "french-spacing", "?"),
        ("fr", "Une liste:", "french-spacing", ":"),
        ("fr", f"Il dit «oui{NB}».", "french-spacing", "«"),
        ("fr", f"Il dit «{NB}oui ».", "french-spacing", "»"),
        ("fr-CH", "Voilà!", "french-spacing", "!"),
        ("ar", "أولاً, اتصلوا.", "arabic-punctuation", ","),
        ("ar", "هل هو عاجل?", "arabic-punctuation", "?"),
        ("ar", "قال (نعم); ثم.", "arabic-punctuation", ";"),
        ("ar", "٥% من الناس", "arabic-punctuation", "%"),
        ("ru", "Звоните، когда надо.", "arabic-punctuation", "،"),
        ("ar", "المركـــز", "kashida", "ـ"),
        ("en", "Call us now now please.", "doubled-word", "n"),
        ("en", "The the end.", "doubled-word", "t"),
        ("en", "Wait for it for\nfor, then go.", "doubled-word", "f"),
        ("ru", "Позвоните в в центр.", "doubled-word", "в"),
        ("ru", "город Вилниyс", "mixed-scripts", "В"),
        ("lt", "Vilnius dėl fоrmos", "mixed-scripts", "f"),
        ("en", "the Сloud", "mixed-scripts", "С"),
        ("ar", "المرکز", "mixed-scripts", "ا"),
        ("fa", "كتاب", "mixed-scripts", "ك"),
        ("ar", "عام ٢٠۲١", "mixed-scripts", "٢"),
        ("lt", "Skambinkite \ufffdia", "replacement-character", "\ufffd"),
        ("fr", "lâ€™heure", "mojibake", "â"),
        ("fr", "pense Ã\u00a0 toi", "mojibake", "Ã"),
        ("fr", "voilÃ\u00a0", "mojibake", "Ã"),
        ("ru", "ребёнка Ð¾ том", "mojibake", "Ð"),
        ("lt", "vasara Å¡alia", "mojibake", "Å"),
        ("lt", "kavinÄ— yra", "mojibake", "Ä"),
        ("ru", "Ð»ÐµÑ‚Ð¾", "mojibake", "Ð"),
        ("ru", "С‡Р°СЃ", "mojibake", "С"),
        ("ar", "Ø§Ù„", "mojibake", "Ø"),
        ("en", "zero\u200bwidth", "invisible-character", "\u200b"),
        ("en", "a bell\u0007", "invisible-character", "\u0007"),
        ("de", "Auf\u200clage", "invisible-character", "\u200c"),
        ("fr", f"e\u0301te\u0301{NB}!", "not-nfc", "e"),
        ("vi", "Vie\u0323\u0302t", "not-nfc", "e"),
    ],
)
def test_wrong(locale, text, rule, at):
    assert (rule, at) in found(text, locale)
    assert {name for name, _ in found(text, locale)} == {rule}


def test_the_house_forbids_all_other_marks():
    text = 'Don\'t say "help" or “now”, it’s 5\'10".'
    assert found(text, "en") == []
    assert [at for _, at in found(text, "en", ("“”",))] == ["'", '"', '"']
    assert [at for _, at in found("قال “نعم” و«لا».", "ar", ("«»",))] == ["“", "”"]


def test_a_hint_is_the_edit():
    hints = {flaw.rule.title: flaw.hint for flaw in flaws("Вилниyс – кафе Ð»ÐµÑ‚Ð¾", "ru")}
    assert hints["mixed-scripts"].startswith("write Вилниус")
    assert hints["mojibake"].startswith("write лето for Ð»ÐµÑ‚Ð¾")
    assert next(flaws("cafe\u0301", "fr")).hint.startswith("write é as U+00E9")
