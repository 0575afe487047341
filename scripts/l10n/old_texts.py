"""The texts behind recorded digests, looked for in the versions that a source page has had.

A digest names a text and no commit: the newest version in which a section has that digest holds the text, whatever was
squashed, rebased or merged since. Versions are handed in; nothing here knows where they come from.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from .digest import digests, meta_texts, section_text
from .errors import PageError
from .git import GitError, Version
from .page import META, Page, decode, page_of

Versions = Callable[[], Iterable[Version]]


@dataclass(frozen=True)
class OldText:
    """A section as a version of the source had it: {"": text}, of the front matter {key: text}."""

    version: Version
    texts: dict[str, str]
    heading: str = ""


def texts_of(page: Page, key: str) -> dict[str, str]:
    """What is translated of a section of a page, in the form of OldText; empty when the page does not have it."""
    if key == META:
        return meta_texts(page)
    return {"": section_text(page.by_key[key])} if key in page.by_key else {}


def heading_of(page: Page, key: str) -> str:
    """The words of a section's heading, empty where it has none."""
    section = page.by_key.get(key)
    return section.heading.inline.plain.strip() if section and section.heading else ""


def find_old_texts(
    source: Page, record: dict[str, str], keys: Collection[str], versions: Versions
) -> tuple[dict[str, OldText], str]:
    """Key -> the text that the record names for it, and why the search ended early ("" when it did not).

    The versions, newest first, are read only as far as needed.
    """
    wanted = {(key == META, record[key]) for key in keys}
    found: dict[tuple[bool, str], OldText] = {}
    reason = ""
    try:
        for version in versions() if wanted else ():
            page = former(source, version.data)
            for name, digest in digests(page).items() if page else ():
                place = (name == META, digest)
                if place in wanted and place not in found:
                    found[place] = OldText(version, texts_of(page, name), heading_of(page, name))
            if len(found) == len(wanted):
                break
    except GitError as error:
        reason = str(error)
    places = {key: (key == META, record[key]) for key in keys}
    return {key: found[place] for key, place in places.items() if place in found}, reason


def former(page: Page, data: bytes) -> Page | None:
    """A page as it was when its file had this content; None when it could not be read then."""
    try:
        page = page_of(decode(data), page.key, page.locale, page.path, page.translatable)
        _ = page.sections
    except PageError:
        return None
    return page
