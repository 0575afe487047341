"""How to cite a page, for programs that keep references: BibTeX and RIS."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hooks.records import Record

FOLDER = "files/cite/"
_BIBTEX = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
_BIBTEX |= {sign: f"\\{sign}" for sign in "&%$#_{}"}
# Names of languages that biblatex and babel know.
_LANGID = {"en": "english", "lt": "lithuanian", "ru": "russian", "fr": "french", "ar": "arabic"}


def citation_path(key: str, locale: str) -> str:
    """The path of the files of a page from the root of the site, without what tells their kind."""
    return f"{FOLDER}{_name(key)}.{locale}"


def citation_files(record: Record, author: str, address: str) -> Iterator[tuple[str, str]]:
    """(path from the root, text) of both files; `author` is the name of the site, `address` empty where it has none."""
    path = citation_path(record.key, record.locale)
    yield f"{path}.bib", bibtex(record, author, address)
    yield f"{path}.ris", ris(record, author, address)


def bibtex(record: Record, author: str, address: str) -> str:
    """An entry of the kind `online`. Second braces: the name of the site is one name, and the letters of the title stay as they are."""
    fields = {
        "author": f"{{{_escaped(author)}}}",
        "title": f"{{{_escaped(record.title)}}}",
        "year": record.changed[:4],
        "date": record.changed,
        "url": address,  # a key that no style escapes
        "langid": _LANGID.get(record.locale, record.locale),
    }
    lines = [f"  {name} = {{{value}}},\n" for name, value in fields.items() if value]
    return f"@online{{after-the-border-{_name(record.key)}-{record.locale},\n{''.join(lines)}}}\n"


def ris(record: Record, author: str, address: str) -> str:
    """A reference to a web page; lines end as the format wants it."""
    fields = [
        ("TY", "ELEC"),
        ("AU", author),
        ("TI", record.title),
        ("PY", record.changed[:4]),
        ("DA", record.changed.replace("-", "/")),
        ("LA", record.locale),
        ("UR", address),
        ("ER", ""),
    ]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in fields if value or tag == "ER")


def _name(key: str) -> str:
    return re.sub(r"(/index)?\.md$", "", key).replace("/", "-")


def _escaped(text: str) -> str:
    return "".join(_BIBTEX.get(sign, sign) for sign in text)
