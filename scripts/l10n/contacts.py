"""The contacts of a site: entries of a YAML list with an id, a confidence, sources and the date of the newest source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from .data_file import read_data
from .policy import Confidence


@dataclass(frozen=True)
class Contact:
    """One entry; `values` is all that the file says about it."""

    id: str
    line: int
    confidence: Confidence
    values: Mapping[str, Any]

    @property
    def dial(self) -> str:
        """What a telephone link dials; "" when there is no number."""
        return dialled(*(str(self.values.get(key) or "") for key in ("number", "e164")))

    @property
    def sources(self) -> bool:
        """Whether it names a source."""
        return bool(self.values.get("sources"))

    @property
    def known_on(self) -> date | None:
        """When it was last known to be right: the date of its newest source, or of a confirmation by a person."""
        confirmed = self.values.get("confirmed")
        dates = [self.values.get("source_date"), confirmed.get("on") if isinstance(confirmed, dict) else None]
        return max(filter(None, map(_day, dates)), default=None)

    def reaches(self, least: Confidence) -> bool:
        """Whether it is at least that sure."""
        order = list(Confidence)
        return order.index(self.confidence) <= order.index(least)


def dialled(number: str | None, e164: str | None) -> str:
    """What a telephone link dials: the international form where there is one (short codes have none)."""
    return e164 or (number or "").replace(" ", "")


def _day(value: Any) -> date | None:
    """The day of an ISO date of any precision: the last day that is not later is not known, so the first."""
    text = str(value or "")
    try:
        return date.fromisoformat({4: f"{text}-01-01", 7: f"{text}-01"}.get(len(text), text))
    except ValueError:
        return None


def read_contacts(path: Path) -> dict[str, Contact]:
    """The contacts by id. Raises UserError, with file and line, when the file is no list of entries."""
    file = read_data(path)
    if not isinstance(file.value, list):
        raise file.error("It is no list; write entries with id and confidence.")
    contacts: dict[str, Contact] = {}
    for index, entry in enumerate(file.value):
        if not isinstance(entry, dict) or not isinstance(entry.get("id"), str):
            raise file.error("This entry has no id; write id: and a short name.", index)
        try:
            confidence = Confidence(entry.get("confidence"))
        except ValueError:
            known = ", ".join(each.value for each in Confidence)
            message = f"The confidence of {entry['id']} is {entry.get('confidence')!r}; write one of: {known}."
            raise file.error(message, index, "confidence") from None
        contacts[entry["id"]] = Contact(entry["id"], file.line(index), confidence, entry)
    return contacts
