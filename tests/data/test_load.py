"""Bad files on the way in: each gives one sentence with file and line, never a traceback."""

from collections.abc import Callable
from pathlib import Path

import pytest

from data.load import DataError, line_of, load_data
from data.services import load_services
from data.texts import load_say, load_sources, load_strings

LOADERS = {
    "services.yml": load_services,
    "say.yml": load_say,
    "sources.yml": load_sources,
    "strings/fr.yml": lambda data_dir: load_strings(data_dir, ["en", "fr"]),
}


@pytest.fixture(params=LOADERS)
def name(request: pytest.FixtureRequest) -> str:
    return request.param


def message(data_dir: Path, name: str) -> str:
    with pytest.raises(DataError) as caught:
        LOADERS[name](data_dir)
    return str(caught.value)


def test_a_missing_file_is_named(data_dir: Path, name: str) -> None:
    (data_dir / name).unlink()
    assert message(data_dir, name) == f"{data_dir / name}: this data file is missing; restore it."


def test_a_missing_schema_is_named(data_dir: Path, name: str) -> None:
    schema = data_dir / "schema" / f"{name.removesuffix('.yml').partition('/')[0]}.yml"
    schema.unlink()
    assert message(data_dir, name) == f"{schema}: this data file is missing; restore it."


def test_bytes_that_are_not_utf8(data_dir: Path, name: str) -> None:
    path = data_dir / name
    before = path.read_bytes()
    path.write_bytes(before + "# café\n".encode("latin-1"))
    # The line, since nobody can count to byte 70,979.
    assert message(data_dir, name).startswith(f"{path}:{len(before.splitlines()) + 1}: ")


def test_a_folder_in_place_of_a_file(data_dir: Path, name: str) -> None:
    path = data_dir / name
    path.unlink()
    path.mkdir()
    assert message(data_dir, name).startswith(f"{path}: cannot be read")


def test_a_schema_that_is_no_yaml_is_named(data_dir: Path, name: str) -> None:
    schema = data_dir / "schema" / f"{name.removesuffix('.yml').partition('/')[0]}.yml"
    schema.write_text("type: [\n")
    assert message(data_dir, name).startswith(f"{schema}:")


def test_broken_yaml_and_schema(put: Callable, sources_document: str) -> None:
    broken = put(sources_document)
    with pytest.raises(DataError) as caught:
        load_sources(broken.data_dir)
    broken.check(str(caught.value))


def test_a_byte_order_mark_is_no_part_of_the_first_key(data_dir: Path) -> None:
    path = data_dir / "strings" / "fr.yml"
    expected = load_strings(data_dir, ["en", "fr"])
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert load_strings(data_dir, ["en", "fr"]) == expected


@pytest.mark.parametrize(
    ("steps", "line"),
    [([], 1), ([0], 2), ([0, "name"], 3), ([0, "name", "lt"], 4), ([1, "hours", 1, "open"], 7), ([1, "nothing"], 5)],
)
def test_line_of(tmp_path: Path, steps: list[str | int], line: int) -> None:
    path = tmp_path / "a.yml"
    path.write_text(
        "# comment\n- id: a\n  name: {en: A,\n    lt: B}\n- id: b\n  hours: [{open: '1'},\n   {open: '2'}]\n",
        encoding="utf-8",
    )
    # The top of a document without content before it is its first line.
    assert line_of(path, steps) == (2 if not steps else line)


def test_what_is_whole_comes_back_as_written(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("- {id: a, n: 1}\n")
    (tmp_path / "schema.yml").write_text("type: array\n")
    assert load_data(tmp_path / "a.yml", tmp_path / "schema.yml") == [{"id": "a", "n": 1}]
