"""What a reader in danger relies on: the emergency box, and contacts that are known to be right."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from ..contacts import Contact, read_contacts
from ..corpus import Corpus
from ..dialect import BlockKind
from ..finding import Draft
from ..page import META
from ..policy import Confidence
from ..rules import Rule
from ..tags import TAG, Tag
from .context import Context

URGENT = "urgent"


def urgent(context: Context) -> Iterator[Draft]:
    """Pages for people in danger that do not show the emergency box, or not in every language."""
    page, policy = context.page, context.policy
    flag = page.front_matter.values.get(URGENT) is True
    if context.is_source:
        if not flag and (tag := _urgent_tag(context)):
            yield _without(tag.line, "", f"{_shown(tag)} is for people in danger.", "write urgent: true at the top")
    elif flag != (context.source.front_matter.values.get(URGENT) is True):
        hint = "take urgent: out" if flag else "write urgent: true at the top"
        line = page.front_matter.line(URGENT)
        yield _without(line, META, f"urgent is not what {context.source.path} has.", hint)
    if flag and policy.emergency_tag:
        yield from _first_and_last(context, policy.emergency_tag)


def _urgent_tag(context: Context) -> Tag | None:
    """The first tag that the policy takes for a sign of danger."""
    for section in context.page.sections:
        for tag in section.tags:
            wanted = context.policy.urgent_when.get(tag.name)
            if wanted and tag.args:
                entry = _entry(context, tag)
                if any(entry.get(key) in values for key, values in wanted.items()):
                    return tag
    return None


def _entry(context: Context, tag: Tag) -> Mapping[str, Any]:
    """What the data says about the entry that a tag names."""
    policy = context.site.policy
    if policy.contacts and tag.name in policy.contact_tags:
        contact = context.corpus.loaded(read_contacts, policy.contacts).get(tag.args[0])
        return contact.values if contact else {}
    return json.loads(policy.tag_texts.get((tag.name, tag.args[0]), "{}"))


def _first_and_last(context: Context, name: str) -> Iterator[Draft]:
    blocks = [block for block in context.page.document.blocks if block.kind is not BlockKind.HEADING or block.level > 1]
    blocks = [block for block in blocks if not block.text.lstrip().startswith("<!--")]
    for index, place in ((0, "first"), (-1, "last")):
        block = blocks[index] if blocks else None
        match = TAG.fullmatch(block.text.strip()) if block else None
        if match is None or (match["body"] or "").split()[:1] != [name]:
            line = block.line if block else 1
            message = f"The page is urgent, and {{{{ {name} }}}} does not stand {place}."
            yield _without(line, "", message, f"write {{{{ {name} }}}} there")


def _without(line: int, section: str, message: str, hint: str) -> Draft:
    return Draft(Rule.URGENT_WITHOUT_EMERGENCY, line, section, message, hint)


def contacts(context: Context) -> Iterator[Draft]:
    """Tags that name no contact, or one that is not sure enough for the page."""
    policy = context.site.policy
    if policy.contacts is None:
        return
    known = context.corpus.loaded(read_contacts, policy.contacts)
    least = context.policy.confidence
    for section in context.page.sections:
        for tag in section.tags:
            if tag.name not in policy.contact_tags or not tag.args:
                continue
            contact = known.get(tag.args[0])
            file = context.site.relative(policy.contacts)
            if contact is None:
                message = f"{_shown(tag)}: {file} has no {tag.args[0]}."
                yield Draft(Rule.CONTACT_UNKNOWN, tag.line, section.key, message, "correct the id, or add the entry")
            elif not contact.reaches(least):
                message = f"{_shown(tag)}: the entry is of {contact.confidence.value} confidence."
                hint = f"here it must be {least.value}: confirm the entry ({file}:{contact.line}), or show another"
                yield Draft(Rule.CONTACT_NOT_SHOWN, tag.line, section.key, message, hint)


def contact_sources(corpus: Corpus, today: date) -> Iterator[tuple[str, str, Draft]]:
    """Contacts that may be shown, without a source, without its date, or not looked at for a long time."""
    policy = corpus.site.policy
    if policy.contacts is None:
        return
    path = corpus.site.relative(policy.contacts)
    for contact in corpus.loaded(read_contacts, policy.contacts).values():
        if contact.confidence is not Confidence.LOW:
            for draft in _source(contact, today, policy.contact_months):
                yield path, "", draft


def _source(contact: Contact, today: date, months: int | None) -> Iterator[Draft]:
    known_on = contact.known_on
    if not contact.sources:
        message = f"{contact.id} has no source."
        yield Draft(
            Rule.CONTACT_UNSOURCED, contact.line, contact.id, message, "write where it was found, or take it out"
        )
    elif known_on is None:
        message = f"The sources of {contact.id} have no date."
        yield Draft(Rule.CONTACT_UNDATED, contact.line, contact.id, message, "confirm it and write when")
    elif months and (age := (today.year - known_on.year) * 12 + today.month - known_on.month) > months:
        message = f"{contact.id} was last known to be right {age} months ago."
        yield Draft(Rule.CONTACT_OUTDATED, contact.line, contact.id, message, "confirm it and write when")


def _shown(tag: Tag) -> str:
    return f"{{{{ {' '.join((tag.name, *tag.args))} }}}}"
