"""What stands around the text of a page for people who help: minutes of reading, how to cite it, what to hand over with it.

These are the pages that say when they were last held against their sources: the guide, clinics, the project.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from mkdocs.structure.pages import Page as BuiltPage

from hooks.alternates import Language
from l10n.corpus import Corpus
from l10n.page import Page
from l10n.status import PageState, page_status, withheld

TEMPLATE = "guide.html"
DATED = "checked"  # the key of the front matter that tells these pages
# Words a minute. English: the slow end of how fast most adults read prose that is no fiction, silently, 175 to 300 words
# (mean 238; Brysbaert, How many words do we read per minute?, Journal of Memory and Language 109, 2019, 104047): who reads
# here is tired, and often reads a second language. The same review finds the pace of other languages by how many words they
# need to say the same; that is taken from the translated pages of this site, which have 0.84 (lt), 0.91 (ru), 1.17 (fr) and
# 0.88 (ar) times the words of the English.
_PACE = {"en": 175, "lt": 145, "ru": 160, "fr": 205, "ar": 155}


def minutes(words: int, locale: str) -> int:
    """How long a text of so many words in that language takes, in whole minutes, never less than one."""
    return max(1, -(-words // _PACE.get(locale, _PACE["en"])))


@dataclass(frozen=True)
class Form:
    """A leaflet in one language, as addresses from the root: the page, its paper, and beside it the language of the guide.

    What there is not is an empty text.
    """

    language: Language
    page: str
    sheet: str = ""
    beside: str = ""


@dataclass(frozen=True)
class Handed:
    """A leaflet to hand over: its title, in the language of the guide where it has the leaflet, and its forms."""

    title: str
    locale: str
    forms: tuple[Form, ...]


@dataclass(frozen=True)
class Shelf:
    """The leaflets there are. `address` gives that of a page by its key and locale; a `release` holds unsigned ones back."""

    corpus: Corpus
    languages: list[Language]
    address: Callable[[str, str], str]
    release: bool

    def leaflet(self, name: str, locale: str) -> Handed:
        """The leaflet of that name (`calm`) for a page in `locale`. Raises ValueError when there is none.

        One that is held back has neither paper nor a page in two languages.
        """
        key, site = f"leaflets/{name}.md", self.corpus.site
        if not self.corpus.source(key):
            raise ValueError(f"hand: no leaflet has the name {name}; see docs/{site.source.code}/leaflets")
        found = {each.locale: page_status(site, key, each.locale, self.corpus) for each in self.languages}
        there = {code: status for code, status in found.items() if status.state is not PageState.MISSING}
        offered = {code for code, status in there.items() if not (self.release and withheld(site, key, status))}
        forms = []
        for language in (language for language in self.languages if language.locale in there):
            code = language.locale
            page, home = self.address(key, code), self.address("index.md", code)
            sheet = f"{home}files/{name}.pdf" if code in offered else ""
            beside = f"{page}{locale}/" if code != locale and {code, locale} <= offered else ""
            forms.append(Form(language, page, sheet, beside))
        titled = self.corpus.page(key, locale) or self.corpus.source(key)
        return Handed(str(titled.meta["title"]), titled.locale, tuple(forms))


@dataclass(frozen=True)
class Guide:
    """What the template of such a page gets beside what all templates get.

    `text` and `notes` are the content in two; `checked`, `next` and `law` ISO dates, the last empty where the page tells
    no law; `previous` and `following` the pages beside it in its part of the site, where there are such; `hand` the leaflets to hand over.
    """

    text: str
    notes: str
    minutes: int
    checked: str
    next: str
    law: str
    cited: str
    hand: tuple[Handed, ...]
    previous: BuiltPage | None
    following: BuiltPage | None


def guide(page: BuiltPage, source: Page, hand: tuple[Handed, ...], author: str, address: str) -> Guide:
    """What such a page has of its own, given as MkDocs has it, its tags filled, and as the checker reads it.

    `author` is the name of the site, `address` that of the page, empty where the site has no public one. Raises
    ValueError when the page does not say when it was checked and when it is due again.
    """
    text, mark, notes = page.content.partition('<div class="footnote">')
    front = source.front_matter.values
    try:
        checked, due = str(front[DATED]), str(front["review"]["next"])
    except (KeyError, TypeError):
        raise ValueError("a page that was checked says in its front matter checked: … and review: {next: …}") from None
    cited = f"{author} ({checked[:4]}). {page.meta['title']}."
    return Guide(
        text,
        mark + notes,
        minutes(sum(section.words for section in source.sections), source.locale),
        checked,
        due,
        str(front.get("law", "")),
        f"{cited} {address}" if address else cited,
        hand,
        *(
            beside if beside and _part(beside) == _part(page) else None
            for beside in (page.previous_page, page.next_page)
        ),
    )


def _part(page: BuiltPage) -> str:
    """The folder of a page below its language: its part of the site."""
    return page.file.src_uri.split("/")[1]
