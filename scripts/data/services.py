"""The directory of services: docs/data/services.yml -> Service objects, and who may see which.

Rules of showing, since a wrong number can cost a life: `high` may stand in leaflets and emergency boxes; `medium` only in the
directory, marked as not confirmed; `low` stands nowhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from babel import Locale

from data.load import DataError, line_of, load_data
from l10n.contacts import dialled

_LANGUAGES = Locale.parse("en").languages


class Confidence(Enum):
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True)
class Opening:
    """One line of opening hours: days as `mo` or `mo-fr`, times as HH:MM."""

    days: str
    open: str
    close: str


@dataclass(frozen=True)
class Service:
    """One entry. Words are dicts locale -> text; dates are ISO 8601 of any precision; None = not known."""

    id: str
    kind: str
    audience: str
    name: dict[str, str]
    number: str | None
    e164: str | None
    confidence: Confidence
    source_date: str | None
    confirmed: dict[str, str] | None
    sources: tuple[str, ...]
    for_whom: dict[str, str] | None = None
    note: dict[str, str] | None = None
    website: str | None = None
    chat: str | None = None
    email: str | None = None
    hours: str | tuple[Opening, ...] | None = None
    hours_as_of: str | None = None
    chat_hours: str | tuple[Opening, ...] | None = None
    chat_hours_as_of: str | None = None
    languages: tuple[str, ...] = ()
    cost: str | None = None

    @property
    def dial(self) -> str:
        """What a telephone link dials."""
        return dialled(self.number, self.e164)


def load_services(data_dir: Path) -> list[Service]:
    """Every entry of data_dir/services.yml, in file order, low ones included.

    Raises DataError on a broken file, a repeated id, an unknown language, or a number that its international form
    contradicts.
    """
    path = data_dir / "services.yml"
    entries = load_data(path, data_dir / "schema" / "services.yml")
    seen: set[str] = set()
    for index, entry in enumerate(entries):
        problem, steps = None, [index]
        if entry["id"] in seen:
            problem = f"the id {entry['id']} stands twice; ids are unique"
        elif entry["e164"] and not _same_line(entry["number"], entry["e164"]):
            problem = f"{entry['id']}: number {entry['number']} and e164 {entry['e164']} are not the same line"
        elif unknown := [code for code in entry.get("languages", ()) if code not in _LANGUAGES]:
            problem = f"{entry['id']}: {', '.join(unknown)} is no code of a language (ISO 639)"
            steps.append("languages")
        if problem:
            raise DataError(f"{path}:{line_of(path, steps)}: {problem}.")
        seen.add(entry["id"])
    return [_service(entry) for entry in entries]


def shown(services: list[Service]) -> list[Service]:
    """The entries that may stand on the site at all."""
    return [service for service in services if service.confidence is not Confidence.LOW]


def emergency(services: list[Service]) -> Service:
    """Whom everybody calls first: the emergency number of high confidence. Raises DataError where there is none."""
    for service in services:
        if service.kind == "emergency" and service.confidence is Confidence.HIGH:
            return service
    raise DataError("docs/data/services.yml holds no emergency number of high confidence; every page needs one.")


def _same_line(number: str | None, e164: str) -> bool:
    # A short code (1808) may have an unrelated long form; a national number is 0 + the digits behind +370.
    if number is None:
        return False
    digits = number.replace(" ", "")
    return not digits.startswith("0") or e164 == "+370" + digits[1:]


def _service(entry: dict) -> Service:
    return Service(
        **{
            **entry,
            "confidence": Confidence(entry["confidence"]),
            "sources": tuple(entry["sources"]),
            "languages": tuple(entry.get("languages", ())),
            "hours": _hours(entry.get("hours")),
            "chat_hours": _hours(entry.get("chat_hours")),
        }
    )


def _hours(lines: list[dict] | str | None) -> str | tuple[Opening, ...] | None:
    return tuple(Opening(**line) for line in lines) if isinstance(lines, list) else lines
