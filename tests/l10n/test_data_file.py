"""YAML data with the line of every value."""

from __future__ import annotations

import pytest

from l10n.data_file import read_data
from l10n.errors import UserError


@pytest.fixture
def data_of(tmp_path):
    def read(text):
        file = tmp_path / "d.yml"
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_data(file)

    return read


def test_words_stay_words(data_of):
    value = data_of('a: [on, no, 2026-01-02, 0800, "1", 112, -3, 1.5, true, null, ~, ""]\nb:').value
    assert value == {
        "a": ["on", "no", "2026-01-02", "0800", "1", 112, -3, "1.5", True, None, None, ""],
        "b": None,
    }


def test_lines(data_of):
    data = data_of("# first\na:\n  - b: |\n      text\n    c: {d: e,\n        f: g}\n")
    assert [data.line(*steps) for steps in [(), ("a", 0), ("a", 0, "c", "f"), ("a", 0, "x"), ("x",)]] == [2, 3, 6, 3, 2]


def test_an_empty_file_holds_nothing(data_of):
    data = data_of("")
    assert data.value is None
    assert data.line() == 1


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (b"a: \xff", ":1: It is not UTF-8; save it again as UTF-8."),
        ("a: [", ":2: It is broken: "),
        ("a: &x [1]\nb: *x", ":1: Here stands an alias; write the value out."),
        ("a: &x\n  b: *x", ":1: Here stands an alias"),
        ("a: 1\na: 2", ":2: Here stands the key a for the second time; take one of them away."),
        ("[a]: 1", ":1: Here stands a key that is no word; write key: value."),
        ("a: b\n\n \x01", ":3: It is broken: "),
        ("a: 1\n---\nb: 2", ":2: It is broken: "),
        ("[" * 50000 + "]" * 50000, ":1: It is nested too deeply; keep it flat."),
        ("- " * 32000 + "a", ":1: It is nested too deeply; keep it flat."),
        ("? " * 32000 + "a", ":1: It is nested too deeply; keep it flat."),
    ],
)
def test_broken(data_of, tmp_path, text, message):
    with pytest.raises(UserError) as error:
        data_of(text)
    assert str(error.value).startswith(f"{tmp_path / 'd.yml'}{message}")


def test_many_brackets_are_no_depth(data_of):
    assert len(data_of("- [{a: b}, {c: d}]\n" * 2000).value) == 2000


def test_a_missing_file(tmp_path):
    with pytest.raises(UserError, match="It cannot be read"):
        read_data(tmp_path / "none.yml")
