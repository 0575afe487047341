"""Citations as files: what programs that keep references read in them."""

import re

import pytest

from hooks.citations import bibtex, citation_files, citation_path, ris
from hooks.records import Record

ADDRESS = "https://a.example/x/ru/clinics/survey/"


def made(title: str = "Опрос 2017 года", key: str = "clinics/survey.md") -> Record:
    return Record(key, "ru", "ru/clinics/survey/", title, "", "2026-11-26", (), True)


def fields(text: str) -> dict[str, str]:
    return dict(re.findall(r"^  (\w+) = \{(.*)\},$", text, re.MULTILINE))


@pytest.mark.parametrize(
    ("key", "path"),
    [
        ("clinics/survey.md", "files/cite/clinics-survey.ru"),
        ("clinics/index.md", "files/cite/clinics.ru"),
        ("guidelines/cards/suicide.md", "files/cite/guidelines-cards-suicide.ru"),
    ],
)
def test_the_path_tells_the_page_and_its_language(key: str, path: str) -> None:
    assert citation_path(key, "ru") == path
    assert [name for name, _ in citation_files(made(key=key), "После границы", "")] == [f"{path}.bib", f"{path}.ris"]


def test_bibtex() -> None:
    text = bibtex(made(), "После границы", ADDRESS)
    assert text.startswith("@online{after-the-border-clinics-survey-ru,\n")
    assert fields(text) == {
        "author": "{После границы}",
        "title": "{Опрос 2017 года}",
        "year": "2026",
        "date": "2026-11-26",
        "url": ADDRESS,
        "langid": "russian",
    }


def test_signs_of_bibtex_in_a_title_are_escaped() -> None:
    title = (
        fields(bibtex(made("50% & more: #1_a {b} $c ~d ^e \\f"), "A", ""))["title"].removeprefix("{").removesuffix("}")
    )
    assert title == (r"50\% \& more: \#1\_a \{b\} \$c \textasciitilde{}d \textasciicircum{}e \textbackslash{}f")
    bare = re.sub(r"\\[{}]", "", title)
    assert bare.count("{") == bare.count("}")


def test_ris() -> None:
    text = ris(made(), "После границы", ADDRESS)
    lines = text.split("\r\n")
    assert (lines[0], lines[-2], lines[-1]) == ("TY  - ELEC", "ER  - ", "")
    assert all(re.fullmatch(r"[A-Z]{2}  - .*", line) for line in lines[:-1])
    said = dict(line.split("  - ") for line in lines[:-1])
    assert (said["AU"], said["TI"]) == ("После границы", "Опрос 2017 года")
    assert (said["PY"], said["DA"], said["LA"], said["UR"]) == ("2026", "2026/11/26", "ru", ADDRESS)


def test_without_a_public_address_none_is_named() -> None:
    assert "url" not in fields(bibtex(made(), "A", ""))
    assert "UR  -" not in ris(made(), "A", "")
