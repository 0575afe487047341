"""The HTML files of a built site, parsed once each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from lxml import etree, html

# A light page: what the first TCP window carries (10 × 1460 bytes), less headers and what is still to come.
LIGHT_BYTES = 10_000
# Bytes after gzip of the other forms of a leaflet, by the class of their <body>.
FORM_BYTES = {"pair": 18_000, "text": 4_096}


@dataclass(frozen=True)
class BuiltPage:
    """One HTML file; `address` is its path from the root of the site as a browser asks for it."""

    path: Path
    address: str

    @cached_property
    def document(self) -> html.HtmlElement | None:
        """The root element; None where there is nothing to parse."""
        try:
            return html.document_fromstring(self.path.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
        except etree.ParserError:
            return None

    @cached_property
    def anchors(self) -> set[str]:
        """Every id, and the empty fragment, which is the top."""
        return {"", *(self.document.xpath("//@id") if self.document is not None else ())}

    @property
    def light(self) -> bool:
        """Whether it is made to arrive in one request."""
        return not self.document.xpath("//link[@rel='stylesheet']")

    @property
    def budget(self) -> int:
        """How many bytes after gzip a light page may have."""
        return FORM_BYTES.get(self.document.find("body").get("class", ""), LIGHT_BYTES)


def built_pages(site_dir: Path) -> Iterator[BuiltPage]:
    """Every page below `site_dir`, in the order of their paths."""
    for path in sorted(site_dir.rglob("*.html")):
        yield BuiltPage(path, "/" + path.relative_to(site_dir).as_posix().removesuffix("index.html"))
