"""`explain`: what changed in the source since a translation was made from it."""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from ..errors import PageError
from ..rules import RULES
from ..rules import explain as explain_rule
from .terminal import coloured

if TYPE_CHECKING:
    from ..corpus import Corpus

HELP = "show word by word what changed in the source since a page was translated"
EXAMPLES = ("explain docs/lt/leaflets/calm.md", "explain docs/lt", "explain stale-section")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `explain` takes."""
    parser.add_argument(
        "targets",
        nargs="+",
        metavar="PAGE",
        help="a translation; a page of the source, for all its translations; a folder; or the name of a rule",
    )


def run(options: argparse.Namespace, out: TextIO) -> int:
    """Print what changed: 0, or 2 when a page cannot be read."""
    rules = [target for target in options.targets if target in RULES and not Path(target).exists()]
    out.writelines(f"{explain_rule(RULES[rule])}\n" for rule in rules)
    targets = [target for target in options.targets if target not in rules]
    return _explain_pages(options.config, targets, out) if targets else 0


def _explain_pages(config: Path, targets: list[str], out: TextIO) -> int:
    from ..arguments import find_places
    from ..corpus import Corpus
    from ..explain import explain_page
    from ..git import versions
    from ..reports.explanation import page_lines
    from ..reports.styled import write
    from ..site import load_site

    corpus = Corpus(load_site(config))
    site = corpus.site
    source = site.source.code
    places = [
        (key, locale)
        for key, locale in sorted(find_places(site, targets))
        if locale != source and (site.has(key, locale) or locale in site.owed(key))
    ]
    problems = {place: problem for key, locale in places for place, problem in _problems(corpus, key, locale)}
    out.writelines(f"{problem}\n" for problem in problems.values())
    current = 0
    for key, locale in places:
        if (key, locale) in problems or (key, source) in problems:
            continue
        history = partial(versions, site.file(key, source))
        page = explain_page(corpus.source(key), corpus.page(key, locale), history)
        if page.sections or len(places) == 1:
            write(page_lines(page), out, colour=coloured(out))
        else:
            current += 1
    if current:
        print(f"{current} page{'' if current == 1 else 's'} current, nothing to explain there.", file=out)
    return 2 if any(isinstance(corpus.outcome(*place), PageError) for place in problems) else 0


def _problems(corpus: Corpus, key: str, locale: str):
    """Why a page cannot be explained: (place, line for the user) of the source, of the translation or of both."""
    site = corpus.site
    for code in (site.source.code, locale):
        outcome, path = corpus.outcome(key, code), site.shown(key, code)
        if isinstance(outcome, PageError):
            yield (key, code), f"{path}:{outcome.line}: {outcome.message} To mend it: {outcome.hint}."
        elif outcome is None and code == locale:
            yield (key, code), f"{path}: is not there; translate it from {site.shown(key, site.source.code)}."
        elif outcome is None:
            yield (key, code), f"{path}: is not there, so nothing can be said about its translations."
