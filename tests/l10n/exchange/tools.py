"""What tests of the exchange do with files: translators that fill them, by a translation that can be taken back."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path

from lxml import etree
from translate.storage.pypo import pofile

XLIFF = "{urn:oasis:names:tc:xliff:document:1.2}"
MARKUP = re.compile(r"(\\.|`[^`]*`|\]\([^)]*\)|\]\s?\[[^\]]*\]|\[\^[^\]]*\]|\{[^}]*\}|<[^>]*>|&[#\w]+;)")
TABLE = str.maketrans(
    {"a": "á", "e": "é", "i": "í", "o": "ó", "u": "ú", "A": "Á", "E": "É", "I": "Í", "O": "Ó", "U": "Ú"}
)


def accented(text: str) -> str:
    """The text with accents on its vowels, markup left alone: no word of it is English any more."""
    parts = MARKUP.split(text)
    return "".join(part if index % 2 else part.translate(TABLE) for index, part in enumerate(parts))


def plain(text: str) -> str:
    """The text without accents."""
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def fill(path: Path, translate: Callable[[str], str] = accented, *, only: str = "") -> None:
    """Translate every unit of a file (or those whose id begins with `only`) as a tool would, and mark it translated."""
    if path.suffix == ".po":
        store = pofile.parsefile(str(path))
        for unit in store.units:
            if not unit.isheader() and unit.getcontext().startswith(only):
                unit.target = translate(str(unit.source))
                unit.markfuzzy(False)
        path.write_bytes(bytes(store))
        return
    tree = etree.parse(str(path))
    for unit in tree.iter(f"{XLIFF}trans-unit"):
        if not unit.get("id").startswith(only):
            continue
        source, target = unit.find(f"{XLIFF}source"), unit.find(f"{XLIFF}target")
        for child in list(target):
            target.remove(child)
        target.text = translate(source.text or "")
        for child in source:
            target.append(_translated(child, translate))
        target.set("state", "translated")
    tree.write(str(path), encoding="UTF-8", xml_declaration=True)


def _translated(element, translate):
    copy = deepcopy(element)
    tail = element.tail
    copy.tail = None if tail is None else translate(tail)
    code = element.get("ctype") == "x-code"
    for each in copy.iter():
        if not code:
            each.text = None if each.text is None else translate(each.text)
        if each is not copy and not code:
            each.tail = None if each.tail is None else translate(each.tail)
    return copy
