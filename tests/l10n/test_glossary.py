"""Terms of the source found in a text, longest first; what a glossary file must look like."""

from __future__ import annotations

import pytest

from l10n.errors import UserError
from l10n.glossary import Glossary, Term, read_glossary

TERMS = Glossary(
    (
        Term("health", {"en": ("health",)}),
        Term("mental-health", {"en": ("mental health",)}),
        Term("services", {"en": ("mental health services", "health service")}),
        Term("grief", {"en": ("grief",)}),
    ),
    "en",
)


@pytest.mark.parametrize(
    ("text", "used"),
    [
        ("Mental health is health.", ["mental-health", "health"]),
        ("The mental health services are open; grief passes.", ["services", "grief"]),
        ("A health service", ["services"]),
        ("mental hygiene, healthy", []),
        ("mental", []),
        ("It is mental. Health is another word", ["health"]),
        ("of the mental\nhealth", ["health"]),
        ("", []),
    ],
)
def test_terms_of_a_text(text, used):
    assert [term.id for term in TERMS.used(text)] == used


def test_preferred_forms_are_for_their_section_alone():
    term = Term("a", {"lt": ("x", "y")}, {"leaflets": {"lt": ("y",)}})
    assert term.accepted("lt", "leaflets") == ("y",)
    assert term.accepted("lt", "help") == ("x", "y")
    assert term.accepted("ru", "leaflets") == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", ":1: It holds no terms; write terms: and a list of entries with id and forms."),
        ("terms:\n- forms: {}", ":2: This term has no id; write id: and a short name."),
        ("terms:\n- id: a\n", ":2: Forms stand as lists by locale, such as {en: [helpline], lt: [pagalbos linija]}."),
        ("terms:\n- id: a\n  forms: {en: b}", ":3: Forms stand as lists by locale"),
        (
            "terms:\n- id: a\n  forms: {en: [b]}\n  preferred:\n    leaflet: {en: [c]}",
            ":5: leaflet is no section of extra.l10n in mkdocs.yml; correct it.",
        ),
        (
            "terms:\n- id: a\n  forms: {en: [b]}\n  preferred: [c]",
            ":4: The preferred forms of a are no mapping of sections.",
        ),
    ],
)
def test_a_glossary_that_is_none(tmp_path, text, message):
    file = tmp_path / "g.yml"
    file.write_text(text)
    with pytest.raises(UserError) as error:
        read_glossary(file, "en", frozenset(("leaflets",)))
    assert str(error.value).startswith(f"{file}{message}")
