"""Small built sites, each with one defect: `verify` must name the file and the defect, and nothing else."""

import random
import string
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from data.services import Confidence, Service, load_services
from l10n.site import load_site
from publish import verify as module
from publish.verify import verify

DIRECTIONS = {"en": "ltr", "lt": "ltr", "ru": "ltr", "fr": "ltr", "ar": "rtl"}
URL = "https://a.example/"
PAGE = "help/index.html"
BUDGETS = load_site(module.ROOT / "mkdocs.yml").policy.built


@pytest.fixture(scope="module")
def services(root: Path) -> list[Service]:
    return load_services(root / "docs" / "data")


@pytest.fixture(autouse=True)
def read_once(services: list[Service], monkeypatch: pytest.MonkeyPatch) -> None:
    """The directory takes longer to read than a small site to look at."""
    monkeypatch.setattr(module, "load_services", lambda data_dir: services)


def document(locale: str = "en", direction: str | None = None, head: str = "", body: str = "", form: str = "") -> str:
    return (
        f'<!doctype html>\n<html lang="{locale}" dir="{direction or DIRECTIONS[locale]}">\n'
        f'<head><meta charset="utf-8"><title>Page</title><link rel="icon" href="data:,">{head}</head>\n'
        f'<body class="{form}"><main id="text"><h1>Page</h1>{body}</main></body>\n</html>\n'
    )


