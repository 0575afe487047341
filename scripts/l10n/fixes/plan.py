"""What `fix` would do to a page of a site: bytes before and after, and what stands against it."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from ..config_file import read_config
from ..corpus import Corpus
from ..digest import page_digest
from ..edit import ROW
from ..links import TargetKind, resolve
from ..page import Page
from ..signoff import read_review
from . import fix_page
from .rows import Repair

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
# Extensions of Markdown that read `{ #anchor }`; the second brings the first.
ATTRIBUTE_LISTS = ("attr_list", "extra")


@dataclass(frozen=True)
class Plan:
    """A page to mend: `signed` names the sign-offs that hold now and would not hold afterwards."""

    path: str
    file: Path
    before: bytes
    after: bytes
    repairs: list[Repair]
    signed: tuple[str, ...]

    @property
    def diff(self) -> Iterator[str]:
        """The change as `git apply` takes it."""
        old, new = (ROW.findall(data.decode("utf-8")) for data in (self.before, self.after))
        for line in difflib.unified_diff(old, new, f"a/{self.path}", f"b/{self.path}", lineterm="\n"):
            yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


class Planner:
    """Plans for the pages of one site."""

    def __init__(self, corpus: Corpus):
        self.corpus = corpus
        self._linked: dict[str, set[tuple[str, str]]] = {}

    def plan(self, key: str, locale: str) -> Plan | None:
        """What is to be done to a page that can be read; None when nothing is."""
        site = self.corpus.site
        page = self.corpus.page(key, locale)
        assert page is not None
        file = site.file(key, locale)
        data = file.read_bytes()
        mark = BYTE_ORDER_MARK if data.startswith(BYTE_ORDER_MARK) else b""
        loose = any(not section.pinned for section in page.sections)
        fixed = fix_page(
            page,
            data[len(mark) :].decode("utf-8"),
            self.corpus.source(key),
            quotes=site.policy.quotes.get(locale, ()),
            pins=loose and self._pins,
            linked={anchor for target, anchor in self._links(locale) if target == key} if loose else (),
        )
        if not fixed.repairs:
            return None
        after = mark + fixed.text.encode("utf-8")
        return Plan(page.path, file, data, after, fixed.repairs, _ended(page, fixed.page))

    @cached_property
    def _pins(self) -> bool:
        """Whether the site reads attribute lists."""
        extensions = read_config(self.corpus.site.config).get("markdown_extensions") or ()
        names = [name for entry in extensions for name in (entry if isinstance(entry, dict) else (entry,))]
        return any(str(name).rpartition(".")[2] in ATTRIBUTE_LISTS for name in names)

    def _links(self, locale: str) -> set[tuple[str, str]]:
        """(page key, anchor) of every link to an anchor in a locale."""
        if locale not in self._linked:
            self._linked[locale] = set(self._read_links(locale))
        return self._linked[locale]

    def _read_links(self, locale: str) -> Iterator[tuple[str, str]]:
        site = self.corpus.site
        for key in site.keys:
            page = self.corpus.page(key, locale)
            for block in page.document.blocks if page else ():
                for address, _ in block.inline.links if "#" in block.text else ():
                    target = resolve(site, page, address)
                    if target.kind is TargetKind.PAGE and target.locale == locale and target.fragment:
                        yield target.key, target.fragment


def _ended(before: Page, after: Page) -> tuple[str, ...]:
    """The sign-offs that hold for a page as it was and not as it is."""
    digest = page_digest(before)
    held = [kind.value for kind, text in read_review(before).signatures.items() if text == digest]
    return tuple(held) if held and page_digest(after) != digest else ()
