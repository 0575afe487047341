"""The book for e-readers and phones: EPUB 3.3, written part by part, since a book that is bound already needs no converter.

Contract: the same data give the same bytes; nothing is loaded from anywhere; epubcheck finds nothing (tests/publish/book).
"""

from __future__ import annotations

import io
import uuid
import zipfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from publish.book.epub.markup import Markup, direction, element
from publish.book.epub.package import package

HERE = Path(__file__).resolve().parent
_CONTAINER = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>'
    '<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>\n'
)
_WHEN = (1980, 1, 1, 0, 0, 0)  # in the archive: no clock


def epub(book: dict) -> bytes:
    """The file of a book as publish/book/binding.py binds it."""
    pages = dict(_pages(book))
    names = list(pages)
    identifier = uuid.uuid5(uuid.NAMESPACE_URL, book["address"] or book["id"]).urn
    files = {
        "META-INF/container.xml": _CONTAINER.encode(),
        "EPUB/package.opf": package(book, names, identifier),
        "EPUB/nav.xhtml": _written(_contents(book), book, book["words"]["contents"]),
        "EPUB/style.css": (HERE / "style.css").read_bytes(),
        **{f"EPUB/{name}.xhtml": _written(body, book, title) for name, (title, body) in pages.items()},
    }
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as archive:
        # First, and not packed: by this a file is known for what it is.
        archive.writestr(zipfile.ZipInfo("mimetype", _WHEN), "application/epub+zip", zipfile.ZIP_STORED)
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, _WHEN), content, zipfile.ZIP_DEFLATED, 9)
    return result.getvalue()


def _pages(book: dict) -> Iterator[tuple[str, tuple[str, list[etree._Element]]]]:
    """Name of each page -> its title and what stands on it, in order."""
    yield "title", (book["title"], _title_page(book))
    for part in book["parts"]:
        for chapter in part["chapters"]:
            yield chapter["id"], (chapter["title"], _chapter(book, part_name(book, part), chapter))
    if book["say"]:
        yield "say", (book["words"]["say"], _sentences(book))


def part_name(book: dict, part: dict) -> str:
    """The name of a part with its number."""
    if part["number"] is None:
        return part["title"]
    return f"{book['words']['part'].format(number=part['number'])} · {part['title']}"


def _title_page(book: dict) -> list[etree._Element]:
    markup = Markup("title", book["lang"])
    parts = [element("p", book["draft"], class_="draft")] if book["draft"] else []
    parts += [element("h1", book["title"]), element("p", book["subtitle"])]
    parts += [element("p", element("strong", book["words"]["not"]))]
    parts += [markup.worded("p", line) for line in book["notices"]]
    if book["missing"]:
        pages = (element("li", element("span", page["title"], lang=page["lang"])) for page in book["missing"])
        parts += [element("p", element("strong", book["words"]["missing"])), element("ul", *pages)]
    if book["address"]:
        address = element("a", element("bdi", book["address"], dir="ltr"), href=book["address"])
        parts += [element("p", f"{book['words']['newest']} ", address)]
    return [*parts, element("p", " · ".join([book["site"], *book["version"], book["licence"]]))]


def _chapter(book: dict, part: str, chapter: dict) -> list[etree._Element]:
    markup = Markup(chapter["id"], book["lang"])
    parts = [element("p", book["draft"], class_="draft")] if book["draft"] else []
    parts += [element("p", part, class_="part")] if part else []
    parts += [element("h1", chapter["title"])]
    parts += [element("p", element("strong", label), f" {words}", class_="head") for label, words in chapter["head"]]
    parts += [markup.worded("p", line) for line in chapter["notices"]]
    parts += markup.blocks(chapter["blocks"])
    if chapter["hand"]["titles"]:
        leaflets = (
            element("li", element("span", each["title"], lang=each["lang"])) for each in chapter["hand"]["titles"]
        )
        parts += [element("p", element("strong", chapter["hand"]["label"])), element("ul", *leaflets)]
    return parts + ([markup.notes(chapter["notes"], book["words"]["notes"])] if chapter["notes"] else [])


def _sentences(book: dict) -> list[etree._Element]:
    """Every sentence to say, with links to where it stands, which are named by the pages."""
    markup = Markup("say", book["lang"])
    where = {
        block: (chapter["id"], chapter["title"])
        for part in book["parts"]
        for chapter in part["chapters"]
        for block in chapter["said"]
    }
    parts = [element("h1", book["words"]["say"])]
    for group in book["say"]:
        parts.append(element("h2", group["title"]))
        items = []
        for sentence in group["sentences"]:
            item = markup.worded("li", sentence["runs"])
            for name in sentence["ids"]:
                chapter, title = where[name]
                item.append(element("br"))
                item.append(element("a", title, href=f"{chapter}.xhtml#{name}"))
            items.append(item)
        parts.append(element("ul", *items))
    return parts


def _contents(book: dict) -> list[etree._Element]:
    def link(name: str, title: str, *below: etree._Element) -> etree._Element:
        return element("li", element("a", title, href=f"{name}.xhtml"), *below)

    entries = [link("title", book["title"])]
    for part in book["parts"]:
        chapters = [link(chapter["id"], chapter["title"]) for chapter in part["chapters"]]
        if part["title"]:
            entries.append(element("li", element("span", part_name(book, part)), element("ol", *chapters)))
        else:
            entries += chapters
    entries += [link("say", book["words"]["say"])] if book["say"] else []
    heading = element("h1", book["words"]["contents"])
    return [element("nav", heading, element("ol", *entries), epub_type="toc", role="doc-toc", id="toc")]


def _written(body: list[etree._Element], book: dict, title: str) -> bytes:
    head = element(
        "head", element("title", title), element("link", rel="stylesheet", href="style.css", type="text/css")
    )
    page = element("html", head, element("body", *body, dir=direction(book["lang"])), lang=book["lang"])
    etree.cleanup_namespaces(page, keep_ns_prefixes=["epub"])
    text = etree.tostring(page, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n{text}\n'.encode()