def alternates(*languages: str) -> str:
    """Links of the help page to itself in other languages."""
    folders = {"x-default": "", "en": ""}
    links = ((language, folders.get(language, f"{language}/")) for language in languages)
    return "".join(f'<link rel="alternate" hreflang="{to}" href="{URL}{folder}help/">' for to, folder in links)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site without a fault: a home and a help page in each language, a stylesheet, a picture, a 404 page."""
    for locale in DIRECTIONS:
        folder = tmp_path if locale == "en" else tmp_path / locale
        (folder / "help").mkdir(parents=True)
        links = (
            '<a href="help/">Help</a> <a href="help/#text">Text</a> <a href="#text">Up</a> <a href="tel:112">112</a>'
        )
        (folder / "index.html").write_text(document(locale, body=links), encoding="utf-8")
        (folder / "help" / "index.html").write_text(document(locale, body='<a href="../">Home</a>'), encoding="utf-8")
    (tmp_path / "404.html").write_text(document(body='<a href="/lt/help/">lt</a>'), encoding="utf-8")
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "main.css").write_text("a{color:red;background:url(data:image/svg+xml,x)}")
    (tmp_path / "assets" / "a.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    (tmp_path / "services.json").write_text("[]\n")
    return tmp_path


@pytest.fixture
def problems(site: Path) -> Callable[..., list[str]]:
    """What `verify` says once the help page has this in its head or body."""

    def look(head: str = "", body: str = "", site_url: str | None = None, form: str = "") -> list[str]:
        (site / PAGE).write_text(document(head=head, body=body, form=form), encoding="utf-8")
        return verify(site, site_url)

    return look


def test_a_good_site(site: Path) -> None:
    assert verify(site, None) == []


def test_what_is_no_fault(problems: Callable) -> None:
    assert (
        problems(
            head='<link rel="stylesheet" href="../assets/main.css">',
            body='<img src="../assets/a.svg" alt=""> <img src="data:image/gif;base64,x" alt=""> '
            '<a href="https://b.example/x">out</a> <a href="mailto:a@b.example">mail</a> '
            '<a href="../services.json">data</a> '
            '<a href="../#text">up</a> <a href="?q=1">same</a> <a href="">self</a> '
            '<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>',
        )
        == []
    )


def test_a_good_site_with_a_public_address(site: Path, problems: Callable) -> None:
    (site / "sitemap.xml").write_text("<urlset/>")
    head = f'<link rel="canonical" href="{URL}help/">' + alternates("x-default", "en", "lt")
    (site / "lt" / PAGE).write_text(document("lt", head=alternates("x-default", "en", "lt")), encoding="utf-8")
    assert problems(head=head, site_url=URL) == []


def test_a_site_in_a_folder_of_its_host(site: Path) -> None:
    """Links of the 404 page start at the root of the host: it answers at any depth."""
    (site / "sitemap.xml").write_text("<urlset/>")
    (site / "404.html").write_text(document(body='<a href="/after/lt/help/">lt</a>'), encoding="utf-8")
    assert verify(site, f"{URL}after/") == []
    (site / "404.html").write_text(document(body='<a href="/after/nowhere/">lt</a>'), encoding="utf-8")
    assert len(verify(site, f"{URL}after/")) == 1


@pytest.mark.parametrize(
    ("name", "locale", "lang", "direction", "expected"),
    [
        ("help/index.html", "en", "lt", "ltr", 'lang="en"'),
        ("lt/help/index.html", "lt", "en", "ltr", 'lang="lt"'),
        ("ar/index.html", "ar", "ar", "ltr", 'dir="rtl"'),
        ("404.html", "en", "ar", "rtl", 'lang="en"'),
        ("lt/404.html", "lt", "en", "ltr", 'lang="lt"'),
    ],
)
def test_wrong_language_or_direction(
    site: Path, name: str, locale: str, lang: str, direction: str, expected: str
) -> None:
    links = '<a href="help/">Help</a>' if name.endswith("r/index.html") else ""
    (site / name).write_text(document(lang, direction, body=links), encoding="utf-8")
    found = verify(site, None)
    assert len(found) == 1
    assert found[0].startswith(f"{name}: ")
    assert expected in found[0]


HOST = "https://b.example"
DEFECTS = {
    "style-attribute": ("", '<p style="color:red">x</p>', "style="),
    "handler": ("", '<p onclick="go()">x</p>', "onclick="),
    "handler-on-load": ("", '<img src="../assets/a.svg" alt="" onload="go()">', "onload="),
    "script-address": ("", '<a href="javascript:go()">x</a>', "javascript:"),
    "foreign-image": ("", f'<img src="{HOST}/a.png" alt="">', HOST),
    "foreign-image-without-scheme": ("", '<img src="//b.example/a.png" alt="">', "//b.example"),
    "foreign-image-in-a-set": (
        "",
        f'<img src="../assets/a.svg" srcset="../assets/a.svg 1x, {HOST}/a.png 2x" alt="">',
        HOST,
    ),
    "foreign-stylesheet": (f'<link rel="stylesheet" href="{HOST}/a.css">', "", HOST),
    "foreign-stylesheet-of-two-words": (f'<link rel="alternate stylesheet" href="{HOST}/a.css">', "", HOST),
    "foreign-icon": (f'<link rel="shortcut icon" href="{HOST}/a.ico">', "", HOST),
    "preconnect": (f'<link rel="preconnect" href="{HOST}">', "", HOST),
    "foreign-script": (f'<script src="{HOST}/a.js"></script>', "", HOST),
    "foreign-frame": ("", f'<iframe src="{HOST}/"></iframe>', HOST),
    "foreign-video": ("", f'<video poster="{HOST}/a.png"></video>', HOST),
    "foreign-object": ("", f'<object data="{HOST}/a"></object>', HOST),
    "foreign-form": ("", f'<form action="{HOST}/"></form>', HOST),
    "foreign-shape": ("", f'<svg><use href="{HOST}/a.svg#x"/></svg>', HOST),
    "ping": ("", f'<a href="../" ping="{HOST}/">x</a>', HOST),
    "import-in-style": (f'<style>@import "{HOST}/a.css";</style>', "", "style"),
    "foreign-font-in-style": (f"<style>@font-face{{src:url({HOST}/a.woff2)}}</style>", "", "style"),
    "foreign-image-in-style": ('<style>a{background:url( "//b.example/a.png" )}</style>', "", "style"),
    "refresh": (f'<meta http-equiv="refresh" content="0; url={HOST}/">', "", "refresh"),
    "dead-link": ("", '<a href="nowhere/">x</a>', "nowhere/"),
    "dead-link-without-slash": ("", '<a href="../lt/help">x</a>', "../lt/help"),
    "dead-link-from-root": ("", '<a href="/nowhere/">x</a>', "/nowhere/"),
    "link-above-the-root": ("", '<a href="../../../lt/nowhere/">x</a>', "nowhere"),
    "dead-anchor": ("", '<a href="../#nowhere">x</a>', "#nowhere"),
    "dead-anchor-on-the-page": ("", '<a href="#nowhere">x</a>', "#nowhere"),
    "dead-image": ("", '<img src="../assets/b.svg" alt="">', "assets/b.svg"),
    "dead-stylesheet": ('<link rel="stylesheet" href="../assets/b.css">', "", "assets/b.css"),
    "dead-script": ('<script src="../assets/b.js"></script>', "", "assets/b.js"),
    "address-that-cannot-be-read": ("", '<a href="http://[x/">x</a>', "http://[x/"),
    "canonical-without-an-address": (f'<link rel="canonical" href="{URL}help/">', "", "SITE_URL"),
    "hreflang-without-an-address": (f'<link rel="alternate" hreflang="lt" href="{URL}lt/help/">', "", "SITE_URL"),
}


@pytest.mark.parametrize("name", DEFECTS)
def test_defect(problems: Callable, name: str) -> None:
    head, body, expected = DEFECTS[name]
    found = problems(head, body)
    assert len(found) == 1, found
    assert found[0].startswith(f"{PAGE}: ")
    assert expected in found[0]
    assert "\n" not in found[0]


def test_hreflang_without_a_default(site: Path, problems: Callable) -> None:
    (site / "sitemap.xml").write_text("<urlset/>")
    (site / "lt" / PAGE).write_text(document("lt", head=alternates("x-default", "en", "lt")), encoding="utf-8")
    assert problems(alternates("en", "lt"), site_url=URL) == [f"{PAGE}: The hreflang links lack x-default."]


def test_hreflang_of_a_page_that_is_not_there(site: Path, problems: Callable) -> None:
    (site / "sitemap.xml").write_text("<urlset/>")
    links = "".join(f'<link rel="alternate" hreflang="{to}" href="{URL}lt/nowhere/">' for to in ("x-default", "lt"))
    assert any("lt/nowhere/" in problem for problem in problems(links, site_url=URL))


def test_a_light_page_that_is_too_heavy(site: Path, problems: Callable) -> None:
    noise = "".join(random.Random(1).choices(string.ascii_letters, k=2 * BUDGETS.light_bytes))
    found = problems(body=f"<p>{noise}</p>")
    assert len(found) == 1
    assert found[0].startswith(f"{PAGE}: ")
    assert f"{BUDGETS.light_bytes:,}" in found[0]
    assert problems('<link rel="stylesheet" href="../assets/main.css">', f"<p>{noise}</p>") == []


@pytest.mark.parametrize(("form", "limit"), BUDGETS.class_bytes.items())
def test_a_form_of_a_leaflet_that_is_too_heavy(site: Path, problems: Callable, form: str, limit: int) -> None:
    def page(length: int) -> list[str]:
        noise = "".join(random.Random(1).choices(string.ascii_letters, k=length))
        return problems(body=f"<p>{noise}</p>", form=form)

    assert page(limit // 2) == []
    assert [f"{limit:,}" in problem for problem in page(2 * limit)] == [True]


@pytest.mark.parametrize("locale", DIRECTIONS)
def test_a_missing_home(site: Path, locale: str) -> None:
    (site / ("" if locale == "en" else locale) / "index.html").unlink()
    name = "index.html" if locale == "en" else f"{locale}/index.html"
    assert any(
        problem.startswith(f"{name}: ") and "is not in the built site" in problem for problem in verify(site, None)
    )


def test_an_empty_page_is_a_problem_and_no_crash(site: Path) -> None:
    (site / PAGE).write_text("")
    assert any(problem.startswith(f"{PAGE}: ") for problem in verify(site, None))


def test_a_stylesheet_that_loads_from_another_host(site: Path) -> None:
    (site / "assets" / "main.css").write_text(f"@font-face{{src:url({HOST}/a.woff2)}}")
    found = verify(site, None)
    assert len(found) == 1
    assert found[0].startswith("assets/main.css: ")


def test_data_published(site: Path) -> None:
    (site / "data").mkdir()
    assert [problem.partition(":")[0] for problem in verify(site, None)] == ["data/"]


@pytest.mark.parametrize(("written", "site_url"), [(True, None), (False, URL)])
def test_sitemap_and_address_belong_together(site: Path, written: bool, site_url: str | None) -> None:
    if written:
        (site / "sitemap.xml").write_text("<urlset/>")
    assert [problem.partition(":")[0] for problem in verify(site, site_url)] == ["sitemap.xml"]


@pytest.fixture(scope="module")
def low(services: list[Service]) -> Callable[[str], str]:
    """A hidden number of docs/data without blanks by its first digit: `0` a national one, `1` a short code."""
    numbers = [s.number.replace(" ", "") for s in services if s.confidence is Confidence.LOW and s.number]
    return lambda start: next(number for number in numbers if number.startswith(start))


SPELLINGS = {
    "as-in-the-data": lambda d: f"{d[0]} {d[1:4]} {d[4:]}",
    "closed-up": lambda d: d,
    "in-pairs": lambda d: " ".join(d[at : at + 2] for at in range(0, len(d), 2)),
    "no-break-spaces": lambda d: f"{d[0]}\u00a0{d[1:4]}\u00a0{d[4:]}",
    "narrow-no-break-spaces": lambda d: f"{d[0]}\u202f{d[1:4]}\u202f{d[4:]}",
    "entities": lambda d: f"{d[0]}&nbsp;{d[1:4]}&#160;{d[4:]}",
    "hyphens": lambda d: f"{d[0]}-{d[1:4]}-{d[4:]}",
    "brackets": lambda d: f"({d[:4]}) {d[4:]}",
    "former-prefix-8": lambda d: f"8 {d[1:4]} {d[4:]}",
    "international": lambda d: f"+370{d[1:]}",
    "international-with-blanks": lambda d: f"+370 {d[1:4]} {d[4:]}",
    "international-with-00": lambda d: f"00370{d[1:]}",
    "parted-by-markup": lambda d: f"{d[0]} <b>{d[1:4]}</b> {d[4:]}",
    "as-a-link": lambda d: f'<a href="tel:+370{d[1:]}">Call</a>',
}


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_a_low_number_is_found_however_it_is_written(low: Callable, problems: Callable, spelling: str) -> None:
    found = problems(body=f"<p>Call {SPELLINGS[spelling](low('0'))} now.</p>")
    assert found, "the number went through"
    assert all(problem.startswith(f"{PAGE}: ") for problem in found)


def test_a_low_short_code_is_found(low: Callable, problems: Callable) -> None:
    code = low("1")
    assert len(problems(body=f'<a href="tel:{code}">Call</a>')) == 1
    assert len(problems(body=f"<p>Call {code}.</p>")) == 1
    assert problems(body=f"<p>Not 9{code} nor {code}9.</p>") == []


@pytest.mark.parametrize(
    "name", ["services.json", "a.txt", "assets/a.svg", "assets/page.js", "site.webmanifest", "a.csv"]
)
def test_a_low_number_is_found_in_every_kind_of_text(site: Path, low: Callable, name: str) -> None:
    (site / name).write_text(f'"{low("0")}"')
    assert [problem.partition(":")[0] for problem in verify(site, None)] == [name]


@pytest.mark.parametrize(
    ("name", "page", "markup"),
    [
        ("files/guide.epub", "EPUB/a.xhtml", "<p>Call <bdi>{}</bdi> now.</p>"),
        (
            "files/guide.docx",
            "word/document.xml",
            "<w:p><w:r><w:t>\u200e{}</w:t></w:r><w:r><w:t>{}\u200e</w:t></w:r></w:p>",
        ),
    ],
)
def test_a_low_number_is_found_in_a_book(site: Path, low: Callable, name: str, page: str, markup: str) -> None:
    number, pieces = low("0"), markup.count("{}")
    halves = (number,) if pieces == 1 else (number[:4], number[4:])
    (site / "files").mkdir(exist_ok=True)
    for content, found in (
        (markup.format(*halves), [name]),
        (f'<p w:w="{number}"/><p>{number[:4]}</p><p>{number[4:]}</p>', []),
    ):
        with zipfile.ZipFile(site / name, "w") as archive:
            archive.writestr(page, content)
        assert [problem.partition(":")[0] for problem in verify(site, None)] == found


def test_bytes_that_are_no_text_do_not_stop_the_search(site: Path, low: Callable) -> None:
    (site / "a.txt").write_bytes(b"\xff" + low("0").encode())
    assert [problem.partition(":")[0] for problem in verify(site, None)] == ["a.txt"]


def ld_json(content: str) -> str:
    return f'<script type="application/ld+json">{content}</script>'


def test_data_for_programs_is_whole(problems: Callable) -> None:
    assert problems(head=ld_json('{"@context":"https://schema.org","@type":"Article"}')) == []


@pytest.mark.parametrize(
    ("content", "said"),
    [("{", "no JSON"), ("", "no JSON"), ("[]", "schema.org"), ('{"@context":"https://other.example"}', "schema.org")],
)
def test_broken_data_for_programs_is_named(problems: Callable, content: str, said: str) -> None:
    (problem,) = problems(head=ld_json(content))
    assert problem.startswith(f"{PAGE}: ")
    assert said in problem


def test_a_leaflet_has_no_data_for_programs(site: Path) -> None:
    folder = site / "ru" / "leaflets" / "calm"
    folder.mkdir(parents=True)
    (folder / "index.html").write_text(
        document("ru", head=ld_json('{"@context":"https://schema.org"}')), encoding="utf-8"
    )
    assert [problem for problem in verify(site, None) if "leaflet" in problem]


def test_a_feed_without_a_public_address_is_named(site: Path) -> None:
    (site / "ru" / "feed.xml").write_text("<feed/>")
    assert verify(site, None) == ["ru/feed.xml: a feed needs a public address, which the site has not"]
