"""One Chromium for all browser tests, contexts that cannot leave this machine, and the table of sizes at the end."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Route, sync_playwright

from data.services import Service, load_services
from data.texts import load_strings
from publish.server import SiteServer

from .built_pages import BuiltSite, read_built_site
from .sizes import SIZES

PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 800}
# No sandbox: the tests also run as root in a container. The rest keeps Chromium from asking its maker's servers.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """A Chromium. None is a failure: a site that nobody has looked at has not been tested."""
    path = os.environ.get("CHROMIUM")
    if not path:
        pytest.fail("CHROMIUM names no browser: run ./scripts/test, which finds or installs one.", pytrace=False)
    with sync_playwright() as playwright:
        try:
            chromium = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        except Error as error:
            pytest.fail(
                f"The browser {path} of CHROMIUM does not start: {error.message.splitlines()[0]}", pytrace=False
            )
        yield chromium
        chromium.close()


@pytest.fixture
def open_context(browser: Browser, site_server: SiteServer) -> Iterator[Callable[..., BrowserContext]]:
    """Opens a browser context (playwright's options; a phone unless told) for the site or for `base_url`.

    A request to any other host is aborted and fails the test, whatever the test is about.
    """
    contexts: list[BrowserContext] = []
    foreign: list[str] = []

    def refuse(route: Route) -> None:
        foreign.append(f"{route.request.frame.url} asked for {route.request.url}")
        route.abort()

    def open_(**options: object) -> BrowserContext:
        settings = {"viewport": PHONE, "base_url": site_server.url, **options}
        context = browser.new_context(**settings)
        context.set_default_timeout(10_000)
        context.route(re.compile(f"^(?!{re.escape(str(settings['base_url']))})"), refuse)
        contexts.append(context)
        return context

    yield open_
    for context in contexts:
        context.close()
    assert not foreign, "Requests to other hosts:\n" + "\n".join(foreign)


@pytest.fixture(scope="session")
def site(site_dir: Path, root: Path) -> BuiltSite:
    """The pages of this repository's site."""
    return read_built_site(site_dir, root)


@pytest.fixture(scope="session")
def strings(root: Path, site: BuiltSite) -> dict[str, dict[str, str]]:
    """locale -> key -> the words of the templates."""
    return load_strings(root / "docs" / "data", list(site.directions))


@pytest.fixture(scope="session")
def services(root: Path) -> list[Service]:
    """Every service of the data."""
    return load_services(root / "docs" / "data")


@pytest.fixture(scope="session")
def emergency(services: list[Service]) -> str:
    """What the emergency button dials."""
    return next(service.dial for service in services if service.kind == "emergency")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """The table that the test of weights has measured, whether it passed or not."""
    for line in config.stash.get(SIZES, []):
        terminalreporter.write_line(line)
