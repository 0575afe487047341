"""A page as gettext PO: `msgctxt` is the unit, the Markdown stays as it is, stale translations are fuzzy.

The digests stand in a field of the header, which editors of PO keep: `X-L10n-Sections: digest=section …`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import Any

from ..errors import UserError
from ..glossary import Glossary
from .incoming import Answer, Incoming, Refused
from .notes import notes, old_translation
from .skeleton import tidy
from .units import PageUnits, SectionUnits, Unit

FUZZY = "fuzzy"
CHARSET = re.compile(rb"charset=([\w.:-]+)")


def write(page: PageUnits, sections: Iterable[SectionUnits], glossary: Glossary | None) -> bytes:
    """The file for some sections of a page."""
    store, sections = _empty_store(), list(sections)
    header = store.UnitClass("")
    fields = {
        "Project-Id-Version": page.source.key,
        "Language": page.locale.replace("-", "_"),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "X-Source-Language": page.corpus.site.source.code.replace("-", "_"),
        "X-L10n-Page": page.source.key,
        "X-L10n-Sections": " ".join(f"{section.digest}={section.key}" for section in sections),
    }
    header.target = "".join(f"{name}: {value}\n" for name, value in fields.items())  # no dates: the same file each time
    store.units = [header]  # else the store makes one itself, with the time of day
    for section in sections:
        for unit in section.units:
            store.addunit(_entry(store, page, section, unit, glossary))
    out = BytesIO()
    store.serialize(out)
    return out.getvalue()


def _entry(store: Any, page: PageUnits, section: SectionUnits, unit: Unit, glossary: Glossary | None) -> Any:
    entry = store.UnitClass(unit.source)
    entry.setcontext(unit.id)
    told = notes(page, section, unit, glossary)
    if unit.target is None:
        told += old_translation(section, unit)
    entry.addnote("\n".join(told), origin="developer")
    entry.sourcecomments.append(f"#: {page.source.path.replace(' ', '%20')}:{unit.line}\n")
    if unit.target is not None:
        entry.target = unit.target
        if not unit.settled:
            entry.markfuzzy()
            entry.prev_source = unit.previous or None
    return entry


def read(path: Path, data: bytes) -> Incoming:
    """The file. Raises UserError when it is no PO or not one that `export` made."""
    store = _empty_store()
    try:
        store.parse(_as_utf8(data))
        header = store.parseheader()
    except (ValueError, LookupError, IndexError, TypeError, AttributeError) as error:
        raise UserError(f"{path}: is no PO file ({str(error).split(chr(10))[0]}); export the page anew.") from None
    if "X-L10n-Page" not in header or "X-L10n-Sections" not in header:
        raise UserError(
            f"{path}: its header lacks X-L10n-Page or X-L10n-Sections; copy the header of the file exported."
        )
    digests = {}
    for pair in header["X-L10n-Sections"].split():
        digest, _, key = pair.partition("=")
        digests[key] = digest
    units = [unit for unit in store.units if not unit.isheader() and not unit.isobsolete()]
    return Incoming(
        path,
        header["X-L10n-Page"].strip(),
        header.get("X-Source-Language", "").strip(),
        header.get("Language", "").strip(),
        digests,
        PoReader(units),
    )


def _as_utf8(data: bytes) -> bytes:
    """The file in UTF-8. translate-toolkit reads what its header does not fit as Latin-1, and takes wrong letters.

    Raises ValueError or LookupError when the file is not in the encoding that its header names.
    """
    named = CHARSET.search(data)
    encoding = named.group(1).decode() if named else "utf-8"
    text = data.decode("utf-8" if encoding in ("CHARSET", "UTF-8") else encoding)
    return CHARSET.sub(b"charset=UTF-8", text.encode("utf-8"), count=1)


def _empty_store() -> Any:
    from translate.storage.pypo import pofile  # takes long, and nothing else needs it

    return pofile()


class PoReader:
    """The entries of a file."""

    def __init__(self, units: list[Any]):
        self.ids = [unit.getcontext() for unit in units]
        self.units = dict(zip(self.ids, units, strict=True))

    def answer(self, page: PageUnits, unit: Unit, accept: frozenset[str]) -> Answer:
        """The translation of a unit."""
        entry = self.units.get(unit.id)
        if entry is None:
            raise Refused(f"{unit.id} is not in the file: export the section again")
        if " ".join(str(entry.source).split()) != " ".join(unit.source.split()):
            raise Refused(f"{unit.id} shows another source text than the page has now: export the section again")
        text = str(entry.target)
        if not text.strip():
            return Answer(None, f"{unit.id} is not translated")
        if entry.isfuzzy() and FUZZY not in accept:
            return Answer(None, f"{unit.id} is fuzzy (to take it: --accept fuzzy)")
        return Answer(text if unit.lines_kept() else tidy(text))
