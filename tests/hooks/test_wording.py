"""Facts of a service in words: dates, hours, languages, cost, source."""

import html
import re
from collections.abc import Callable

import pytest

from data.services import Opening, Service
from hooks.wording import Wording

LOCALES = ["en", "lt", "ru", "fr", "ar"]
Make = Callable[..., Service]
Strings = dict[str, dict[str, str]]

# As a reader of the language writes them: Lithuanian puts the year first and marks it.
DATES = {
    ("en", "2026-02-27"): "27 February 2026",
    ("en", "2026-02"): "February 2026",
    ("lt", "2026-02-27"): "2026 m. vasario 27 d.",
    ("lt", "2026-02"): "2026 m. vasaris",
    ("fr", "2026-02-27"): "27 février 2026",
    ("fr", "2026-02"): "février 2026",
    ("ar", "2026-02-27"): "27 فبراير 2026",
    ("ar", "2026-02"): "فبراير 2026",
}


def wording(strings: Strings, locale: str, **changes: str) -> Wording:
    return Wording(locale, {**strings[locale], **changes})


def pairs(hours: list[tuple[str, str, str]]) -> tuple[Opening, ...]:
    return tuple(Opening(*line) for line in hours)


def plain(words: str) -> str:
    """What a reader sees of `words`."""
    # Not Markup.striptags, which turns narrow spaces into plain ones.
    return html.unescape(re.sub(r"<[^>]+>", "", words))


@pytest.mark.parametrize(("locale", "iso"), DATES)
def test_date(strings: Strings, locale: str, iso: str) -> None:
    assert wording(strings, locale).date(iso) == DATES[locale, iso]


@pytest.mark.parametrize(("iso", "words"), [("2026-02-27", "27 февраля 2026"), ("2026-02", "февраль 2026")])
def test_russian_date_with_or_without_the_word_for_year(strings: Strings, iso: str, words: str) -> None:
    assert wording(strings, "ru").date(iso).replace("\u00a0", " ") in (words, f"{words} г.")


@pytest.mark.parametrize("locale", LOCALES)
def test_year_alone_names_no_month(strings: Strings, locale: str) -> None:
    assert wording(strings, locale).date("2026") in ("2026", "2026 m.", "2026 г.", "2026 год")


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("iso", ["2026-02-27", "2026-02", "2026"])
def test_date_has_only_the_digits_it_was_given(strings: Strings, locale: str, iso: str) -> None:
    digits = re.findall(r"\d+", wording(strings, locale).date(iso))
    assert sorted(digits) == sorted(part.lstrip("0") for part in iso.split("-") if part != "02")
    assert all(digit.isascii() for digit in digits)


@pytest.mark.parametrize("locale", LOCALES)
def test_hours_always_and_not_known(strings: Strings, locale: str, make_service: Make) -> None:
    words = wording(strings, locale)
    assert words.hours(make_service(hours="always")) == strings[locale]["always"]
    assert words.hours(make_service(hours=None)) == strings[locale]["hours_unknown"]


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("en", "Mon–Fri 09:00–19:00"),
        ("lt", "pr–pn 09:00–19:00"),
        ("ru", "пн–пт 09:00–19:00"),
        ("fr", "lun.–ven. 09:00–19:00"),
        ("ar", "من الاثنين إلى الجمعة من 09:00 إلى 19:00"),
    ],
)
def test_hours_of_a_range_of_days(strings: Strings, locale: str, expected: str, make_service: Make) -> None:
    service = make_service(hours=pairs([("mo-fr", "09:00", "19:00")]))
    assert plain(wording(strings, locale).hours(service)) == expected


@pytest.mark.parametrize("locale", LOCALES)
def test_every_time_is_isolated_and_in_order(strings: Strings, locale: str, make_service: Make) -> None:
    hours = wording(strings, locale).hours(
        make_service(hours=pairs([("mo", "09:00", "19:00"), ("sa", "10:00", "24:00")]))
    )
    assert re.findall(r'<bdi dir="ltr">(.*?)</bdi>', hours) == ["09:00", "19:00", "10:00", "24:00"]
    assert not re.search(r"\d", re.sub(r"<bdi.*?</bdi>", "", hours))


