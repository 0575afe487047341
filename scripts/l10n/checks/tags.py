"""Whether a translation has the tags of its source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..finding import Draft
from ..page import Section
from ..rules import Rule
from .context import Context


def same_tags(context: Context) -> Iterator[Draft]:
    """Sections that do not have the tags of the source."""
    for ours, theirs in context.pairs:
        if not ours.tags and not theirs.tags:
            continue
        wanted, found = _shown(ours), _shown(theirs)
        if wanted == found:
            continue
        lost, more = wanted - found, found - wanted
        parts = [f"missing: {_tags(lost)}"] if lost else []
        parts += [f"not in the source: {_tags(more)}"] if more else []
        line = next((tag.line for tag in theirs.tags if " ".join((tag.name, *tag.args)) in more), theirs.line)
        at = next((tag.line for tag in ours.tags if " ".join((tag.name, *tag.args)) in lost), ours.line)
        yield Draft(
            Rule.TAGS_DIFFER,
            line,
            ours.key,
            f"Other tags than in the source ({'; '.join(parts)}).",
            f"compare with {context.source.path}:{at}",
        )


def _shown(section: Section) -> Counter[str]:
    """The tags of a section; those that include a file are compared as that."""
    return Counter(" ".join((tag.name, *tag.args)) for tag in section.tags if not tag.name.startswith("include"))


def _tags(counts: Counter[str]) -> str:
    return ", ".join(f"{{{{ {name} }}}}" for name in sorted(counts.elements()))
