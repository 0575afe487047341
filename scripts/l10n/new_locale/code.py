"""The code of a language: of the form that BCP 47 and mkdocs-static-i18n share, of parts that Unicode CLDR knows."""

from __future__ import annotations

from dataclasses import dataclass

from ..errors import UserError
from ..layout import LOCALE
from ..locale_codes import normal
from ..site import Site


@dataclass(frozen=True)
class LocaleCode:
    """A code, and what the language calls itself."""

    code: str
    name: str


def read_code(site: Site, code: str, name: str | None) -> LocaleCode:
    """A language that the site does not have yet; `name` goes before CLDR's.

    Raises UserError when the code is there already, is none, or when nobody says what the language calls itself.
    """
    from babel import Locale, UnknownLocaleError  # slow to import, and needed here alone

    known = {normal(each): each for each in (*site.codes, *site.plugin.unbuilt)}
    if normal(code) in known:
        raise UserError(f"{code}: is a language of this site already (locale: {known[normal(code)]}).")
    if not LOCALE.fullmatch(code):
        raise UserError(
            f"{code}: is no code that mkdocs-static-i18n takes; write two small letters (ISO 639-1), with a script or "
            "region where it needs one: uk, pt-BR, zh-Hant."
        )
    english = Locale("en")
    language, *others = code.replace("_", "-").split("-")
    scripts = [part for part in others if len(part) == 4]
    regions = [part for part in others if len(part) == 2]
    for part, names in ((language, english.languages), *((script, english.scripts) for script in scripts)):
        if part not in names:
            raise UserError(f"{code}: CLDR knows no {part}; look the code up at unicode.org/cldr (BCP 47).")
    for part in regions:
        if part not in english.territories:
            raise UserError(f"{code}: CLDR knows no region {part}; look the code up at unicode.org/cldr (BCP 47).")
    if name is None:
        try:
            locale = Locale.parse(code, sep="_" if "_" in code else "-")
            name = locale.get_display_name() if others else locale.get_language_name()
        except UnknownLocaleError:
            name = None
        if not name:
            raise UserError(f"{code}: CLDR does not say what {english.languages[language]} calls itself; add --name.")
        name = name[0].upper() + name[1:]
    return LocaleCode(code, name)
