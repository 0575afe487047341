"""The built site, looked at as a browser would meet it, before it takes the place of the old one.

Contract: `verify` reads files only and stops at nothing it finds: each sentence names a file and what is wrong with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from data.services import load_services
from l10n.site import load_site
from publish.verify.links import dead_links
from publish.verify.loading import foreign_loads, foreign_styles
from publish.verify.markup import wrong_markup
from publish.verify.numbers import hidden_numbers
from publish.verify.pages import LIGHT_BYTES, built_pages

__all__ = ["LIGHT_BYTES", "verify"]

ROOT = Path(__file__).resolve().parent.parent.parent.parent


def verify(site_dir: Path, site_url: str | None) -> list[str]:
    """What is wrong with the built site, one sentence each; `site_url` is its public address, if it has one."""
    site = load_site(ROOT / "mkdocs.yml")
    pages = {page.address: page for page in built_pages(site_dir)}
    problems = []
    for page in pages.values():
        name = page.path.relative_to(site_dir)
        if page.document is None:
            problems.append(f"{name}: it is empty")
            continue
        checks = (wrong_markup(page, site, site_url), foreign_loads(page), dead_links(page, pages, site_dir, site_url))
        problems += [f"{name}: {problem}" for check in checks for problem in check]
    homes = {locale.code: "/" if locale == site.source else f"/{locale.code}/" for locale in site.locales}
    problems += [f"{code}: the home page is missing" for code, address in homes.items() if address not in pages]
    problems += foreign_styles(site_dir)
    problems += hidden_numbers(site_dir, load_services(ROOT / "docs" / "data"))
    return problems + list(_files(site_dir, site_url))


def _files(site_dir: Path, site_url: str | None) -> Iterator[str]:
    if (site_dir / "sitemap.xml").exists() != bool(site_url):
        yield "sitemap.xml: it must exist if, and only if, the site has a public address"
    if (site_dir / "data").exists():
        yield "data/: the sources of the data must not be published"
