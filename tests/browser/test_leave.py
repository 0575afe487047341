"""Leave hides the page at once: with and without script, with and without a network, by button and by keyboard."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, Route

from .built_pages import BuiltPage, BuiltSite

STUB = "<!doctype html><title>Elsewhere</title><p>elsewhere</p>"

# What a bystander would learn from tab, document and window. The page tells it itself, a moment after it has changed:
# while Chromium waits for the next address, it answers nobody who asks from outside.
REPORT_CHANGE = """() => new MutationObserver(() => setTimeout(() => console.log(JSON.stringify(
  {tab: document.title, document: document.body.textContent, window: document.body.innerText})), 100))
  .observe(document.body, {childList: true})"""


def press_button(page: Page) -> None:
    page.click("header .leave", no_wait_after=True)


def press_keys(page: Page) -> None:
    for _ in range(3):
        page.keyboard.press("Shift")


WAYS = [press_button, press_keys]


class Decoy:
    """What the decoy of a page says and where its Leave leads, read before it is needed."""

    def __init__(self, page: Page) -> None:
        self.title = page.get_attribute(".decoy", "data-title")
        self.text = words(page.text_content(".decoy"))
        self.exit = page.get_attribute(".leave", "data-exit")

    def betrayals(self, shown: dict[str, str]) -> list[str]:
        """What `shown`, a report of the page, tells beyond the decoy."""
        wanted = {"tab": words(self.title), "document": self.text, "window": self.text}
        return [
            f"the {place} still says {shown[place][:120]!r}" for place in wanted if words(shown[place]) != wanted[place]
        ]


def words(text: str) -> str:
    """The text without the spaces that differ between a document and its picture."""
    return "".join(text.split())


@pytest.fixture
def pages(site: BuiltSite) -> list[BuiltPage]:
    """One page of each kind, Material's too, in each direction of writing."""
    return site.one_of_each_kind(in_each="direction")


def allow_exits(context: BrowserContext, pages: list[BuiltPage], answer: Callable[[Route], None]) -> None:
    """Lets the places to which Leave leads be asked, and answers in their stead."""
    page = context.new_page()
    for built in pages:
        page.goto(built.address)
        context.route(page.get_attribute(".leave", "data-exit"), answer)
    page.close()


@pytest.mark.parametrize("way", WAYS)
def test_online_it_goes_away_and_back_does_not_return(
    open_context, pages: list[BuiltPage], way: Callable[[Page], None]
) -> None:
    context = open_context()
    allow_exits(context, pages, lambda route: route.fulfill(body=STUB, content_type="text/html"))
    page = context.new_page()
    problems = []
    for built in pages:
        page.goto("services.json")  # what the tab showed before, and what Back may show
        page.goto(built.address)
        decoy = Decoy(page)
        way(page)
        page.wait_for_url(lambda url, exit_=decoy.exit: url == exit_)
        page.go_back()
        if not page.url.endswith("/services.json"):
            problems.append(f"{built} after {way.__name__}: Back leads to {page.url}")
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("offline", [False, True], ids=["slow network", "no network"])
def test_nothing_is_left_while_nothing_else_can_be_shown(
    open_context, pages: list[BuiltPage], way: Callable[[Page], None], offline: bool
) -> None:
    context = open_context()
    if not offline:
        allow_exits(context, pages, lambda route: None)  # asked, and never answered
    page = context.new_page()
    problems = []
    for built in pages:
        page.goto(built.address)
        decoy = Decoy(page)
        page.evaluate(REPORT_CHANGE)
        context.set_offline(offline)
        with page.expect_console_message() as report:
            way(page)
        problems += [
            f"{built} after {way.__name__}: {found}" for found in decoy.betrayals(json.loads(report.value.text))
        ]
        context.set_offline(False)
    assert not problems, "\n".join(problems)


def test_other_keys_in_between_do_not_leave(open_context, pages: list[BuiltPage]) -> None:
    page = open_context().new_page()
    problems = []
    for built in pages:
        page.goto(built.address)
        for key in ("Shift", "Shift", "a", "Shift", "Shift+B", "Shift"):
            page.keyboard.press(key)
        if not page.is_visible("main"):
            problems.append(f"{built}: typing capital letters leaves the page")
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize("offline", [False, True], ids=["online", "offline"])
def test_without_script_the_decoy_covers_the_page(open_context, pages: list[BuiltPage], offline: bool) -> None:
    context = open_context(java_script_enabled=False)
    page = context.new_page()
    corners = "[[5, 5], [innerWidth - 5, 5], [5, innerHeight - 5], [innerWidth / 2, innerHeight / 2]]"
    problems = []
    for built in pages:
        page.goto(built.address)
        decoy = Decoy(page)
        context.set_offline(offline)
        press_button(page)
        if (seen := words(page.inner_text("body"))) != decoy.text:
            problems.append(f"{built}: besides the decoy the window shows {seen.replace(decoy.text, '')[:120]!r}")
        if not page.evaluate(f"{corners}.every(([x, y]) => document.elementFromPoint(x, y)?.closest('.decoy'))"):
            problems.append(f"{built}: the decoy does not fill the window")
        context.set_offline(False)
    assert not problems, "\n".join(problems)
