"""One Markdown file -> Page: front matter, sections and blocks, each with its line.

A section reaches from a heading to the next. Its key is the anchor the heading pins; `_intro` is the text before the
first heading. A heading that pins none has the anchor the build makes up, and `pinned` is False.
"""

from __future__ import annotations

import errno
import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from . import front_matter as fm
from .dialect import Block, BlockKind, Document, EndlessBlock, ListShape, parse
from .errors import PageError
from .lazy import lazy
from .passages import Passage, passages_of
from .plain_file import MEGABYTE, read_plain
from .tags import Tag, entries_of, find_tags

INTRO = "_intro"
META = "_meta"
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
MAX_BYTES = 5 * MEGABYTE
HINTS = {errno.EINVAL: "put a Markdown file in its place", errno.EFBIG: "split the page"}


@dataclass
class Section:
    """A heading and what follows it up to the next; `heading` is None for the intro."""

    key: str
    line: int
    heading: Block | None = None
    pinned: bool = True
    blocks: list[Block] = field(default_factory=list)  # the heading's own block first
    lists: list[ListShape] = field(default_factory=list)
    tags: list[Tag] = field(default_factory=list)

    @property
    def level(self) -> int:
        """1 to 6; 0 for the intro."""
        return self.heading.level if self.heading else 0

    @property
    def shown(self) -> str:
        """The section as messages name it."""
        return f"#{self.key}" if self.heading else "the text before the first heading"

    @property
    def blank(self) -> bool:
        """Whether there is nothing in it but comments."""
        return all(block.kind is BlockKind.HTML and not COMMENT.sub("", block.text).strip() for block in self.blocks)

    @lazy
    def links(self) -> list[tuple[str, int]]:
        """(target, line) of each link."""
        return [
            (target, block.line_of(at))
            for block in self.blocks
            if block.kind is not BlockKind.CODE and ("[" in block.text or "<" in block.text)
            for target, at in block.inline.links
        ]

    @property
    def prose(self) -> str:
        """What a reader reads, without code, tags and targets: a block a line."""
        return "\n".join(block.inline.prose for block in self.blocks if block.kind is not BlockKind.CODE)

    @property
    def words(self) -> int:
        """How many words a reader reads in it, code aside."""
        return len(self.prose.split())

    def of_kind(self, *kinds: BlockKind) -> list[Block]:
        """The blocks of some kinds, in order."""
        return [block for block in self.blocks if block.kind in kinds]


