"""Pages for people in danger show the emergency number before and after everything else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..checks.safety import URGENT
from ..contacts import read_contacts
from ..corpus import Corpus
from ..data_file import DataError
from ..finding import Draft
from ..rules import Rule
from .pages import BuiltPage, BuiltSite


def without_emergency(built: BuiltSite, corpus: Corpus) -> Iterator[tuple[Path, str, Draft]]:
    """Built pages whose source says `urgent: true` and whose main part does not hold the policy's link at both ends.

    First: no other link stands before it. Last: after it no other link of its kind (another telephone number) follows,
    and it is not the first again. Yields (file, locale, Draft); the file is that of the contacts where no link is known.
    """
    try:
        wanted = _wanted(corpus)
    except DataError as error:
        hint = "name a contact that has a number in extra.l10n.built.emergency"
        yield error.path, "", Draft(Rule.BUILT_WITHOUT_EMERGENCY, error.line, "", error.problem, hint)
        return
    for key, locale in built.site.pages if wanted else ():
        page = built.page(f"/{built.site.address(key, locale)}")
        if page is None or page.document is None:
            continue
        text = corpus.page(key, locale)
        if text is not None and text.front_matter.values.get(URGENT) is True:
            yield from ((page.path, locale, draft) for draft in _ends(page, wanted))


def _wanted(corpus: Corpus) -> str:
    """The link that the policy wants; "" when it wants none. Raises DataError when it names no contact to call."""
    policy = corpus.site.policy
    wanted, file = policy.built.emergency, policy.contacts
    if not wanted or ":" in wanted:
        return wanted
    contact = corpus.loaded(read_contacts, file).get(wanted)
    if contact is None or not contact.dial:
        line, lacks = (contact.line, "number") if contact else (1, "entry here")
        raise DataError(file, line, f"{wanted}, whose number urgent pages show (extra.l10n.built), has no {lacks}.")
    return f"tel:{contact.dial}"


def _ends(page: BuiltPage, wanted: str) -> Iterator[Draft]:
    main = page.document.find(".//main")
    main = page.document.find("body") if main is None else main
    links = list(main.iter("a"))
    kind = wanted.partition(":")[0] + ":"
    calls = [link for link in links if link.get("href", "").startswith(kind)]
    if not links or links[0].get("href") != wanted:
        yield _draft(links[0] if links else main, wanted, "first")
    if not calls or calls[-1].get("href") != wanted or calls[-1] is links[0]:
        yield _draft(calls[-1] if calls else main, wanted, "last")


def _draft(element, wanted: str, place: str) -> Draft:
    message = f"The page is urgent, and the link {wanted} does not stand {place}."
    return Draft(Rule.BUILT_WITHOUT_EMERGENCY, element.sourceline or 1, "", message, "let the template write it there")
