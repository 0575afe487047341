"""Content types and whether a browser takes gzip."""

from pathlib import Path

import pytest

from publish.media import accepts_gzip, content_type


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("index.html", "text/html; charset=utf-8"),
        ("a.js", "text/javascript; charset=utf-8"),
        ("a.svg", "image/svg+xml; charset=utf-8"),
        ("sitemap.xml.gz", "application/gzip"),
        ("a.PDF", "application/pdf"),
        ("LICENSE", "application/octet-stream"),
    ],
)
def test_content_type(name: str, expected: str) -> None:
    assert content_type(Path(name)) == expected


@pytest.mark.real_site
def test_every_kind_of_file_in_the_site_has_a_type(site_dir: Path) -> None:
    unknown = {path.suffix for path in site_dir.rglob("*") if path.is_file() and "octet" in content_type(path)}
    assert not unknown


@pytest.mark.parametrize("header", ["gzip", "gzip, deflate, br", "br;q=1.0, gzip;q=0.5", "GZIP", "deflate,x-gzip"])
def test_gzip_is_taken(header: str) -> None:
    assert accepts_gzip(header)


@pytest.mark.parametrize("header", ["", "identity", "br", "gzip;q=0", "gzip; q=0.000", "notgzip"])
def test_gzip_is_not_taken(header: str) -> None:
    assert not accepts_gzip(header)
