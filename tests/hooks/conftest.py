"""Services, data for tags and a template environment as the build makes them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from data.glossary import Found, Term, Terms
from data.services import Confidence, Service
from data.texts import Say, Sentence, Source, load_strings
from hooks.alternates import Language
from hooks.tags import TagData
from hooks.wording import Wording

LOCALES = ["en", "lt", "ru", "fr", "ar"]


@pytest.fixture(scope="session")
def strings(root: Path) -> dict[str, dict[str, str]]:
    """locale -> key -> words, as they are on the site."""
    return load_strings(root / "docs" / "data", LOCALES)


@pytest.fixture(scope="session")
def env(root: Path) -> Environment:
    """The templates of the site; a name that nobody has given is an error here, not an empty place."""
    return Environment(loader=FileSystemLoader(root / "overrides"), autoescape=True, undefined=StrictUndefined)


@pytest.fixture
def make_service() -> Callable[..., Service]:
    """A sure helpline; every fact of it can be changed by its name."""

    def make(service_id: str = "line", **changes: object) -> Service:
        words = dict.fromkeys(LOCALES, service_id)
        facts = {
            "kind": "emotional_support",
            "audience": "reader",
            "name": words,
            "for_whom": words,
            "number": "0 800 12345",
            "e164": "+37080012345",
            "confidence": Confidence.HIGH,
            "source_date": "2026-02-27",
            "confirmed": None,
            "sources": ("https://one.example/", "https://two.example/"),
        }
        return Service(service_id, **{**facts, **changes})

    return make


@pytest.fixture
def tag_data(make_service: Callable[..., Service]) -> TagData:
    """One service of each kind of trust and form, one sentence, one source."""
    services = [
        make_service("high-line"),
        make_service("medium-line", number="0 800 54321", e164="+37080054321", confidence=Confidence.MEDIUM),
        make_service("low-line", number="0 800 66666", e164="+37080066666", confidence=Confidence.LOW),
        make_service("high-place", number=None, e164=None, website="https://place.example/"),
        make_service("for-doctors", number="1234", e164=None, audience="practitioner"),
    ]
    spoken = {"en": "I speak {language}.", "lt": "Kalbu {language}.", "ru": "…", "fr": "…", "ar": "أتكلّم {language}."}
    say = Say(
        {
            "speak": Sentence("speak", "language", spoken),
            "stay": Sentence("stay", "support", {locale: f"I stay ({locale})." for locale in LOCALES}),
        },
        {
            "en": {"ar": "Arabic", "en": "English"},
            "lt": {"ar": "arabiškai", "en": "angliškai"},
            "ru": {"ar": "по-арабски", "en": "по-английски"},
            "fr": {"ar": "arabe", "en": "anglais"},
            "ar": {"ar": "العربية", "en": "الإنجليزية"},
        },
    )
    found = Found(1, "A fact sheet")
    forms = {"en": ("fear", "dread"), "lt": ("baimė",), "ru": ("страх",), "fr": ("peur",), "ar": ("الخوف",)}
    shame = {"en": ("shame",), "lt": ("gėda",), "ru": ("стыд",), "fr": ("honte",), "ar": ("الخجل",)}
    glossary = Terms((Term("shame", shame), Term("fear", forms, {"lt": found})), (found,))
    source = Source("who-2014", "World Health Organization", "Key messages", 2014, "https://who.example/a", "part")
    return TagData(services, say, {source.id: source}, glossary=glossary)


@pytest.fixture
def context(strings: dict[str, dict[str, str]], make_service: Callable[..., Service]) -> Callable[[str], dict]:
    """What the partials get on a page of a locale."""

    def make(locale: str = "en") -> dict:
        return {
            "t": strings[locale],
            "locale": locale,
            "source_locale": "en",
            "languages": [
                Language(code, code.upper(), "rtl" if code == "ar" else "ltr", "", "", "", code == "en")
                for code in LOCALES
            ],
            "direction": "rtl" if locale == "ar" else "ltr",
            "wording": Wording(locale, strings[locale]),
            "emergency": make_service("emergency", kind="emergency", number="112", e164=None, hours="always"),
            "emergency_more": False,
            "root_href": "../",
            "help_href": "../help/",
            "contact": "",
        }

    return make
