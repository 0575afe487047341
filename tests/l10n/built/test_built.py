"""One defect a site: the finding names its rule, file and line, and nothing else is found."""

from __future__ import annotations

import inspect
import json
import random
import string
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from l10n.cli import main
from l10n.commands.check import FORMATS
from l10n.rules import RULES, Family

from .conftest import URL, Site, alternates, document

HOST = "https://b.example"
NOISE = "".join(random.Random(1).choices(string.ascii_letters, k=3000))


@pytest.mark.parametrize("layout", ["folder", "suffix"])
@pytest.mark.parametrize("directories", [True, False])
@pytest.mark.parametrize("policy", [True, False])
def test_a_good_site(tmp_path: Path, found: Callable, layout: str, directories: bool, policy: bool) -> None:
    site = Site(tmp_path, layout, directories)
    site.configure(policy=policy)
    assert found(site) == []


def test_every_rule_is_found_here() -> None:
    told = inspect.getsource(sys.modules[__name__])
    assert [
        name for name, rule in RULES.items() if rule.value.family is Family.BUILT_SITE and f" {name} " not in told
    ] == []


def test_what_is_no_fault(site: Site, found: Callable) -> None:
    site.help(
        head='<link rel="stylesheet" href="../main.css"><link rel="alternate" hreflang="lt" href="../lt/help/">',
        body=f'<a href="{HOST}/x">out</a> <a href="mailto:a@b.example">mail</a> <a href="tel:112">112</a> <a href="">self</a>'
        '<a href="../#text">up</a> <a href="#top">top</a> <a href="?q=1">same</a> <a href="../index.html#text">home</a>'
        '<a name="old"></a><a href="#old">old</a> <a href="../api/#/pets">api</a> <a href="../lt/naujas%20puslapis/">new</a>'
        '<img src="data:image/gif;base64,x" alt=""> <img src="../a.svg" srcset="../a.svg 2x" alt="">',
    )
    site.page("api/index.html", "en", document())
    site.page("naujas puslapis/index.html", "lt", document("lt", body='<a href="../help/">x</a>'))
    (site.folder / "main.css").write_text('@import "other.css"; a{background:url(data:image/svg+xml,x)}')
    assert found(site) == []


def test_a_language_that_is_told_more_exactly(site: Site, found: Callable) -> None:
    site.help(attributes='lang="en-GB"')
    site.help(locale="ar", attributes='lang="AR-eg" dir="RTL"')
    assert found(site) == []


def test_direction_of_the_body(site: Site, found: Callable) -> None:
    """Material writes it there."""
    text = document("ar", attributes='lang="ar"').replace("<body>", '<body dir="rtl">')
    site.page("help/index.html", "ar", text)
    assert found(site) == []


def test_pages_that_are_no_pages_of_a_language(site: Site, found: Callable) -> None:
    site.page(
        "old/index.html", "lt", '<html lang="en"><meta http-equiv="Refresh" content="0; url=../help/"><body>x</body>'
    )
    site.page("google1.html", "en", "google-site-verification: google1.html")
    site.page("404.html", "en", document("ar"))
    assert found(site) == []


LANGUAGES = {
    "none": ("en", "", 'The page is in en, and <html> says no language, not lang="en".'),
    "another": ("lt", 'lang="en"', 'The page is in lt, and <html> says lang="en", not lang="lt".'),
    "no direction": ("ar", 'lang="ar"', 'ar is written with dir="rtl", and <html> does not say so.'),
    "wrong direction": ("en", 'lang="en" dir="rtl"', 'en is written with dir="ltr", and <html> says dir="rtl".'),
}


@pytest.mark.parametrize("name", LANGUAGES)
def test_language(site: Site, found: Callable, name: str) -> None:
    locale, attributes, message = LANGUAGES[name]
    site.help(locale=locale, attributes=attributes)
    folder = "" if locale == "en" else f"{locale}/"
    assert found(site) == [f"{folder}help/index.html:2 built-language {message}"]


