"""The directory: what its loader refuses, who may see what, and the real file against the rules of showing."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from babel import Locale

from data.load import DataError
from data.services import Confidence, Service, load_services, shown

# Nothing may be dated later than the day on which the facts were last gathered; move it when they are gathered anew.
AS_OF = date(2026, 11, 22)
WITHOUT_MARKERS = re.compile(r"\s*# (here|expect.*)$", re.MULTILINE)


@pytest.fixture(scope="module")
def services(root: Path) -> list[Service]:
    return load_services(root / "docs" / "data")


def end_of(iso: str) -> date:
    """The earliest day that an ISO date of any precision can mean."""
    return date.fromisoformat((iso + "-01-01")[:10] if len(iso) == 4 else (iso + "-01")[:10])


def test_broken_entry(put: Callable, services_document: str) -> None:
    broken = put(services_document)
    with pytest.raises(DataError) as caught:
        load_services(broken.data_dir)
    broken.check(str(caught.value))


def test_dial_prefers_the_international_form(services: list[Service]) -> None:
    by_id = {service.id: service for service in services}
    assert by_id["jaunimo-linija"].dial == "+37080028888"
    assert by_id["emergency-112"].dial == "112"
    assert " " not in by_id["vilties-linija"].dial


def test_low_is_never_shown(services: list[Service]) -> None:
    hidden = [service for service in services if service not in shown(services)]
    assert hidden
    assert {service.confidence for service in hidden} == {Confidence.LOW}
    assert Confidence.LOW not in {service.confidence for service in shown(services)}


def test_every_shown_entry_has_a_source(services: list[Service]) -> None:
    assert [service.id for service in shown(services) if not service.sources] == []


def test_high_rests_on_two_sites_at_least(services: list[Service]) -> None:
    # Pages of one organisation count once.
    thin = {}
    for service in services:
        hosts = {urlsplit(source).hostname.removeprefix("www.") for source in service.sources}
        if service.confidence is Confidence.HIGH and len(hosts) < 2:
            thin[service.id] = hosts
    assert thin == {}


def test_high_says_of_what_date_it_is(services: list[Service]) -> None:
    undated = [s.id for s in services if s.confidence is Confidence.HIGH and s.number and not s.source_date]
    assert undated == []


def test_emergency_box_has_one_sure_number(services: list[Service]) -> None:
    emergency = [service for service in services if service.kind == "emergency"]
    assert [(s.number, s.confidence, s.hours) for s in emergency] == [("112", Confidence.HIGH, "always")]


def test_every_number_can_be_dialled(services: list[Service]) -> None:
    wrong = {}
    for service in services:
        digits = (service.number or "").replace(" ", "")
        # Lithuania: short codes have 3 to 6 digits and no other form; all else is 0 and eight digits behind +370.
        national = re.fullmatch(r"0\d{8}", digits) and service.e164 == "+370" + digits[1:]
        if service.number and not national and not re.fullmatch(r"[1-9]\d{2,5}", digits):
            wrong[service.id] = (service.number, service.e164)
    assert wrong == {}


def test_nothing_is_dated_after_the_facts(services: list[Service]) -> None:
    dated = {
        (service.id, iso)
        for service in services
        for iso in (service.source_date, service.hours_as_of, (service.confirmed or {}).get("on"))
        if iso
    }
    assert dated
    assert {(name, iso) for name, iso in dated if end_of(iso) > AS_OF} == set()


def test_every_language_has_a_name_in_every_locale(services: list[Service]) -> None:
    codes = {code for service in services for code in service.languages}
    nameless = {(locale, code) for locale in ("en", "lt", "ru", "fr", "ar") for code in codes
                if code not in Locale.parse(locale).languages}  # fmt: skip
    assert nameless == set()


def test_conditional_cost_is_explained(services: list[Service]) -> None:
    # The page says "depends, see the note".
    assert [s.id for s in shown(services) if s.cost == "conditional" and not s.note] == []


def test_the_base_of_the_broken_documents_is_whole(put: Callable) -> None:
    """Otherwise a document could fail for a reason that its name does not say."""
    broken = put("services/unknown-confidence.yml")
    broken.path.write_text(WITHOUT_MARKERS.sub("", broken.path.read_text()).replace("certain", "high"))
    assert [service.id for service in load_services(broken.data_dir)] == ["a-line"]
