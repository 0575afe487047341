"""`todo`: what a translator should do next in one locale."""

from __future__ import annotations

import argparse
from datetime import date
from typing import TextIO

from .terminal import coloured

HELP = "list what a locale owes, in the order in which readers need it"
EXAMPLES = ("todo lt", "todo lt --format markdown")
FORMATS = ("table", "json", "markdown")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `todo` takes."""
    parser.add_argument("locale", metavar="LOCALE", help="the code of a language, as in mkdocs.yml")
    parser.add_argument("--format", choices=FORMATS, default="table", help="what is printed; default: table")


def run(options: argparse.Namespace, out: TextIO) -> int:
    """Print the tasks: 0 nothing to do, 1 something, 2 a page cannot be read."""
    from ..arguments import find_locale
    from ..cache import FOLDER, Cache
    from ..corpus import Corpus
    from ..pool import KEPT_PAGES, processors
    from ..reports.todo import as_json, markdown, table
    from ..runner import check_site
    from ..site import load_site
    from ..todo import todo

    site = load_site(options.config)
    locale = find_locale(site, options.locale)
    corpus = Corpus(site, KEPT_PAGES)
    report = check_site(corpus, date.today(), jobs=processors(), cache=Cache(site.root / FOLDER))
    found = todo(corpus, report, locale)
    if options.format == "table":
        out.write(table(found, colour=coloured(out)))
    else:
        out.write({"json": as_json, "markdown": markdown}[options.format](found))
    return found.exit_code
