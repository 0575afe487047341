"""`sign`: write a person's sign-off for the very text a page has now."""

from __future__ import annotations

from datetime import date

from .corpus import Corpus
from .digest import page_digest
from .edit import replace_key, yaml_string
from .errors import UserError
from .finding import Severity
from .page import Page
from .policy import SignOff
from .rules import Rule
from .runner import check_site

# What a new sign-off mends by itself does not stand in its way.
MENDED = (Rule.INVALID_SIGN_OFF,)
BEHIND = (Rule.STALE_SECTION, Rule.UNRECORDED_SECTION, Rule.MOVED_SECTION, Rule.REMOVED_SECTION)


def sign_page(corpus: Corpus, key: str, locale: str, kind: SignOff, by: str, on: date, next_review: date | None) -> str:
    """Write the sign-off and return a line for the user.

    Raises UserError when the page is not there, is stale or unrecorded, has errors, or when the language of a source
    page is to be signed.
    """
    site = corpus.site
    path = site.shown(key, locale)
    if not site.has(key, locale):
        raise UserError(f"{path}: there is no such page.")
    if kind is SignOff.LANGUAGE and locale == site.source.code:
        raise UserError(f"{path}: is a page of the source language; sign its translations for language.")
    if not by.strip():
        raise UserError("--by: is empty; write the name or role of the person who read the page.")
    for finding in check_site(corpus, on, only={(key, locale)}).findings:
        grave = finding.severity is Severity.ERROR or finding.rule in BEHIND
        if grave and finding.rule not in MENDED:
            raise UserError(
                f"{path}:{finding.line}: {finding.rule.title}: {finding.message} Mend it before signing: "
                f"{finding.hint}."
            )
    page = corpus.page(key, locale)
    assert page is not None  # an unreadable page is an error above
    digest = page_digest(page)
    entry = f'  {kind.value}: {{by: {yaml_string(by.strip())}, on: {on.isoformat()}, text: "{digest}"}}'
    replace_key(site.file(key, locale), "review", _block(page, kind, entry, next_review))
    return f"{path}: signed for {kind.value} by {by.strip()} on {on.isoformat()} (text {digest})"


def _block(page: Page, kind: SignOff, entry: str, next_review: date | None) -> list[str]:
    """The lines of `review:` with one sign-off renewed, the other and the next date kept as they were."""
    lines = {kind.value: [entry]}
    if next_review is not None:
        lines["next"] = [f"  next: {next_review.isoformat()}"]
    rows = page.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    old = page.front_matter.values.get("review")
    for name in old if isinstance(old, dict) else ():
        place = page.front_matter.entries.get(("review", name))
        block_style = place and place.line > page.front_matter.line("review")
        if block_style and name in {*(other.value for other in SignOff), "next"}:
            lines.setdefault(name, rows[place.line - 1 : place.last_line])
    order = [other.value for other in SignOff] + ["next"]
    return ["review:", *(line for name in order for line in lines.get(name, ()))]
