"""package.opf: what the book is, for whom it is accessible and how, and in which order its pages are read."""

from __future__ import annotations

from lxml import etree
from lxml.builder import ElementMaker

_OPF = "http://www.idpf.org/2007/opf"
_DC = "http://purl.org/dc/elements/1.1/"
# What the text really has; https://www.w3.org/TR/epub-a11y-11/ names the properties, schema.org the words.
_ACCESS = {
    "accessMode": ["textual"],
    "accessModeSufficient": ["textual"],
    "accessibilityFeature": [
        "displayTransformability", "readingOrder", "structuralNavigation", "tableOfContents", "unlocked",
    ],
    "accessibilityHazard": ["none"],
}  # fmt: skip


def package(book: dict, pages: list[str], identifier: str) -> bytes:
    """The package document of a book with these pages, which all are XHTML."""
    opf = ElementMaker(namespace=_OPF, nsmap={None: _OPF, "dc": _DC})
    dc = ElementMaker(namespace=_DC, nsmap={"dc": _DC})
    meta = [
        dc.identifier(identifier, id="book"),
        dc.title(book["title"]),
        dc.language(book["lang"]),
        dc.publisher(book["site"]),
        dc.rights(book["licence"]),
        opf.meta(book["modified"], property="dcterms:modified"),
        *(opf.meta(word, property=f"schema:{name}") for name, words in _ACCESS.items() for word in words),
        opf.meta(book["words"]["access"], property="schema:accessibilitySummary"),
    ]
    manifest = [
        opf.item({"id": "nav", "href": "nav.xhtml", "media-type": "application/xhtml+xml", "properties": "nav"}),
        opf.item({"id": "style", "href": "style.css", "media-type": "text/css"}),
        *(
            opf.item({"id": f"page-{name}", "href": f"{name}.xhtml", "media-type": "application/xhtml+xml"})
            for name in pages
        ),
    ]
    first, *rest = (f"page-{name}" for name in pages)
    spine = [opf.itemref(idref=name) for name in (first, "nav", *rest)]
    root = opf.package(
        opf.metadata(*meta),
        opf.manifest(*manifest),
        opf.spine(*spine, {"page-progression-direction": "rtl" if book["rtl"] else "ltr"}),
        {
            "version": "3.0",
            "unique-identifier": "book",
            "dir": "rtl" if book["rtl"] else "ltr",
            "{http://www.w3.org/XML/1998/namespace}lang": book["lang"],
        },
    )
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")
