"""`fix`: what can be mended without judgement."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, TextIO

from ..errors import PageError

if TYPE_CHECKING:
    from ..fixes.plan import Plan

HELP = "mend what needs no judgement: anchors of headings, French spaces, letters in pieces, ends of files"
EXAMPLES = ("fix --dry-run", "fix docs/fr/leaflets/calm.md")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `fix` takes."""
    parser.add_argument("paths", nargs="*", metavar="PAGE", help="page or folder; default: every page")
    parser.add_argument("--dry-run", action="store_true", help="show what would be written, and write nothing")
    parser.add_argument("--even-signed", action="store_true", help="also where a person's sign-off ends by it")


def run(options: argparse.Namespace, out: TextIO) -> int:
    """Mend and tell it: 0, 1 when something is left to mend (`--dry-run`, signed pages), 2 when a page is unreadable."""
    from ..arguments import find_places
    from ..corpus import Corpus
    from ..edit import write_atomically
    from ..fixes.plan import Planner
    from ..site import load_site

    corpus = Corpus(load_site(options.config))
    site = corpus.site
    places = find_places(site, options.paths) if options.paths else site.pages.keys()
    planner = Planner(corpus)
    written, left, unreadable = 0, 0, False
    for key, locale in sorted(places & site.pages.keys()):
        outcome = corpus.outcome(key, locale)
        if isinstance(outcome, PageError):
            path = site.shown(key, locale)
            out.write(f"{path}:{outcome.line}: {outcome.message} To mend it: {outcome.hint}.\n")
            unreadable = True
        elif plan := planner.plan(key, locale):
            if _told(plan, options, out):
                write_atomically(plan.file, plan.after)
                written += 1
            else:
                left += 1
    out.write(f"{written} page{'' if written == 1 else 's'} mended{f', {left} left' if left else ''}.\n")
    return 2 if unreadable else int(left > 0)


def _told(plan: Plan, options: argparse.Namespace, out: TextIO) -> bool:
    """Say what is to be done to a page, before it is done; whether it may be."""
    out.write(f"{plan.path}\n")
    out.writelines(f"  line {repair.line}: {repair.what}\n" for repair in plan.repairs)
    if plan.signed:
        kinds = " and ".join(plan.signed)
        out.write(f"  This ends the sign-off for {kinds}: the page will be a draft again.\n")
    if options.dry_run:
        out.writelines(plan.diff)
        return False
    if plan.signed and not options.even_signed:
        out.write("  Left as it is; --even-signed mends it all the same.\n")
        return False
    return True
