"""What the build makes of a Markdown text: facts read out of Python-Markdown's own HTML, to hold the parser against."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

import markdown
from markdown.treeprocessors import Treeprocessor

EXTENSIONS = [
    "attr_list",
    "md_in_html",
    "tables",
    "footnotes",
    "def_list",
    "abbr",
    "admonition",
    "pymdownx.details",
    "pymdownx.superfences",
    "pymdownx.highlight",
    "toc",
]
# Pygments on: superfences accepts the options of a fence only then. It calls code without a language "text".
HIGHLIGHT = {"pygments_lang_class": True, "linenums_style": "pymdownx-inline"}


@dataclass
class Facts:
    """The comparable facts of a page."""

    headings: list[tuple[int, str, str]] = field(default_factory=list)  # level, id, text
    lists: list[tuple] = field(default_factory=list)  # outermost lists as nested tuples
    tables: list[tuple[int, int]] = field(default_factory=list)  # rows, columns
    codes: list[tuple[str, str]] = field(default_factory=list)  # language, code
    images: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)


class _Mark(Treeprocessor):
    """Marks what Markdown made, so that raw HTML of the author is not counted."""

    def run(self, root):
        for element in root.iter():
            if element.tag in ("ul", "ol", "dl", "table", "pre"):
                element.set("data-built", "1")


def converter() -> markdown.Markdown:
    """Python-Markdown as MkDocs runs it for this site, permalinks off."""
    md = markdown.Markdown(extensions=EXTENSIONS, extension_configs={"pymdownx.highlight": HIGHLIGHT})
    md.treeprocessors.register(_Mark(md), "mark", 0)
    return md


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.facts = Facts()
        self.text: list[str] | None = None
        self.heading = (0, "")
        self.lists: list[list] = []
        self.table: list[int] | None = None
        self.code: list[str] | None = None
        self.language = ""
        self.fenced = False
        self.skip = 0  # inside a footnote reference

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        if re.fullmatch("h[1-6]", tag) and "id" in values:
            self.heading, self.text = (int(tag[1]), values["id"]), []
        elif tag == "sup" and (values.get("id") or "").startswith("fnref"):
            self.skip += 1
        elif tag in ("ul", "ol", "dl") and "data-built" in values:
            self.lists.append([tag, []])
        elif tag in ("li", "dt", "dd") and self.lists:
            self.lists[-1][1].append([tag, []])
        elif tag == "table" and "data-built" in values:
            self.table = [0, 0]
        elif tag == "tr" and self.table:
            self.table[0] += 1
        elif tag == "th" and self.table:
            self.table[1] += 1
        elif tag == "div" and "highlight" in (values.get("class") or "").split():
            self.language, self.fenced = values["class"].split()[0].removeprefix("language-"), True
            self.language = "" if self.language == "text" else self.language
        elif tag == "pre" and (self.fenced or "data-built" in values):
            self.code = []
        elif tag == "img":
            self.facts.images.append(values.get("src", ""))
        elif tag == "a" and "href" in values and "footnote" not in values.get("class", ""):
            self.facts.links.append(values["href"] or "")

    def handle_endtag(self, tag):
        if re.fullmatch("h[1-6]", tag) and self.text is not None:
            self.facts.headings.append((*self.heading, " ".join("".join(self.text).split())))
            self.text = None
        elif tag == "sup" and self.skip:
            self.skip -= 1
        elif tag in ("ul", "ol", "dl") and self.lists:
            name, items = self.lists.pop()
            shape = (name, tuple((kind, tuple(inner)) if name == "dl" else tuple(inner) for kind, inner in items))
            if self.lists:
                self.lists[-1][1][-1][1].append(shape)
            else:
                self.facts.lists.append(shape)
        elif tag == "table" and self.table:
            self.facts.tables.append(tuple(self.table))
            self.table = None
        elif tag == "pre" and self.code is not None:
            self.facts.codes.append((self.language, "".join(self.code).strip("\n")))
            self.code, self.fenced, self.language = None, False, ""

    def handle_data(self, data):
        if self.text is not None and not self.skip:
            self.text.append(data)
        if self.code is not None:
            self.code.append(data)


def built_facts(text: str, md: markdown.Markdown | None = None) -> Facts:
    """The facts of a text as Python-Markdown builds it (footnote section cut off: it repeats the notes at the end)."""
    md = md or converter()
    md.reset()
    html = md.convert(text.removeprefix("\ufeff"))
    html, _, _notes = html.partition('<div class="footnote">')
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.facts
