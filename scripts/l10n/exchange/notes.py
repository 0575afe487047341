"""What a translator is told about a unit, as lines of text."""

from __future__ import annotations

from ..glossary import Glossary
from ..page import shown
from .codes import Content, Mark
from .units import Only, PageUnits, SectionUnits, Unit

UNTIL_NOW = "The source has changed. The translation until now:"


def notes(page: PageUnits, section: SectionUnits, unit: Unit, glossary: Glossary | None) -> list[str]:
    """Where the unit stands, what is special about it, and what the glossary says."""
    place = f"in “{section.title}”" if section.title else f"in {shown(section.key)}"
    lines = [f"{unit.kind} {place}" if unit.kind != "front matter" else f"front matter, {'/'.join(unit.path)}"]
    if unit.whole:
        lines[0] = f"section {shown(section.key)}, whole: keep its Markdown, its lines and everything in braces"
    return lines + _terms(page, unit, glossary)


def _terms(page: PageUnits, unit: Unit, glossary: Glossary | None) -> list[str]:
    """What the glossary says about the terms in a unit."""
    if glossary is None:
        return []
    section = page.corpus.site.policy.section_for(page.source.key).prefix
    lines = []
    for term in glossary.used(page.content(unit, unit.source).plain):
        if forms := term.accepted(page.locale, section):
            names = ", ".join(term.forms.get(page.source.locale, ())[:1])
            note = f" ({term.note})" if term.note else ""
            lines.append(f"Glossary: {names} = {' or '.join(forms)}{note}")
    return lines


def old_translation(section: SectionUnits, unit: Unit) -> list[str]:
    """What a unit of a stale section was and how it was translated; all of the section where that is not known."""
    if section.state is not Only.STALE or unit.settled:
        return []
    if unit.target is None and not section.known:
        first = unit is section.units[0] and section.present.strip()
        return (
            ["The source has another shape now. The whole section until now:", section.present.strip()] if first else []
        )
    lines = [f"The source was: {unit.previous}"] if unit.previous else ["This is new."] if section.known else []
    return [*lines, f"{UNTIL_NOW} {unit.target}"] if unit.target is not None else lines


def standing_alone(found: Content) -> list[str]:
    """What each code that stands alone is: tools show but a number."""
    return [
        f"{{{token[1]}}} = {' '.join(found.codes[token[1]].source.split()) or 'line break'}"
        for token in found.tokens
        if isinstance(token, tuple) and token[0] is Mark.ALONE
    ]
