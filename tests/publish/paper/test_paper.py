"""Sheets of paper and pictures: accessible, small, the same twice, and saying what the page says."""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path

import jpype
import pikepdf
import pypdfium2 as pdfium
import pytest
import zxingcpp
from lxml import html
from PIL import Image

from data.texts import load_strings
from hooks.leaflet_forms import SECONDS
from l10n.site import Site, load_site
from publish.making import make_files
from publish.paper.content import read_page
from publish.paper.sheets import Press, Sheet
from publish.paper.typesetting import Typesetter

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1])]
from pdf_words import WORD, extracted, seen
from verapdf import broken_rules

URL = "https://after.example/border/"
LIMIT = 150_000


@pytest.fixture(scope="module")
def sources(root: Path) -> Site:
    return load_site(root / "mkdocs.yml")


@pytest.fixture(scope="module")
def strings(root: Path, sources: Site) -> dict[str, dict[str, str]]:
    return load_strings(root / "docs" / "data", list(sources.codes))


@pytest.fixture(scope="module")
def leaflets(site_dir: Path, sources: Site) -> dict[tuple[str, str], Path]:
    """(name, locale) -> the built page of a leaflet."""
    found = {}
    for code in sources.codes:
        for page in sorted(home(site_dir, sources, code).glob("leaflets/*/text/index.html")):
            found[page.parent.parent.name, code] = page.parent.parent / "index.html"
    assert {name for name, _ in found} and len(found) % len(sources.codes) == 0
    return found


@pytest.fixture(scope="module")
def pdfs(site_dir: Path) -> list[Path]:
    """All but the guide and the forms, which are looked at by themselves (tests/publish/book and forms)."""
    others = ("guide", "card-")
    return sorted(
        pdf for pdf in site_dir.rglob("*.pdf") if not pdf.stem.startswith(others) and pdf.parent.name != "forms"
    )


@pytest.fixture
def press(site_dir: Path, sources: Site, strings: dict) -> Press:
    """A press for a public site."""
    return Press(site_dir, sources, strings, URL, False, 1_764_000_000)


def home(site_dir: Path, sources: Site, locale: str) -> Path:
    return site_dir if locale == sources.source.code else site_dir / locale


def sheet_named(press: Press, name: str) -> Sheet:
    return next(sheet for sheet in press.sheets() if sheet.path == name)


def codes_on(pdf: bytes, page: int) -> list[str]:
    """What the QR codes of a page say."""
    picture = pdfium.PdfDocument(pdf)[page].render(scale=3).to_pil()
    return [code.text for code in zxingcpp.read_barcodes(picture)]


def test_every_sheet_is_there(site_dir: Path, sources: Site, leaflets: dict, pdfs: list[Path]) -> None:
    wanted = {"files/poster.pdf"}
    for name, locale in leaflets:
        prefix = "" if locale == sources.source.code else f"{locale}/"
        wanted |= {f"{prefix}files/{name}.pdf"}
        wanted |= {f"{prefix}files/{name}-{second}.pdf" for second in SECONDS if second != locale}
        assert (site_dir / f"{prefix}files/{name}.png").is_file()
    assert {pdf.relative_to(site_dir).as_posix() for pdf in pdfs} == wanted


def test_sheets_are_small_and_keep_to_their_pages(site_dir: Path, pdfs: list[Path]) -> None:
    problems = []
    for pdf in pdfs:
        content, allowed = pdf.read_bytes(), 1 if pdf.stem == "poster" else 4 if "-" in pdf.stem else 2
        if len(content) > LIMIT:
            problems.append(f"{pdf.relative_to(site_dir)}: {len(content):,} bytes")
        if (pages := len(pdfium.PdfDocument(content))) > allowed:
            problems.append(f"{pdf.relative_to(site_dir)}: {pages} pages")
    assert not problems, "\n".join(problems)


