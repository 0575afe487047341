"""Arguments in, report out, exit code back: 0 whole, 1 findings, 2 could not check."""

from __future__ import annotations

import argparse
import os
import sys
from datetime import date
from pathlib import Path
from typing import TextIO

from .errors import PageError, UserError
from .policy import SignOff
from .rules import RULES, Rule, explain

COMMANDS = ("check", "stamp", "sign")


def main(argv: list[str] | None = None, out: TextIO | None = None, err: TextIO | None = None) -> int:
    """Run one command and return its exit code."""
    out = sys.stdout if out is None else out
    err = sys.stderr if err is None else err
    argv = list(sys.argv[1:] if argv is None else argv)
    if not argv or argv[0] not in (*COMMANDS, "-h", "--help"):
        argv.insert(0, "check")
    options = _parser().parse_args(argv)
    try:
        return {"check": _check, "stamp": _stamp, "sign": _sign}[options.command](options, out)
    except UserError as error:
        print(error, file=err)
    except PageError as error:
        print(f"line {error.line}: {error.message} To mend it: {error.hint}.", file=err)
    except OSError as error:
        print(f"{error.filename or 'a file'}: {error.strerror}; correct its path or permissions.", file=err)
    return 2


def _parser() -> argparse.ArgumentParser:
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--config", type=Path, default=Path("mkdocs.yml"), help="the MkDocs configuration")
    parser = argparse.ArgumentParser(
        prog="check_translations.py",
        description="Prove each translation of a MkDocs site whole and current. Without a command: check.",
    )
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", parents=[shared], help="check the site, or some pages of it")
    check.add_argument("paths", nargs="*", metavar="PATH", help="page or folder; of the source: with its translations")
    check.add_argument("--strict", action="store_true", help="missing and stale translations are errors everywhere")
    check.add_argument("--notices", action="store_true", help="list the notices too, in the table")
    check.add_argument("--format", choices=("table", "json"), default="table")
    check.add_argument("--today", type=_date, default=date.today(), metavar="DATE", help="for reviews that are due")
    check.add_argument("--explain", metavar="RULE", help="what a rule means and how to silence one place")
    check.add_argument("--rules", action="store_true", help="list the rules")
    stamp = commands.add_parser("stamp", parents=[shared], help="record the source text a translation was made from")
    stamp.add_argument("pages", nargs="+", metavar="PAGE[#anchor]", help="a translation, or one section of it")
    sign = commands.add_parser("sign", parents=[shared], help="sign the text of a page as a person who read it")
    sign.add_argument("page", metavar="PAGE")
    sign.add_argument("--as", dest="kind", required=True, choices=[kind.value for kind in SignOff])
    sign.add_argument("--by", required=True, metavar="NAME", help="name or role of the person")
    sign.add_argument("--on", type=_date, default=date.today(), metavar="DATE", help="default: today")
    sign.add_argument("--next", type=_date, metavar="DATE", help="when to read the page again")
    return parser


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no date; write 2027-01-31") from None


def _check(options: argparse.Namespace, out: TextIO) -> int:
    if options.rules:
        out.writelines(f"{rule.title}  ({rule.value.family})\n" for rule in Rule)
        return 0
    if options.explain is not None:
        if options.explain not in RULES:
            raise UserError(f"--explain: {options.explain!r} is no rule; --rules lists them.")
        print(explain(RULES[options.explain]), file=out)
        return 0
    from .arguments import find_places
    from .corpus import Corpus
    from .runner import check_site
    from .site import load_site

    site = load_site(options.config)
    only = find_places(site, options.paths) if options.paths else None
    report = check_site(Corpus(site), options.today, strict=options.strict, only=only)
    if options.format == "json":
        from .reports.json import render as render_json

        out.write(render_json(report))
    else:
        from .reports.table import render as render_table

        out.write(render_table(report, colour=out.isatty() and "NO_COLOR" not in os.environ, notices=options.notices))
    return report.exit_code


def _stamp(options: argparse.Namespace, out: TextIO) -> int:
    from .arguments import find_page
    from .corpus import Corpus
    from .site import load_site
    from .stamp import stamp_page

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
        raise UserError("stamp: this names every translation there is; stamp the pages that were really compared.")
    complete = True
    for (key, locale), anchors in pages.items():
        done = stamp_page(Corpus(site), key, locale, [] if (key, locale) in whole else anchors)
        print(f"{done.path}: {'recorded' if done.changes else 'already current'}", file=out)
        out.writelines(f"  {change}\n" for change in done.changes)
        complete = complete and done.complete
    return 0 if complete else 1


def _sign(options: argparse.Namespace, out: TextIO) -> int:
    from .arguments import find_page
    from .corpus import Corpus
    from .sign import sign_page
    from .site import load_site

    site = load_site(options.config)
    key, locale = find_page(site, options.page)
    print(sign_page(Corpus(site), key, locale, SignOff(options.kind), options.by, options.on, options.next), file=out)
    return 0