@pytest.mark.parametrize(
    ("locale", "mark"), [("en", "; "), ("lt", "; "), ("ru", "; "), ("fr", "\u202f; "), ("ar", "؛ ")]
)
def test_lines_are_parted_by_the_mark_of_the_language(
    strings: Strings, locale: str, mark: str, make_service: Make
) -> None:
    two = plain(
        wording(strings, locale).hours(make_service(hours=pairs([("mo", "09:00", "19:00"), ("sa", "10:00", "12:00")])))
    )
    first = plain(wording(strings, locale).hours(make_service(hours=pairs([("mo", "09:00", "19:00")]))))
    assert two.startswith(first + mark)
    assert ";" not in two.replace(mark, "", 1)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("hours", ["always", pairs([("mo", "09:00", "19:00")])])
def test_hours_say_of_what_date_they_are(strings: Strings, locale: str, hours: object, make_service: Make) -> None:
    words = wording(strings, locale)
    assert words.date("2024-03-14") in words.hours(make_service(hours=hours, hours_as_of="2024-03-14"))


ODD = "<b> & more"
RANGE = pairs([("mo-fr", "09:00", "19:00")])


@pytest.mark.parametrize(
    ("key", "words", "hours"),
    [
        ("always", ODD, "always"),
        ("hours_unknown", ODD, None),
        ("range", "{from} " + ODD + " {to}", RANGE),
        ("hours_as_of", ODD + " {date}", RANGE),
    ],
)
def test_words_are_escaped(strings: Strings, key: str, words: str, hours: object, make_service: Make) -> None:
    shown = wording(strings, "en", **{key: words}).hours(
        make_service(hours=hours, hours_as_of="2024" if hours else None)
    )
    assert "&lt;b&gt; &amp; more" in shown
    assert "<b>" not in shown


def test_spoken_languages_are_named_in_the_language_of_the_page(strings: Strings, make_service: Make) -> None:
    service = make_service(languages=("lt", "en"))
    assert wording(strings, "fr").spoken(service) == f"lituanien, anglais ({strings['fr']['spoken_others']})"
    assert wording(strings, "ar").spoken(service) == f"الليتوانية، الإنجليزية ({strings['ar']['spoken_others']})"
    assert wording(strings, "lt").spoken(make_service(languages=())) == strings["lt"]["spoken_unknown"]


@pytest.mark.parametrize(
    ("cost", "key"), [("free", "cost_free"), ("conditional", "cost_conditional"), (None, "cost_unknown")]
)
def test_cost(strings: Strings, cost: str | None, key: str, make_service: Make) -> None:
    assert wording(strings, "lt").cost(make_service(cost=cost)) == strings["lt"][key]


@pytest.mark.parametrize("locale", LOCALES)
def test_source_says_its_date_and_whether_a_person_called(strings: Strings, locale: str, make_service: Make) -> None:
    words, own = wording(strings, locale), strings[locale]
    comma = "، " if locale == "ar" else ", "
    unconfirmed = words.source(make_service(source_date=None))
    assert unconfirmed == own["source_undated"] + comma + own["unconfirmed"]
    confirmed = words.source(make_service(source_date="2025-09", confirmed={"on": "2026-11-01", "how": "call"}))
    assert confirmed.startswith(words.date("2025-09") + comma)
    assert words.date("2026-11-01") in confirmed
    assert own["unconfirmed"] not in confirmed


def test_arabic_in_a_published_title_runs_its_own_way() -> None:
    shown = Wording("en", {}).published("UNHCR, الصحة الذهنية, unhcr.org & more")
    assert shown == 'UNHCR, <span lang="ar" dir="rtl">الصحة الذهنية</span>, unhcr.org &amp; more'


@pytest.mark.parametrize(
    ("locale", "words"), [("en", "5 minutes"), ("lt", "5 minutės"), ("ru", "5 минут"), ("ar", "5 دقائق")]
)
def test_minutes_agree_with_their_number_and_have_digits_of_europe(locale: str, words: str) -> None:
    assert Wording(locale, {}).minutes(5) == words
