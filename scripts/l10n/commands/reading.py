"""`reading`: how hard the pages with gates are to read, all figures side by side."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TextIO

from ..errors import UserError

HELP = "print how long the sentences and words of pages with gates are"
EXAMPLES = ("reading", "reading docs/lt/leaflets")
HEADINGS = ("page", "sentences", "words a sentence", "longest", "long words")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `reading` takes."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help="page or folder; of the source: with its translations")


def run(options: argparse.Namespace, out: TextIO) -> int:
    """Print a row a page, each figure with its gates; 0 always: `check` is the judge."""
    from ..arguments import find_places
    from ..corpus import Corpus
    from ..site import load_site

    site = load_site(options.config)
    if not any(section.reading for section in site.policy.sections):
        raise UserError(f"{site.config.name}: no section has gates; name a file in extra.l10n.sections.….reading.")
    only = find_places(site, options.paths) if options.paths else None
    rows = [HEADINGS, *_rows(Corpus(site), only)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADINGS))]
    for first, *rest in rows:
        cells = [first.ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(rest, widths[1:], strict=True))]
        print("  ".join(cells).rstrip(), file=out)
    return 0


def _rows(corpus, only: set[tuple[str, str]] | None) -> Iterator[tuple[str, ...]]:
    from ..reading import FIGURES, Gate, measure, read_reading

    for key, locale in sorted(corpus.site.pages, key=lambda place: (corpus.site.codes.index(place[1]), place[0])):
        path, page = corpus.site.policy.section_for(key).reading, corpus.page(key, locale)
        if path is None or page is None or (only is not None and (key, locale) not in only):
            continue
        policy = corpus.loaded(read_reading, path)
        figures = measure(page, policy.leave_out)
        if figures:
            gates = policy.gates.get(locale, {})
            cells = (_cell(getattr(figures, name), gates.get(name, Gate()), name) for name in FIGURES)
            yield page.path, str(len(figures.sentences)), *cells


def _cell(figure: float, gate, name: str) -> str:
    shown = f"{figure:.1f}" if name == "mean" else f"{figure:.0f}"
    limits = "/".join(str(limit) for limit in (gate.warn, gate.fail) if limit is not None)
    return f"{shown} ({limits})" if limits else shown
