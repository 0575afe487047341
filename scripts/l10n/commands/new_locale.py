"""`new-locale`: a language added to the site, without a word of the source in it."""

from __future__ import annotations

import argparse
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from pathlib import Path

    from ..new_locale import Scaffold
    from ..site import Site

HELP = "add a language: its places in mkdocs.yml, data and schemas, all of them empty"
EXAMPLES = ("new-locale uk --dry-run", "new-locale uk")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `new-locale` takes."""
    parser.add_argument("code", metavar="CODE", help="uk, pt-BR, zh-Hant …")
    parser.add_argument("--name", help="what the language calls itself; default: as Unicode CLDR has it")
    parser.add_argument("--dry-run", action="store_true", help="show what would be written, and write nothing")


def run(options: argparse.Namespace, out: TextIO) -> int:
    """Write the files, and tell what is left to do."""
    from ..new_locale import read_code, scaffold
    from ..site import load_site

    site = load_site(options.config)
    new = read_code(site, options.code, options.name)
    planned = scaffold(site, new)
    if options.dry_run:
        out.writelines(_diff(site, planned))
        return 0
    for change in planned.changes:
        _write(change.path, change.after)
        print(f"{site.relative(change.path)}: {'written' if change.before is None else f'{new.code} added'}", file=out)
    _tell(options.config, new.code, planned.remarks, out)
    return 0


def _diff(site: Site, planned: Scaffold):
    import difflib

    for change in planned.changes:
        path = site.relative(change.path)
        old, new = ((text or "").splitlines(keepends=True) for text in (change.before, change.after))
        before = "/dev/null" if change.before is None else f"a/{path}"
        yield from difflib.unified_diff(old, new, before, f"b/{path}")


def _write(path: Path, text: str) -> None:
    from ..edit import write_atomically

    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()  # what is written atomically has the mode of what was there
    write_atomically(path, text.encode("utf-8"))


def _tell(config: Path, code: str, remarks: list[str], out: TextIO) -> None:
    """What is left: what only a person can decide, and what the checker now asks for."""
    from ..corpus import Corpus
    from ..runner import check_site
    from ..site import load_site
    from ..todo import todo

    corpus = Corpus(load_site(config))
    owed = todo(corpus, check_site(corpus, date.today()), code)
    rules = Counter(task.finding.rule.title for page in owed.pages for task in page.tasks)
    if remarks:
        print("\nTo be looked at:", file=out)
        out.writelines(f"  {remark}\n" for remark in remarks)
    told = ", ".join(f"{count} × {rule}" for rule, count in rules.items())
    print(f"\nOwed now: {told or 'nothing'}; {owed.words:,} words on pages.", file=out)
    print(f"Next: check_translations.py todo {code}", file=out)
