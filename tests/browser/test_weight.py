"""Light pages are light: the first window of a connection holds a whole page."""

from pathlib import Path

import pytest

from .built_pages import BuiltSite
from .sizes import LIGHT_BYTES, SIZES, compressed_size, size_table


def test_light_pages_are_light(request: pytest.FixtureRequest, site: BuiltSite, site_dir: Path) -> None:
    sizes = {page.address: compressed_size(site_dir, page) for page in site.light}
    request.config.stash[SIZES] = size_table(site, sizes)
    heavy = [f"{page}: {sizes[page.address]:,} bytes" for page in site.light if sizes[page.address] > LIGHT_BYTES]
    assert not heavy, f"Over {LIGHT_BYTES:,} bytes after gzip:\n" + "\n".join(heavy)