LINKS = {
    "page": ('<a href="nowhere/">x</a>', "The link nowhere/ leads to nothing."),
    "from the root": ('<a href="/lt/nowhere/">x</a>', "The link /lt/nowhere/ leads to nothing."),
    "slash": ('<a href="../lt/help">x</a>', "The link ../lt/help lacks the slash at its end."),
    "anchor": ('<a href="../#nowhere">x</a>', "The link ../#nowhere leads to an anchor that is not there."),
    "anchor here": ('<a href="#nowhere">x</a>', "The link #nowhere leads to an anchor that is not there."),
    "image": ('<img src="../b.svg" alt="">', "The link ../b.svg leads to nothing."),
    "frame": ('<iframe src="../b.html"></iframe>', "The link ../b.html leads to nothing."),
    "no address": ('<a href="http://[x/">x</a>', "The link http://[x/ is no address."),
    "twice": ('<a href="no/">x</a><a href="no/">y</a>', "The link no/ leads to nothing."),
}


@pytest.mark.parametrize("name", LINKS)
def test_broken_link(site: Site, found: Callable, name: str) -> None:
    body, message = LINKS[name]
    site.help(body=f"\n{body}")
    assert found(site) == [f"help/index.html:8 built-link-broken {message}"]


def test_broken_link_of_the_head(site: Site, found: Callable) -> None:
    site.help(head='<link rel="stylesheet" href="../b.css"><script src="../b.js"></script>')
    assert found(site) == [
        "help/index.html:4 built-link-broken The link ../b.css leads to nothing.",
        "help/index.html:4 built-link-broken The link ../b.js leads to nothing.",
    ]


def test_links_without_folders_of_pages(tmp_path: Path, found: Callable) -> None:
    site = Site(tmp_path, directories=False)
    site.help(body='<a href="help/">x</a> <a href="lt/help.html#text">y</a> <a href="lt/help.html#no">z</a>')
    assert found(site) == [
        "help.html:7 built-link-broken The link help/ leads to nothing.",
        "help.html:7 built-link-broken The link lt/help.html#no leads to an anchor that is not there.",
    ]


def test_a_site_in_a_folder_of_its_host(site: Site, found: Callable) -> None:
    """What lies beside the folder belongs to somebody else."""
    site.configure(site_url=f"{URL}after/")
    for page in site.folder.rglob("*.html"):
        page.write_text(page.read_text().replace('src="/a.svg"', 'src="/after/a.svg"'))
    site.page("404.html", "en", document(body='<a href="/after/lt/help/">x</a> <a href="/blog/">y</a>'))
    assert found(site) == []
    site.page("404.html", "en", document(body='<a href="/after/nowhere/">x</a>'))
    assert found(site) == ["404.html:7 built-link-broken The link /after/nowhere/ leads to nothing."]


REQUESTS = {
    "image": (f'<img src="{HOST}/a.png" alt="">', f"<img src=> asks another host: {HOST}/a.png."),
    "no scheme": ('<img src="//b.example/a.png" alt="">', "<img src=> asks another host: //b.example/a.png."),
    "set": (f'<img src="/a.svg" srcset="{HOST}/a 2x">', f"<img srcset=> asks another host: {HOST}/a."),
    "frame": (f'<iframe src="{HOST}/"></iframe>', f"<iframe src=> asks another host: {HOST}/."),
    "form": (f'<form action="{HOST}/"></form>', f"<form action=> asks another host: {HOST}/."),
    "shape": (f'<svg><use href="{HOST}/a"/></svg>', f"<use href=> asks another host: {HOST}/a."),
    "ping": (f'<a href="../" ping="{HOST}/">x</a>', f"<a ping=> asks another host: {HOST}/."),
    "style": (f"<style>\n@import url('{HOST}/a.css');</style>", f"<style> asks another host: {HOST}/a.css."),
}


@pytest.mark.parametrize("name", REQUESTS)
def test_external_request(site: Site, found: Callable, name: str) -> None:
    body, message = REQUESTS[name]
    site.help(body=body)
    assert found(site) == [f"help/index.html:7 built-external-request {message}"]
    site.configure(built="hosts: [b.example]")
    assert found(site) == []
    site.configure(policy=False)
    assert found(site) == []


def test_requests_to_the_own_host(site: Site, found: Callable) -> None:
    site.configure(site_url=URL)
    site.help(head=f'<link rel="icon" href="{URL}a.svg">')
    assert found(site) == []


def test_external_request_of_a_stylesheet(site: Site, found: Callable) -> None:
    (site.folder / "main.css").write_text(f"a{{}}\n@font-face{{src:url({HOST}/a.woff2)}}\n")
    message = f"The stylesheet asks another host: {HOST}/a.woff2."
    assert found(site) == [f"main.css:2 built-external-request {message}"]


