"""Elements of WordprocessingML, and runs of text with their language and direction as office programs understand them.

Word takes the direction of a run from `w:rtl` and nothing else, its bold in Arabic from `w:bCs`, its language there from the
`w:bidi` of `w:lang`. A number in Arabic is a run from left to right between marks (publish/direction.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from babel.core import get_global
from lxml import etree

from l10n.i18n_plugin import Locale
from publish.direction import in_office
from publish.runs import Run

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
# Of a stretch in the other direction: from its first letter to its last, with what stands between them.
_RTL, _LTR = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc", "A-Za-z\u00c0-\u024f\u0370-\u052f"
_RTL_WITHIN = re.compile(f"[{_RTL}](?:[^{_LTR}]*[{_RTL}])?")
_LTR_WITHIN = re.compile(f"[{_LTR}](?:[^{_RTL}]*[{_LTR}0-9])?")
_STYLES = {"b": "Strong", "i": "Emphasis", "m": "Minor"}


def w(name: str, /, *children: etree._Element | None, **attributes: object) -> etree._Element:
    """An element; attributes in its namespace, but `r_id`, which is a relationship. None is left out."""
    made = etree.Element(f"{{{W}}}{name}", nsmap={"w": W, "r": R})
    for key, value in attributes.items():
        if value is not None:
            made.set(f"{{{R}}}id" if key == "r_id" else f"{{{W}}}{key.rstrip('_')}", str(value))
    made.extend(child for child in children if child is not None)
    return made


@cache
def is_rtl(lang: str) -> bool:
    """Whether a language is written from right to left."""
    return Locale(lang, lang).rtl


@cache
def region(lang: str) -> str:
    """The language with its likeliest country, without which office programs find no dictionary: lt-LT."""
    language, *_, country = get_global("likely_subtags").get(lang, lang).split("_")
    return f"{language}-{country}" if country != language else language


def bookmark(target: str) -> str:
    """A target within the book as the name of a bookmark: letters, digits and `_`, 40 at most."""
    return re.sub(r"\W", "_", target.removeprefix("@"))[-40:].lstrip("_0123456789")


def stretches(text: str, lang: str) -> Iterator[tuple[str, str]]:
    """The text cut where its direction turns, each part with a language of that direction."""
    within, other = (_LTR_WITHIN, "en") if is_rtl(lang) else (_RTL_WITHIN, "ar")
    end = 0
    for match in within.finditer(text):
        if match.start() > end:
            yield text[end : match.start()], lang
        yield match[0], other
        end = match.end()
    if end < len(text):
        yield text[end:], lang


@dataclass
class Words:
    """Makes runs for a document in `lang`. `links`: address -> id of its relationship; `notes`: the runs of each note."""

    lang: str
    links: dict[str, str] = field(default_factory=dict)
    notes: list[list[Run]] = field(default_factory=list)

    def paragraph(self, style: str, runs: list[Run], lang: str | None = None, **more: object) -> etree._Element:
        """A paragraph in a style; `lang` where it is another than that of the document; `more` as in `properties`."""
        made = w("p", self.properties(style, lang, **more))
        made.extend(self.runs(runs, lang or self.lang, more.get("own_notes") or []))
        return made

    def properties(self, style: str, lang: str | None = None, numbering: tuple[int, int] | None = None, **_: object):
        """The properties of a paragraph; `numbering`: id of its list and level."""
        number, level = numbering or (None, None)
        listed = w("numPr", w("ilvl", val=level), w("numId", val=number)) if numbering else None
        return w("pPr", w("pStyle", val=style), listed, w("bidi", val="1" if is_rtl(lang or self.lang) else "0"))

    def runs(self, runs: list[Run], lang: str, notes: list[list[Run]]) -> list[etree._Element]:
        made = []
        previous = Run("")
        for run in runs:
            if "s" in run.flags:
                if "s" in previous.flags:
                    made.append(self.text(", ", lang, style="FootnoteReference"))
                made.append(self.reference(notes[int(run.target.rpartition("-")[2]) - 1]))
            else:
                made += self.worded(run, lang)
            previous = run
        return made

    def worded(self, run: Run, lang: str) -> Iterator[etree._Element]:
        """A run, or several: Word shows what is from left to right within a run that is not, back to front."""
        parts = [(in_office(run.text), "en")] if "n" in run.flags else stretches(run.text, run.lang or lang)
        for text, spoken in parts:
            yield self.linked(self.text(text, spoken, flags=run.flags, link=run.target), run.target)

    def text(self, text: str, lang: str, style: str | None = None, flags: str = "", link: str = "") -> etree._Element:
        """One run."""
        rtl = is_rtl(lang)
        named = style or ("Hyperlink" if link else next((_STYLES[flag] for flag in flags if flag in _STYLES), None))
        language = {"bidi": region(lang)} if rtl else {"val": region(lang)}
        bold = (w("b"), w("bCs")) if "b" in flags and named != "Strong" else (None, None)
        made = w("t")
        made.text = text
        made.set(_SPACE, "preserve")
        return w(
            "r",
            w(
                "rPr",
                w("rStyle", val=named) if named else None,
                *bold,
                w("rtl") if rtl else None,
                w("lang", **language),
            ),
            made,
        )

    def linked(self, run: etree._Element, target: str) -> etree._Element:
        """The run as a link to its target, if it has one."""
        if not target:
            return run
        if target.startswith("@"):
            return w("hyperlink", run, anchor=bookmark(target), history="1")
        return w("hyperlink", run, r_id=self.links.setdefault(target, f"link{len(self.links) + 1}"), history="1")

    def reference(self, note: list[Run]) -> etree._Element:
        """The mark of a new note: one a mark, so that a passage that is copied takes its source along."""
        self.notes.append(note)
        return w("r", w("rPr", w("rStyle", val="FootnoteReference")), w("footnoteReference", id=len(self.notes)))
