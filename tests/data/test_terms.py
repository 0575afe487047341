"""The glossary and the forbidden words: the files of this site hold what their schemas and their readers ask for."""

from collections import Counter
from pathlib import Path

import pytest
import yaml

from data.load import load_data
from l10n.forbidden import read_forbidden
from l10n.glossary import read_glossary
from l10n.policy import Policy
from l10n.site import load_site

LOCALES = ["en", "lt", "ru", "fr", "ar"]


@pytest.fixture(scope="module")
def data_dir(root: Path) -> Path:
    return root / "docs" / "data"


@pytest.fixture(scope="module")
def policy(root: Path) -> Policy:
    return load_site(root / "mkdocs.yml").policy


@pytest.mark.parametrize("name", ["glossary", "terms"])
def test_the_file_keeps_its_schema(data_dir: Path, name: str) -> None:
    content = load_data(data_dir / f"{name}.yml", data_dir / "schema" / f"{name}.yml")
    entries = content["terms"] if isinstance(content, dict) else content
    assert [name for name, count in Counter(entry["id"] for entry in entries).items() if count > 1] == []


def test_what_is_attested_names_a_source_and_every_source_is_named(data_dir: Path) -> None:
    content = yaml.safe_load((data_dir / "glossary.yml").read_text(encoding="utf-8"))
    named = {source for term in content["terms"] for source in term.get("attested", {}).values()}
    assert named == content["sources"].keys()


def test_sections_are_those_of_the_policy(data_dir: Path, policy: Policy) -> None:
    known = {section.prefix for section in policy.sections}
    terms = read_glossary(data_dir / "glossary.yml", "en").terms
    assert {section for term in terms for section in term.preferred} <= known
    phrases = [
        p for locale in LOCALES for s in known for p in read_forbidden(data_dir / "terms.yml").phrases(locale, s)
    ]
    assert {section for phrase in phrases for section in phrase.sections} <= known


def test_a_preferred_form_is_an_accepted_one(data_dir: Path) -> None:
    strange = [
        (term.id, form)
        for term in read_glossary(data_dir / "glossary.yml", "en").terms
        for forms in term.preferred.values()
        for locale, preferred in forms.items()
        for form in preferred
        if form not in term.forms[locale]
    ]
    assert strange == []


def test_no_form_of_the_glossary_is_forbidden_everywhere(data_dir: Path) -> None:
    forbidden = read_forbidden(data_dir / "terms.yml")
    wrong = [
        (term.id, form)
        for term in read_glossary(data_dir / "glossary.yml", "en").terms
        for locale, forms in term.forms.items()
        for form in forms
        for phrase in forbidden.phrases(locale, None)
        if not phrase.keys and phrase.find(form.lower())
    ]
    assert wrong == []


@pytest.mark.parametrize("locale", LOCALES)
def test_no_preferred_form_is_forbidden_in_its_section(data_dir: Path, locale: str) -> None:
    forbidden = read_forbidden(data_dir / "terms.yml")
    wrong = [
        (term.id, form)
        for term in read_glossary(data_dir / "glossary.yml", "en").terms
        for section, forms in term.preferred.items()
        for form in forms.get(locale, ())
        for phrase in forbidden.phrases(locale, section)
        if not phrase.keys and phrase.find(form.lower())
    ]
    assert wrong == []
