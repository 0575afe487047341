"""Every file of the forms, made from this repository's data without building its pages."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest

from data.forms import Form, load_forms
from data.services import emergency, load_services
from data.texts import load_strings
from l10n.site import load_site
from publish.forms import form_files
from publish.making import make
from publish.paper.sheets import Press, Sheet

MOMENT = 1_764_000_000


@dataclass(frozen=True)
class Shelf:
    """`sheets`: path -> what a file is made from. `file` makes one, once."""

    press: Press

    @cached_property
    def sheets(self) -> dict[str, Sheet]:
        return {sheet.path: sheet for sheet in form_files(self.press)}

    @cached_property
    def _made(self) -> dict[str, bytes]:
        return {}

    def file(self, name: str) -> bytes:
        path = f"files/forms/{name}"
        if path not in self._made:
            made = make(self.sheets[path])
            assert isinstance(made, bytes), made
            self._made[path] = made
        return self._made[path]


@pytest.fixture(scope="session")
def shelf(root: Path) -> Shelf:
    site = load_site(root / "mkdocs.yml")
    strings = load_strings(root / "docs" / "data", list(site.codes))
    return Shelf(Press(root / "site", site, strings, None, True, MOMENT))


@pytest.fixture(scope="session")
def forms(root: Path) -> dict[str, Form]:
    data = root / "docs" / "data"
    return load_forms(data, emergency(load_services(data)).number)
