"""Finding a browser, installing one, and stopping where there is none: never going on without."""

from collections.abc import Callable
from pathlib import Path

import pytest

from environment import browser
from environment.stop import Stop

Stub = Callable[[str, str], Path]
WORKS = "echo Chromium 156"
IS_A_SNAP_STUB = "echo 'Command requires the chromium snap' >&2; exit 1"


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch, stub: Stub) -> None:
    """A machine without a browser where nobody may install one."""
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(browser, "from_playwright", lambda: None)
    monkeypatch.setattr(browser, "apt_prefix", lambda: None)
    monkeypatch.setattr(browser.sys, "executable", str(stub("python", "exit 1")))


def test_the_variable_comes_first(stub: Stub, monkeypatch: pytest.MonkeyPatch) -> None:
    stub("chromium", WORKS)
    mine = stub("mine", WORKS)
    monkeypatch.setenv("CHROMIUM", str(mine))
    assert browser.ensure_browser() == str(mine)


@pytest.mark.parametrize("script", [IS_A_SNAP_STUB, None])
def test_a_variable_that_names_no_browser(
    stub: Stub, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, script: str | None
) -> None:
    stub("chromium", WORKS)
    monkeypatch.setenv("CHROMIUM", str(stub("mine", script) if script else tmp_path / "nothing"))
    with pytest.raises(Stop, match="CHROMIUM names"):
        browser.ensure_browser()


def test_a_browser_that_does_not_start_is_passed_over(stub: Stub) -> None:
    stub("chromium", IS_A_SNAP_STUB)
    chrome = stub("google-chrome", WORKS)
    assert browser.ensure_browser() == str(chrome)


def test_playwrights_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browser, "from_playwright", lambda: "/cache/chrome")
    assert browser.ensure_browser() == "/cache/chrome"


def test_root_gets_it_from_debian_with_fonts(stub: Stub, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(browser, "apt_prefix", list)
    ready = stub("ready", WORKS)
    installed = ready.with_name("chromium")
    log = tmp_path / "log"
    stub("apt-get", f'echo "$*" >> {log}; test "$2" = update || cp {ready} {installed}')
    assert browser.ensure_browser() == str(installed)
    assert "chromium fonts-noto-core" in log.read_text()


def test_others_get_it_from_playwright(stub: Stub, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    downloaded = tmp_path / "downloaded"
    stub("python", f'test "$*" = "-m playwright install chromium" && echo x > {downloaded}')
    monkeypatch.setattr(browser, "from_playwright", lambda: str(downloaded) if downloaded.exists() else None)
    assert browser.ensure_browser() == str(downloaded)


def test_none_at_all_stops() -> None:
    with pytest.raises(Stop, match="need a browser"):
        browser.ensure_browser()
