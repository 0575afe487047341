"""Facts in the words of one locale: hours, languages, cost and source of a service, dates, lists."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from babel import Locale
from babel.dates import format_date, format_interval, get_day_names
from babel.numbers import format_decimal, format_percent
from babel.units import format_unit
from markupsafe import Markup, escape

from data.services import Opening, Service
from data.texts import Source

_DAYS = ("mo", "tu", "we", "th", "fr", "sa", "su")
# CLDR patterns by length of the ISO date: a year alone must not read as 1 January.
_PATTERNS = {4: "y", 7: "LLLL y", 10: "d MMMM y"}
# Lithuanian says the year first and marks it; a bare "27 vasario 2026" reads as a translation.
_LITHUANIAN = {4: "y 'm'.", 7: "y 'm'. LLLL", 10: "y 'm'. MMMM d 'd'."}
_ARABIC = re.compile(r"([\u0600-\u06ff](?:[\u0600-\u06ff ]*[\u0600-\u06ff])?)")
_COMMA = {"ar": "، "}
_SEMICOLON = {"ar": "؛ ", "fr": "\u202f; "}
# CLDR parts number and sign by a wide space; the French of these pages by a narrow one.
_BEFORE_PERCENT = {"fr": "\u202f"}


class Wording:
    """Formats for one locale. `strings` are the words of the templates in that locale."""

    def __init__(self, locale: str, strings: dict[str, str]) -> None:
        self.locale = locale
        self.strings = strings
        self._locale = Locale.parse(locale)
        self.comma = _COMMA.get(self._locale.language, ", ")
        self.semicolon = _SEMICOLON.get(self._locale.language, "; ")

    def date(self, iso: str) -> str:
        """An ISO 8601 date of any precision (2026, 2026-02, 2026-02-27) in words, with digits 0-9."""
        day = date.fromisoformat({4: f"{iso}-01-01", 7: f"{iso}-01"}.get(len(iso), iso))
        patterns = _LITHUANIAN if self._locale.language == "lt" else _PATTERNS
        return format_date(day, patterns[len(iso)], self._locale)

    def minutes(self, count: int) -> str:
        """A number of minutes, with digits 0-9."""
        return format_unit(count, "duration-minute", "long", locale=self._locale, numbering_system="latn")

    def hours_long(self, count: int) -> str:
        """A number of hours, with digits 0-9."""
        return format_unit(count, "duration-hour", "long", locale=self._locale, numbering_system="latn")

    def published(self, text: str) -> Markup:
        """Words printed as published, from left to right, with what is Arabic in them in its own direction."""
        pieces = _ARABIC.split(text)  # every second one is Arabic
        inside = Markup('<span lang="ar" dir="rtl">{}</span>')
        return Markup("").join(
            inside.format(piece) if index % 2 else escape(piece) for index, piece in enumerate(pieces)
        )

    def opened(self, source: Source) -> str:
        """When a source that may change was opened."""
        return self.strings["guide_note_opened"].format(date=self.date(source.accessed))

    def months(self, between: tuple[str, str]) -> str:
        """The first and the last month of a time, within one year, in words."""
        first, last = (date.fromisoformat(f"{month}-01") for month in between)
        words = format_interval(first, last, "yMMMM", locale=self._locale)
        # Lithuanian marks a year, which CLDR does in dates but not here.
        return words.replace(f"{first.year} ", f"{first.year} m. ") if self._locale.language == "lt" else words

    def amount(self, value: int, unit: str = "") -> str:
        """A whole number, or with the unit `percent` a percentage, with digits 0-9."""
        if unit != "percent":
            return format_decimal(value, locale=self._locale, numbering_system="latn")
        words = format_percent(value / 100, locale=self._locale, numbering_system="latn")
        return words.replace("\xa0", _BEFORE_PERCENT.get(self._locale.language, "\xa0"))

    def parted(self, items: Iterable[str]) -> Markup:
        """Items that may hold commas themselves, as one text."""
        return escape(self.semicolon).join(items)

    def language(self, locale: str) -> str:
        """The name of a language."""
        return self._locale.languages[Locale.parse(locale).language]

    def hours(self, service: Service) -> Markup:
        """When the service answers. Nothing is derived from the clock: a line may be closed on a day we do not know."""
        words = self._hours(service.hours, service.hours_as_of)
        if service.hours and not service.hours_as_of and not service.source_date:
            words += Markup(" ({})").format(self.strings["source_undated"])
        return words

    def chat_hours(self, service: Service) -> Markup:
        """When somebody answers in the chat."""
        return self._hours(service.chat_hours, service.chat_hours_as_of)

    def spoken(self, service: Service) -> str:
        """Languages that a source confirms; that others are not confirmed is said, not hidden."""
        if not service.languages:
            return self.strings["spoken_unknown"]
        names = self.comma.join(self._locale.languages[code] for code in service.languages)
        return f"{names} ({self.strings['spoken_others']})"

    def cost(self, service: Service) -> str:
        """Free, conditional or not known."""
        return self.strings[f"cost_{service.cost or 'unknown'}"]

    def source(self, service: Service) -> str:
        """Date of the source, and whether a person has confirmed the entry."""
        dated = self.date(service.source_date) if service.source_date else self.strings["source_undated"]
        if service.confirmed:
            state = self.strings["confirmed"].format(date=self.date(service.confirmed["on"]))
        else:
            state = self.strings["unconfirmed"]
        return f"{dated}{self.comma}{state}"

    def _hours(self, hours: str | tuple[Opening, ...] | None, as_of: str | None) -> Markup:
        if hours is None:
            return escape(self.strings["hours_unknown"])
        if hours == "always":
            words = escape(self.strings["always"])
        else:
            words = escape(self.semicolon).join(self._opening(line) for line in hours)
        if as_of:
            words += Markup(" ({})").format(self.strings["hours_as_of"].format(date=self.date(as_of)))
        return words

    def _opening(self, line: Opening) -> Markup:
        names = get_day_names("abbreviated", "stand-alone", self._locale)
        first, _, last = line.days.partition("-")
        between = escape(self.strings["range"])
        days = escape(names[_DAYS.index(first)])
        if last:
            days = between.format(**{"from": days, "to": names[_DAYS.index(last)]})
        # Each time is isolated: in Arabic a range of digits would otherwise be shown end first.
        time = Markup('<bdi dir="ltr">{}</bdi>')
        return days + " " + between.format(**{"from": time.format(line.open), "to": time.format(line.close)})
