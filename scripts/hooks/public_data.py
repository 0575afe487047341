"""services.json: the directory as open data, without what is not shown and without the maintainers' fields."""

from __future__ import annotations

import json

from data.services import Service, shown

_FIELDS = (
    "id", "kind", "name", "for_whom", "note", "number", "e164", "website", "chat", "email", "hours", "hours_as_of", "chat_hours",
    "chat_hours_as_of",
    "languages", "cost", "source_date", "confirmed", "sources",
)  # fmt: skip


def services_json(services: list[Service]) -> str:
    """A JSON list of the shown services; `confidence` as a word, null and empty list = not known."""
    entries = []
    for service in shown(services):
        entry = {name: getattr(service, name) for name in _FIELDS}
        for name in ("hours", "chat_hours"):
            if isinstance(entry[name], tuple):
                entry[name] = [vars(line) for line in entry[name]]
        entries.append({**entry, "confidence": service.confidence.value})
    return json.dumps(entries, ensure_ascii=False, indent=1) + "\n"
