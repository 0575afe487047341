"""The one definition of "same source text".

A digest is the first eight hex digits of SHA-256 over normalised text. What can be compared exactly with the source
(code, images, link targets, tags, footnote marks, structure) is compared and stays out; words, digits, case and
punctuation stay in. Line ends, runs of blanks, soft line breaks, Unicode composition, HTML comments, anchors and
classes do not change a digest.

DIGEST_VERSION numbers these rules. It is not part of the digest: when the rules change, raise it, and stamp again the
pages whose digests were equal under the old rules.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from weakref import WeakKeyDictionary

from .dialect import Block, BlockKind
from .page import COMMENT, META, Page, Section
from .passages import TEXT_ATTRIBUTES
from .tags import entries_of

DIGEST_VERSION = 1
DIGEST = re.compile(r"[0-9a-f]{8}")
_COMPUTED: WeakKeyDictionary[Page, dict[str, str]] = WeakKeyDictionary()  # each translation asks for its source


def normalised(text: str) -> str:
    """A text with its blanks and line breaks as single spaces, in Unicode NFC."""
    text = " ".join(text.split())
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def digest_of(text: str) -> str:
    """Eight hex digits for a text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def section_text(section: Section) -> str:
    """The normalised translatable text of a section: one line a block that has any."""
    lines = (normalised(_translatable(block)) for block in section.blocks if block.kind is not BlockKind.CODE)
    return "\n".join(line for line in lines if line)


def _translatable(block: Block) -> str:
    text = block.inline.translatable
    if block.kind is BlockKind.ABBREVIATION:
        text = f"{block.name}: {text}"
    named = [block.attributes[name] for name in TEXT_ATTRIBUTES if name in block.attributes]
    return " ".join([text, *named]) if named else text


def meta_digest(page: Page) -> str:
    """The digest of a page's translatable front matter."""
    return digest_of("\n".join(f"{name}: {text}" for name, text in meta_texts(page).items()))


def meta_texts(page: Page) -> dict[str, str]:
    """The translatable front matter as it is digested: key -> normalised value, sorted by key."""
    return {name: _flat(value) for name, value in sorted(page.meta.items())}


def _flat(value: object) -> str:
    if isinstance(value, str):
        return normalised(value)
    return json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)


def digests(page: Page) -> dict[str, str]:
    """Section key -> digest for everything a translation of this page records, in the order of the page."""
    if page not in _COMPUTED:
        _COMPUTED[page] = _digests(page)
    return _COMPUTED[page]


def _digests(page: Page) -> dict[str, str]:
    found = {META: meta_digest(page)} if page.meta else {}
    for key, section in page.by_key.items():
        text = section_text(section)
        if text:
            found[key] = digest_of(text)
    return found


def page_digest(page: Page) -> str:
    """The digest of a page as it is read, for sign-offs.

    Everything a reader or the build can see: the body with link targets, code, tags (and the words that some stand for)
    and anchors, and the front matter with the record of the source texts; the sign-offs themselves are left out.
    """
    # Keys that nobody translates count too: without `urgent: true` a leaflet loses its emergency box.
    parts = [f"{name}: {_flat(value)}" for name, value in sorted(page.front_matter.values.items()) if name != "review"]
    for block in page.document.blocks:
        text = block.text if block.kind is BlockKind.CODE else normalised(COMMENT.sub("", block.text))
        if block.kind is BlockKind.HTML and not text:
            continue  # a comment
        parts.append(f"{block.path} {block.kind.value} {block.level} {block.name} {_flat(block.attributes)} {text}")
    parts += [f"{name}: {target} {title}" for name, (target, title) in page.document.references.items()]
    for tag in (tag for section in page.sections for tag in section.tags):
        words = list(entries_of(tag, page.tag_texts).values())
        parts += [f"{tag.name}: {text}" for text in words or ([""] if tag.args else [])]
    parts += [f"list: {shape.shape}" for shape in page.document.lists]
    return digest_of("\n".join(parts))
