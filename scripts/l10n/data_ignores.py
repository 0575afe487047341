"""Comments in YAML files that silence one rule in one place: `# l10n: ignore RULE: reason`.

A comment counts for the line it ends, or, where it stands alone, for the next line that is no comment.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from .data_texts import strings_file
from .finding import Draft
from .ignores import Ignore, parse_ignore
from .rules import Rule
from .site import Site

COMMENT = re.compile(r"(?:^|\s)#\s*l10n:(.*)$")
EXAMPLE = "# l10n: ignore RULE: reason"
Place = tuple[str, str, Draft]  # path, locale, finding


def apply_ignores(site: Site, places: Iterable[Place]) -> Iterator[Place]:
    """The findings, marked where a comment in their file silences them, and findings about the comments."""
    ignores: dict[str, dict[int, list[Ignore]]] = {}
    for file in _files(site):
        path = site.relative(file)
        ignores[path] = {}
        for found, line in _read(file):
            if isinstance(found, Draft):
                yield path, "", found
            else:
                ignores[path].setdefault(line, []).append(found)
    for path, locale, draft in places:
        for ignore in ignores.get(path, {}).get(draft.line, ()):
            if ignore.rule is draft.rule:
                ignore.used = True
                draft = replace(draft, silenced=ignore.reason)
        yield path, locale, draft
    for path, lines in ignores.items():
        for ignore in (ignore for each in lines.values() for ignore in each):
            if not ignore.used and not ignore.rule.value.guesses:
                message = f"Nothing here needs {ignore.rule.title} silenced."
                yield path, "", Draft(Rule.UNUSED_IGNORE, ignore.line, "", message, "take the comment out")


def _files(site: Site) -> list[Path]:
    """The YAML files that checks of the site report on."""
    policy = site.policy
    strings = [strings_file(site, code) for code in site.codes] if policy.strings else []
    contacts = [policy.contacts] if policy.contacts else []
    return list(dict.fromkeys((site.config, *strings, *contacts, *policy.texts)))


def _read(file: Path) -> Iterator[tuple[Ignore | Draft, int]]:
    """Each comment of a file with the line that it is about."""
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return  # reported where the file is checked
    if "l10n:" not in text:
        return
    lines = text.split("\n")
    for index, line in enumerate(lines):
        match = COMMENT.search(line)
        if match:
            about = index
            while lines[about].lstrip().startswith("#") and about + 1 < len(lines):
                about += 1
            yield parse_ignore(match.group(1), index + 1, "", EXAMPLE), about + 1
