"""Sizes in the built pages: of the file that is fetched, in the units of the language, and no file missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from l10n.site import Site, load_site
from publish.sizes import fill_sizes, size_in_words

PLACE = '<p>Save (<bdi data-size="{}"></bdi>)</p>'


@pytest.fixture(scope="module")
def site(root: Path) -> Site:
    return load_site(root / "mkdocs.yml")


@pytest.mark.parametrize(
    ("size", "locale", "words"),
    [
        (1, "en", "10 kB"),
        (10_000, "en", "10 kB"),
        (10_001, "lt", "20 kB"),
        (118_000, "ru", "120 кБ"),
        (118_000, "fr", "120\u202fko"),
        (999_999, "en", "1 MB"),
        (1_240_000, "lt", "1,2 MB"),
    ],
)
def test_size_in_words(size: int, locale: str, words: str) -> None:
    assert size_in_words(size, locale) == words


def test_arabic_sizes_have_european_digits() -> None:
    assert size_in_words(118_000, "ar").startswith("120 ")


def test_each_page_in_its_language(tmp_path: Path, site: Site) -> None:
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / "calm.pdf").write_bytes(b"x" * 40_000)
    for name, place in {"index.html": "files/calm.pdf", "ru/index.html": "files/calm.pdf", "lt/a.html": "list"}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(PLACE.format(place), encoding="utf-8")
    assert list(fill_sizes(tmp_path, site, {"list": 90_000})) == []
    texts = [(tmp_path / name).read_text(encoding="utf-8") for name in ("index.html", "ru/index.html", "lt/a.html")]
    assert texts == [f"<p>Save (<bdi>{words}</bdi>)</p>" for words in ("40 kB", "40 кБ", "90 kB")]


def test_a_missing_file_is_named(tmp_path: Path, site: Site) -> None:
    (tmp_path / "index.html").write_text(PLACE.format("files/gone.pdf"), encoding="utf-8")
    assert list(fill_sizes(tmp_path, site, {})) == ["index.html: the file files/gone.pdf that it offers was not made"]
