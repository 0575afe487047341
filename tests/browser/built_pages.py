"""Which pages the built site has, and what their sources promise about them.

The list comes from the folder of the site; the languages from mkdocs.yml; what a page must show from its front matter.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from babel import Locale
from mkdocs.utils import meta

from l10n.site import load_site

NOT_FOUND = "no/such/page/"
GUIDE, GUIDE_TEMPLATE = "guidelines/", "guide.html"
# What the guide is made of stands on these: every box, Say sentences, cards of services, tables, notes, the glossary, a list.
GUIDE_KINDS = {f"{GUIDE}{name}" for name in ("", "suicide/", "context/", "glossary/", "cards/suicide/")}
# Charts, files and cases stand on two pages of the other parts.
GUIDE_KINDS |= {"clinics/survey/", "project/cases/"}
_FORM = re.compile('<body class="(pair|text)">')


@dataclass(frozen=True)
class BuiltPage:
    """One address of the site.

    `address` is its path from the root of the site, without the first slash; `key` the same without the language, equal
    in all languages; `template` its kind; `light` whether it brings its own style; `meta` the front matter of its source.
    """

    address: str
    locale: str
    direction: str
    key: str
    template: str
    light: bool
    meta: Mapping[str, object]

    def __str__(self) -> str:
        return f"[{self.locale}] /{self.address}"


@dataclass(frozen=True)
class BuiltSite:
    """`pages`: every page that has a Markdown file. `not_found`: an address without a page below each language.

    `forms`: the further pages of leaflets, in two languages or as text alone, with the front matter of the leaflet.
    """

    source: str
    directions: Mapping[str, str]
    pages: list[BuiltPage]
    not_found: list[BuiltPage]
    forms: list[BuiltPage]

    @property
    def everything(self) -> list[BuiltPage]:
        return self.pages + self.not_found

    @property
    def guide(self) -> list[BuiltPage]:
        return [page for page in self.pages if page.template == GUIDE_TEMPLATE]

    @property
    def kinds(self) -> list[BuiltPage]:
        """Every page, but of a translated guide only one of each kind: the checker proves that it has its source's markup."""
        return [
            page
            for page in self.everything
            if page.template != GUIDE_TEMPLATE or page.locale == self.source or page.key in GUIDE_KINDS
        ]

    @property
    def light(self) -> list[BuiltPage]:
        return [page for page in self.pages if page.light]

    @property
    def heavy(self) -> list[BuiltPage]:
        """The pages of Material for MkDocs."""
        return [page for page in self.pages if not page.light]

    def one_of_each_kind(self, in_each: str) -> list[BuiltPage]:
        """One page for each template, in each `locale` or each `direction` of writing."""
        return list({(getattr(page, in_each), page.template): page for page in self.everything}.values())

    def prefix(self, locale: str) -> str:
        """Where the pages of a language begin: the source stands at the root."""
        return "" if locale == self.source else f"{locale}/"

    def homes(self) -> list[BuiltPage]:
        return [page for page in self.pages if page.key == ""]

    def urgent(self) -> list[BuiltPage]:
        """The pages whose source marks them as urgent."""
        return [page for page in self.pages if page.meta.get("urgent")]

    def same_page(self, key: str) -> dict[str, BuiltPage]:
        """locale -> the page, in every language that has it."""
        return {page.locale: page for page in self.pages if page.key == key}


def read_built_site(site_dir: Path, root: Path) -> BuiltSite:
    """The pages below `site_dir`, built from the repository `root`."""
    site = load_site(root / "mkdocs.yml")
    # From the Unicode data, not from our own code, which these tests judge.
    directions = {locale.code: Locale.parse(locale.code).text_direction for locale in site.locales}
    built = BuiltSite(site.source.code, directions, [], [], [])
    for file in sorted(site_dir.rglob("index.html")):
        address = file.relative_to(site_dir).as_posix().removesuffix("index.html")
        first = address.partition("/")[0]
        locale = first if first in directions else built.source
        key = address.removeprefix(built.prefix(locale))
        content = file.read_text(encoding="utf-8")
        if form := _FORM.search(content):
            front = _front_matter(root / "docs" / locale, key.rstrip("/").rpartition("/")[0] + "/")
            page = BuiltPage(address, locale, directions[locale], key, f"{form[1]}.html", True, front)
            built.forms.append(page)
            continue
        front = _front_matter(root / "docs" / locale, key)
        light = 'rel="stylesheet"' not in content
        usual = GUIDE_TEMPLATE if "checked" in front else "main.html"
        template = str(front.get("template", usual))
        built.pages.append(BuiltPage(address, locale, directions[locale], key, template, light, front))
    for locale, direction in directions.items():
        address = built.prefix(locale) + NOT_FOUND
        built.not_found.append(BuiltPage(address, locale, direction, NOT_FOUND, "404.html", True, {}))
    return built


def _front_matter(docs: Path, key: str) -> Mapping[str, object]:
    """The front matter of the source of a page: a file of its name, or the index of its folder."""
    file = docs / f"{key.rstrip('/')}.md" if key else docs / "index.md"
    if not file.is_file():
        file = docs / key / "index.md"
    return meta.get_data(file.read_text(encoding="utf-8"))[1]
