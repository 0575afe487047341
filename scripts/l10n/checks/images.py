"""Images: the same as in the source, each with words of its own language for those who do not see it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from ..differences import told
from ..finding import Draft
from ..labels import is_prose
from ..links import resolve
from ..locale_codes import same_language
from ..page import Page, Section
from ..rules import Rule
from .context import Context


@dataclass(frozen=True)
class Image:
    """The source of an image, its alternative text and its line."""

    target: str
    text: str
    line: int


def images(context: Context) -> Iterator[Draft]:
    """Sections that show other images than the source."""
    for ours, theirs in context.pairs:
        shown, others = _targets(context, context.source, ours), _targets(context, context.page, theirs)
        if shown != others and (wanted := Counter(shown)) != (found := Counter(others)):
            yield Draft(
                Rule.IMAGE_DIFFERS,
                theirs.line,
                ours.key,
                f"Other images than in the source ({told((wanted - found).keys(), (found - wanted).keys())}).",
                f"compare with {context.source.path}:{ours.line}",
            )


def _targets(context: Context, page: Page, section: Section) -> list[str]:
    """What a section shows, as both languages know it."""
    return [
        resolve(context.site, page, target).canonical(page.locale)
        for block in section.blocks
        if "![" in block.text or "<" in block.text
        for target, _ in block.inline.images
    ]


def alternative_texts(context: Context) -> Iterator[Draft]:
    """Images whose words are missing or still those of the source."""
    if context.is_source:
        for section in context.page.sections if context.site.policy.declared else ():
            yield from (_missing(section, image) for image in _images(context.page, section) if not image.text)
        return
    foreign = not same_language(context.page.locale, context.site.source.code)
    for ours, theirs in context.pairs:
        found = _images(context.page, theirs)
        wanted = [image.text for image in _images(context.source, ours)] if found else []
        for index, image in enumerate(found):
            if not image.text and index < len(wanted) == len(found) and wanted[index]:
                yield _missing(ours, image)
            elif foreign and image.text in wanted and is_prose(image.text, context.site.policy.same):
                yield Draft(
                    Rule.IMAGE_ALT_UNTRANSLATED,
                    image.line,
                    ours.key,
                    f"The words for those who do not see the image are not translated: “{image.text}”",
                    "translate what stands between ![ and ], or in alt; names belong into extra.l10n.same",
                )


def _images(page: Page, section: Section) -> list[Image]:
    return [
        Image(target, text, block.line_of(at))
        for block in section.blocks
        if "![" in block.text or "<" in block.text
        for target, text, at in block.inline.pictures
    ]


def _missing(section: Section, image: Image) -> Draft:
    return Draft(
        Rule.IMAGE_ALT_MISSING,
        image.line,
        section.key,
        f"The image {image.target} has no words for those who do not see it.",
        f"write them: ![what it shows]({image.target})",
    )
