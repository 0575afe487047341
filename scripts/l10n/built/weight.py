"""How many bytes a page may have on its way to the reader."""

from __future__ import annotations

import gzip
from collections.abc import Iterator

from ..finding import Draft
from ..rules import Rule
from .pages import BuiltPage, BuiltSite


def too_heavy(built: BuiltSite, page: BuiltPage) -> Iterator[Draft]:
    """A page with more bytes after gzip than the policy allows its kind."""
    policy = built.site.policy.built
    kinds = page.document.find("body").get("class", "").split()
    own = [policy.class_bytes[kind] for kind in kinds if kind in policy.class_bytes]
    budget = min(own) if own else policy.light_bytes if page.light else policy.heavy_bytes
    # What is smaller unpacked is smaller packed.
    if budget is None or len(page.data) <= budget:
        return
    size = len(gzip.compress(page.data, 9, mtime=0))
    if size > budget:
        message = f"The page has {size:,} bytes after gzip, one of this kind may have {budget:,}."
        yield Draft(Rule.BUILT_TOO_HEAVY, 1, "", message, "shorten it, or raise the budget in extra.l10n.built")
