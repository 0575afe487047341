"""What is bound: pages as a book needs them, links that lead somewhere, and nothing that a release holds back."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html

from publish.book import Unbound
from publish.book.links import Links

URL = "https://after.example/border/"


def chapter(library, path: str, name: str, **press: object) -> dict:
    parts = library.sheets(**press)[path].data["parts"]
    return next(each for part in parts for each in part["chapters"] if each["id"] == name)


def test_a_page_says_whom_it_is_for_how_old_it_is_and_what_goes_with_it(library) -> None:
    held = chapter(library, "ar/files/guide.epub", "detention")
    assert held["head"] == [
        [library.strings["ar"]["guide_for"], "لكل من يزور أشخاصاً محتجزين."],
        [library.strings["ar"]["guide_checked"], "26 نوفمبر 2026"],
    ]
    (leaflet,) = held["hand"]["titles"]
    assert leaflet["lang"] == "ar" and leaflet["title"]
    assert chapter(library, "files/guide.epub", "glossary")["hand"]["titles"] == []


def test_what_all_pages_say_of_themselves_is_said_once(library) -> None:
    book = library.sheets()["ar/files/guide.epub"].data
    assert [line[0].text for line in book["notices"]] == [
        library.strings["ar"][key] for key in ("draft", "unsigned_language", "unsigned_clinical")
    ]
    assert [each["notices"] for part in book["parts"] for each in part["chapters"]] == [[]] * 5
    # A card is handed on by itself, and says so itself.
    assert len(library.sheets()["ar/files/card-suicide.pdf"].data["notices"]) == 3


@pytest.mark.parametrize(
    ("href", "private", "public"),
    [
        ("../suicide/#ask", "@suicide.ask", "@suicide.ask"),
        ("../suicide/", "@suicide", "@suicide"),
        ("../suicide/#nowhere", "@suicide", "@suicide"),
        ("../suicide/#hand", "@suicide", "@suicide"),
        ("#limits", "@detention.limits", "@detention.limits"),
        ("#fn:rcd-2024", "@detention.note-3", "@detention.note-3"),
        ("../", "@index", "@index"),
        ("../glossary/#grounding", "@glossary.grounding", "@glossary.grounding"),
        ("../../leaflets/calm/#short", "", f"{URL}leaflets/calm/#short"),
        ("../../ar/guidelines/suicide/", "", f"{URL}ar/guidelines/suicide/"),
        ("https://a.example/x", "https://a.example/x", "https://a.example/x"),
        ("tel:112", "tel:112", "tel:112"),
    ],
)
def test_links_lead_into_the_book_or_out_of_it(library, href: str, private: str, public: str) -> None:
    pages = {}
    for key in ("index.md", "suicide.md", "detention.md", "glossary.md"):
        page = library.built / library.site.address(f"guidelines/{key}", "en") / "index.html"
        pages[f"guidelines/{key}"] = html.parse(str(page), html.HTMLParser(encoding="utf-8")).find(".//article")
    for url, wanted in ((None, private), (URL, public)):
        assert Links(library.site, "en", url, pages).target("guidelines/detention.md", href) == wanted


def test_a_release_makes_nothing_of_what_it_holds_back(library, small_guide: Callable, tmp_path: Path) -> None:
    strict = small_guide(tmp_path / "strict")
    config = strict.root / "mkdocs.yml"
    text, times = re.subn(
        r"^( +)guidelines:\n", r"\g<0>\1  enforce: true\n", config.read_text("utf-8"), flags=re.MULTILINE
    )
    assert times == 1
    config.write_text(text, encoding="utf-8")
    shutil.copytree(library.built, strict.built)
    assert strict.sheets(preview=False) == {}
    assert strict.sheets(preview=True).keys() == library.sheets().keys()


def test_a_stale_page_is_left_out_and_named(library, small_guide: Callable, tmp_path: Path) -> None:
    changed = small_guide(tmp_path / "changed")
    page = changed.root / "docs" / "en" / "guidelines" / "detention.md"
    page.write_text(page.read_text(encoding="utf-8").replace("ask for sleep", "ask for rest"), encoding="utf-8")
    shutil.copytree(library.built, changed.built)
    data = changed.sheets()["ar/files/guide.pdf"].data
    assert [missing["title"] for missing in data["missing"]] == ["الاحتجاز", "Trauma"]
    assert "detention" not in [each["id"] for part in data["parts"] for each in part["chapters"]]
    # A link to it says its words and leads nowhere.
    assert "@detention" not in str(data["parts"])


def test_a_form_that_the_book_does_not_know_is_named_with_its_page(library, small_guide, tmp_path: Path) -> None:
    odd = small_guide(tmp_path / "odd")
    shutil.copytree(library.built, odd.built)
    page = odd.built / "guidelines" / "suicide" / "index.html"
    page.write_text(page.read_text(encoding="utf-8").replace('<div class="say">', '<div class="chart">', 1), "utf-8")
    with pytest.raises(Unbound, match=r"docs/en/guidelines/suicide\.md: .*chart"):
        odd.sheets()
