"""The parts of a DOCX around its body: notes, lists, head and foot, settings, and who belongs to whom."""

from __future__ import annotations

from lxml import etree
from lxml.builder import ElementMaker

from publish.book.docx.body import BULLETS
from publish.book.docx.words import Words, region, w
from publish.runs import Run

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = {
    "document": f"{_WORD}.document.main+xml",
    "styles": f"{_WORD}.styles+xml",
    "numbering": f"{_WORD}.numbering+xml",
    "settings": f"{_WORD}.settings+xml",
    "footnotes": f"{_WORD}.footnotes+xml",
    "header1": f"{_WORD}.header+xml",
    "footer1": f"{_WORD}.footer+xml",
}
_LEVELS = 3


def content_types() -> etree._Element:
    """What kind of file each part is."""
    e = ElementMaker(namespace=_TYPES, nsmap={None: _TYPES})
    return e.Types(
        e.Default(Extension="rels", ContentType="application/vnd.openxmlformats-package.relationships+xml"),
        e.Default(Extension="xml", ContentType="application/xml"),
        *(e.Override(PartName=f"/word/{name}.xml", ContentType=kind) for name, kind in _PARTS.items()),
        e.Override(
            PartName="/docProps/core.xml", ContentType="application/vnd.openxmlformats-package.core-properties+xml"
        ),
    )


def relations(links: dict[str, str], *, package: bool = False, notes: bool = False) -> etree._Element:
    """The relationships of the document, of its notes or of the package; `links`: address -> id."""
    e = ElementMaker(namespace=_RELATIONS, nsmap={None: _RELATIONS})
    if package:
        core_type = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
        return e.Relationships(
            e.Relationship(Id="document", Type=f"{_OFFICE}/officeDocument", Target="word/document.xml"),
            e.Relationship(Id="core", Type=core_type, Target="docProps/core.xml"),
        )
    own = [] if notes else [name for name in _PARTS if name != "document"]
    return e.Relationships(
        *(
            e.Relationship(Id=name.rstrip("1"), Type=f"{_OFFICE}/{name.rstrip('1')}", Target=f"{name}.xml")
            for name in own
        ),
        *(
            e.Relationship(Id=number, Type=f"{_OFFICE}/hyperlink", Target=address, TargetMode="External")
            for address, number in links.items()
        ),
    )


def core(book: dict) -> etree._Element:
    """Title, language and date; the date is that of the version, not of the clock."""
    e = ElementMaker(namespace=_CORE, nsmap={"cp": _CORE, "dc": _DC, "dcterms": _TERMS, "xsi": _XSI})
    dc = ElementMaker(namespace=_DC)
    when = {f"{{{_XSI}}}type": "dcterms:W3CDTF"}
    terms = ElementMaker(namespace=_TERMS)
    return e.coreProperties(
        dc.title(book["title"]),
        dc.creator(book["site"]),
        terms.created(book["modified"], when),
        terms.modified(book["modified"], when),
        dc.language(region(book["lang"])),
    )


def footnotes(notes: list[list[Run]], words: Words) -> etree._Element:
    """Every note, behind the two lines that part notes from the text. Sources are printed as published."""
    root = w(
        "footnotes",
        w("footnote", w("p", w("r", w("separator"))), type="separator", id=-1),
        w("footnote", w("p", w("r", w("continuationSeparator"))), type="continuationSeparator", id=0),
    )
    for number, note in enumerate(notes, 1):
        mark = w("r", w("rPr", w("rStyle", val="FootnoteReference")), w("footnoteRef"))
        paragraph = words.paragraph("FootnoteText", [Run(" "), *note], "en")
        paragraph.insert(1, mark)
        root.append(w("footnote", paragraph, id=number))
    return root


def numbering(numbered: list[int]) -> etree._Element:
    """One list of bullets, and a list of numbers for each that counts."""

    def levels(kind: str, texts: list[str]) -> list[etree._Element]:
        return [
            w(
                "lvl",
                w("start", val=1),
                w("numFmt", val=kind),
                w("lvlText", val=texts[level]),
                w("lvlJc", val="left"),
                w("pPr", w("ind", left=510 + 340 * level, hanging=340)),
                ilvl=level,
            )
            for level in range(_LEVELS)
        ]

    bullets = w(
        "abstractNum", w("multiLevelType", val="hybridMultilevel"), *levels("bullet", ["•", "–", "•"]), abstractNumId=0
    )
    numbers = w(
        "abstractNum",
        w("multiLevelType", val="hybridMultilevel"),
        *levels("decimal", [f"%{level + 1}." for level in range(_LEVELS)]),
        abstractNumId=1,
    )
    root = w("numbering", bullets, numbers, w("num", w("abstractNumId", val=0), numId=BULLETS))
    for number in numbered:
        restarts = (w("lvlOverride", w("startOverride", val=1), ilvl=level) for level in range(_LEVELS))
        root.append(w("num", w("abstractNumId", val=1), *restarts, numId=number))
    return root


def settings(lang: str) -> etree._Element:
    """No question on opening, notes as parted above, today's layout."""
    compatible = w("compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val="15")
    return w(
        "settings",
        w("defaultTabStop", val=709),
        w("footnotePr", w("footnote", id=-1), w("footnote", id=0)),
        w("compat", compatible),
        w("themeFontLang", val=region("en"), bidi=region(lang)),
    )


def header(book: dict, words: Words) -> etree._Element:
    """The mark of a draft on every page."""
    return w("hdr", words.paragraph("Header", [Run(book["draft"])] if book["draft"] else []))


def footer(book: dict, words: Words) -> etree._Element:
    """Site, version, licence, number of the page."""
    line = words.paragraph("Footer", [Run(" · ".join([book["site"], *book["version"], book["licence"]]) + " · ")])
    line.append(w("fldSimple", words.text("1", "en"), instr=" PAGE "))
    return w("ftr", line)
