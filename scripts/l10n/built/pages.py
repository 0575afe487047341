"""The files of a built site, its pages parsed once each, and where the addresses on them lead."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote, unquote, urljoin, urlsplit

from lxml import etree, html

from ..errors import UserError
from ..locale_codes import normal
from ..site import Site

NOWHERE = "http://built.invalid"  # where a site without a public address stands
INDEX = "index.html"
BLANK = b"\0\t\n\r "  # a crash leaves zeros where the text should be


class Target(NamedTuple):
    """Where an address leads: an address from the root of the site, and a fragment or the empty text."""

    address: str
    fragment: str


@dataclass(frozen=True)
class BuiltPage:
    """One HTML file; `address` is its path from the root of the site as a browser asks for it."""

    path: Path
    address: str
    locale: str

    @cached_property
    def data(self) -> bytes:
        """The bytes of the file; none where it cannot be read."""
        try:
            return self.path.read_bytes()
        except OSError:
            return b""

    @cached_property
    def document(self) -> html.HtmlElement | None:
        """The root element; None where there is nothing to parse."""
        if not self.data.strip(BLANK):
            return None
        try:
            encoding = "utf-8" if _is_utf8(self.data) else None  # else what the file says of itself
            root = html.document_fromstring(self.data, parser=html.HTMLParser(encoding=encoding))
        except (etree.ParserError, ValueError):
            return None
        return root if root.tag == "html" and root.find("body") is not None else None

    @cached_property
    def anchors(self) -> frozenset[str]:
        """Every name that a fragment can have, with the two that mean the top of the page."""
        names = self.document.xpath("//@id | //a/@name") if self.document is not None else ()
        return frozenset(("", "top", *map(str, names)))

    @cached_property
    def redirects(self) -> bool:
        """Whether it shows nothing and sends the reader on."""
        return bool(self.document.xpath("//meta[translate(@http-equiv, 'REFSH', 'refsh')='refresh']"))

    @property
    def light(self) -> bool:
        """Whether it brings its style with it and arrives in one request."""
        return not self.document.xpath("//link[@rel='stylesheet']")


@dataclass(frozen=True)
class BuiltSite:
    """A built site: the site it was built from, its folder, the paths of its files in it, its pages by address.

    `site_url` is its public address; without one nothing is asked of absolute addresses.
    """

    site: Site
    folder: Path
    site_url: str
    files: frozenset[str]
    pages: dict[str, BuiltPage]

    @cached_property
    def base(self) -> str:
        """The path of the public address, which links from the root begin with; without a slash at its end."""
        return urlsplit(self.site_url).path.rstrip("/")

    @cached_property
    def origin(self) -> str:
        """Scheme and host of the public address, or of none."""
        parts = urlsplit(self.site_url)
        return f"{parts.scheme}://{parts.netloc}" if parts.netloc else NOWHERE

    def target(self, page: BuiltPage, address: str) -> Target | None:
        """Where an address on a page leads; None outside the site. Raises ValueError when it is no address."""
        found = urlsplit(urljoin(f"{self.origin}{self.base}{quote(page.address)}", address.strip()))
        path = unquote(found.path)
        if f"{found.scheme}://{found.netloc}" != self.origin or not f"{path}/".startswith(f"{self.base}/"):
            return None
        return Target(path.removeprefix(self.base) or "/", unquote(found.fragment))

    def page(self, address: str) -> BuiltPage | None:
        """The page at an address from the root of the site."""
        return self.pages.get(_without_index(address))


def same_language(tag: str, code: str) -> bool:
    """Whether a language tag of HTML is that of a locale, one of the two more exact perhaps: zh-Hant and zh."""
    tag, code = (f"{normal(text.strip())}-" for text in (tag, code))
    return tag.startswith(code) or code.startswith(tag)


def read_built_site(site: Site, folder: Path, site_url: str | None = None) -> BuiltSite:
    """The built site in a folder; `site_url` instead of what the configuration says.

    Raises UserError when there is no folder, or no page in it.
    """
    if not folder.is_dir():
        raise UserError(f"{folder}: there is no such folder; build the site (mkdocs build), or correct --site.")
    files = sorted(
        Path(path, name).relative_to(folder).as_posix() for path, _, names in os.walk(folder) for name in names
    )
    pages = [_page(site, folder, path) for path in files if path.endswith(".html")]
    if not pages:
        raise UserError(f"{folder}: holds no HTML file; build the site (mkdocs build), or correct --site.")
    address = site.site_url if site_url is None else site_url
    return BuiltSite(site, folder, address, frozenset(files), {page.address: page for page in pages})


def _page(site: Site, folder: Path, path: str) -> BuiltPage:
    first, slash, _ = path.partition("/")
    locale = first if slash and first in site.codes else site.source.code
    return BuiltPage(folder / path, _without_index(f"/{path}"), locale)


def _without_index(address: str) -> str:
    return address.removesuffix(INDEX) if address.endswith(f"/{INDEX}") else address


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
