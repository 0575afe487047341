"""Comments that silence one rule in one place: `<!-- l10n: ignore RULE: reason -->`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .dialect.inline import SpanKind
from .finding import Draft
from .page import INTRO, Page
from .rules import RULES, Rule

COMMENT = re.compile(r"<!--\s*l10n:(.*?)-->", re.DOTALL)
FORM = re.compile(r"\s*ignore\s+([\w-]+)\s*:\s*(\S.*?)\s*", re.DOTALL)
EXAMPLE = "<!-- l10n: ignore RULE: reason -->"


@dataclass
class Ignore:
    """A valid comment: the rule it silences, the section it stands in (`_intro`: the whole page), and why."""

    rule: Rule
    section: str
    line: int
    reason: str
    used: bool = False

    def silences(self, draft: Draft) -> bool:
        """Whether a finding falls under this comment."""
        return draft.rule is self.rule and (self.section == INTRO or self.section == draft.section)


def read_ignores(page: Page) -> tuple[list[Ignore], list[Draft]]:
    """The comments of a page, and a finding for each that is not of the form, names no rule or gives no reason."""
    ignores: list[Ignore] = []
    broken: list[Draft] = []
    if "l10n:" not in page.body:
        return ignores, broken
    for section, line, text in _comments(page):
        found = parse_ignore(text, line, section, EXAMPLE)
        if isinstance(found, Ignore):
            ignores.append(found)
        else:
            broken.append(found)
    return ignores, broken


def parse_ignore(text: str, line: int, section: str, example: str) -> Ignore | Draft:
    """What stands behind `l10n:` as an Ignore, or the finding that it is none."""
    match = FORM.fullmatch(text)
    rule = RULES.get(match.group(1)) if match else None
    if match and rule is not None and rule.value.silenceable:
        return Ignore(rule, section, line, " ".join(match.group(2).split()))
    message = "This comment is not of the form that silences a rule."
    if match:
        message = f"{match.group(1)} is no rule." if rule is None else f"{rule.title} cannot be silenced."
    hint = f"write {example} with a rule that --rules lists, or take it away"
    return Draft(Rule.INVALID_IGNORE, line, section, message, hint)


def _comments(page: Page) -> Iterator[tuple[str, int, str]]:
    """(section, line, text after `l10n:`) of each comment outside code."""
    for section in page.sections:
        for block in section.blocks:
            for span in block.inline.spans if "l10n:" in block.text else ():
                match = COMMENT.fullmatch(block.text, span.start, span.end)
                if match and span.kind is SpanKind.HTML:
                    yield section.key, block.line_of(span.start), match.group(1)
