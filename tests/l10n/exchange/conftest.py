"""Small sites for the tests of the exchange, and their helper module."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from l10n.cli import main

sys.path.insert(0, str(Path(__file__).parent))  # tools.py is imported by name

HERE = Path(__file__).parent
CONFIG = (HERE.parents[1] / "defects" / "mkdocs.yml").read_text(encoding="utf-8")
SOURCE = """---
title: A title of five words
description: What it says
---

Read the [help](help.md "Open help") and call {{ number one }} now.

## First { #first }

- one item of the list
- another item with `code` and **weight**[^a]

## Second { #second }

| Head | Other |
|---|---|
| a cell of four words | 12 |

[^a]: Where it is from.
"""
LITHUANIAN = """---
title: Pavadinimas
description: Apie ką   # not to be lost
---

Skaitykite [pagalbą](help.md "Pagalba") ir dabar skambinkite {{ number one }}.

## Pirmas { #first }

<!-- l10n: ignore numbers-differ: reason -->

- vienas
- kitas su `code` ir **svoriu**[^a]

## Antras { #second }

| Galva | Kita |
|---|---|
| langelis | 12 |

[^a]: Iš kur tai.
"""


def edit(file: Path, old: str, new: str, count: int = 1) -> None:
    """Change what stands in a file; it must stand there."""
    text = file.read_text(encoding="utf-8")
    assert text.count(old) >= 1, f"{old!r} is not in {text}"
    file.write_text(text.replace(old, new, count), encoding="utf-8")


class Desk:
    """A site of two languages in a folder, and the commands on it."""

    def __init__(self, root: Path, capsys: pytest.CaptureFixture):
        self.root, self.capsys = root, capsys
        (root / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")

    def page(self, locale: str, text: str | bytes, key: str = "page.md") -> Path:
        """A page written; text given as it shall stand in the file."""
        file = self.root / "docs" / locale / key
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return file

    def run(self, *arguments: str) -> tuple[int, str]:
        """A command: its exit code and all it says."""
        code = main([arguments[0], "--config", str(self.root / "mkdocs.yml"), *arguments[1:]])
        out, err = self.capsys.readouterr()
        return code, out + err

    def export(self, form: str = "xliff", *more: str) -> Path:
        """The one page exported into Lithuanian; the path of the file."""
        folder = self.root / "out"
        shutil.rmtree(folder, ignore_errors=True)
        code, said = self.run("export", "lt", "--format", form, "-o", str(folder), *more)
        assert code == 0, said
        return folder / ("page.po" if form == "po" else "page.xlf")

    def stamped(self, locale: str, text: str) -> Path:
        """A translation written and recorded as made from the source of now."""
        file = self.page(locale, text)
        assert self.run("stamp", str(file))[0] == 0
        return file


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture) -> Desk:
    """A site with a configuration and no pages yet."""
    return Desk(tmp_path, capsys)


@pytest.fixture
def page(desk):
    """The page in both languages, recorded; the path of the translation."""
    desk.page("en", SOURCE)
    return desk.stamped("lt", LITHUANIAN)


@pytest.fixture(params=["xliff", "po"])
def form(request: pytest.FixtureRequest) -> str:
    """Each format."""
    return request.param


@pytest.fixture
def real_site(tmp_path: Path) -> Callable[[], Path]:
    """Copies the texts of this repository's site; gives the path of its configuration."""

    def copy() -> Path:
        root = HERE.parents[2]
        for name in ("docs", "overrides"):
            shutil.copytree(root / name, tmp_path / "site" / name)
        shutil.copy(root / "mkdocs.yml", tmp_path / "site")
        return tmp_path / "site" / "mkdocs.yml"

    return copy
