"""The survey of law clinics of 2017: docs/data/survey-2017.yml -> figures and charts that are known to agree.

A percentage was published, a number of clinics was not: the data may name the latter only where one whole number alone rounds
to the former, and says then that it was calculated.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from data.load import DataError, line_of, load_data
from data.texts import Source

NAME = "survey-2017"


@dataclass(frozen=True)
class Figure:
    """One figure. A calculated one knows the `percentage` that it fits and what it is counted `of` (ids)."""

    id: str
    value: int
    unit: str
    basis: str
    note: str
    percentage: str | None = None
    of: str | None = None


@dataclass(frozen=True)
class Chart:
    """`count` of `of`, published as `percentage`."""

    id: str
    count: Figure
    of: Figure
    percentage: Figure

    @property
    def rest(self) -> int:
        """How many of the base are not in the count."""
        return self.of.value - self.count.value


@dataclass(frozen=True)
class Survey:
    """When it was held (ISO dates; from and to are months), its source, and what it found, by id."""

    held: tuple[str, str]
    presented: str
    source: Source
    figures: Mapping[str, Figure]
    charts: Mapping[str, Chart]
    columns: tuple[Mapping[str, str], ...]


def load_survey(data_dir: Path, sources: Mapping[str, Source]) -> Survey:
    """The survey of data_dir/survey-2017.yml.

    Raises DataError on a broken file, a repeated or unknown id, or a calculated count that is not the only whole number
    of its base that rounds to its percentage.
    """
    path = data_dir / f"{NAME}.yml"
    content = load_data(path, data_dir / "schema" / f"{NAME}.yml")
    about = content["survey"]
    if about["source"] not in sources:
        raise _wrong(path, ["survey", "source"], f"no source has the id {about['source']}; add it to sources.yml")
    for kind in ("figures", "charts"):
        seen: set[str] = set()
        for index, entry in enumerate(content[kind]):
            if entry["id"] in seen:
                raise _wrong(path, [kind, index, "id"], f"the id {entry['id']} stands twice; ids are unique")
            seen.add(entry["id"])
    figures = {entry["id"]: Figure(**entry) for entry in content["figures"]}
    for index, entry in enumerate(content["figures"]):
        if entry["basis"] == "published" and ("of" in entry or "percentage" in entry):
            raise _wrong(
                path, ["figures", index], f"{entry['id']} is published; of and percentage are for calculated ones"
            )
        if entry["basis"] == "calculated":
            percentage = _named(path, ["figures", index], figures, entry, "percentage")
            base = _named(path, ["figures", index], figures, entry, "of")
            possible = list(counts(percentage.value, base.value))
            if possible != [entry["value"]]:
                fitting = " and ".join(str(count) for count in possible) or "no whole number"
                problem = f"{entry['value']} is not the one count of {base.value} that rounds to {percentage.value}%"
                raise _wrong(path, ["figures", index, "value"], f"{entry['id']}: {problem}; {fitting} would")
    charts = {}
    for index, entry in enumerate(content["charts"]):
        parts = {key: _named(path, ["charts", index], figures, entry, key) for key in ("count", "of", "percentage")}
        chart = Chart(entry["id"], **parts)
        if (chart.count.of, chart.count.percentage) != (chart.of.id, chart.percentage.id):
            problem = f"{chart.count.id} is not counted of {chart.of.id} for {chart.percentage.id}"
            raise _wrong(path, ["charts", index], f"{chart.id}: {problem}; a chart shows one count with its own base")
        charts[chart.id] = chart
    return Survey(
        (about["from"], about["to"]),
        about["presented"],
        sources[about["source"]],
        figures,
        charts,
        tuple(content["columns"]),
    )


def counts(percentage: int, base: int) -> Iterable[int]:
    """Every whole number of `base` that rounds to the percentage, a half taken either way."""
    return (count for count in range(base + 1) if abs(200 * count - 2 * percentage * base) <= base)


def _named(path: Path, steps: list, figures: Mapping[str, Figure], entry: Mapping, key: str) -> Figure:
    """The figure that `entry` names under `key`: a percentage there, a number elsewhere."""
    figure = figures.get(entry[key])
    if figure is None:
        raise _wrong(path, [*steps, key], f"{entry['id']}: no figure has the id {entry[key]}; add it or correct the id")
    if (figure.unit == "percent") != (key == "percentage"):
        raise _wrong(path, [*steps, key], f"{entry['id']}: {figure.id} is in {figure.unit}, which {key} cannot be")
    return figure


def _wrong(path: Path, steps: list[str | int], problem: str) -> DataError:
    return DataError(f"{path}:{line_of(path, steps)}: {problem}.")
