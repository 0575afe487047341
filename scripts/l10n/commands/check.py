"""`check`: the whole site, or some pages of it, through every check."""

from __future__ import annotations

import argparse
import os
import shutil
from datetime import date, datetime
from pathlib import Path
from typing import TextIO

from ..errors import UserError
from ..rules import RULES, Rule, explain
from .terminal import coloured
from .values import iso_date, positive

HELP = "check the site, or some pages of it: what is missing, behind or broken"
EXAMPLES = (
    "check",
    "check docs/lt/leaflets docs/en/index.md",
    "--strict --report sarif=l10n.sarif",
    "check --watch docs/lt/leaflets/calm.md",
    "check --site site",
    "--explain stale-section",
)
FORMATS = ("table", "json", "sarif", "github", "junit", "html", "markdown")
SUMMARY = "GITHUB_STEP_SUMMARY"  # GitHub names a file here and shows the Markdown in it with the run


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `check` takes."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help="page or folder; of the source: with its translations")
    parser.add_argument("--strict", action="store_true", help="missing and stale translations are errors everywhere")
    parser.add_argument("--notices", action="store_true", help="list the notices too, also those of rules that guess")
    parser.add_argument("--all", action="store_true", help="the table lists every finding, however many of one rule")
    parser.add_argument("--format", choices=FORMATS, default="table", help="what is printed; default: table")
    parser.add_argument("--output", type=Path, metavar="FILE", help="write it to a file and print the outcome alone")
    parser.add_argument(
        "--report",
        action="append",
        default=[],
        type=_format_and_file,
        metavar="FORMAT=FILE",
        help="write another format to a file too; may be given again",
    )
    parser.add_argument("--site", type=Path, metavar="DIR", help="check the built site in this folder too")
    parser.add_argument("--today", type=iso_date, default=date.today(), metavar="DATE", help="for reviews that are due")
    parser.add_argument("--watch", action="store_true", help="check the pages named again each time one is saved")
    parser.add_argument(
        "--jobs", type=positive, metavar="N", help="processes for large sites; default: one a processor"
    )
    parser.add_argument("--no-cache", action="store_true", help="check everything again, whatever is known")
    parser.add_argument(
        "--cache", type=Path, metavar="DIR", help="keep verdicts here; default: .l10n-cache beside the configuration"
    )
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
    if options.watch:
        return _watch(options, out)
    from ..arguments import find_places
    from ..cache import FOLDER, Cache
    from ..corpus import Corpus
    from ..pool import KEPT_PAGES, processors
    from ..reports.words import summary
    from ..runner import check_site
    from ..site import load_site

    site = load_site(options.config)
    only = find_places(site, options.paths) if options.paths else None
    corpus = Corpus(site, KEPT_PAGES)
    built = None
    if options.site is not None:
        try:
            from ..built import add_built, read_built_site
        except ModuleNotFoundError as error:
            raise UserError(f"--site: needs the Python package {error.name}; install it.") from None

        built = read_built_site(site, options.site)
    report = check_site(
        corpus,
        options.today,
        strict=options.strict,
        notices=options.notices,
        only=only,
        jobs=options.jobs or processors(),
        cache=None if options.no_cache else Cache(options.cache or site.root / FOLDER),
    )
    if built is not None:
        add_built(report, built, corpus)
    for format, file in options.report:
        _write(file, _rendered(report, format, options))
    if options.output:
        _write(options.output, _rendered(report, options.format, options))
        print(f"{options.output}: {summary(report)}", file=out)
    else:
        out.write(_rendered(report, options.format, options, out))
    if options.format == "github" and os.environ.get(SUMMARY):
        with open(os.environ[SUMMARY], "a", encoding="utf-8", errors="backslashreplace") as stream:
            stream.write(_rendered(report, "markdown", options))
    return report.exit_code


def _watch(options: argparse.Namespace, out: TextIO) -> int:
    """Print the findings of some pages, and again after each save, until somebody presses Ctrl+C."""
    from ..place import Manner
    from ..saves import saves
    from ..watch import QUIET_SECONDS, Watch, watched_paths

    if not options.paths:
        raise UserError("--watch: names no page; write check --watch PAGE.")
    if options.site is not None:
        raise UserError("--watch: looks at no built site; leave --site out.")

    def show(report) -> None:
        text = (
            f"{report}\n" if isinstance(report, UserError) else _rendered(report, "table", options, out, coverage=False)
        )
        out.write(f"{datetime.now():%H:%M:%S}  {text}")
        out.flush()

    try:
        watch = Watch(options.config, options.paths, Manner(options.today, options.strict, options.notices))
        with saves(watched_paths(watch.site), QUIET_SECONDS) as batches:
            watch.run(batches, show)
    except KeyboardInterrupt:
        return 0
    return 0


def _format_and_file(text: str) -> tuple[str, Path]:
    format, _, file = text.partition("=")
    if format not in FORMATS or not file:
        raise argparse.ArgumentTypeError(f"{text!r}; write FORMAT=FILE with one of: {', '.join(FORMATS)}")
    return format, Path(file)


def _rendered(
    report, format: str, options: argparse.Namespace, out: TextIO | None = None, *, coverage: bool = True
) -> str:
    from ..reports import Format, render

    if format != "table":
        return render(report, Format(format))
    terminal = out is not None and out.isatty()
    return render(
        report,
        Format.TABLE,
        colour=out is not None and coloured(out),
        width=shutil.get_terminal_size().columns if terminal else None,
        notices=options.notices,
        whole=options.all,
        coverage=coverage,
    )


def _write(file: Path, text: str) -> None:
    from ..edit import write_atomically

    # As stdout does it: file names and texts may hold what is no character.
    write_atomically(file, text.encode("utf-8", "backslashreplace"))
