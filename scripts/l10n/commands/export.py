"""`export`: pages as files for the tools of human translators."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TextIO

from ..errors import UserError

HELP = "write pages as XLIFF or PO for a translator's tool"
EXAMPLES = (
    "export lt -o for-translators/lt",
    "export ar --only missing --only stale --format po -o for-translators/ar",
    "export fr docs/en/leaflets/calm.md -o calm.fr.xlf",
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `export` takes."""
    parser.add_argument("locale", metavar="LOCALE", help="the language to translate into")
    parser.add_argument("pages", nargs="*", metavar="PAGE", help="page or folder; default: all that are owed")
    parser.add_argument("--format", choices=("xliff", "po"), default="xliff")
    parser.add_argument(
        "--only",
        action="append",
        choices=("missing", "stale", "all"),
        help="the sections that are not there, or behind the source; may be given twice; default: all",
    )
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="FILE|DIR", help="a folder; one file for one page"
    )


def run(options: argparse.Namespace, out: TextIO) -> int:
    """Write the files and tell: 0 done, also when nothing was to be exported; 2 a page could not be read."""
    from ..arguments import find_locale, find_places
    from ..corpus import Corpus
    from ..edit import write_atomically
    from ..exchange.exporting import export_pages
    from ..exchange.units import Only
    from ..git import versions
    from ..site import load_site

    site = load_site(options.config)
    locale = find_locale(site, options.locale)
    asked = options.only or ["all"]
    only = list(Only) if "all" in asked else [Only(name) for name in asked]
    keys = sorted({key for key, _ in find_places(site, options.pages)}) if options.pages else []
    done = export_pages(Corpus(site), locale, keys, only, options.format, options.output, versions)
    for file in done.files:
        if file.path.exists() and file.path.read_bytes() != file.data:
            raise UserError(f"{file.path}: is there already, perhaps with a translator's work; move it away first.")
    for file in done.files:
        file.path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(file.path, file.data)
        print(f"{file.path}: {file.units} units, {file.words} words", file=out)
    if done.unsettled:
        print(
            f"What has not changed in stale sections is not known ({done.unsettled}): all of them is asked for.",
            file=out,
        )
    if not done.files and not done.failed:
        print(f"export: nothing to translate into {options.locale}.", file=out)
    out.writelines(f"{line}\n" for line in done.failed)
    return 2 if done.failed else 0
