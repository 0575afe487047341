"""A Chromium for the tests: found, or installed.

A missing browser stops the tests; they never pass by leaving the browser out.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from environment.stop import Stop
from environment.system import apt_install, apt_prefix

NAMES = ("chromium", "chromium-browser", "google-chrome")
# The fonts show Arabic and Cyrillic; without them a picture of a page would show boxes.
DEBIAN_PACKAGES = ["chromium", "fonts-noto-core"]


def ensure_browser() -> str:
    """The path of a Chromium that starts. Raises `Stop` where there is none and none can be installed."""
    named = os.environ.get("CHROMIUM")
    if named:
        if not starts(named):
            raise Stop(f"CHROMIUM names {named}, which does not start as a browser: correct the variable or unset it.")
        return named
    found = on_path() or from_playwright()
    if found:
        return found
    prefix = apt_prefix()
    if prefix is not None:
        apt_install(DEBIAN_PACKAGES, prefix)
        found = on_path()
    else:
        print("Installing Chromium with playwright ...", flush=True)
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False, capture_output=True)
        found = from_playwright()
    if not found:
        raise Stop("The tests need a browser and none could be installed: install Chromium, or name one in CHROMIUM.")
    return found


def starts(program: str) -> bool:
    """Whether `program --version` succeeds. Ubuntu's chromium-browser, for one, may only say that it is a snap."""
    try:
        return subprocess.run([program, "--version"], check=False, capture_output=True, timeout=30).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def on_path() -> str | None:
    """The first browser of `NAMES` on PATH that starts."""
    return next((path for name in NAMES if (path := shutil.which(name)) and starts(path)), None)


def from_playwright() -> str | None:
    """The Chromium that playwright has downloaded before, if it is there and starts."""
    # Here and not at the top: the other commands work without the test packages.
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() and starts(path) else None
