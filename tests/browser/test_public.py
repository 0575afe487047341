"""The site with a public address: the same weight and requests, links to send, languages named for search engines."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree, html

from data.notes import load_notes
from publish.build import run_mkdocs
from publish.server import SiteServer
from publish.settings import Kind, Settings

from .built_pages import BuiltPage, BuiltSite, read_built_site
from .sizes import LIGHT_BYTES, compressed_size
from .visit import Visit

ATOM = "{http://www.w3.org/2005/Atom}"
ADDRESS = "https://after-the-border.example/"

ALTERNATES = """() => Object.fromEntries([...document.querySelectorAll('link[rel=alternate][hreflang]')].map(l => [l.hreflang, l.href]))"""
SEND = """() => [...document.querySelectorAll('.send a:not([download])')].map(a => decodeURIComponent(a.href))"""


@pytest.fixture(scope="module")
def public_dir(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site built with a public address and a contact."""
    folder = tmp_path_factory.mktemp("public") / "site"
    run_mkdocs(root, folder, Settings(Kind.PREVIEW, ADDRESS, "team@after-the-border.example", 1_700_000_000))
    return folder


@pytest.fixture(scope="module")
def public_site(public_dir: Path, root: Path) -> BuiltSite:
    return read_built_site(public_dir, root)


@pytest.fixture(scope="module")
def public_url(public_dir: Path) -> Iterator[str]:
    with SiteServer(public_dir) as server:
        yield server.url


def leaflets(site: BuiltSite) -> list[BuiltPage]:
    found = [page for page in site.pages if page.template == "leaflet.html"]
    assert found, "the site has no leaflet"
    return found


def test_it_costs_no_more_requests(open_context, public_site: BuiltSite, public_url: str) -> None:
    context = open_context(base_url=public_url)
    visits = [
        Visit(context.new_page(), built)
        for built in public_site.one_of_each_kind("direction")
        if built in public_site.pages
    ]
    problems = [problem for visit in visits for problem in visit.problems()]
    assert not problems, "\n".join(problems)


def test_it_weighs_no_more_than_light_pages_may(public_site: BuiltSite, public_dir: Path) -> None:
    sizes = {page.address: compressed_size(public_dir, page) for page in public_site.light}
    heavy = [f"{page}: {size:,} bytes" for page, size in sizes.items() if size > LIGHT_BYTES]
    assert not heavy, f"Over {LIGHT_BYTES:,} bytes after gzip:\n" + "\n".join(heavy)


def test_light_pages_name_themselves_in_other_languages(open_context, public_site: BuiltSite, public_url: str) -> None:
    page = open_context(base_url=public_url, java_script_enabled=False).new_page()
    problems = []
    for built in public_site.light:
        page.goto(built.address)
        wanted = {locale: ADDRESS + other.address for locale, other in public_site.same_page(built.key).items()}
        wanted["x-default"] = wanted[public_site.source]
        if (said := page.evaluate(ALTERNATES)) != wanted:
            problems.append(f"{built}: its alternates are {said}, not {wanted}")
    assert not problems, "\n".join(problems)


def test_what_is_sent_is_neutral_and_stays_off_paper(open_context, public_site: BuiltSite, public_url: str) -> None:
    """A messenger keeps what is sent: the tab's title and the address, and no other word of the page."""
    page = open_context(base_url=public_url).new_page()
    problems = []
    for built in leaflets(public_site):
        page.goto(built.address)
        links = page.evaluate(SEND)
        if not links:
            problems.append(f"{built}: it cannot be sent")
        for link in links:
            if ADDRESS + built.address not in link or str(built.meta["title"]) in link:
                problems.append(f"{built}: this would be sent: {link}")
        page.emulate_media(media="print")
        if page.is_visible(".send"):
            problems.append(f"{built}: the row of links to send it is printed")
        page.emulate_media(media="screen")
    assert not problems, "\n".join(problems)


def test_the_address_can_be_copied(open_context, public_site: BuiltSite, public_url: str) -> None:
    context = open_context(base_url=public_url, permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    built = leaflets(public_site)[0]
    page.goto(f"{built.address}#help")
    button = page.locator("[data-tool=copy]")
    before = button.text_content()
    button.click()
    page.wait_for_function("before => document.querySelector('[data-tool=copy]').textContent != before", arg=before)
    assert page.evaluate("navigator.clipboard.readText()") == public_url + built.address


def test_every_language_has_a_feed_that_its_home_names(public_site: BuiltSite, public_dir: Path) -> None:
    problems = []
    for built in public_site.homes():
        path = public_dir / built.address / "index.html"
        links = html.fromstring(path.read_text(encoding="utf-8")).xpath("//link[@type='application/atom+xml']/@href")
        wanted = public_dir / public_site.prefix(built.locale) / "feed.xml"
        if [(path.parent / link).resolve() for link in links] != [wanted] or not wanted.is_file():
            problems.append(f"{built}: it names the feeds {links}")
    assert not problems, "\n".join(problems)


def test_an_entry_of_a_feed_leads_to_a_page_and_carries_its_note(
    public_site: BuiltSite, public_dir: Path, root: Path
) -> None:
    (note,) = (note for note in load_notes(root / "docs" / "data") if note.id == "network")
    carried = 0
    for locale in public_site.directions:
        feed = etree.parse(public_dir / public_site.prefix(locale) / "feed.xml")
        for entry in feed.iterfind(f"{ATOM}entry"):
            address = entry.findtext(f"{ATOM}id").removeprefix(ADDRESS)
            page = (public_dir / address / "index.html").read_text(encoding="utf-8")
            has_note = 'class="caution"' in page
            assert (note.text["ru"] in entry.findtext(f"{ATOM}summary", "")) == has_note, address
            carried += has_note
    ours = [page for page in public_site.pages if page.locale == "ru" and f"{page.key.rstrip('/')}.md" in note.pages]
    assert carried >= len(ours)
