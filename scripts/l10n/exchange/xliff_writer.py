"""A page as XLIFF 1.2: a `group` a section, with its digest in `extradata`, and a `trans-unit` a unit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from ..errors import UserError
from ..glossary import Glossary
from .codes import CodeKind, Content, Mark, Token, matched, spots
from .notes import notes, old_translation, standing_alone
from .units import LETTER_OR_DIGIT, PageUnits, SectionUnits, Unit

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
TOOL = "l10n"
VERSION = "1"  # of what these files look like
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
# Which ctype an element may have is closed: of pairs, and of what stands alone.
PAIRED = {CodeKind.BOLD: "bold", CodeKind.ITALIC: "italic", CodeKind.LINK: "link"}
ALONE = {CodeKind.IMAGE: "image", CodeKind.BREAK: "lb"}


def write(page: PageUnits, sections: Iterable[SectionUnits], glossary: Glossary | None) -> bytes:
    """The file for some sections of a page. Raises UserError when a text holds what XML cannot."""
    site = page.corpus.site
    source, target = (code.replace("_", "-") for code in (site.source.code, page.locale))
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<xliff version="1.2" xmlns="{NAMESPACE}">',
        (
            f"<file original={quoteattr(page.source.key)} source-language={quoteattr(source)} "
            f'target-language={quoteattr(target)} datatype="x-markdown" tool-id="{TOOL}">'
        ),
        f'<header><tool tool-id="{TOOL}" tool-name="check_translations.py" tool-version="{VERSION}"/></header>',
        "<body>",
    ]
    for section in sections:
        lines.append(
            f"<group id={quoteattr(section.key)} resname={quoteattr(section.title or section.key)} "
            f"extradata={quoteattr(section.digest)}>"
        )
        for unit in section.units:
            lines += _unit(page, section, unit, glossary)
        lines.append("</group>")
    text = "\n".join([*lines, "</body>", "</file>", "</xliff>", ""])
    if bad := NOT_XML.search(text):
        line = next((unit.line for s in page.sections.values() for unit in s.units if NOT_XML.search(unit.source)), 1)
        raise UserError(
            f"{page.source.path}:{line}: holds the control character U+{ord(bad.group()):04X}, which XLIFF cannot "
            "hold; take it out, or export this page as PO."
        )
    return text.encode("utf-8")


def _unit(page: PageUnits, section: SectionUnits, unit: Unit, glossary: Glossary | None) -> Iterator[str]:
    """The trans-unit, and one more for each text that stands inside one of its codes."""
    source = page.content(unit, unit.source)
    filled = unit.target is not None and unit.settled
    tokens: list[Token] = []
    codes = {}
    if filled:
        tokens, codes = matched(source, page.content(unit, unit.target, translated=True), page.canonical)
    told = notes(page, section, unit, glossary) + standing_alone(source) + old_translation(section, unit)
    if LETTER_OR_DIGIT.search(source.plain):
        place = f"{page.source.path}:{unit.line}"
        yield from _trans_unit(unit.id, section, source, tokens if filled else None, [*told, place])
    for number, (code, index, text) in enumerate(spots(source), 1):
        theirs = _spot(codes.get(code), index) if filled else None
        told = [f"title or label of {source.codes[code].bare.source}", f"{page.source.path}:{unit.line}"]
        yield from _trans_unit(
            f"{unit.id}@{number}", section, Content([text]), [theirs] if theirs is not None else None, told
        )


def _spot(code, index: int) -> str | None:
    if code is None or index >= len(code.spots):
        return None
    start, end = code.spots[index]
    return code.source[start:end]


def _trans_unit(
    name: str, section: SectionUnits, source: Content, target: list[Token] | None, told: list[str]
) -> Iterator[str]:
    state = "needs-translation" if target is None else "signed-off" if section.signed else "translated"
    approved = ' approved="yes"' if section.signed and target is not None else ""
    yield f'<trans-unit id={quoteattr(name)} xml:space="preserve"{approved}>'
    yield f"<source>{_inline(source.tokens, source)}</source>"
    yield f'<target state="{state}">{_inline(target or [], source)}</target>'
    yield f'<note from="developer">{escape(chr(10).join(told))}</note>'
    yield "</trans-unit>"


def _inline(tokens: Iterable[Token], source: Content) -> str:
    out = []
    for token in tokens:
        if isinstance(token, str):
            out.append(escape(token))
            continue
        mark, number = token
        kind = source.codes[number].kind
        if mark is Mark.CLOSE:
            out.append("</g>")
        elif mark is Mark.OPEN:
            out.append(f'<g id="{number}" ctype="{PAIRED.get(kind, _own(kind))}">')
        else:
            shown = " ".join(source.codes[number].source.split())
            out.append(f'<x id="{number}" ctype="{ALONE.get(kind, _own(kind))}" equiv-text={quoteattr(shown)}/>')
    return "".join(out)


def _own(kind: CodeKind) -> str:
    return kind.value if kind.value.startswith("x-") else f"x-{kind.value}"
