"""The survey's figures: what the loader refuses, and the published ones as they stand."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.load import DataError
from data.survey import Survey, counts, load_survey
from data.texts import load_sources


@pytest.fixture(scope="module")
def survey(root: Path) -> Survey:
    return load_survey(root / "docs" / "data", load_sources(root / "docs" / "data"))


def test_broken_survey(put: Callable, survey_document: str) -> None:
    broken = put(survey_document)
    with pytest.raises(DataError) as caught:
        load_survey(broken.data_dir, load_sources(broken.data_dir))
    broken.check(str(caught.value))


def test_the_base_of_the_broken_documents_is_whole(put: Callable) -> None:
    """Otherwise a document could fail for a reason that its name does not say."""
    broken = put("survey/count-that-does-not-fit.yml")
    broken.path.write_text(broken.path.read_text().replace("value: 28", "value: 27"))
    assert load_survey(broken.data_dir, load_sources(broken.data_dir)).figures["interest-count"].value == 27


def test_the_published_figures(survey: Survey) -> None:
    """As the page of the source prints them; a change here is a claim that the source says something else."""
    published = {
        figure.id: (figure.value, figure.unit) for figure in survey.figures.values() if figure.basis == "published"
    }
    assert published == {
        "clinics": (67, "clinics"),
        "regions": (25, "regions"),
        "interest": (40, "percent"),
        "experience": (58, "percent"),
    }
    assert (survey.held, survey.presented) == (("2017-06", "2017-07"), "2017-10-12")
    assert survey.source.url == "https://legal-dialogue.org/assistance-to-refugees-and-migrants-in-legal-clinics"


def test_the_counts_are_those_that_fit(survey: Survey) -> None:
    charts = {chart.id: (chart.count.value, chart.rest, chart.of.value) for chart in survey.charts.values()}
    assert charts == {"interest": (27, 40, 67), "experience": (39, 28, 67)}


@given(percentage=st.integers(0, 100), base=st.integers(1, 400))
def test_counts_are_all_that_round_to_the_percentage(percentage: int, base: int) -> None:
    exact = [count for count in range(base + 1) if abs(100 * count / base - percentage) <= 0.5]
    assert list(counts(percentage, base)) == exact