CANONICALS = {
    "elsewhere": (HOST + "/help/", f"is not below {URL}"),
    "nowhere": (URL + "nowhere/", "leads to nothing"),
    "another language": (URL + "lt/help/", "leads to a page in lt"),
}


@pytest.mark.parametrize("name", CANONICALS)
def test_canonical(site: Site, found: Callable, name: str) -> None:
    address, problem = CANONICALS[name]
    site.help(head=f'<link rel="canonical" href="{address}">')
    assert found(site) == []
    site.configure(site_url=URL)
    assert found(site) == [f"help/index.html:4 built-canonical The canonical address {address} {problem}."]


def test_two_canonical_addresses(site: Site, found: Callable) -> None:
    site.configure(site_url=URL)
    site.help(head=f'<link rel="canonical" href="{URL}help/">\n' * 2)
    assert found(site) == ["help/index.html:5 built-canonical The page has two canonical addresses."]


@pytest.mark.parametrize(
    ("english", "lithuanian", "message"),
    [
        (alternates("x-default", "en", "lt"), alternates("x-default", "en", "lt"), ""),
        (alternates("en", "lt"), alternates("x-default", "en", "lt"), "The hreflang links lack x-default."),
        (
            alternates("x-default", "lt"),
            alternates("x-default", "en", "lt"),
            "The hreflang links leave out the page itself.",
        ),
        (
            alternates("x-default", "en", "lt"),
            "",
            'The link hreflang="lt" leads to /lt/help/, which does not lead back.',
        ),
        (
            alternates("x-default", "en", "lt") + f'<link rel="alternate" hreflang="ar" href="{URL}ar/no/">',
            alternates("x-default", "en", "lt"),
            'The link hreflang="ar" leads to /ar/no/, and nothing is there.',
        ),
        (
            alternates("x-default", "en", "lt").replace('"lt"', '"ar"'),
            alternates("x-default", "en", "lt"),
            'The link hreflang="ar" leads to /lt/help/, which is in lt.',
        ),
    ],
)
def test_hreflang(site: Site, found: Callable, english: str, lithuanian: str, message: str) -> None:
    site.help(head=english)
    site.help(head=lithuanian, locale="lt")
    assert found(site) == []
    site.configure(site_url=URL)
    assert found(site) == ([f"help/index.html:4 built-hreflang {message}"] if message else [])


def test_another_form_of_a_page_is_no_version_of_its_own(site: Site, found: Callable) -> None:
    site.configure(site_url=URL)
    head = alternates("x-default", "en", "lt")
    site.help(head=head)
    site.help(head=head, locale="lt")
    site.page("help/print/index.html", "en", document(head=f'<link rel="canonical" href="{URL}help/">{head}'))
    assert found(site) == []


@pytest.mark.parametrize(
    ("head", "key"), [("", "light_bytes"), ('<link rel="stylesheet" href="/a.css">', "heavy_bytes")]
)
def test_weight(site: Site, found: Callable, head: str, key: str) -> None:
    (site.folder / "a.css").write_text("")
    site.help(head=head, body=NOISE)
    assert found(site) == []
    site.configure(built=f"{key}: 2000")
    (told,) = found(site)
    assert told.startswith("help/index.html:1 built-too-heavy The page has 2,")
    assert told.endswith(" bytes after gzip, one of this kind may have 2,000.")
    other = "heavy_bytes" if key == "light_bytes" else "light_bytes"
    site.configure(built=f"{other}: 2000")
    assert found(site) == []


def test_weight_by_the_class_of_the_body(site: Site, found: Callable) -> None:
    site.page("help/index.html", "en", document(body=NOISE).replace("<body>", '<body class="wide pair">'))
    site.configure(built="light_bytes: 2000, class_bytes: {pair: 9000}")
    assert found(site) == []
    site.configure(built="light_bytes: 9000, class_bytes: {pair: 2000}")
    assert [line.split()[1] for line in found(site)] == ["built-too-heavy"]


CALL = '<a href="tel:112">112</a>'
FIRST = "The page is urgent, and the link tel:112 does not stand first."
LAST = "The page is urgent, and the link tel:112 does not stand last."


