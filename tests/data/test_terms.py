"""The glossary and the forbidden words: the files of this site hold what their schemas and their readers ask for."""

from collections import Counter
from pathlib import Path

import pytest
import yaml

from data.load import load_data
from l10n.forbidden import Forbidden, read_forbidden
from l10n.glossary import Glossary, read_glossary
from l10n.site import load_site

LOCALES = ["en", "lt", "ru", "fr", "ar"]


@pytest.fixture(scope="module")
def data_dir(root: Path) -> Path:
    return root / "docs" / "data"


@pytest.fixture(scope="module")
def glossary(root: Path) -> Glossary:
    policy = load_site(root / "mkdocs.yml").policy
    return read_glossary(policy.glossary, "en", policy.section_names)


@pytest.fixture(scope="module")
def forbidden(root: Path) -> Forbidden:
    policy = load_site(root / "mkdocs.yml").policy
    return read_forbidden(policy.terms, policy.section_names)


@pytest.mark.parametrize("name", ["glossary", "terms"])
def test_the_file_keeps_its_schema(data_dir: Path, name: str) -> None:
    content = load_data(data_dir / f"{name}.yml", data_dir / "schema" / f"{name}.yml")
    entries = content["terms"] if isinstance(content, dict) else content
    assert [name for name, count in Counter(entry["id"] for entry in entries).items() if count > 1] == []


def test_what_is_attested_names_a_source_and_every_source_is_named(data_dir: Path) -> None:
    content = yaml.safe_load((data_dir / "glossary.yml").read_text(encoding="utf-8"))
    named = {source for term in content["terms"] for source in term.get("attested", {}).values()}
    assert named == content["sources"].keys()


def test_a_preferred_form_is_an_accepted_one(glossary: Glossary) -> None:
    strange = [
        (term.id, form)
        for term in glossary.terms
        for forms in term.preferred.values()
        for locale, preferred in forms.items()
        for form in preferred
        if form not in term.forms[locale]
    ]
    assert strange == []


def test_no_form_of_the_glossary_is_forbidden_everywhere(glossary: Glossary, forbidden: Forbidden) -> None:
    wrong = [
        (term.id, form)
        for term in glossary.terms
        for locale, forms in term.forms.items()
        for form in forms
        for phrase in forbidden.phrases(locale, None)
        if not phrase.keys and phrase.find(form.lower())
    ]
    assert wrong == []


@pytest.mark.parametrize("locale", LOCALES)
def test_no_preferred_form_is_forbidden_in_its_section(glossary: Glossary, forbidden: Forbidden, locale: str) -> None:
    wrong = [
        (term.id, form)
        for term in glossary.terms
        for section, forms in term.preferred.items()
        for form in forms.get(locale, ())
        for phrase in forbidden.phrases(locale, section)
        if not phrase.keys and phrase.find(form.lower())
    ]
    assert wrong == []
