"""The buttons of a leaflet: it is heard only by voices of the phone itself, and kept only where the reader says so."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Error, Page

from l10n.site import load_site
from publish.saved import write_lists
from publish.server import SiteServer

from .built_pages import BuiltPage, BuiltSite
from .visit import STORED

# A device with one voice of its own and one that sends the text to a company, both for the language of the page.
VOICES = """([own, foreign]) => {
  const spoken = [];
  const voices = [
    {lang: foreign, localService: false, name: 'company'}, {lang: own, localService: true, name: 'device'}];
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  const synthesis = new EventTarget();
  Object.assign(synthesis, {
    spoken, speaking: false, cancelled: 0, getVoices: () => voices,
    speak(utterance) { this.speaking = true; spoken.push(utterance); },
    cancel() { this.speaking = false; this.cancelled++; },
  });
  Object.defineProperty(window, 'speechSynthesis', {value: synthesis});
}"""
CACHES = "async () => Object.fromEntries(await Promise.all((await caches.keys()).map(async name => [name, (await (await caches.open(name)).keys()).map(r => r.url)])))"
UNTIL_REPLACED = """async before => {
  for (let names = [before]; names.length != 1 || names[0] == before; names = await caches.keys())
    await new Promise(done => setTimeout(done, 50));
}"""
LISTEN, SAVE, REMOVE, STATUS = "[data-tool=listen]", "[data-tool=save]", "[data-tool=remove]", ".tools [role=status]"


def leaflets(site: BuiltSite) -> list[BuiltPage]:
    return [page for page in site.pages if page.template == "leaflet.html"]


@pytest.fixture
def copy(site_dir: Path, tmp_path: Path) -> Path:
    """A copy of the site that a test may change."""
    return Path(shutil.copytree(site_dir, tmp_path / "site"))


@pytest.fixture
def server(copy: Path) -> Iterator[SiteServer]:
    """The copy, served from an address of its own, so that nothing that is stored stays for other tests."""
    with SiteServer(copy) as running:
        yield running


def saved_page(page: Page, address: str, strings: dict) -> None:
    """Opens a page and presses Save."""
    page.goto(address)
    page.click(SAVE)
    page.wait_for_function(
        "([at, text]) => document.querySelector(at).textContent == text", arg=[STATUS, strings["save_done"]]
    )


def test_without_a_voice_of_the_device_there_is_nothing_to_press(open_context, site: BuiltSite) -> None:
    for own in ("", "xx-XX"):
        page = open_context().new_page()
        if own:
            page.add_init_script(f"({VOICES})(['{own}', 'ar-SA'])")
        page.goto("ar/leaflets/calm/")
        assert not page.is_visible(LISTEN)


def test_a_voice_of_the_device_reads_the_steps_in_order(open_context, site: BuiltSite, strings: dict) -> None:
    problems = []
    for built in leaflets(site):
        page = open_context().new_page()
        page.add_init_script(f"({VOICES})(['{built.locale}-XX', '{built.locale}'])")
        page.goto(built.address)
        page.click(LISTEN)
        page.wait_for_function("speechSynthesis.spoken.length > 5")
        spoken = page.evaluate("speechSynthesis.spoken.map(u => [u.voice.name, u.lang, u.text])")
        texts = [text for _, _, text in spoken]
        if {(voice, lang) for voice, lang, _ in spoken} != {("device", f"{built.locale}-XX")}:
            problems.append(f"{built}: another voice than the device's reads")
        headings = [text.strip() for text in page.locator(".steps h3").all_text_contents()]
        if [text for text in texts if text in headings] != headings or texts[0] != page.text_content("h1"):
            problems.append(f"{built}: it does not read the title and each step in order")
        if page.text_content(LISTEN).strip() != strings[built.locale]["listen_stop"]:
            problems.append(f"{built}: the button does not say that it stops")
        page.click(LISTEN)
        page.wait_for_function("!speechSynthesis.speaking")
        if page.get_attribute(LISTEN, "aria-pressed") != "false":
            problems.append(f"{built}: it has stopped and the button does not say so")
    assert not problems, "\n".join(problems)


def test_leave_stops_the_voice(open_context) -> None:
    page = open_context().new_page()
    page.add_init_script(f"({VOICES})(['lt-LT', 'lt-LT'])")
    page.goto("lt/leaflets/calm/")
    page.click(LISTEN)
    page.wait_for_function("speechSynthesis.speaking")
    page.context.set_offline(True)
    page.click("header .leave")
    assert page.evaluate("[speechSynthesis.speaking, speechSynthesis.cancelled]") == [False, 1]


@pytest.mark.parametrize("locale", ["ar", "en"])
def test_saved_pages_open_in_flight_mode_and_only_those(
    open_context, server: SiteServer, site: BuiltSite, strings: dict, locale: str
) -> None:
    context = open_context(base_url=server.url)
    page = context.new_page()
    saved_page(page, f"{site.prefix(locale)}leaflets/calm/", strings[locale])
    ((name, urls),) = page.evaluate(CACHES).items()
    assert name.startswith(f"saved-{locale}-")
    light = {server.url + built.address for built in site.light if built.locale == locale}
    assert set(urls) == light | {f"{server.url}{site.prefix(locale)}tools.js"}
    context.set_offline(True)
    problems = []
    for address in sorted(light):
        page.goto(address)
        if page.get_attribute("html", "lang") != locale or not page.locator('a[href^="tel:"]').count():
            problems.append(f"{address} does not open without a connection")
    assert not problems, "\n".join(problems)
    other = "lt/leaflets/calm/"
    with pytest.raises(Error):
        page.goto(other)


def test_a_newer_version_takes_the_place_of_the_old(
    open_context, server: SiteServer, copy: Path, root: Path, strings: dict
) -> None:
    context = open_context(base_url=server.url)
    page = context.new_page()
    saved_page(page, "lt/leaflets/calm/", strings["lt"])
    (before,) = page.evaluate(CACHES)
    file = copy / "lt" / "leaflets" / "calm" / "index.html"
    file.write_text(file.read_text(encoding="utf-8").replace("<h1>", "<h1>Nauja: ", 1), encoding="utf-8")
    write_lists(copy, load_site(root / "mkdocs.yml"))
    page.reload()  # still the saved copy, which looks for a newer one
    # Waited for in the page: Playwright takes the promise of an asynchronous predicate for a yes.
    page.evaluate(UNTIL_REPLACED, before)
    context.set_offline(True)
    page.reload()
    assert page.text_content("h1").startswith("Nauja: ")


def test_remove_leaves_nothing_and_leave_removes_nothing(open_context, server: SiteServer, strings: dict) -> None:
    context = open_context(base_url=server.url)
    page = context.new_page()
    saved_page(page, "fr/leaflets/calm/", strings["fr"])
    page.goto("ru/leaflets/calm/")
    saved_page(page, "ru/leaflets/calm/", strings["ru"])
    assert len(page.evaluate(CACHES)) == 2
    context.set_offline(True)
    page.click("header .leave")
    assert len(page.evaluate(CACHES)) == 2, "Leave took the saved pages away"
    page.goto("fr/about/privacy/")
    context.set_offline(False)
    page.wait_for_selector(REMOVE)
    page.click(REMOVE)
    page.wait_for_function(
        "([at, text]) => document.querySelector(at).textContent == text", arg=[STATUS, strings["fr"]["save_removed"]]
    )
    assert not page.is_visible(REMOVE)
    page.reload()
    assert page.evaluate(STORED) == []


def test_what_cannot_be_saved_is_told_and_leaves_nothing(
    open_context, server: SiteServer, copy: Path, strings: dict
) -> None:
    data = json.loads((copy / "ar" / "saved.json").read_text(encoding="utf-8"))
    data["pages"].append("gone/")
    (copy / "ar" / "saved.json").write_text(json.dumps(data), encoding="utf-8")
    page = open_context(base_url=server.url).new_page()
    page.goto("ar/leaflets/calm/")
    page.click(SAVE)
    page.wait_for_function(
        "([at, text]) => document.querySelector(at).textContent == text", arg=[STATUS, strings["ar"]["save_failed"]]
    )
    assert page.evaluate(STORED) == []
