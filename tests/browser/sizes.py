"""The compressed sizes of the light pages, as a table for the end of the test run."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from l10n.site import load_site

from .built_pages import BuiltPage, BuiltSite

LIGHT_BYTES = load_site(Path(__file__).parents[2] / "mkdocs.yml").policy.built.light_bytes
SIZES = pytest.StashKey[list[str]]()


def compressed_size(site_dir: Path, page: BuiltPage) -> int:
    """The bytes of a page as a server sends it."""
    return len(gzip.compress((site_dir / page.address / "index.html").read_bytes(), compresslevel=9, mtime=0))


def size_table(site: BuiltSite, sizes: dict[str, int]) -> list[str]:
    """A line for each light page, a column for each language; `sizes`: address -> bytes."""
    keys = list(dict.fromkeys(page.key for page in site.light))
    width = max(map(len, keys)) + 1
    lines = ["", "Light pages, bytes after gzip", " " * width + "".join(f"{locale:>8}" for locale in site.directions)]
    for key in keys:
        pages = site.same_page(key)
        cells = (
            f"{sizes[pages[locale].address]:>8,}" if locale in pages else f"{'-':>8}" for locale in site.directions
        )
        lines.append(f"{'/' + key:<{width}}" + "".join(cells))
    return lines
