"""What the site says about its translations: the checker's verdict, in words for readers and as data for programs."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from jinja2 import Environment
from jsonschema import Draft202012Validator
from lxml import html

from hooks.translation_state import SCHEMA, Row, nav_keys, state_json, state_rows
from hooks.wording import Wording
from l10n.corpus import Corpus
from l10n.counting import count_site
from l10n.policy import SignOff
from l10n.runner import check_site
from l10n.sign import sign_page
from l10n.site import load_site

LOCALES = ["en", "lt", "ru", "fr", "ar"]


@pytest.fixture(scope="module")
def corpus(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """The texts of this repository after some work: one page missing, one behind, one signed, one not planned in French."""
    copy = tmp_path_factory.mktemp("state")
    shutil.copytree(root / "docs", copy / "docs")
    config = (root / "mkdocs.yml").read_text(encoding="utf-8")
    config = config.replace(
        '"": {sign: [language]}', '"": {sign: [language]}\n      about/sources.md: {locales: [lt, ru, ar]}'
    )
    (copy / "mkdocs.yml").write_text(config, encoding="utf-8")
    (copy / "docs/ar/about/privacy.md").unlink()
    (copy / "docs/fr/about/sources.md").unlink()
    behind = copy / "docs/en/about/index.md"
    behind.write_text(behind.read_text(encoding="utf-8") + "\nOne more sentence.\n", encoding="utf-8")
    corpus = Corpus(load_site(copy / "mkdocs.yml"))
    sign_page(corpus, "about/translations.md", "lt", SignOff.LANGUAGE, "a reader", date(2027, 1, 12), None)
    return Corpus(load_site(copy / "mkdocs.yml"))


@pytest.fixture(scope="module")
def rows(corpus: Corpus) -> list[Row]:
    return state_rows(corpus, ["index.md", "help/index.md"])


def cell(rows: list[Row], key: str, locale: str):
    return next(cell for row in rows if row.key == key for cell in row.cells if cell.locale == locale)


@pytest.mark.parametrize(
    ("key", "locale", "state", "signed"),
    [
        ("about/privacy.md", "en", "source", None),
        ("help/index.md", "en", "source", False),  # a clinician has not signed the English either
        ("about/privacy.md", "lt", "current", False),
        ("about/privacy.md", "ar", "missing", None),
        ("about/index.md", "fr", "stale", False),
        ("about/sources.md", "fr", "unplanned", None),
        ("about/translations.md", "lt", "current", True),
    ],
)
def test_states(rows: list[Row], key: str, locale: str, state: str, signed: bool | None) -> None:
    found = cell(rows, key, locale)
    assert (found.state, found.signed) == (state, signed)


def test_pages_stand_in_the_order_of_the_navigation(rows: list[Row], corpus: Corpus) -> None:
    keys = [row.key for row in rows]
    assert keys[:2] == ["index.md", "help/index.md"]
    assert sorted(keys) == sorted({key for key, locale in corpus.site.pages if locale == "en"})


def test_nav_keys() -> None:
    nav = [{"Home": "index.md"}, {"About": ["about/index.md", {"More": ["about/more.md"]}]}, "last.md"]
    assert nav_keys(nav) == ["index.md", "about/index.md", "about/more.md", "last.md"]
    assert nav_keys(None) == []


def test_the_data_keep_their_schema_and_say_what_the_checker_says(root: Path, corpus: Corpus, rows: list[Row]) -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    text = state_json(corpus.site, rows, count_site(corpus), lambda key, locale: f"{locale}/{key}")
    data = json.loads(text)
    assert list(Draft202012Validator(schema).iter_errors(data)) == []
    assert len(text.encode()) < 1_500 * len(rows)
    languages = {language["code"]: language for language in data["languages"]}
    assert list(languages) == LOCALES and languages["ar"]["dir"] == "rtl"
    # Beside what this repository owes by itself.
    owed = count_site(Corpus(load_site(root / "mkdocs.yml")))
    more = {code: languages[code]["pages_missing"] - owed.total(code).missing_pages for code in ("ar", "fr", "lt")}
    assert more == {"ar": 1, "fr": 0, "lt": 0}
    behind = languages["lt"]["sections"] - languages["lt"]["sections_current"]
    assert behind == owed.total("lt").sections - owed.total("lt").current + 1
    assert languages["lt"]["percent"] < 100 == languages["en"]["percent"]
    pages = {page["page"]: page["languages"] for page in data["pages"]}
    assert pages["about/privacy.md"]["ar"] == {"state": "missing"}
    assert pages["about/index.md"]["lt"]["behind"] == [cell(rows, "about/index.md", "lt").status.stale_sections[0]]
    assert pages["about/privacy.md"]["lt"]["address"] == "lt/about/privacy.md"


def test_counts_are_those_of_the_report(corpus: Corpus) -> None:
    assert count_site(corpus) == check_site(corpus, date(2027, 3, 1)).coverage


@pytest.fixture
def table(env: Environment, strings: dict, corpus: Corpus, rows: list[Row]) -> Callable[[str], html.HtmlElement]:
    """The table of a locale as a page shows it."""

    def title_of(key: str, code: str) -> str:
        page = corpus.page(key, code)
        return str(page.meta["title"]) if page else ""

    def render(locale: str) -> html.HtmlElement:
        languages = [SimpleNamespace(locale=each.code, name=each.name) for each in corpus.site.locales]
        template = env.get_template("partials/translation_state.html")
        return html.fromstring(
            "<div>"
            + template.render(
                t=strings[locale],
                locale=locale,
                source_locale="en",
                wording=Wording(locale, strings[locale]),
                languages=languages,
                rows=rows,
                root_href="../../",
                address_of=lambda key, code: f"{code}/{key}",
                title_of=lambda key, code=locale: title_of(key, code),
            )
            + "</div>"
        )

    return render


@pytest.mark.parametrize("locale", LOCALES)
def test_every_state_is_a_word_of_the_language(table: Callable, strings: dict, locale: str) -> None:
    words = strings[locale]
    for sign in (tree := table(locale)).find_class("sign"):
        sign.drop_tree()
    texts = {" ".join(cell.text_content().split()) for cell in tree.xpath("//td[@data-label]")}
    behind = words["state_stale"].format(count=1)
    assert texts == {
        words["state_source"],
        f"{words['state_source']} {words['state_draft']}",
        words["state_current"],  # nobody is asked to sign
        f"{words['state_current']} {words['state_draft']}",
        f"{words['state_current']} {words['state_signed']}",
        f"{behind} {words['state_draft']}",
        words["state_missing"],
        words["state_unplanned"],
    }
    assert words["state_caption"] == tree.findtext(".//caption")


def test_the_table_says_which_row_and_column_a_word_is_of(table: Callable, rows: list[Row]) -> None:
    tree = table("lt")
    assert len(tree.xpath("//thead//th[@scope='col']")) == len(LOCALES)
    assert len(tree.xpath("//tbody//th[@scope='row']")) == len(rows)
    for row in tree.xpath("//tbody/tr"):
        labels = [cell.get("data-label") for cell in row.xpath("td")]
        assert labels == tree.xpath("//thead//th/bdi/text()")


def test_a_page_that_is_missing_is_named_in_the_source_and_said_to_be(table: Callable) -> None:
    (link,) = table("ar").xpath("//th/a[@hreflang]")
    assert link.get("hreflang") == "en" and link.get("href").endswith("en/about/privacy.md")
    assert link.find("bdi").get("lang") == "en"
    assert re.search(r"\(الإنجليزية\)$", link.text_content())
