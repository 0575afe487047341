"""Whether a section links to the same targets as in the source."""

from __future__ import annotations

from collections.abc import Iterator

from ..differences import told
from ..finding import Draft
from ..links import Target, TargetKind, neutral, page_of, resolve, unresolved_names
from ..page import Page, Section
from ..rules import Rule
from .context import Context


def same_targets(context: Context) -> Iterator[Draft]:
    """Sections whose set of link targets is not that of the source."""
    for ours, theirs in context.pairs:
        wanted, found = _targets(context, context.source, ours), _targets(context, context.page, theirs)
        if wanted.keys() == found.keys():
            continue
        lost, more = wanted.keys() - found.keys(), found.keys() - wanted.keys()
        for target in sorted(more):
            same = next((other for other in sorted(lost) if _same_elsewhere(context, found[target][0], other)), None)
            if same is not None:
                lost.discard(same)
                more.discard(target)
        if lost or more:
            yield Draft(
                Rule.LINK_DIFFERS,
                min((found[target][1] for target in more), default=theirs.line),
                ours.key,
                f"Other links than in the source ({told(lost, more)}).",
                f"compare with {context.source.path}:{min((wanted[target][1] for target in lost), default=ours.line)}",
            )


def _targets(context: Context, page: Page, section: Section) -> dict[str, tuple[Target, int]]:
    """Target as all languages know it -> the target and the line of its first use."""
    found: dict[str, tuple[Target, int]] = {}
    for address, line in section.links:
        target = resolve(context.site, page, address)
        if target.kind is TargetKind.ABSOLUTE and (named := context.site.at(target.key)):
            target = target._replace(kind=TargetKind.PAGE, key=named[1], locale=named[0])
        # The page in another language counts as the page.
        locale = target.locale if target.kind is TargetKind.PAGE else page.locale
        found.setdefault(target.canonical(locale), (target, line))
    if context.site.cross_references:
        for name, line in unresolved_names(section):
            found.setdefault(f"[{name}]", (Target(TargetKind.UNKNOWN, name), line))
    return found


def _same_elsewhere(context: Context, theirs: Target, ours: str) -> bool:
    """Whether a target of the translation is one of the source that each language has under another name."""
    if theirs.kind is TargetKind.EXTERNAL:
        codes = (context.page.locale, context.site.source.code)
        return "://" in ours and neutral(theirs.key, codes) == neutral(ours, codes)
    if theirs.kind is not TargetKind.PAGE or not theirs.fragment or not ours.startswith(f"{theirs.key}#"):
        return False
    page = page_of(context.corpus, theirs)
    if page is None:
        return False
    section = page.by_key.get(theirs.fragment)
    # An anchor that the build makes of the words of a heading; one that is not there is reported as that.
    return not section.pinned if section else theirs.fragment not in page.anchors
