"""What a page says of its language and its direction: what a screen reader speaks, what a browser lays out."""

from __future__ import annotations

from collections.abc import Iterator

from ..finding import Draft
from ..rules import Rule
from .pages import BuiltPage, BuiltSite, same_language

# Templates of themes that the build of each language writes over: they answer for all, in any language of the site.
SHARED = ("/404.html", "/search.html")


def language(built: BuiltSite, page: BuiltPage) -> Iterator[Draft]:
    """`<html lang>` of another language than the address, a direction that its script does not have.

    Themes write `dir` at `<html>` or at `<body>`, the inner one holds; without one it is from left to right. Files that
    have no `<html>` of their own, and those that only send the reader on, are left alone.
    """
    root = page.document
    if page.redirects or b"<html" not in page.data.lower():
        return
    lang = root.get("lang", "")
    locale = next(locale for locale in built.site.locales if locale.code == page.locale)
    if page.address in SHARED and lang:
        locale = next((one for one in built.site.locales if same_language(lang, one.code)), locale)
    wanted = "rtl" if locale.rtl else "ltr"
    if not lang or not same_language(lang, locale.code):
        says = f'lang="{lang}"' if lang else "no language"
        message = f'The page is in {locale.name}, and <html> says {says}, not lang="{locale.code}".'
        yield _draft(root, message, f'let the theme write lang="{locale.code}"')
    body = root.find("body")
    inner = body if body.get("dir") else root
    for element in dict.fromkeys((root, inner)):
        found = (element.get("dir") or ("ltr" if element is inner else wanted)).lower()
        if found != wanted:
            message = f'{locale.name} is written with dir="{wanted}", and <{element.tag}> says dir="{found}".'
            if not element.get("dir"):
                message = f'{locale.name} is written with dir="{wanted}", and <html> does not say so.'
            yield _draft(element, message, f'let the theme write dir="{wanted}" at <html>')


def _draft(element, message: str, hint: str) -> Draft:
    return Draft(Rule.BUILT_LANGUAGE, element.sourceline or 1, "", message, hint)
