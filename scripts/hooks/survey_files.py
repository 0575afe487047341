"""The survey and the cases as files for programs: CSV with a codebook, JSON. Made from the data alone, in English.

Contract: UTF-8, comma-separated with a header (RFC 4180, but lines end in LF), an empty cell where nothing is known.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict

from data.cases import Case
from data.survey import NAME, Figure, Survey

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
_CASE = ("id", "court", "name", "number", "ecli", "date", "step", "state", "as_of", "read", "url", "also")


def survey_files(survey: Survey) -> Iterator[tuple[str, str]]:
    """(path from the root of the site, text) of each file of the survey."""
    columns = [column["name"] for column in survey.columns]
    rows = [_row(survey, figure) for figure in survey.figures.values() if figure.basis == "published"]
    yield f"files/{NAME}.csv", _csv(columns, rows)
    yield f"files/{NAME}-codebook.csv", _csv(["column", "type", "meaning"], (
        {"column": column["name"], "type": column["type"], "meaning": column["text"]} for column in survey.columns
    ))  # fmt: skip
    about = {
        "title": "Survey of Russian law clinics, 2017: the published figures",
        "held": {"from": survey.held[0], "to": survey.held[1]},
        "presented": survey.presented,
        "source": {"author": survey.source.author, "title": survey.source.title, "url": survey.source.url},
        "licence": LICENCE,
        "figures": [asdict(figure) for figure in survey.figures.values()],
    }
    yield f"files/{NAME}.json", _json(about)


def case_files(cases: Iterable[Case], courts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """(path from the root of the site, text) of each file of the cases; `courts`: key of a court -> its name."""
    entries = [{name: getattr(case, name) for name in _CASE} | {"court": courts[case.court]} for case in cases]
    yield "files/cases.json", _json(entries)
    yield "files/cases.csv", _csv(list(_CASE), ({**entry, "also": " ".join(entry["also"])} for entry in entries))


def _row(survey: Survey, figure: Figure) -> dict[str, object]:
    """A published figure, and what was calculated from it."""
    counted = next((count for count in survey.figures.values() if count.percentage == figure.id), None)
    base = survey.figures[counted.of] if counted else None
    return {
        "indicator": figure.id,
        "percent_published" if figure.unit == "percent" else "count_published": figure.value,
        "n_if_all_answered": counted and counted.value,
        "base": base and base.value,
        "basis": "published, count calculated" if counted else "published",
        "source": survey.source.url,
        "note": figure.note,
    }


def _csv(columns: list[str], rows: Iterable[Mapping[str, object]]) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"
