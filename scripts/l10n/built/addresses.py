"""What a page tells search engines: its own public address, and those of the same page in other languages.

After Google's rules for localised pages: every version names all versions, itself too, and is named by them; x-default
is for everybody else. Only where the site has a public address.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import html

from ..finding import Draft
from ..rules import Rule
from .pages import BuiltPage, BuiltSite, same_language

DEFAULT = "x-default"


def canonical(built: BuiltSite, page: BuiltPage) -> Iterator[Draft]:
    """A canonical address of another site or language, of a page that is not there, or several of them."""
    links = page.document.xpath("//link[@rel='canonical']") if built.site_url and not page.redirects else []
    for link in links[1:]:
        yield _draft(Rule.BUILT_CANONICAL, link, "The page has two canonical addresses.", "take one out")
    for link in links[:1]:
        address = link.get("href", "")
        target = _address(built, page, address)
        found = built.page(target) if target else None
        if target is None:
            what, hint = f"is not below {built.site_url}", "correct site_url, or the template"
        elif found is None:
            what, hint = "leads to nothing", "let the template write the address of the page"
        elif found.locale != page.locale:
            what, hint = f"leads to a page in {found.locale}", "let the template write the address of the page"
        else:
            continue
        yield _draft(Rule.BUILT_CANONICAL, link, f"The canonical address {address} {what}.", hint)


def hreflang(built: BuiltSite, page: BuiltPage) -> Iterator[Draft]:
    """Alternates that lead to nothing or to another language, are not answered, or leave out x-default or the page.

    A page that names another one as canonical is no version of its own, and relative addresses are no alternates.
    """
    alternates = _alternates(page) if built.site_url and not page.redirects and _own(built, page) else []
    if not alternates:
        return
    if all(link.get("hreflang").lower() != DEFAULT for link in alternates):
        hint = "let the template name the version for everybody else"
        yield _draft(Rule.BUILT_HREFLANG, alternates[0], "The hreflang links lack x-default.", hint)
    if page.address not in {_address(built, page, link.get("href")) for link in alternates if not _default(link)}:
        hint = "let the template name it too"
        yield _draft(Rule.BUILT_HREFLANG, alternates[0], "The hreflang links leave out the page itself.", hint)
    for link in alternates:
        target = _address(built, page, link.get("href"))
        if target is not None and (what := _wrong(built, page, link, target)):
            message = f'The link hreflang="{link.get("hreflang")}" {what}.'
            yield _draft(Rule.BUILT_HREFLANG, link, message, "let the template name the pages that there are")


def _wrong(built: BuiltSite, page: BuiltPage, link: html.HtmlElement, target: str) -> str:
    """What is wrong with an alternate that leads to an address of the site."""
    found = built.page(target)
    if found is None or found.document is None:
        return f"leads to {target}, and nothing is there"
    if not _default(link) and not same_language(link.get("hreflang"), found.locale):
        return f"leads to {target}, which is in {found.locale}"
    back = {_address(built, found, other.get("href")) for other in _alternates(found)}
    return "" if found is page or page.address in back else f"leads to {target}, which does not lead back"


def _alternates(page: BuiltPage) -> list[html.HtmlElement]:
    links = page.document.xpath("//link[@rel='alternate'][@hreflang][@href]")
    return [link for link in links if "//" in link.get("href")]


def _own(built: BuiltSite, page: BuiltPage) -> bool:
    named = page.document.xpath("//link[@rel='canonical']/@href")
    return not named or _address(built, page, named[0]) == page.address


def _default(link: html.HtmlElement) -> bool:
    return link.get("hreflang").lower() == DEFAULT


def _address(built: BuiltSite, page: BuiltPage, address: str) -> str | None:
    """The address from the root of the site, as pages are known by; None outside it."""
    try:
        target = built.target(page, address)
    except ValueError:
        return None
    found = built.page(target.address) if target else None
    return found.address if found else target.address if target else None


def _draft(rule: Rule, link: html.HtmlElement, message: str, hint: str) -> Draft:
    return Draft(rule, link.sourceline or 1, "", message, hint)
