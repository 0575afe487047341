"""The built site, looked at as a browser would meet it, before it takes the place of the old one.

Contract: `verify` reads files only and stops at nothing it finds: each sentence names a file and what is wrong with it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from data.services import load_services
from l10n.built import page_drafts, read_built_site, site_drafts
from l10n.corpus import Corpus
from l10n.errors import UserError
from l10n.site import load_site
from publish.verify.markup import wrong_markup
from publish.verify.numbers import hidden_numbers

__all__ = ["verify"]

ROOT = Path(__file__).resolve().parent.parent.parent.parent


def verify(site_dir: Path, site_url: str | None) -> list[str]:
    """What is wrong with the built site, one sentence each; `site_url` is its public address, if it has one."""
    site = load_site(ROOT / "mkdocs.yml")
    try:
        built = read_built_site(site, site_dir, site_url or "")
    except UserError as error:
        return [str(error)]
    problems = []
    for page in built.pages.values():
        name = page.path.relative_to(site_dir)
        problems += [f"{name}: {draft.message}" for draft in page_drafts(built, page)]
        if page.document is not None:
            problems += [f"{name}: {problem}" for problem in wrong_markup(page, site_url)]
    # Of the pages only the homes: which others there are the build says itself.
    whole = site_drafts(built, Corpus(site), ("index.md",))
    problems += [f"{os.path.relpath(file, site_dir)}: {draft.message}" for file, _, draft in whole]
    problems += hidden_numbers(site_dir, load_services(ROOT / "docs" / "data"))
    return problems + list(_files(site_dir, site_url))


def _files(site_dir: Path, site_url: str | None) -> Iterator[str]:
    if (site_dir / "sitemap.xml").exists() != bool(site_url):
        yield "sitemap.xml: it must exist if, and only if, the site has a public address"
    if not site_url and (feeds := sorted(site_dir.rglob("feed.xml"))):
        yield f"{os.path.relpath(feeds[0], site_dir)}: a feed needs a public address, which the site has not"
    if (site_dir / "data").exists():
        yield "data/: the sources of the data must not be published"
