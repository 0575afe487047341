"""`stamp`: pages and sections named one by one; never the tree."""

from __future__ import annotations

import argparse
from typing import TextIO

from ..errors import UserError

HELP = "record the source text that a translation was made from"
EXAMPLES = ("stamp docs/lt/leaflets/calm.md", "stamp docs/lt/leaflets/calm.md#breathe docs/lt/leaflets/calm.md#night")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `stamp` takes."""
    parser.add_argument("pages", nargs="+", metavar="PAGE[#anchor]", help="a translation, or one section of it")


def run(options: argparse.Namespace, out: TextIO) -> int:
    """Record and tell what changed: 0 all recorded, 1 a section asked for is not in the translation."""
    from ..arguments import find_page
    from ..corpus import Corpus
    from ..site import load_site
    from ..stamp import stamp_page

    site = load_site(options.config)
    pages: dict[tuple[str, str], list[str]] = {}
    whole: set[tuple[str, str]] = set()
    for argument in options.pages:
        path, _, anchor = argument.partition("#")
        place = find_page(site, path)
        pages.setdefault(place, [])
        if anchor:
            pages[place].append(anchor)
        else:
            whole.add(place)
    translations = [place for place in site.pages if place[1] != site.source.code]
    if len(translations) > 1 and set(translations) <= whole:
        raise UserError(
            "stamp: this names every translation there is; name the pages that were really compared, a language at a time."
        )
    complete = True
    for (key, locale), anchors in pages.items():
        done = stamp_page(Corpus(site), key, locale, [] if (key, locale) in whole else anchors)
        print(f"{done.path}: {'recorded' if done.changes else 'already current'}", file=out)
        out.writelines(f"  {change}\n" for change in done.changes)
        complete = complete and done.complete
    return 0 if complete else 1
