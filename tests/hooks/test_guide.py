"""What stands around the text of a page for people who help."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from hooks.alternates import Language
from hooks.guide import Shelf, guide, minutes
from l10n.corpus import Corpus
from l10n.site import load_site

LOCALES = ["en", "lt", "ru", "fr", "ar"]
LANGUAGES = [Language(code, code, "rtl" if code == "ar" else "ltr", "", "", "", code == "en") for code in LOCALES]
KEY = "guidelines/glossary.md"


@pytest.fixture(scope="module")
def corpus(root: Path) -> Corpus:
    return Corpus(load_site(root / "mkdocs.yml"))


@pytest.mark.parametrize(
    ("words", "locale", "expected"),
    [(0, "en", 1), (1, "en", 1), (175, "en", 1), (176, "en", 2), (875, "en", 5), (875, "lt", 7), (875, "ar", 6)],
)
def test_minutes(words: int, locale: str, expected: int) -> None:
    assert minutes(words, locale) == expected


def test_every_language_has_a_pace_near_that_of_the_source() -> None:
    """A translation takes as long as its source, though it has more words or fewer."""
    assert {minutes(1000, locale) for locale in LOCALES} <= {5, 6, 7}


def address(key: str, locale: str) -> str:
    home = "" if locale == "en" else f"{locale}/"
    return home + key.removesuffix("index.md").replace(".md", "/")


def test_a_leaflet_is_handed_over_in_every_language_and_form(corpus: Corpus) -> None:
    leaflet = Shelf(corpus, LANGUAGES, address, release=False).leaflet("calm", "lt")
    assert (leaflet.title, leaflet.locale) == (corpus.page("leaflets/calm.md", "lt").meta["title"], "lt")
    forms = {form.language.locale: form for form in leaflet.forms}
    assert list(forms) == LOCALES
    assert (forms["ar"].page, forms["ar"].sheet, forms["ar"].beside) == (
        "ar/leaflets/calm/",
        "ar/files/calm.pdf",
        "ar/leaflets/calm/lt/",
    )
    assert (forms["en"].sheet, forms["lt"].beside) == ("files/calm.pdf", "")


def test_a_leaflet_that_is_held_back_has_only_its_page(corpus: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    signed = iter(code in {"en", "ar"} for code in LOCALES)
    monkeypatch.setattr("hooks.guide.withheld", lambda *place: not next(signed))
    leaflet = Shelf(corpus, LANGUAGES, address, release=True).leaflet("calm", "en")
    assert {form.language.locale: (bool(form.sheet), bool(form.beside)) for form in leaflet.forms} == {
        "en": (True, False),
        "lt": (False, False),
        "ru": (False, False),
        "fr": (False, False),
        "ar": (True, True),
    }


def test_a_leaflet_that_is_not_there_is_named(corpus: Corpus) -> None:
    with pytest.raises(ValueError, match="no leaflet has the name clam"):
        Shelf(corpus, LANGUAGES, address, release=False).leaflet("clam", "en")


def page(previous: str = "en/help/index.md", following: str = "en/guidelines/made.md") -> SimpleNamespace:
    beside = [SimpleNamespace(file=SimpleNamespace(src_uri=uri)) for uri in (previous, following)]
    content = '<p>Text.</p>\n<div class="footnote"><ol></ol></div>'
    file = SimpleNamespace(src_uri=f"en/{KEY}")
    return SimpleNamespace(
        file=file, content=content, meta={"title": "Words"}, previous_page=beside[0], next_page=beside[1]
    )


def test_how_to_cite_with_and_without_a_public_address(corpus: Corpus) -> None:
    source = corpus.page(KEY, "en")
    checked = str(source.front_matter.values["checked"])
    cited = guide(page(), source, (), "After the Border", "").cited
    assert cited == f"After the Border ({checked[:4]}). Words."
    assert (
        guide(page(), source, (), "After the Border", "https://a.example/x/").cited == f"{cited} https://a.example/x/"
    )


def test_a_page_on_law_says_of_what_day_it_is() -> None:
    front = {"checked": "2026-11-26", "review": {"next": "2027-11-26"}}
    for law, told in ({"law": "2026-11-22"}, "2026-11-22"), ({}, ""):
        source = SimpleNamespace(front_matter=SimpleNamespace(values={**front, **law}), sections=[], locale="en")
        assert guide(page(), source, (), "", "").law == told


def test_text_and_notes_are_apart_and_only_pages_of_the_guide_are_beside_it(corpus: Corpus) -> None:
    found = guide(page(), corpus.page(KEY, "en"), (), "", "")
    assert (found.text, found.notes) == ("<p>Text.</p>\n", '<div class="footnote"><ol></ol></div>')
    assert found.previous is None
    assert found.following.file.src_uri == "en/guidelines/made.md"


def test_a_page_that_does_not_say_how_old_it_is_stops_the_build() -> None:
    source = SimpleNamespace(front_matter=SimpleNamespace(values={"checked": "2026-11-26"}), sections=[], locale="en")
    with pytest.raises(ValueError, match="review: {next"):
        guide(page(), source, (), "", "")