def test_no_rule_of_pdf_ua_is_broken(site_dir: Path, pdfs: list[Path]) -> None:
    """All sheets of one language, the poster, and the Arabic ones in two languages, the hardest."""
    looked_at = [pdf for pdf in pdfs if "-" not in pdf.stem or "ar" in pdf.parts]
    problems = [f"{pdf.relative_to(site_dir)}: {rule}" for pdf in looked_at for rule in broken_rules(pdf.read_bytes())]
    assert not problems, "\n".join(problems)


def test_the_engine_finds_a_broken_rule(site_dir: Path) -> None:
    """Without its language a document is not accessible."""
    silent = io.BytesIO()
    with pikepdf.open(site_dir / "files" / "poster.pdf") as document:
        del document.Root.Lang
        document.save(silent)
    assert broken_rules(silent.getvalue())


def test_java_stays_out_of_the_process_of_the_tests(site_dir: Path) -> None:
    """Here it would end in a segmentation fault, after every test has passed."""
    broken_rules((site_dir / "files" / "poster.pdf").read_bytes())
    assert not jpype.isJVMStarted()


def test_language_title_fonts_and_no_clock(site_dir: Path, leaflets: dict, sources: Site) -> None:
    for (name, locale), page in leaflets.items():
        content = (home(site_dir, sources, locale) / "files" / f"{name}.pdf").read_bytes()
        title = html.parse(str(page), html.HTMLParser(encoding="utf-8")).find(".//main//h1").text_content()
        assert pdfium.PdfDocument(content).get_metadata_dict()["Title"] == title.strip()
        with pikepdf.open(io.BytesIO(content)) as document:
            assert document.Root.Lang == locale
            assert not {"/CreationDate", "/ModDate"} & document.docinfo.keys()
            objects = [each for each in document.objects if isinstance(each, pikepdf.Dictionary)]
            fonts = {str(each.BaseFont) for each in objects if "/BaseFont" in each}
        assert fonts and all(re.match(r"/[A-Z]{6}\+Noto", font) for font in fonts)


def test_the_same_bytes_twice(press: Press) -> None:
    for name in ("ar/files/calm.pdf", "ru/files/thoughts-lt.pdf", "files/poster.pdf"):
        sheet = sheet_named(press, name)
        first, second = (Typesetter().pdf(sheet.template, sheet.data) for _ in range(2))
        assert first == second


def test_words_and_numbers_can_be_copied(site_dir: Path, sources: Site, leaflets: dict) -> None:
    """At least 95 of 100 words come out as they were set, and every number in the order in which it is dialled."""
    problems = []
    for (name, locale), page in leaflets.items():
        folder = home(site_dir, sources, locale) / "files"
        for file in [folder / f"{name}.pdf", *folder.glob(f"{name}-*.pdf")]:
            rows, document = read_page(page)
            text = " ".join(extracted(file))
            wanted = WORD.findall(seen(words_of(rows)))
            found = set(WORD.findall(text))
            share = sum(word in found for word in wanted) / len(wanted)
            if share < 0.95:
                problems.append(f"{file.relative_to(site_dir)}: {share:.1%} of {len(wanted)} words")
            numbers = {seen(bdi.text) for bdi in document.iterfind(".//main//a[@href]//bdi") if bdi.get("dir") == "ltr"}
            problems += [
                f"{file.relative_to(site_dir)}: the number {number} is not there in its order"
                for number in numbers
                if number not in text and "@" not in number
            ]
    assert not problems, "\n".join(problems)


def words_of(value: object) -> str:
    """All words in the rows of a page."""
    if isinstance(value, dict):
        return " ".join(
            words_of(inner) for key, inner in value.items() if key in ("rows", "a", "lines") or "k" not in key
        )
    if isinstance(value, list):
        if len(value) == 2 and all(isinstance(part, str) for part in value):
            return value[0]
        return " ".join(map(words_of, value))
    return ""


