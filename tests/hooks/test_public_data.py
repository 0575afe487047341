"""services.json: valid, without low entries and without what only maintainers need."""

import json
from collections.abc import Callable
from pathlib import Path

from data.services import Confidence, Opening, load_services
from hooks.public_data import services_json
from hooks.tags import TagData


def test_low_entries_stay_out(tag_data: TagData) -> None:
    entries = json.loads(services_json(tag_data.services))
    assert "low-line" not in {entry["id"] for entry in entries}
    assert {"high-line", "medium-line", "high-place"} <= {entry["id"] for entry in entries}


def test_hours_read_as_data(make_service: Callable) -> None:
    hours = (Opening("mo-fr", "09:00", "19:00"),)
    always, lines, unknown = json.loads(
        services_json([make_service(hours="always"), make_service(hours=hours), make_service(hours=None)])
    )
    assert always["hours"] == "always"
    assert lines["hours"] == [{"days": "mo-fr", "open": "09:00", "close": "19:00"}]
    assert unknown["hours"] is None


def test_how_sure_we_are_is_said_in_a_word(make_service: Callable) -> None:
    entry = json.loads(services_json([make_service(confidence=Confidence.MEDIUM)]))[0]
    assert (entry["confidence"], entry["confirmed"], entry["source_date"]) == ("medium", None, "2026-02-27")


def test_the_fields_are_a_closed_set(make_service: Callable) -> None:
    """A field that is added to the data is not published by itself; audience and whoever confirmed are ours alone."""
    entry = json.loads(services_json([make_service()]))[0]
    assert set(entry) == {
        "id", "kind", "name", "for_whom", "note", "number", "e164", "website", "chat",
        "chat_hours",
        "chat_hours_as_of", "email", "hours", "hours_as_of",
        "languages", "cost", "source_date", "confirmed", "sources", "confidence",
    }  # fmt: skip


def test_the_real_directory(root: Path) -> None:
    services = load_services(root / "docs" / "data")
    published = services_json(services)
    entries = {entry["id"]: entry for entry in json.loads(published)}
    for service in services:
        assert (service.id in entries) == (service.confidence is not Confidence.LOW)
        if service.confidence is Confidence.LOW and service.e164:
            assert service.e164 not in published
    assert entries["jaunimo-linija"]["number"] == "0 800 28888"
    assert published.endswith("]\n")
    assert "Jaunimo linija" in published
