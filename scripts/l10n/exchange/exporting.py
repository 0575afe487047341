"""Pages of the source -> files for translators of one locale."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from ..corpus import Corpus
from ..errors import PageError, UserError
from ..git import Version
from ..glossary import Glossary, read_glossary
from ..words import WORD
from .earlier import settle
from .units import Only, PageUnits, SectionUnits, page_units

SUFFIXES = {"xliff": ".xlf", "po": ".po"}


@dataclass
class Exported:
    """A file to be written: the page it is for, where it goes, its bytes, and how much is in it."""

    page: str
    path: Path
    data: bytes
    units: int
    words: int


@dataclass
class Export:
    """All files, and the pages that could not be exported with the reason.

    `unsettled` says why the history could not tell what of a stale section has not changed.
    """

    files: list[Exported] = field(default_factory=list)
    unsettled: str = ""
    failed: list[str] = field(default_factory=list)


def export_pages(
    corpus: Corpus,
    locale: str,
    keys: Collection[str],
    only: Collection[Only],
    form: str,
    target: Path,
    history: Callable[[Path], Iterable[Version]],
) -> Export:
    """The files for some pages (all owed in the locale when `keys` is empty); `target` is a folder or one file.

    `history` gives the versions of a source file, newest first. Raises UserError when one file is asked for and there is more than one.
    """
    site = corpus.site
    write = _writer(form)
    path, sections = site.policy.glossary, site.policy.section_names
    glossary = read_glossary(path, site.source.code, sections) if path else None
    result = Export()
    for key in keys or site.keys:
        if not site.has(key, site.source.code) or locale not in site.owed(key):
            continue
        broken = [o for o in (corpus.outcome(key, c) for c in (site.source.code, locale)) if isinstance(o, PageError)]
        if broken:
            shown = site.shown(key, site.source.code if corpus.source(key) is None else locale)
            result.failed.append(f"{shown}:{broken[0].line}: {broken[0].message} To mend it: {broken[0].hint}.")
            continue
        page = page_units(corpus, key, locale)
        sections = [section for section in page.sections.values() if section.state in only]
        if not sections:
            continue
        if Only.STALE in only:
            result.unsettled = settle(page, partial(history, site.file(key, site.source.code))) or result.unsettled
        path = target if target.suffix == SUFFIXES[form] else target / (key.removesuffix(".md") + SUFFIXES[form])
        units = [unit for section in sections for unit in section.units if not unit.settled or Only.CURRENT in only]
        words = sum(len(WORD.findall(page.content(unit, unit.source).plain)) for unit in units)
        try:
            result.files.append(Exported(key, path, write(page, sections, glossary), len(units), words))
        except UserError as error:
            result.failed.append(str(error))
    if len({file.path for file in result.files}) < len(result.files):
        raise UserError(f"{target}: one file is for one page, and there are {len(result.files)}; name a folder.")
    return result


def _writer(form: str) -> Callable[[PageUnits, list[SectionUnits], Glossary | None], bytes]:
    if form == "po":
        from .po import write
    else:
        from .xliff_writer import write
    return write
