"""Whether links stay in the reader's language and lead to something that exists."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from ..dialect import BlockKind
from ..dialect.inline import SpanKind
from ..finding import Draft
from ..links import Target, TargetKind, WantedAnchor, resolve
from ..page import Section
from ..rules import Rule
from .context import Context


def targets_exist(context: Context) -> Iterator[Draft]:
    """Links that lead into another language, nowhere, or to an anchor that this page does not have."""
    here = context.page.key, context.page.locale
    for section, line, resolved, draft in context.shared(_links):
        if draft:
            yield Draft(draft[0], line, section.key, draft[1], draft[2])
        elif resolved.fragment and _place(context, resolved) == here and _lacks(context, resolved.fragment):
            yield no_anchor("this page", WantedAnchor(*here, resolved.fragment, line, section.key))
    for section in context.page.sections:
        yield from _images(context, section)


def _links(context: Context) -> list[tuple[Section, int, Target, tuple[Rule, str, str] | None]]:
    """(section, line, where it leads, what is wrong with that) of each link of the page."""
    found = []
    for section in context.page.sections:
        for target, line in section.links:
            resolved = resolve(context.site, context.page, target)
            wrong = _language(context, target, resolved) or _broken(context, target, resolved)
            found.append((section, line, resolved, wrong))
    return found


def _images(context: Context, section: Section) -> Iterator[Draft]:
    """Images of Markdown that are not there; those in raw HTML have addresses, not paths of files."""
    for block in section.blocks:
        for span in block.inline.spans if "![" in block.text and block.kind is not BlockKind.CODE else ():
            if span.kind is SpanKind.IMAGE and span.target:
                resolved = resolve(context.site, context.page, span.target)
                draft = resolved.kind is TargetKind.FILE and _no_file(context, span.target, resolved, "image")
                if draft:
                    yield Draft(draft[0], block.line_of(span.start), section.key, draft[1], draft[2])


def _lacks(context: Context, anchor: str) -> bool:
    """Whether this page has no such anchor, as far as the checker knows what the build makes of it."""
    return anchor not in context.page.anchors and context.site.knows_anchors(context.page.body)


def _language(context: Context, target: str, resolved: Target) -> tuple[Rule, str, str] | None:
    site, page = context.site, context.page
    locale, key = resolved.locale, resolved.key
    if resolved.kind is TargetKind.ABSOLUTE:
        locale, key = site.at(resolved.key) or ("", "")
        if not locale or (locale == page.locale == site.source.code):
            return None
        if locale != page.locale and not site.has(key, page.locale):
            return None  # the build of a language knows no files of another: the address is the only way to the page
        return (
            Rule.LINK_LANGUAGE,
            f"The address {target} names a page of this site ({locale}) from its root.",
            "link the Markdown file with a relative path",
        )
    if resolved.kind is TargetKind.PAGE and locale != page.locale and site.has(key, page.locale):
        return (
            Rule.LINK_LANGUAGE,
            f"The link {target} leads to the page in {locale}; it exists in {page.locale}.",
            f"link {_relative(context, key)}",
        )
    return None


def _relative(context: Context, key: str) -> str:
    here = posixpath.dirname(context.site.path_in_docs(context.page.key, context.page.locale))
    return posixpath.relpath(context.site.path_in_docs(key, context.page.locale), here or ".")


def _broken(context: Context, target: str, resolved: Target) -> tuple[Rule, str, str] | None:
    if resolved.kind is TargetKind.FILE:
        return _no_file(context, target, resolved)
    if resolved.kind is not TargetKind.PAGE:
        return None
    return _no_page(context, target, resolved)


def _no_file(context: Context, target: str, resolved: Target, what: str = "link") -> tuple[Rule, str, str] | None:
    site, locale = context.site, context.page.locale
    if site.generates or site.found(resolved.key, locale):
        return None
    if site.holds(resolved.key):
        message = f"The {what} {target} leads to {resolved.key}, which the build of {locale} does not see."
        return Rule.LINK_BROKEN, message, f"put a copy of the file where the pages in {locale} are"
    hint = "correct the path"
    if site.holds(f"{resolved.key}/index.md"):
        hint = "link the file: add index.md to the path"
    return Rule.LINK_BROKEN, f"The {what} {target} leads to no file ({resolved.key}).", hint


def _no_page(context: Context, target: str, resolved: Target) -> tuple[Rule, str, str] | None:
    site, locale, key = context.site, context.page.locale, resolved.key
    if resolved.locale == locale:
        if site.builds(key, locale) or site.generates:
            return None
    elif site.has(key, resolved.locale):
        if site.plugin.fallback and resolved.locale == site.source.code:
            return None
        message = f"The link {target} leads to the page in {resolved.locale}, which the build of {locale} does not see."
        return (
            Rule.LINK_BROKEN,
            message,
            f"link the address /{site.address(key, resolved.locale)}, or translate the page",
        )
    hint = "correct the path"
    if site.has(key, site.source.code):
        hint = f"translate {site.shown(key, site.source.code)} first, or link another page"
    return Rule.LINK_BROKEN, f"The page {target} does not exist in {resolved.locale}.", hint


def wanted_anchors(context: Context) -> Iterator[WantedAnchor]:
    """The anchors of other pages that links lead to. Whether they are there is known when all pages have been read."""
    here = context.page.key, context.page.locale
    for section, line, resolved, wrong in context.shared(_links):
        if resolved.fragment and not wrong:
            place = _place(context, resolved)
            if place is not None and place != here:
                yield WantedAnchor(*place, resolved.fragment, line, section.key)


def _place(context: Context, resolved: Target) -> tuple[str, str] | None:
    """The page of which a target is made, None when it is no page."""
    if resolved.kind is not TargetKind.PAGE:
        return None
    if context.site.has(resolved.key, resolved.locale):
        return resolved.key, resolved.locale
    return resolved.key, context.site.source.code  # the page is built from the source


def no_anchor(page: str, wanted: WantedAnchor) -> Draft:
    """The finding for an anchor that `page`, as messages name it, does not have."""
    return Draft(
        Rule.LINK_BROKEN,
        wanted.line,
        wanted.section,
        f"No heading of {page} pins #{wanted.name}.",
        "link an anchor that is there",
    )
