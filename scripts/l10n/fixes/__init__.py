"""What can be mended without judgement: `fix_page` gives the text of a page with all of it done.

Each kind of repair is made on the rows of the file, and kept only when the page then reads as it did but for that very
repair: same structure, code, links, tags, records, and no translation of it made stale. What is wrong is what the checks
say is wrong, so a repair and a finding cannot disagree.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field

from ..edit import ROW
from ..errors import PageError
from ..page import Page, page_of
from .anchors import pin_headings
from .proof import same_but_for_repairs
from .rows import Repair, last_row_ended
from .wording import mend_wording

__all__ = ["Fixed", "Repair", "fix_page"]


@dataclass
class Fixed:
    """The new text of a page and what was done to it, by line; `page` is the page that it makes."""

    text: str
    page: Page
    repairs: list[Repair] = field(default_factory=list)


def fix_page(
    page: Page,
    raw: str,
    source: Page | None,
    *,
    quotes: tuple[str, ...] = (),
    pins: bool = True,
    linked: Collection[str] = (),
) -> Fixed:
    """A page, whose file holds `raw` (without byte order mark, with its line ends), with everything mended.

    `source` is the page it translates, or itself; `quotes` the house's marks as for typography. `pins`: whether the site
    reads attribute lists, without which an anchor would be printed as text; `linked`: anchors that links lead to.
    """
    done = Fixed(raw, page)
    steps: list[Callable[[Page, list[str]], Iterator[Repair]]] = [
        lambda page, rows: mend_wording(page, rows, quotes),
        lambda _, rows: last_row_ended(rows),
    ]
    if pins and source is not None:
        steps.insert(0, lambda page, rows: pin_headings(page, rows, source, linked))
    # Until nothing is left to do: a repair may make way for another, and mending a mended page must change nothing.
    before = None
    while done.text != before:
        before = done.text
        for step in steps:
            rows = ROW.findall(done.text)
            repairs = list(step(done.page, rows))
            text = "".join(rows)
            mended = _page(page, text) if repairs else None
            if mended and same_but_for_repairs(done.page, mended, is_source=source is page):
                done = Fixed(text, mended, done.repairs + repairs)
    done.repairs.sort(key=lambda repair: repair.line)
    return done


def _page(page: Page, text: str) -> Page | None:
    try:
        mended = page_of(text, page.key, page.locale, page.path, page.translatable)
        mended.tag_texts = page.tag_texts
        _ = mended.sections
    except PageError:
        return None
    return mended