@pytest.mark.parametrize(
    ("body", "messages"),
    [
        (f'{CALL}<a href="tel:1">1</a>{CALL}<a href="../">home</a>', []),
        (f'<a href="../">home</a>{CALL}{CALL}', [FIRST]),
        (f'{CALL}{CALL}<a href="tel:1">1</a>', [LAST]),
        (CALL, [LAST]),
        ("", [FIRST, LAST]),
        ('<a href="tel:1">1</a>', [FIRST, LAST]),
    ],
)
def test_emergency(site: Site, found: Callable, body: str, messages: list[str]) -> None:
    site.source("help", "lt", "---\ntitle: Page\nurgent: true\n---\n# Page { #page }\n")
    site.help(body=body, locale="lt")
    assert found(site) == []
    site.configure(built='emergency: "tel:112"')
    at = 6 if "<a" not in body else 7
    assert found(site) == [f"lt/help/index.html:{at} built-without-emergency {message}" for message in messages]


def test_a_page_that_was_not_built(site: Site, found: Callable) -> None:
    (site.folder / "lt" / "help" / "index.html").unlink()
    site.page("index.html", "lt", document("lt"))
    assert found(site) == ["lt/help/index.html:1 built-page-missing docs/lt/help.md is not in the built site."]


@pytest.mark.parametrize("text", ["", " \n", "<!-- only this -->", "<html><head></head></html>", "\0"])
def test_a_page_that_shows_nothing(site: Site, found: Callable, text: str) -> None:
    site.page("index.html", "lt", text)
    problem = "shows nothing" if text.strip("\0 \n") else "is empty or cannot be read as HTML"
    assert found(site) == [f"lt/index.html:1 built-page-unreadable The file {problem}."]


def test_bytes_that_are_not_utf_8(site: Site, found: Callable) -> None:
    site.page("index.html", "lt", document("lt", body="\xe9").replace("utf-8", "latin-1").encode("latin-1"))
    assert found(site) == []


@pytest.mark.parametrize(("inside", "told"), [(None, "there is no such folder"), ("a.txt", "holds no HTML file")])
def test_no_built_site(
    site: Site, tmp_path: Path, capsys: pytest.CaptureFixture, inside: str | None, told: str
) -> None:
    other = tmp_path / "other"
    if inside:
        other.mkdir()
        (other / inside).write_text("x")
    assert main(["--config", str(site.config), "--site", str(other)]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert f"{other}: {told}" in err


def test_watch_looks_at_no_built_site(site: Site, capsys: pytest.CaptureFixture) -> None:
    page = str(site.root / "docs" / "lt" / "help.md")
    assert main(["--config", str(site.config), "--watch", "--site", str(site.folder), page]) == 2
    assert "leave --site out" in capsys.readouterr().err


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_tells_it(site: Site, capsys: pytest.CaptureFixture, format: str) -> None:
    site.help(body='<a href="nowhere/">x</a>', locale="ar")
    code = main(["--config", str(site.config), "--no-cache", "--format", format, "--site", str(site.folder)])
    out = capsys.readouterr().out
    assert code == 1
    assert "built-link-broken" in out
    assert "ar/help/index.html" in out


def test_the_exit_code_of_what_cannot_be_read(site: Site) -> None:
    site.page("index.html", "lt", "")
    assert main(["--config", str(site.config), "--no-cache", "--site", str(site.folder)]) == 2


@pytest.mark.parametrize(
    ("built", "told"),
    [
        ("light_bytes: many", "extra.l10n.built.light_bytes: is 'many'; write a number of bytes such as 10000."),
        ("class_bytes: {pair: 0}", "extra.l10n.built.class_bytes.pair: is 0; write a number of bytes such as 18000."),
        ("hosts: x", "extra.l10n.built.hosts: is 'x'"),
        ("emergency: 112", "extra.l10n.built.emergency: is 112; write a link such as tel:112."),
        ("weight: 1", "extra.l10n.built: unknown key 'weight'"),
    ],
)
def test_a_policy_that_cannot_be_used(site: Site, capsys: pytest.CaptureFixture, built: str, told: str) -> None:
    site.configure(built=built)
    assert main(["--config", str(site.config)]) == 2
    assert told in capsys.readouterr().err


@pytest.mark.real_site
def test_the_site_of_this_repository(root: Path, site_dir: Path, capsys: pytest.CaptureFixture) -> None:
    main(["--config", str(root / "mkdocs.yml"), "--format", "json", "--site", str(site_dir)])
    found = json.loads(capsys.readouterr().out)["findings"]
    assert [finding for finding in found if finding["rule"].startswith("built-")] == []
