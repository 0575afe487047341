"""Facts of a service in the words of one locale: hours, languages, cost, date of the source."""

from __future__ import annotations

from datetime import date

from babel import Locale
from babel.dates import format_date, get_day_names
from markupsafe import Markup, escape

from data.services import Opening, Service

_DAYS = ("mo", "tu", "we", "th", "fr", "sa", "su")
# CLDR patterns by precision of the ISO date: a year alone must not read as 1 January.
_PATTERNS = {4: "y", 7: "LLLL y", 10: "d MMMM y"}


class Wording:
    """Formats for one locale. `strings` are the words of the templates in that locale."""

    def __init__(self, locale: str, strings: dict[str, str]) -> None:
        self._locale = Locale.parse(locale)
        self._strings = strings

    def date(self, iso: str) -> str:
        """An ISO 8601 date of any precision (2026, 2026-02, 2026-02-27) in words, with digits 0-9."""
        day = date.fromisoformat((iso + "-01-01")[:10] if len(iso) < 7 else (iso + "-01")[:10])
        return format_date(day, _PATTERNS[len(iso)], self._locale)

    def hours(self, service: Service) -> Markup:
        """When the service answers. Nothing is derived from the clock: a line may be closed on a day we do not know."""
        if service.hours is None:
            return escape(self._strings["hours_unknown"])
        if service.hours == "always":
            words = escape(self._strings["always"])
        else:
            words = Markup("; ").join(self._opening(line) for line in service.hours)
        if service.hours_as_of:
            words += Markup(" (") + self._strings["hours_as_of"].format(date=self.date(service.hours_as_of)) + Markup(")")
        return words

    def spoken(self, service: Service) -> str:
        """Languages that a source confirms; that others are not confirmed is said, not hidden."""
        if not service.languages:
            return self._strings["spoken_unknown"]
        names = [self._locale.languages[code] for code in service.languages]
        return self._comma().join(names) + f" ({self._strings['spoken_others']})"

    def cost(self, service: Service) -> str:
        """Free, conditional or not known."""
        return self._strings[f"cost_{service.cost or 'unknown'}"]

    def source(self, service: Service) -> str:
        """Date of the source, and whether a person has confirmed the entry."""
        dated = self.date(service.source_date) if service.source_date else self._strings["source_undated"]
        if service.confirmed:
            state = self._strings["confirmed"].format(date=self.date(service.confirmed["on"]))
        else:
            state = self._strings["unconfirmed"]
        return f"{dated}{self._comma()}{state}"

    def _comma(self) -> str:
        return "، " if self._locale.language == "ar" else ", "

    def _opening(self, line: Opening) -> Markup:
        names = get_day_names("abbreviated", "stand-alone", self._locale)
        first, _, last = line.days.partition("-")
        days = names[_DAYS.index(first)]
        if last:
            days = self._strings["range"].format(**{"from": days, "to": names[_DAYS.index(last)]})
        # Each time is isolated: in Arabic a range of digits would otherwise be shown end first.
        times = Markup(self._strings["range"]).format(
            **{"from": Markup('<bdi dir="ltr">{}</bdi>').format(line.open), "to": Markup('<bdi dir="ltr">{}</bdi>').format(line.close)}
        )
        return escape(days) + Markup(" ") + times
