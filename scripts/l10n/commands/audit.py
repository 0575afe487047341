"""`audit`: in review, what moved without a text to explain it."""

from __future__ import annotations

import argparse
from functools import partial
from typing import TYPE_CHECKING, TextIO

from ..errors import UserError
from .terminal import coloured

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..audit import Entry, Pair
    from ..corpus import Corpus
    from ..git import Base

HELP = "in review: list records and sign-offs that moved without a text to explain it"
EXAMPLES = ("audit --base origin/main", "audit --base HEAD~5 --fail")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `audit` takes."""
    parser.add_argument(
        "--base", required=True, metavar="REV", help="compare with where this branch left REV: a branch, tag or commit"
    )
    parser.add_argument("--fail", action="store_true", help="exit with 1 when there is something to look at")


def run(options: argparse.Namespace, out: TextIO) -> int:
    """Print the list: 0, with --fail 1 when there is something to look at."""
    from ..corpus import Corpus
    from ..git import Base, GitError
    from ..reports.audit import audit_lines
    from ..reports.styled import write
    from ..site import load_site

    corpus = Corpus(load_site(options.config))
    try:
        base = Base(corpus.site.docs, options.base)
        entries = list(_entries(corpus, base))
    except GitError as error:
        raise UserError(f"audit: compares with {options.base}, but {error}.") from None
    name = f"{base.commit[:8]}" if base.commit.startswith(options.base) else f"{options.base} ({base.commit[:8]})"
    write(audit_lines(entries, name), out, colour=coloured(out))
    return int(options.fail and any(entry.suspect for entry in entries))


def _entries(corpus: Corpus, base: Base) -> Iterator[Entry]:
    """What to look at on every page that is not as it was."""
    from ..audit import Pair, audit_page
    from ..git import versions

    site = corpus.site
    changed = [
        place
        for place, path in site.pages.items()
        if corpus.page(*place) and not base.unchanged(path, (site.docs / path).read_bytes())
    ]
    sources = {(key, site.source.code) for key, _ in changed}
    old = base.contents(site.path_in_docs(*place) for place in {*changed, *sources})
    for key, locale in changed:
        source = corpus.source(key)
        if source is None:
            continue
        history = partial(versions, site.file(key, site.source.code))
        yield from audit_page(_before(corpus, old, key, locale), Pair(source, corpus.page(key, locale)), history)


def _before(corpus: Corpus, old: dict[str, bytes], key: str, locale: str) -> Pair | None:
    """The page and its source as they were; None when one was not there or could not be read."""
    from ..audit import Pair
    from ..old_texts import former

    pages = []
    for code in (corpus.site.source.code, locale):
        data = old.get(corpus.site.path_in_docs(key, code))
        pages.append(None if data is None else former(corpus.page(key, code), data))
    return Pair(*pages) if all(pages) else None