@dataclass(eq=False)  # a page is itself: hashable, never compared field by field
class Page:
    """A page that could be read. `path` is what reports print; `translatable` the front matter keys of the policy."""

    key: str
    locale: str
    path: str
    text: str
    front_matter: fm.FrontMatter
    body: str
    body_line: int
    translatable: tuple[str, ...]
    tag_texts: Mapping[tuple[str, str], str] = field(default_factory=dict)  # see Policy
    resolved: dict[str, Any] = field(default_factory=dict, repr=False)  # see links.resolve

    @lazy
    def document(self) -> Document:
        """The parsed body."""
        try:
            return parse(self.body, self.body_line)
        except EndlessBlock as error:
            raise PageError(error.line, f"From here on {error}.", "put blank lines between them") from None
        except RecursionError:
            raise PageError(self.body_line, "Lists or quotations are nested too deeply.", "nest less deeply") from None

    @lazy
    def sections(self) -> list[Section]:
        """The intro (also when it is empty) and the sections, in order; keys are unique."""
        intro = Section(INTRO, self.body_line)
        found, taken = [intro], {INTRO, META}
        counts: dict[str, int] = {}
        for block in self.document.blocks:
            if block.kind is BlockKind.HEADING:
                key, count = block.name, counts.get(block.name, 2)
                while key in taken:  # a duplicate anchor: reported, and kept apart here
                    key, count = f"{block.name}~{count}", count + 1
                counts[block.name] = count
                taken.add(key)
                found.append(Section(key, block.line, block, "id" in block.attributes))
            found[-1].blocks.append(block)
        starts = [section.line for section in found]
        for shape in self.document.lists:
            _section_at(found, starts, shape.line).lists.append(shape)
        for tag in find_tags(self.body):
            line = tag.line + self.body_line - 1
            _section_at(found, starts, line).tags.append(Tag(tag.name, tag.args, line, tag.start, tag.end))
        return found

    @lazy
    def by_key(self) -> dict[str, Section]:
        """The sections by key; the intro only when it has text."""
        return {section.key: section for section in self.sections if not section.blank}

    @lazy
    def passages(self) -> list[Passage]:
        """Everything that a reader reads, in order: translatable front matter, then the text of each section."""
        found = [
            Passage(value, META, [self.front_matter.line(name)], None, name)
            for name, value in self.meta.items()
            if isinstance(value, str) and value
        ]
        for section in self.sections:
            for block in section.blocks:
                if block.kind is not BlockKind.CODE and (block.text or block.attributes):
                    found += passages_of(block, section.key)
        return found

    @lazy
    def read(self) -> dict[str, list[Passage]]:
        """The passages by the key of their section, the front matter under META."""
        found: dict[str, list[Passage]] = {}
        for passage in self.passages:
            found.setdefault(passage.section, []).append(passage)
        return found

    @lazy
    def vocabulary(self) -> dict[str, frozenset[str]]:
        """The words of each section, in lower case."""
        return {key: frozenset().union(*[passage.words for passage in passages]) for key, passages in self.read.items()}

    @lazy
    def anchors(self) -> frozenset[str]:
        """What a link to a place on the page may name: what the text pins, and the entries that a tag lists."""
        listed = (entries_of(tag, self.tag_texts) for section in self.sections for tag in section.tags if not tag.args)
        return frozenset(self.document.ids).union(*listed)

    @property
    def meta(self) -> dict[str, object]:
        """The translatable front matter that is there."""
        return {name: self.front_matter.values[name] for name in self.translatable if name in self.front_matter.values}

    @property
    def record(self) -> object:
        """What `source:` holds: a mapping of section keys to digests when it is valid, None when absent."""
        return self.front_matter.values.get("source")


def _section_at(sections: list[Section], starts: list[int], line: int) -> Section:
    return sections[max(bisect_right(starts, line) - 1, 0)]


def shown(key: str) -> str:
    """A section key as messages name it."""
    return {META: "the front matter", INTRO: "the text before the first heading"}.get(key, f"#{key}")


def _parts(text: str) -> tuple[fm.FrontMatter, str, int]:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    source, body, line = fm.split(text)
    if source:
        return fm.parse(source, line - 1), body, line
    return fm.parse_plain(text)


def read_text(file: Path) -> str:
    """The text of a file, without its byte order mark. Raises PageError when it cannot be a page."""
    return decode(read_bytes(file))


def read_bytes(file: Path) -> bytes:
    """The bytes of a file. Raises PageError when it cannot be read or is too large for a page."""
    try:
        return read_plain(file, MAX_BYTES)
    except OSError as error:
        hint = HINTS.get(error.errno, "correct the path, its link or its permissions")
        raise PageError(1, f"The file cannot be read ({error.strerror}).", hint) from None


def decode(data: bytes) -> str:
    """The text of a page's bytes, without its byte order mark. Raises PageError when they cannot be a page."""
    if (at := data.find(b"\0")) != -1:
        raise PageError(data.count(b"\n", 0, at) + 1, "The file holds a NUL byte.", "save it again as UTF-8 text")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise PageError(line, "The file is not UTF-8.", "save it again as UTF-8") from None


def load_page(file: Path, key: str, locale: str, path: str, translatable: tuple[str, ...]) -> Page:
    """The page in a file. Raises PageError, with a line, when it cannot be read."""
    return page_of(read_text(file), key, locale, path, translatable)


def page_of(text: str, key: str, locale: str, path: str, translatable: tuple[str, ...]) -> Page:
    """The page of a text without byte order mark. Raises PageError, with a line, when its front matter is broken."""
    values, body, line = _parts(text)
    return Page(key, locale, path, text, values, body, line, translatable)
