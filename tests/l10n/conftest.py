"""What the tests of l10n share: small sites on disk, and the helper modules beside the tests."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from l10n.page import Page, load_page

sys.path.insert(0, str(Path(__file__).parent))  # built.py and parsed.py are imported by name

DEFECTS = Path(__file__).parents[1] / "defects"


@pytest.fixture
def copy_site(tmp_path: Path) -> Callable[[str], Path]:
    """Copies a site of tests/defects; gives the path of its configuration."""

    def copy(name: str) -> Path:
        target = tmp_path / name
        shutil.copytree(DEFECTS / name, target)
        if not (target / "mkdocs.yml").exists():
            shutil.copy(DEFECTS / "mkdocs.yml", target)
        return target / "mkdocs.yml"

    return copy


@pytest.fixture
def page_of(tmp_path: Path) -> Callable[..., Page]:
    """Writes a text to a file and loads it as a page of the source, or of another locale."""

    def load(text: str | bytes, locale: str = "en") -> Page:
        file = tmp_path / f"{locale}-{len(list(tmp_path.iterdir()))}.md"
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return load_page(file, "page.md", locale, file.name, ("title", "description"))

    return load
