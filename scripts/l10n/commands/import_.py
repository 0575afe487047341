"""`import`: what a translator has made of an exported file, into the pages."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TextIO

HELP = "write what translators have made of exported files into the pages"
EXAMPLES = (
    "import --dry-run for-translators/lt",
    "import for-translators/lt/leaflets/calm.xlf",
    "import --accept fuzzy calm.ar.po",
)

REVIEWS = ("translation", "adaptation", "l10n")
STATES = ("fuzzy", "new", *(f"needs-{what}" for what in REVIEWS), *(f"needs-review-{what}" for what in REVIEWS))


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `import` takes."""
    parser.add_argument("files", nargs="+", metavar="FILE", type=Path, help=".xlf or .po, or a folder of them")
    parser.add_argument(
        "--accept",
        action="append",
        default=[],
        choices=STATES,
        metavar="STATE",
        help=f"take units in this state too: {', '.join(STATES)}",
    )
    parser.add_argument("--partial", action="store_true", help="write a new page even when it is not whole")
    parser.add_argument("--dry-run", action="store_true", help="tell what would be done, and do nothing")


def run(options: argparse.Namespace, out: TextIO) -> int:
    """Import and tell: 0 all that the files hold is in the pages, 1 some of it is not, 2 a file could not be read."""
    from ..corpus import Corpus
    from ..errors import UserError
    from ..exchange.importing import import_file
    from ..exchange.incoming import read_file
    from ..site import load_site

    site = load_site(options.config)
    code = 0
    for path in _files(options.files):
        try:
            incoming = read_file(path, frozenset(options.accept))
            # A page may just have been written: each file is held against the pages as they are now.
            done = import_file(Corpus(site), incoming, partial=options.partial, dry_run=options.dry_run)
        except UserError as error:
            print(error, file=out)
            code = 2
            continue
        out.writelines(f"{line}\n" for line in _told(done, dry_run=options.dry_run))
        code = max(code, 0 if done.whole else 1)
    return code


def _files(arguments: list[Path]) -> list[Path]:
    """The files named, and those in the folders named."""
    found = []
    for path in arguments:
        if path.is_dir():
            found += sorted(file for file in path.rglob("*") if file.suffix.lower() in (".xlf", ".xliff", ".po"))
        else:
            found.append(path)
    return found


def _told(done, *, dry_run: bool) -> list[str]:
    from ..page import shown

    verb = "would be written" if dry_run else "written"
    parts = [
        f"{len(keys)} {word}"
        for keys, word in ((done.written, verb), (done.recorded, "recorded as they are"), (done.unchanged, "unchanged"))
        if keys
    ]
    lines = [f"{done.path}: {done.note or ('sections: ' + ', '.join(parts) if parts else 'nothing taken')}"]
    lines += [f"  {shown(key)}: {reason}." for key, reason in done.refused.items()]
    lines += [
        f"  {shown(key)}: written anew from the source; comments of the translation in it are gone."
        for key in done.lost
    ]
    if done.written and not dry_run:
        lines.append(f"  next: check_translations.py {done.path}")
    return lines
