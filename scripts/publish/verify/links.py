"""Links inside the site lead to a page and an anchor that are there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from publish.verify.pages import BuiltPage

_HOST = "built.invalid"


def dead_links(page: BuiltPage, pages: dict[str, BuiltPage], site_dir: Path, site_url: str | None) -> Iterator[str]:
    """Sentences without the name of the file. `pages`: address -> page; hreflang and canonical count as links inside."""
    # A public address may have a path of its own, which links from the root (404 pages) begin with.
    base = urlsplit(site_url or "").path.rstrip("/")
    inside = page.document.xpath("//a/@href | //link[@rel='stylesheet']/@href | //script/@src | //img/@src")
    if site_url:
        own = page.document.xpath("//link[@rel='alternate' or @rel='canonical']/@href")
        inside += [urlsplit(address).path if address.startswith(site_url) else address for address in own]
    for href in dict.fromkeys(inside):
        try:
            target = urlsplit(urljoin(f"http://{_HOST}{base}{page.address}", href))
        except ValueError:
            yield f"the link {href} is no address"
            continue
        if target.netloc != _HOST or target.scheme != "http":
            continue
        path = unquote(target.path).removeprefix(base)
        found = pages.get(path)
        if found is None and not (site_dir / path.lstrip("/")).is_file():
            yield f"the link {href} leads to nothing"
        elif found and unquote(target.fragment) not in found.anchors:
            yield f"the link {href} leads to an anchor that is not there"
