"""`stamp`: record in a translation which source text each of its sections was made from."""

from __future__ import annotations

import os
from dataclasses import dataclass

from .corpus import Corpus
from .digest import digests
from .edit import replace_key, yaml_key
from .errors import PageError, UserError
from .page import META, Page
from .pairs import pair_sections
from .record import compare


@dataclass
class Stamped:
    """What a stamp did to one page: lines for the user, and whether every section asked for could be recorded."""

    path: str
    changes: list[str]
    complete: bool


def stamp_page(corpus: Corpus, key: str, locale: str, anchors: list[str]) -> Stamped:
    """Record the source digests of a translation's sections, all of them or those named.

    A section that the translation lacks is not recorded. A key that the source no longer has is dropped: always when
    the whole page is stamped, else when it is named. Raises UserError when this is no translation with a source, when
    one of the two cannot be read, or when a named section is nowhere.
    """
    site = corpus.site
    path = site.shown(key, locale)
    if locale == site.source.code:
        raise UserError(f"{path}: is a page of the source language; stamp its translations.")
    source, page = (_readable(corpus, key, code) for code in (site.source.code, locale))
    if os.path.samefile(site.file(key, locale), site.file(key, site.source.code)):
        raise UserError(f"{path}: is a link to its source; put a translation in its place.")
    comparison = compare(source, page)
    wanted = digests(source)
    missing = {section.key for section in pair_sections(source, page, comparison).missing}
    if META in wanted and not page.meta:
        missing.add(META)
    old = page.record if isinstance(page.record, dict) else {}
    for anchor in anchors:
        if anchor not in wanted and anchor not in old:
            raise UserError(
                f"{path}#{anchor}: neither the source nor the record has this section; the sections are: "
                f"{', '.join(wanted)}."
            )
    chosen = set(anchors) or {*wanted, *old}
    record: dict[str, str] = {}
    changes: list[str] = []
    for name, digest in wanted.items():
        before = old.get(name)
        if name in chosen and name not in missing:
            record[name] = digest
            if before != digest:
                changes.append(f"{name}: {_told(before)} → {digest}")
        elif name in chosen:
            changes.append(f"{name}: not recorded, the translation lacks this section")
        elif before is not None and name not in comparison.invalid:
            record[name] = before
    for name, before in old.items():
        if name in wanted:
            continue
        if name in chosen:
            changes.append(f"{name}: {_told(before)} → dropped, the source no longer has it")
        elif name not in comparison.invalid:
            record[name] = before
    lines = ["source:", *(f'  {yaml_key(name)}: "{digest}"' for name, digest in record.items())]
    replace_key(site.file(key, locale), "source", lines if record else ["source: {}"])
    return Stamped(path, changes, not (chosen & missing))


def _told(value: object) -> str:
    return "new" if value is None else str(value)


def _readable(corpus: Corpus, key: str, locale: str) -> Page:
    outcome = corpus.outcome(key, locale)
    path = corpus.site.shown(key, locale)
    if outcome is None:
        raise UserError(f"{path}: there is no such page; stamp a translation whose source exists.")
    if isinstance(outcome, PageError):
        raise UserError(f"{path}:{outcome.line}: {outcome.message} To mend it: {outcome.hint}.")
    return outcome
