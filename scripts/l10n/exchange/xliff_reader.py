"""An XLIFF 1.x file that comes back, as tools leave it: segments marked, codes moved, states set.

A document type is refused before anything is parsed: no such file needs one, and entities are how a few lines fill the
memory or read another file.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any
from xml.parsers import expat

from ..errors import UserError
from .codes import Code, Content, Mark, Token, matched, spots
from .incoming import Answer, Incoming, Refused
from .units import LETTER_OR_DIGIT, PageUnits, Unit

# A state says that the text may be used, unless it says that somebody has still to do something.
PENDING = ("new", "needs-")


class _Stop(Exception):
    """The root element was met."""


def read(path: Path, data: bytes) -> Incoming:
    """The file. Raises UserError when it is no XLIFF 1.x or not one that `export` made."""
    _refuse_document_type(path, data)
    from lxml import etree
    from translate.storage.base import ParseError
    from translate.storage.xliff import Xliff1File

    try:
        store = Xliff1File.parsestring(data)
    except (etree.XMLSyntaxError, ParseError, ValueError, StopIteration, AttributeError) as error:
        raise UserError(f"{path}: is no XLIFF 1.2 ({_first(error)}); save it again as that, or export anew.") from None
    files = list(store.document.getroot().iterchildren(store.namespaced("file")))
    if len(files) != 1:
        raise UserError(f"{path}: holds {len(files)} files; give one file a page, as `export` made them.")
    head = files[0]
    digests = {
        group.get("id", ""): group.get("extradata", "")
        for group in head.iterdescendants(store.namespaced("group"))
        if group.get("extradata") is not None
    }
    if not digests:
        raise UserError(f"{path}: its sections lack their digests (extradata of group); export the page anew.")
    entries = [_Entry(unit.xmlelement, store.namespaced) for unit in store.units]
    return Incoming(
        path,
        head.get("original", ""),
        head.get("source-language", ""),
        head.get("target-language", ""),
        digests,
        XliffReader(entries),
    )


def _refuse_document_type(path: Path, data: bytes) -> None:
    parser = expat.ParserCreate()

    def refuse(*_: object) -> None:
        raise UserError(f"{path}: declares a document type, which these files never need; export the page anew.")

    def stop(*_: object) -> None:
        raise _Stop

    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = stop
    try:
        parser.Parse(data, True)
    except _Stop:
        return
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise UserError(f"{path}: is no XML ({_first(error)}); export the page anew.") from None


def _first(error: Exception) -> str:
    return str(error).split("\n")[0].rstrip(".") or type(error).__name__


class _Entry:
    """One trans-unit."""

    def __init__(self, element: Any, namespaced: Any):
        self.id = element.get("id", "")
        self.source = element.find(namespaced("source"))
        self.target = element.find(namespaced("target"))
        self.state = "" if self.target is None else self.target.get("state", "")


class XliffReader:
    """The trans-units of a file."""

    def __init__(self, entries: list[_Entry]):
        self.ids = [entry.id for entry in entries]
        self.entries = {entry.id: entry for entry in entries}

    def answer(self, page: PageUnits, unit: Unit, accept: frozenset[str]) -> Answer:
        """The translation of a unit, put together from its trans-unit and those of the texts inside its codes."""
        source = page.content(unit, unit.source)
        codes = dict(source.codes)
        if unit.target is not None:  # the codes as the translation writes them
            codes.update(matched(source, page.content(unit, unit.target, translated=True), page.canonical)[1])
        tokens: list[Token] = source.tokens
        if LETTER_OR_DIGIT.search(source.plain):
            entry = self._entry(unit.id, source)
            if not (found := self._state(entry, accept)).text:
                return found
            tokens = _tokens(entry.target, source, keep_lines=unit.lines_kept())
        texts: dict[int, list[str]] = {}
        for number, (code, _, text) in enumerate(spots(source), 1):
            entry = self._entry(f"{unit.id}@{number}", Content([text]))
            if not (found := self._state(entry, accept)).text:
                return found
            texts.setdefault(code, []).append("".join(map(str, _tokens(entry.target, Content(), keep_lines=False))))
        for number, filling in texts.items():
            codes[number] = codes[number].with_texts(filling)
        return Answer(_markdown(tokens, codes))

    def _entry(self, name: str, source: Content) -> _Entry:
        entry = self.entries.get(name)
        if entry is None:
            raise Refused(f"{name} is not in the file: export the section again")
        if entry.source is None or _flat(_tokens(entry.source, source, keep_lines=True)) != _flat(source.tokens):
            raise Refused(f"{name} shows another source text than the page has now: export the section again")
        return entry

    def _state(self, entry: _Entry, accept: frozenset[str]) -> Answer:
        if entry.target is None or not "".join(entry.target.itertext()).strip():
            return Answer(None, f"{entry.id} is not translated")
        if entry.state.startswith(PENDING) and entry.state not in accept:
            return Answer(None, f"{entry.id} is in the state {entry.state} (to take it: --accept {entry.state})")
        return Answer("taken")


def _flat(tokens: list[Token]) -> str:
    """Tokens as a text to be compared: blanks are whatever a tool made of them."""
    return " ".join("".join(t if isinstance(t, str) else f"\0{t[0].value}{t[1]}\0" for t in tokens).split())


def _tokens(element: Any, source: Content, *, keep_lines: bool) -> list[Token]:
    """The content of a source or target. Raises Refused for an inline element that the unit does not have."""
    tokens: list[Token] = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str):
            tokens += _element(child, source)
        tokens.append(child.tail or "")
    if not keep_lines:
        tokens = [" ".join(token.split("\n")) if isinstance(token, str) else token for token in tokens]
    return tokens


def _element(child: Any, source: Content) -> list[Token]:
    name = child.tag.rpartition("}")[2]
    inside = _tokens(child, source, keep_lines=True)
    if name == "mrk":
        return inside
    number = child.get("id", "")
    if name not in ("g", "x") or not number.isascii() or not number.isdigit() or int(number) not in source.codes:
        raise Refused(f"the inline code <{name} id={number!r}> is none of the unit's: copy the codes from the source")
    if source.codes[int(number)].closing is None:
        return [(Mark.ALONE, int(number)), *inside]
    return [(Mark.OPEN, int(number)), *inside, (Mark.CLOSE, int(number))]


def _markdown(tokens: list[Token], codes: dict[int, Code]) -> str:
    """The tokens as Markdown."""
    return "".join(
        token
        if isinstance(token, str)
        else codes[token[1]].closing or ""
        if token[0] is Mark.CLOSE
        else codes[token[1]].opening
        for token in tokens
    )
