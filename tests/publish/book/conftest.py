"""A small guide in English and Arabic, built by MkDocs with the hooks, templates and data of this repository."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest

from data.texts import load_strings
from l10n.site import Site, load_site
from publish.book import guide_files
from publish.making import make_files
from publish.paper.sheets import Press, Sheet
from publish.settings import read_config

URL = "https://after.example/border/"
MOMENT = 1_764_000_000


@dataclass(frozen=True)
class Library:
    """A repository with a small guide. `built` is its site with every file of the guide; `press` makes them anew."""

    root: Path

    @cached_property
    def site(self) -> Site:
        return load_site(self.root / "mkdocs.yml")

    @cached_property
    def strings(self) -> dict[str, dict[str, str]]:
        return load_strings(self.root / "docs" / "data", list(self.site.codes))

    @property
    def built(self) -> Path:
        return self.root / "site"

    def press(self, url: str | None = None, preview: bool = True) -> Press:
        return Press(self.built, self.site, self.strings, url, preview, MOMENT)

    def sheets(self, **press: object) -> dict[str, Sheet]:
        files = guide_files(self.press(**press), read_config(self.root / "mkdocs.yml")["nav"])
        return {sheet.path: sheet for sheet in files}


@pytest.fixture(scope="session")
def small_guide(root: Path) -> Callable[[Path], Library]:
    """Writes the sources of the small guide to a folder."""

    def write(folder: Path) -> Library:
        shutil.copytree(Path(__file__).parent / "site", folder / "docs")
        shutil.copytree(root / "docs" / "data", folder / "docs" / "data")
        shutil.copy(root / "mkdocs.yml", folder)
        for name in ("scripts", "overrides"):
            (folder / name).symlink_to(root / name)
        return Library(folder)

    return write


@pytest.fixture(scope="session")
def library(small_guide: Callable[[Path], Library], tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The small guide, built."""
    made = small_guide(tmp_path_factory.mktemp("library"))
    run_mkdocs(made.root)
    assert list(make_files(made.sheets().values(), made.built, made.root / ".store")) == []
    return made


def run_mkdocs(folder: Path) -> None:
    """Builds the pages of a preview without a public address."""
    outside = {name: value for name, value in os.environ.items() if name not in ("SITE_URL", "CONTACT")}
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", folder / "mkdocs.yml"],
        check=True, cwd=folder, env={**outside, "AFTER_THE_BORDER_BUILD": "preview", "NO_MKDOCS_2_WARNING": "1"},
    )  # fmt: skip