def test_steps_are_numbered_as_on_the_screen(leaflets: dict, sources: Site) -> None:
    for (name, locale), page in leaflets.items():
        rows, document = read_page(page)
        steps = [row for row in rows if row["k"] == "step"]
        on_screen = [h.text_content() for h in document.iterfind(".//ol[@class='steps']/li//h3")]
        assert [row["n"] for row in steps] == list(range(1, len(on_screen) + 1)), (name, locale)
        assert [row["rows"][0]["a"][0]["runs"][0][0] for row in steps] == [h.strip() for h in on_screen]
        for other in page.parent.glob("??/index.html"):
            both = [row for row in read_page(other)[0] if row["k"] == "step"]
            assert [row["n"] for row in both] == [row["n"] for row in steps], (name, locale, other.parent.name)
    for name in {name for name, _ in leaflets}:
        counts = {
            len([row for row in read_page(page)[0] if row["k"] == "step"])
            for (other, _), page in leaflets.items()
            if other == name
        }
        assert len(counts) == 1, name


def test_a_draft_says_so_on_every_sheet(site_dir: Path, pdfs: list[Path], strings: dict, sources: Site) -> None:
    problems = []
    for pdf in pdfs:
        first = pdf.relative_to(site_dir).parts[0]
        locale = first if first in sources.codes else sources.source.code
        for number, text in enumerate(extracted(pdf), 1):
            if seen(strings[locale]["paper_draft"]) not in text:
                problems.append(f"{pdf.relative_to(site_dir)}: page {number}")
    assert not problems, "\n".join(problems)


def test_no_code_and_no_address_without_a_public_address(site_dir: Path) -> None:
    for name in ("files/poster.pdf", "ar/files/calm.pdf", "lt/files/calm-en.pdf"):
        content = (site_dir / name).read_bytes()
        for page in range(len(pdfium.PdfDocument(content))):
            assert codes_on(content, page) == []
        assert "http" not in " ".join(extracted(content))


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("ar/files/calm.pdf", "ar/leaflets/calm/"),
        ("files/thoughts-lt.pdf", "leaflets/thoughts/"),
        ("files/poster.pdf", ""),
    ],
)
def test_the_code_leads_to_the_page(press: Press, name: str, address: str) -> None:
    sheet = sheet_named(press, name)
    content = Typesetter().pdf(sheet.template, sheet.data)
    found = [code for page in range(len(pdfium.PdfDocument(content))) for code in codes_on(content, page)]
    assert found == [URL + address]
    assert URL + address in "".join(extracted(content)).replace("\n", "")


def test_a_public_sheet_is_no_draft(press: Press, strings: dict) -> None:
    sheet = sheet_named(press, "fr/files/calm.pdf")
    assert strings["fr"]["paper_draft"] not in " ".join(extracted(Typesetter().pdf(sheet.template, sheet.data)))


def test_nothing_is_printed_of_what_is_withheld(tmp_path: Path, sources: Site, strings: dict) -> None:
    (tmp_path / "leaflets" / "calm").mkdir(parents=True)
    (tmp_path / "leaflets" / "calm" / "index.html").write_text("<main>withheld</main>")
    press = Press(tmp_path, sources, strings, URL, False, None)
    assert list(make_files(press.sheets(), tmp_path, tmp_path / "store")) == []
    assert not list(tmp_path.rglob("*.pdf"))


def test_cards_have_the_size_of_a_message(site_dir: Path, leaflets: dict, sources: Site) -> None:
    for name, locale in leaflets:
        file = home(site_dir, sources, locale) / "files" / f"{name}.png"
        assert Image.open(file).size == (1080, 1350)
        assert file.stat().st_size < 250_000


def test_a_text_that_does_not_fit_is_named(press: Press, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    sheet = sheet_named(press, "files/calm.pdf")
    long = {**sheet.data, "rows": sheet.data["rows"] * 4}
    (problem,) = make_files([Sheet("files/long.pdf", "leaflet", long, 2)], tmp_path, tmp_path / "store")
    assert problem.startswith("files/long.pdf: the text does not fit 2 page(s)")
    assert not (tmp_path / "files").exists()
