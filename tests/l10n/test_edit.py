"""A key of the front matter replaced: every other byte stays."""

from __future__ import annotations

import os
import stat
from itertools import product

import pytest

from l10n.edit import replace_key, write_atomically, yaml_key, yaml_string
from l10n.errors import PageError
from l10n.page import _parts, read_text

FRONTS = {
    "none": [],
    "other keys": ["---", "title: One # why", "", "# comment", "order: 2", "---"],
    "key last": ["---", "title: One", "source:", '  a: "12345678"', '  b: "9b1f20c4"', "---"],
    "key first": ["---", "source:", '    a: "12345678"', "# about the title", "title: |", "  One", "", "  more", "---"],
    "key in the middle": ["---", "title: >-", "  One", "source: {a: 1,", "  b: 2}", "", "order: 2", "..."],
    "key without value": ["--- ", "source:", "title: One", "---"],
    "indented comment": ["---", "source:", '  a: "12345678"', "", "  # kept", "title: One", "---"],
}
BODIES = [["", "# Head { #h }", "", "text\u2028still\x0cone line\u0085", "", "- a  ", ""], ["text without end"], [""]]
NEW = ["source:", '  x: "00000000"', '  "on": "11111111"']


@pytest.mark.parametrize(
    ("front", "body", "end", "bom"),
    list(product(FRONTS, range(len(BODIES)), ["\n", "\r\n", "\r"], [b"", b"\xef\xbb\xbf"])),
)
def test_every_other_byte_stays(front, body, end, bom, tmp_path):
    rows = FRONTS[front] + BODIES[body]
    data = bom + end.join(rows).encode()
    file = tmp_path / "page.md"
    file.write_bytes(data)
    before = _parts(read_text(file))
    assert replace_key(file, "source", NEW)
    after_data = file.read_bytes()
    after = _parts(read_text(file))
    assert after[0].values == before[0].values | {"source": {"x": "00000000", "on": "11111111"}}
    assert after[1].lstrip("\n") == before[1].lstrip("\n")
    assert after_data.startswith(bom) and after_data.count(b"\xef\xbb\xbf") == len(bom) // 3
    kept = [row for row in rows if row]
    if len(rows) == 1:
        end = "\n"  # a file of one line has no line end to keep
    written = after_data[len(bom) :].decode().split(end)
    place = before[0].entries.get(("source",))
    if place:
        removed = rows[place.line - 1 : place.last_line]
        expected = rows[: place.line - 1] + NEW + rows[place.last_line :]
        assert written == expected
        assert removed[0].startswith("source:")
    else:
        assert [row for row in written if row and row not in (*NEW, "---")] == [row for row in kept if row != "---"]
    assert not replace_key(file, "source", NEW)
    assert file.read_bytes() == after_data


def test_mixed_line_ends_stay_mixed(tmp_path):
    file = tmp_path / "page.md"
    file.write_bytes(b"---\r\ntitle: One\n---\r\nText\rmore\n")
    replace_key(file, "source", ["source: {}"])
    assert file.read_bytes() == b"---\r\ntitle: One\nsource: {}\r\n---\r\nText\rmore\n"


def test_metadata_without_markers_is_not_turned_into_text(tmp_path):
    file = tmp_path / "page.md"
    file.write_bytes(b"Title: One\n\nText\n")
    with pytest.raises(PageError):
        replace_key(file, "source", NEW)
    assert file.read_bytes() == b"Title: One\n\nText\n"


def test_mode_and_link_stay(tmp_path):
    real = tmp_path / "real.md"
    real.write_bytes(b"old")
    real.chmod(0o640)
    link = tmp_path / "link.md"
    link.symlink_to(real)
    write_atomically(link, b"new")
    assert link.is_symlink() and real.read_bytes() == b"new"
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


def test_a_failed_write_leaves_the_file_and_nothing_else(tmp_path, monkeypatch):
    file = tmp_path / "page.md"
    file.write_bytes(b"old")

    def fail(*_):
        raise OSError("full")

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(OSError, match="full"):
        write_atomically(file, b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["page.md"]
    assert file.read_bytes() == b"old"


KEYS = ["plain", "on", "No", "1a", "a b", "a:b", "é", '"', "_meta", "a.b~2", "null", "'", "#x"]


@pytest.mark.parametrize("key", KEYS)
def test_any_key_is_read_back(key, tmp_path):
    file = tmp_path / "page.md"
    file.write_text("---\ntitle: One\n---\n", encoding="utf-8")
    replace_key(file, "source", ["source:", f"  {yaml_key(key)}: {yaml_string(key)}"])
    assert _parts(read_text(file))[0].values["source"] == {key: key}
