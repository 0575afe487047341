"""A file from a translator -> the translation: what may be written, what is refused and why, and the record of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ..corpus import Corpus
from ..digest import digests
from ..edit import write_atomically
from ..errors import PageError, UserError
from ..locale_codes import normal, same_language
from ..page import META, Page, shown
from ..stamp import stamp_page
from ..words import WORD
from .composing import Texts, compose, problems
from .incoming import Incoming, Refused
from .units import MIN_WORDS, Only, PageUnits, SectionUnits, Unit, page_units

BLANKS = re.compile(r"[ \t\n]+")


@dataclass
class Imported:
    """What became of one file: keys of the sections written, recorded or left as they were, and of those that were not
    taken, each with the reason; `lost` names sections written anew whose comments are gone. `whole` is False when something in the file does not stand in the page now."""

    path: str
    written: list[str] = field(default_factory=list)
    recorded: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    refused: dict[str, str] = field(default_factory=dict)
    lost: list[str] = field(default_factory=list)
    note: str = ""

    @property
    def whole(self) -> bool:
        """Whether all that the file holds stands in the page now."""
        return not self.refused and not self.note


def import_file(corpus: Corpus, incoming: Incoming, *, partial: bool = False, dry_run: bool = False) -> Imported:
    """Write what may be written of a file, and record it. Raises UserError when the file is for no page of this site.

    With `partial` a page that does not exist yet is written although some of its sections are not complete.
    """
    locale = _locale(corpus, incoming)
    page = _page(corpus, incoming, locale)
    result = Imported(corpus.site.shown(incoming.page, locale))
    texts = Texts()
    repeated = {name for name, count in Counter(incoming.reader.ids).items() if count > 1}
    for name in _strangers(page, incoming):
        result.refused[name.partition("/")[0]] = f"{name} is no unit of the section: export it again"
    for key, digest in incoming.digests.items():
        if key in result.refused:
            continue
        try:
            texts.sections[key] = _section(page, incoming, key, digest, repeated)
        except Refused as error:
            result.refused[key] = str(error)
    _sort(page, texts, result)
    while texts.sections and (found := problems(page, texts)):
        for key, problem in found.items():
            result.refused[key] = problem
            del texts.sections[key]
    if page.translation is None and not partial and _lacking(page, texts):
        lacking = ", ".join(shown(key) for key in _lacking(page, texts))
        result.note = f"not written, as it is not whole: {lacking}. Complete it, or write what there is with --partial"
        result.recorded, result.written = [], []
        return result
    if page.translation is None and META in page.sections and META not in texts.sections:
        result.note = "not written: a page needs its front matter first"
        return result
    if not dry_run and (texts.sections or result.recorded):
        _write(page, texts, result)
    result.written = list(texts.sections)
    result.lost = [key for key in result.written if _loses_comments(page.sections[key])]
    return result


def _locale(corpus: Corpus, incoming: Incoming) -> str:
    """The locale of the site that a file is for."""
    site = corpus.site
    source, wanted = normal(incoming.source_language), normal(incoming.target_language)
    if source != normal(site.source.code):
        raise UserError(
            f"{incoming.path}: is translated from {incoming.source_language or 'no language'!s}; the source language "
            f"of this site is {site.source.code}."
        )
    codes = [locale.code for locale in site.translations]
    exact = [code for code in codes if normal(code) == wanted]
    close = [code for code in codes if wanted and same_language(code, wanted)]
    if exact or len(close) == 1:
        return (exact or close)[0]
    raise UserError(
        f"{incoming.path}: is for the language {incoming.target_language!r}; this site is translated into: "
        f"{', '.join(codes)}."
    )


def _page(corpus: Corpus, incoming: Incoming, locale: str) -> PageUnits:
    site = corpus.site
    for code in (site.source.code, locale):
        outcome = corpus.outcome(incoming.page, code)
        if isinstance(outcome, PageError):
            raise UserError(
                f"{site.shown(incoming.page, code)}:{outcome.line}: {outcome.message} To mend it: {outcome.hint}."
            )
        if isinstance(outcome, Page) and outcome.front_matter.values and not outcome.front_matter.closing_line:
            # A record above these lines would turn them from metadata into text.
            raise UserError(
                f"{outcome.path}:1: The metadata stands on top without --- lines; put it between two lines of ---."
            )
    if corpus.source(incoming.page) is None:
        raise UserError(f"{incoming.path}: is for the page {incoming.page!r}, which the source does not have (now).")
    if locale not in site.owed(incoming.page):
        raise UserError(f"{incoming.path}: the page {incoming.page!r} is not translated into {locale} (extra.l10n).")
    return page_units(corpus, incoming.page, locale)


def _strangers(page: PageUnits, incoming: Incoming) -> Iterator[str]:
    """Units of the file, in sections that the page has as they were exported, that are none of theirs."""
    known = {unit.id for section in page.sections.values() for unit in section.units}
    today = digests(page.source)
    for name in incoming.reader.ids:
        section, _, rest = name.partition("/")
        fresh = incoming.digests.get(section) == today.get(section, "")
        if section not in incoming.digests or (fresh and f"{section}/{rest.partition('@')[0]}" not in known):
            yield name


def _section(page: PageUnits, incoming: Incoming, key: str, digest: str, repeated: set[str]) -> dict[str, str]:
    """The texts of a section by unit. Raises Refused when it cannot be written."""
    today = digests(page.source)
    if today.get(key, "") != digest or key not in page.sections:
        raise Refused(_moved(today, key, digest))
    texts: dict[str, str] = {}
    pending: list[str] = []
    for unit in page.sections[key].units:
        if unit.id in repeated:
            raise Refused(f"{unit.id} stands in the file twice: take one of them out")
        answer = incoming.reader.answer(page, unit, incoming.accept)
        if answer.text is None:
            pending.append(answer.why)
            continue
        text = answer.text
        if unit.target is not None and BLANKS.sub(" ", text).strip() == BLANKS.sub(" ", unit.target).strip():
            texts[unit.id] = unit.target  # what was not touched keeps every byte
            continue
        texts[unit.id] = text if unit.lines_kept() else text.strip(" \t\n")
        _hold(page, unit, texts[unit.id])
    if pending:
        raise Refused(pending[0] + (f", and {len(pending) - 1} more" if len(pending) > 1 else ""))
    return texts


def _moved(today: dict[str, str], key: str, digest: str) -> str:
    """What happened to a section of the source since the file was made."""
    if key in today:
        return (
            f"the source has changed since the file was made ({digest or 'no text'}, now {today[key]}): export it again"
        )
    place = next((name for name, value in today.items() if value == digest), None)
    if place is not None:
        return f"the source has moved it to {shown(place)} since the file was made: export it again"
    return "the source no longer has it"


def _hold(page: PageUnits, unit: Unit, text: str) -> None:
    """Raise Refused when a translation is the source again, or lacks or adds what it has to keep."""
    if _same(page, unit, text):
        raise Refused(f"{unit.id} is the source text again: translate it")
    wanted, found = page.kept(unit, unit.source), page.kept(unit, text, translated=True)
    if wanted == found or unit.path:
        return
    parts = []
    if lost := wanted - found:
        parts.append(f"lacks {', '.join(sorted(lost))}")
    if more := found - wanted:
        parts.append(f"adds {', '.join(sorted(more))}")
    raise Refused(f"{unit.id} {' and '.join(parts)}: keep what the source has and nothing else")


def _same(page: PageUnits, unit: Unit, text: str) -> bool:
    """Whether a text is the source's, names that stay the same apart; a few words alone prove nothing."""
    plain = page.content(unit, unit.source).prose, page.content(unit, text, translated=True).prose
    for name in page.corpus.site.policy.same:
        plain = plain[0].replace(name, " "), plain[1].replace(name, " ")
    words = WORD.findall(plain[0])
    return len(words) >= MIN_WORDS and words == WORD.findall(plain[1])


