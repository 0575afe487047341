"""The navigation without what is not there: a page that a language lacks, and parts that hold none."""

from __future__ import annotations

from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Link


def without_missing(items: list[StructureItem]) -> list[StructureItem]:
    """The entries that lead somewhere; MkDocs makes a dead link of the path of a page that does not exist."""
    kept = []
    for item in items:
        if isinstance(item, Link) and item.title is None and item.url.endswith(".md"):
            continue
        if item.is_section:
            item.children = without_missing(item.children)
            if not item.children:
                continue
        kept.append(item)
    return kept
