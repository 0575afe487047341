"""`sign`: a person's sign-off, bound to the text it was given for."""

from __future__ import annotations

import argparse
from datetime import date
from typing import TextIO

from ..policy import SignOff
from .values import iso_date

HELP = "sign the text of a page as a person who has read it"
EXAMPLES = ('sign docs/lt/leaflets/calm.md --as language --by "native speaker, name or role" --next 2027-12-01',)


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `sign` takes."""
    parser.add_argument("page", metavar="PAGE", help="a page that is whole and current")
    parser.add_argument(
        "--as", dest="kind", required=True, choices=[kind.value for kind in SignOff], help="what was read for"
    )
    parser.add_argument("--by", required=True, metavar="NAME", help="name or role of the person")
    parser.add_argument("--on", type=iso_date, default=date.today(), metavar="DATE", help="default: today")
    parser.add_argument("--next", type=iso_date, metavar="DATE", help="when to read the page again")


def run(options: argparse.Namespace, out: TextIO) -> int:
    """Write the sign-off and tell it."""
    from ..arguments import find_page
    from ..corpus import Corpus
    from ..sign import sign_page
    from ..site import load_site

    site = load_site(options.config)
    key, locale = find_page(site, options.page)
    print(sign_page(Corpus(site), key, locale, SignOff(options.kind), options.by, options.on, options.next), file=out)
    return 0
