"""What changed in the source since a translation was made, for a translator to read."""

from __future__ import annotations

from collections.abc import Iterator

from ..explain import Explanation, PageExplanation, State
from ..page import INTRO, META
from ..word_diff import Change, lines
from .printable import isolated
from .styled import Line, Role, directed

INDENT = "    "


def page_lines(page: PageExplanation) -> Iterator[Line]:
    """The lines about one translation, a blank one last."""
    yield [(Role.PATH, page.path), (Role.PLAIN, f": {_summary(page)}")]
    if page.recorded:
        for section in page.sections:
            yield []
            yield from _section_lines(page, section)
    elif page.sections:
        yield [(Role.PLAIN, f"{INDENT}compare it with {page.source_path}, then run: "), _stamp(page.path)]
    yield []


def _summary(page: PageExplanation) -> str:
    count = len(page.sections)
    if not count:
        return "current, nothing to explain"
    if not page.recorded:
        return "does not record which source text it was made from"
    return f"{count} section{'s are' if count > 1 else ' is'} behind {page.source_path}"


def _section_lines(page: PageExplanation, section: Explanation) -> Iterator[Line]:
    title = f" “{isolated(section.heading)}”" if section.heading else ""
    yield [(Role.PLAIN, "  "), (Role.SECTION, shown(section.key)), (Role.PLAIN, f"{title}: {_what(page, section)}")]
    places = [
        f"{path}:{line}" for path, line in ((page.source_path, section.source_line), (page.path, section.line)) if line
    ]
    made = f", made from the text of {section.old.date} ({section.old.commit})" if section.old else ""
    if places:
        yield [(Role.QUIET, f"  {' → '.join(places)}{made}")]
    diff = list(_diff_lines(section))
    if diff:
        yield from ([], *diff, [])
    command = (Role.COMMAND, f"check_translations.py stamp {' '.join(f'{page.path}#{key}' for key in section.keys)}")
    yield [(Role.PLAIN, f"  {_step(section)}then run: "), command]


def shown(key: str) -> str:
    """A section key as messages name it."""
    return {META: "front matter", INTRO: "before the first heading"}.get(key, f"#{key}")


def _what(page: PageExplanation, section: Explanation) -> str:
    """What happened to the section, as half a sentence."""
    share = f"{section.words} of {section.of} words"
    if section.state is State.NEW:
        return f"new in the source, {section.of} words to translate"
    if section.state is State.UNRECORDED:
        return f"no source text is recorded, {section.of} words to compare"
    if section.state is State.MOVED:
        return f"now #{section.became}, with the same text"
    if section.state is State.REMOVED:
        told = f"the source no longer has it; probably it is #{section.became} now, {share} changed"
        return told if section.became else "the source no longer has it" + (", it read:" if section.parts else "")
    if section.old is None:
        why = page.reason or "the history does not hold the text it was made from"
        return f"changed in the source ({why}); today it reads:"
    lost = "" if section.line else "; the translation lacks this section"
    return f"{share} changed in the source{lost}"


def _step(section: Explanation) -> str:
    """What to do before the stamp."""
    renamed = section.became and f"write {{ #{section.became} }} at the heading"
    if section.state is State.MOVED:
        return f"{renamed}, "
    if section.state is State.REMOVED:
        if section.became:
            return f"{renamed} and translate what changed, "
        return "take the section out, " if section.line else ""
    return "compare it, " if section.state is State.UNRECORDED else "translate it, "


def _stamp(argument: str) -> tuple[Role, str]:
    return Role.COMMAND, f"check_translations.py stamp {argument}"


def _diff_lines(section: Explanation) -> Iterator[Line]:
    """The changed lines; where the old text is known, unchanged ones are only counted."""
    for part in section.parts:
        label = [(Role.QUIET, f"{part.label}: ")] if part.label else []
        unchanged = -1 if section.heading else 0  # the heading stands above already
        for line in lines(part.pieces):
            if section.old and all(piece.change is Change.SAME for piece in line):
                unchanged += 1
                continue
            yield from _omitted(unchanged)
            unchanged = 0
            yield [(Role.PLAIN, INDENT), *label, *directed(line)]
        if not part.label:
            yield from _omitted(unchanged)


def _omitted(count: int) -> Iterator[Line]:
    if count > 0:
        yield [(Role.QUIET, f"{INDENT}… {count} paragraph{'' if count == 1 else 's'} unchanged")]
