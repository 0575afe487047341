"""What pages say of themselves to programs: what stands on them, and nothing else."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from hooks.guide import Guide
from hooks.structured import describe
from hooks.tags import TagData
from hooks.wording import Wording

NOTES = '<div class="footnote"><ol><li id="fn:dip-legal-2026">…</li><li id="fn:csf-survey-2017">…</li></ol></div>'
GUIDE = Guide("", NOTES, 7, "2026-11-26", "2027-11-26", "", "", (), None, None)
META = {"title": "A title", "description": "What it is."}


@pytest.fixture(scope="module")
def data(root: Path) -> TagData:
    return TagData.load(root / "docs" / "data")


@pytest.fixture
def said(data: TagData, strings: dict) -> object:
    def say(key: str, address: str = "", base: str = "../../", locale: str = "ru", **meta: object) -> dict:
        markup = describe(key, {**META, **meta}, GUIDE, data, Wording(locale, strings[locale]), address, base)
        return json.loads(markup)

    return say


@pytest.mark.parametrize(
    ("key", "kind", "name"),
    [
        ("guidelines/suicide.md", "LearningResource", "name"),
        ("clinics/start.md", "LearningResource", "name"),
        ("project/index.md", "Article", "headline"),
        ("clinics/survey.md", "Dataset", "name"),
    ],
)
def test_the_kind_of_a_page(said: object, key: str, kind: str, name: str, strings: dict) -> None:
    page = said(key)
    assert page["@context"] == "https://schema.org"
    assert (page["@type"], page[name]) == (kind, "A title")
    assert (page["description"], page["inLanguage"]) == ("What it is.", "ru")
    assert page["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert page["dateModified"] == "2026-11-26"
    assert page["isPartOf"]["name"] == strings["ru"]["site_name"]


def test_a_page_rests_on_the_sources_in_its_notes(said: object, data: TagData) -> None:
    assert said("clinics/start.md")["isBasedOn"] == [
        data.sources["dip-legal-2026"].links[0],
        data.sources["csf-survey-2017"].url,
    ]


def test_for_whom_and_how_long_only_where_the_page_says_so(said: object) -> None:
    assert said("guidelines/suicide.md", **{"for": "Everybody."})["audience"]["audienceType"] == "Everybody."
    assert "audience" not in said("clinics/start.md")
    assert said("clinics/start.md")["timeRequired"] == "PT7M"
    assert "timeRequired" not in said("clinics/survey.md")


def test_the_survey_names_its_files_time_and_source(said: object, data: TagData, strings: dict) -> None:
    page = said("clinics/survey.md")
    assert page["temporalCoverage"] == "2017-06/2017-07"
    assert page["isBasedOn"] == data.survey.source.url
    assert page["measurementTechnique"] == strings["ru"]["survey_technique"]
    assert [file["contentUrl"] for file in page["distribution"]] == [
        "../../files/survey-2017.csv",
        "../../files/survey-2017.json",
        "../../files/survey-2017-codebook.csv",
    ]
    assert {file["encodingFormat"] for file in page["distribution"]} == {"text/csv", "application/json"}


def test_its_own_addresses_are_absolute_only_where_it_has_them(said: object) -> None:
    public = said("clinics/survey.md", "https://a.example/clinics/survey/", "https://a.example/")
    assert public["url"] == "https://a.example/clinics/survey/"
    assert {file["contentUrl"].partition("files/")[0] for file in public["distribution"]} == {"https://a.example/"}
    assert "url" not in said("clinics/survey.md")


def test_nothing_in_it_ends_the_element(data: TagData, strings: dict) -> None:
    meta = {"title": "</script><b>&", "description": "x"}
    markup = describe("project/index.md", meta, replace(GUIDE, notes=""), data, Wording("en", strings["en"]), "", "")
    assert "<" not in markup
    assert json.loads(markup)["headline"] == meta["title"]
    assert "isBasedOn" not in json.loads(markup)
