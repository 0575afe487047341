"""What tests of every part share: the repository, tiny ones, and this repository's built site."""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from environment.virtualenv import PackageSet, stamp
from publish.server import SiteServer

ROOT = Path(__file__).resolve().parent.parent

# On a machine of continuous integration the same examples each time: a change is judged by what it did, not by luck. A
# developer's runs go on looking for new ones.
settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("ci")


@pytest.fixture(scope="session")
def root() -> Path:
    """This repository."""
    return ROOT


@pytest.fixture
def tiny(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository of its own with a site of one page in two languages, and no settings from outside."""
    for name in ("SITE_URL", "CONTACT", "AFTER_THE_BORDER_BUILD"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    return Path(shutil.copytree(ROOT / "tests" / "publish" / "tiny", tmp_path / "tiny"))


@pytest.fixture
def repository(tiny: Path) -> Path:
    """The tiny repository with the real commands, and an environment that holds what this one holds."""
    for command in ("serve", "test"):
        shutil.copy(ROOT / "scripts" / command, tiny / "scripts")
    for package in ("environment", "data", "hooks", "l10n", "publish"):
        shutil.copytree(
            ROOT / "scripts" / package, tiny / "scripts" / package, ignore=shutil.ignore_patterns("verify*")
        )
    # Only this repository's own site can pass `verify`.
    (tiny / "scripts" / "publish" / "verify.py").write_text("def verify(site_dir, site_url):\n    return []\n")
    environment = tiny / ".venv"
    (environment / "bin").mkdir(parents=True)
    (environment / "bin" / "python").symlink_to(Path(sys.executable).resolve())
    shutil.copy(Path(sys.prefix) / "pyvenv.cfg", environment)
    (environment / "lib").symlink_to(Path(sys.prefix) / "lib")
    (tiny / "tests").mkdir()
    for each in PackageSet:
        shutil.copy(ROOT / each.value, tiny / each.value)
        each.stamp_file(environment).write_text(stamp(tiny / each.value))
    return tiny


@pytest.fixture(scope="session")
def site_dir(root: Path) -> Path:
    """This repository's site as ./scripts/test has built it."""
    site = root / "site"
    assert (site / "index.html").is_file(), "site/ is not built: run the tests with ./scripts/test"
    return site


@pytest.fixture(scope="session")
def site_server(site_dir: Path) -> Iterator[SiteServer]:
    """This repository's site, served on a free port."""
    with SiteServer(site_dir) as server:
        yield server
