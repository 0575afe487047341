"""The list of what Save keeps: the light pages of one language, and a version that follows their bytes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from l10n.site import Site, load_site
from publish.saved import write_lists

LIGHT, HEAVY = "<p>light</p>", '<link rel="stylesheet" href="a.css">'
FORM = '<meta name="robots" content="noindex">'


@pytest.fixture(scope="module")
def site(root: Path) -> Site:
    return load_site(root / "mkdocs.yml")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    pages = {
        "": LIGHT,
        "leaflets/calm/": LIGHT,
        "leaflets/calm/lt/": FORM,
        "about/": HEAVY,
        "lt/": LIGHT,
        "lt/help/": LIGHT,
    }
    for address, content in pages.items():
        (tmp_path / address).mkdir(parents=True, exist_ok=True)
        (tmp_path / address / "index.html").write_text(content, encoding="utf-8")
    for script in ("tools.js", "lt/tools.js"):
        (tmp_path / script).write_text("//", encoding="utf-8")
    return tmp_path


def read(folder: Path, name: str) -> dict:
    return json.loads((folder / name).read_text(encoding="utf-8"))


def test_light_pages_of_the_language_and_no_other(folder: Path, site: Site) -> None:
    sizes = write_lists(folder, site)
    assert sizes.keys() == {"saved.json", "lt/saved.json"} and all(size > 0 for size in sizes.values())
    assert sorted(read(folder, "saved.json")["pages"]) == ["./", "leaflets/calm/", "tools.js"]
    assert sorted(read(folder, "lt/saved.json")["pages"]) == ["./", "help/", "tools.js"]
    assert read(folder, "lt/saved.json")["locale"] == "lt"


def test_the_version_changes_with_the_pages_of_the_language_only(folder: Path, site: Site) -> None:
    def versions() -> list[str]:
        write_lists(folder, site)
        return [read(folder, name)["version"] for name in ("saved.json", "lt/saved.json")]

    before = versions()
    assert versions() == before
    (folder / "lt" / "help" / "index.html").write_text("<p>112</p>", encoding="utf-8")
    after = versions()
    assert (after[0], after[1] != before[1]) == (before[0], True)
