"""`check`: the whole site, or some pages of it, through every check."""

from __future__ import annotations

import argparse
import os
from datetime import date
from typing import TextIO

from ..errors import UserError
from ..rules import RULES, Rule, explain
from .values import iso_date

HELP = "check the site, or some pages of it: what is missing, behind or broken"
EXAMPLES = ("check", "check docs/lt/leaflets docs/en/index.md", "--strict --format json", "--explain stale-section")
FORMATS = ("table", "json")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `check` takes."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help="page or folder; of the source: with its translations")
    parser.add_argument("--strict", action="store_true", help="missing and stale translations are errors everywhere")
    parser.add_argument("--notices", action="store_true", help="list the notices too, also those of rules that guess")
    parser.add_argument("--format", choices=FORMATS, default="table")
    parser.add_argument("--today", type=iso_date, default=date.today(), metavar="DATE", help="for reviews that are due")
    parser.add_argument("--explain", metavar="RULE", help="what a rule means and how to silence one place")
    parser.add_argument("--rules", action="store_true", help="list the rules")


def run(options: argparse.Namespace, out: TextIO) -> int:
    """Print the report: 0 whole, 1 errors, 2 something could not be checked."""
    if options.rules:
        out.writelines(f"{rule.title}  ({rule.value.family.value})\n" for rule in Rule)
        return 0
    if options.explain is not None:
        if options.explain not in RULES:
            raise UserError(f"--explain: {options.explain!r} is no rule; --rules lists them.")
        print(explain(RULES[options.explain]), file=out)
        return 0
    from ..arguments import find_places
    from ..corpus import Corpus
    from ..runner import check_site
    from ..site import load_site

    site = load_site(options.config)
    only = find_places(site, options.paths) if options.paths else None
    report = check_site(Corpus(site), options.today, strict=options.strict, notices=options.notices, only=only)
    if options.format == "json":
        from ..reports.json import render as render_json

        out.write(render_json(report))
    else:
        from ..reports.table import render as render_table

        out.write(render_table(report, colour=out.isatty() and "NO_COLOR" not in os.environ, notices=options.notices))
    return report.exit_code