def _sort(page: PageUnits, texts: Texts, result: Imported) -> None:
    """Take the sections out in which nothing changes; those that were behind are recorded all the same."""
    for key in list(texts.sections):
        section = page.sections[key]
        if not section.patched or any(texts.sections[key][unit.id] != unit.target for unit in section.units):
            continue
        del texts.sections[key]
        (result.recorded if section.state is Only.STALE else result.unchanged).append(key)


def _loses_comments(section: SectionUnits) -> bool:
    return section.counterpart is not None and not section.patched and "<!--" in section.present


def _lacking(page: PageUnits, texts: Texts) -> list[str]:
    return [key for key in page.sections if key not in texts.sections]


def _write(page: PageUnits, texts: Texts, result: Imported) -> None:
    """Write the page, then record the sections whose source text is now known to be the one translated."""
    site, key, locale = page.corpus.site, page.source.key, page.locale
    file = site.file(key, locale)
    if texts.sections:
        text = compose(page, texts, drop=True)
        mark = b"\xef\xbb\xbf" if file.is_file() and file.read_bytes().startswith(b"\xef\xbb\xbf") else b""
        file.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(file, mark + text.encode("utf-8"))
    done = [*texts.sections, *result.recorded]
    whole = page.translation is None and not _lacking(page, texts)  # so what has no unit is done too
    anchors = [name for name in done if page.sections[name].digest and not page.sections[name].moved]
    if anchors:
        stamp_page(Corpus(replace(site)), key, locale, [] if whole else anchors)
