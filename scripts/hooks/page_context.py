"""What the templates get for each page: words, parts, alternates, notices, services."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from data.load import DataError
from data.notes import Note, load_notes, notes_for
from data.services import emergency
from data.texts import Source, load_strings
from hooks.alternates import Language, alternates, lacking, urls_of
from hooks.citations import citation_path
from hooks.feeds import NAME as FEED
from hooks.finish import finished
from hooks.footer import footer
from hooks.guide import TEMPLATE, Guide, Shelf, guide
from hooks.guide_book import book_files
from hooks.leaflet_forms import Leaflet, other_pages
from hooks.notices import history, notices
from hooks.parts import Parts, split_parts
from hooks.records import Record, changed_on, dated_languages, record
from hooks.site_files import data_files, record_files, state_files, tools_scripts
from hooks.structured import describe
from hooks.tags import TagData, services_of, show_tags
from hooks.translation_state import Row, nav_keys, state_rows
from hooks.wording import Wording
from l10n.corpus import Corpus
from l10n.digest import page_digest
from l10n.recordings import read_recordings
from l10n.site import Site, load_site
from l10n.status import PageState, page_status, withheld

_HEADING = re.compile(r"<h[23][^>]*\bid=\"([^\"]+)\"[^>]*>(.*?)</h[23]>", re.DOTALL)
# Texts for people who help: their tags take another form.
_HELPERS = ("practitioner", "clinic")
_LIGHT = ("home.html", "leaflet.html", "help.html", "plain.html")


@dataclass
class SiteContext:
    """The data of one build. `env` is MkDocs' template environment, known once the pages are rendered.

    `order` are the keys of the pages as the navigation names them. `leaflets` are those built so far, by key and
    locale, as far as a reader may see them.
    """

    site: Site
    corpus: Corpus
    strings: dict[str, dict[str, str]]
    tag_data: TagData
    languages: list[Language]
    notes: list[Note] = field(default_factory=list)
    order: list[str] = field(default_factory=list)
    env: Environment | None = None
    leaflets: dict[tuple[str, str], Leaflet] = field(default_factory=dict)
    records: list[Record] = field(default_factory=list)

    @classmethod
    def load(cls, config: MkDocsConfig) -> SiteContext:
        """Reads everything that pages show. Raises DataError when a file of docs/data is broken."""
        data_dir = Path(config.docs_dir, "data")
        site = load_site(Path(config.config_file_path))
        strings = load_strings(data_dir, list(site.codes))
        for code in site.codes:
            if code not in config.extra.get("exits", {}):
                raise DataError(
                    f"{config.config_file_path}: extra.exits lacks {code}: say where “Leave” leads in that language."
                )
        languages = [
            Language(
                locale.code,
                locale.name,
                "rtl" if locale.rtl else "ltr",
                strings[locale.code]["offer"],
                strings[locale.code]["not_translated"],
                Wording(locale.code, strings[locale.code]).language(site.source.code),
                locale == site.source,
            )
            for locale in site.locales
        ]
        return cls(
            site, Corpus(site), strings, TagData.load(data_dir), languages, load_notes(data_dir), nav_keys(config.nav)
        )

    @cached_property
    def rows(self) -> list[Row]:
        """The state of every page in every language."""
        return state_rows(self.corpus, self.order)

    def address(self, key: str, locale: str) -> str:
        """The address of a page from the root of the site."""
        return ("" if locale == self.site.source.code else f"{locale}/") + _address(key)

    def direction(self, locale: str) -> str:
        """`rtl` or `ltr`."""
        return next(language.dir for language in self.languages if language.locale == locale)

    def wording(self, config: MkDocsConfig) -> Wording:
        """The words of the language that is built."""
        locale = config.plugins["i18n"].current_language
        return Wording(locale, self.strings[locale])

    def page(self, page: Page, config: MkDocsConfig, nav: Navigation) -> dict:
        """The context of one page, its text filled in. Raises TagError or ValueError when a text cannot be built."""
        locale = config.plugins["i18n"].current_language
        wording = self.wording(config)
        key = _key(page.file.src_uri)
        base = "" if page.url == "./" else "../" * page.url.count("/")
        status = page_status(self.site, key, locale, self.corpus)
        release = config.extra["build"] == "release"
        leaflet = page.meta.get("template") == "leaflet.html"
        context = {
            **self._common(config, locale, base, urls_of(page.file)),
            "withheld": release and withheld(self.site, key, status),
            "page_services": services_of(page.tags_in_text, self.tag_data, leaflet, locale),
            "sources": self._sources(page.meta.get("sources", [])),
            "book": book_files(self.corpus, self.order, key, locale, release=release),
        }
        template = page.meta.get("template")
        bare = page.content

        def fill(form: str = "", **more: object) -> str:
            return show_tags(bare, page.tags_in_text, self.tag_data, self.env, {**context, **more}, leaflet, form)

        content = fill("guide" if page.meta.get("audience") in _HELPERS else "")
        titles = {anchor: Markup(title).striptags() for anchor, title in _HEADING.findall(content)}
        page.content = content if template in _LIGHT else finished(content, self.strings[locale])
        parts = split_parts(content) if template in _LIGHT else Parts(Markup(""), [])
        for part in parts.sections:
            # Only the steps of a leaflet are laid out with headings of their own; elsewhere they would be lost.
            if part.children and not (leaflet and part.id == "steps"):
                raise ValueError(
                    f"“{part.children[0].title}”: this page may have no heading of level 3 here; use level 2"
                )
        context |= {
            "leaflet_name": Path(key).stem,
            "recording": self._recording(key, locale),
            "titles": titles,
            "cautions": notes_for(self.notes, key, locale, f"{page.meta['title']} {content}"),
            "notices": notices(status, wording, titles, preview=not release),
            "history": history(status, wording, titles, self._review(key, locale)),
            "parts": parts,
            "leaflets": self._leaflets(nav, page) if template == "home.html" else [],
            "seconds": self._seconds(key, locale, release) if leaflet and not context["withheld"] else [],
            "guide": self._guide(page, key, locale, config) if template == TEMPLATE else None,
        }
        if context["guide"]:
            root, address = config.site_url or base, config.site_url and config.site_url + page.url
            context["structured"] = describe(key, page.meta, context["guide"], self.tag_data, wording, address, root)
            context["cite"] = "" if context["cautions"] else base + citation_path(key, locale)
        if not context["withheld"] and (source := self.corpus.page(key, locale)) and changed_on(source):
            self.records.append(record(source, self.address(key, locale), context["cautions"], context.get("cite")))
        if leaflet and not context["withheld"]:
            self.leaflets[key, locale] = Leaflet(
                key, locale, page.url, page.meta, context, lambda form, **more: split_parts(fill(form, **more))
            )
        return context

    def files(self, site_url: str) -> Iterator[tuple[str, str]]:
        """(path from the root, text) of the files that are no pages; `site_url` is empty where the site has no address."""
        yield from tools_scripts(self.env, self.strings, self.site.source.code)
        yield from state_files(self.corpus, self.rows, self.strings, self.address)
        yield from data_files(self.tag_data, self.strings[self.site.source.code])
        yield from record_files(self.records, self.strings, site_url, lambda locale: self.address("index.md", locale))

    def leaflet_forms(self) -> Iterator[tuple[str, str]]:
        """(address, HTML) of the further pages of all leaflets. Raises ValueError when two are not parallel."""
        return other_pages(self.leaflets, self.env)

    def _recording(self, key: str, locale: str) -> dict[str, str] | None:
        """The page read aloud, if a person has recorded the very text that it has now: its file and length."""
        page, path = self.corpus.page(key, locale), self.site.policy.recordings
        for recording in read_recordings(path) if path and page else ():
            if (recording.page, recording.locale, recording.text) == (key, locale, page_digest(page)):
                minutes, seconds = divmod(recording.seconds, 60)
                return {"file": recording.file, "length": f"{minutes}:{seconds:02}"}
        return None

    def _guide(self, page: Page, key: str, locale: str, config: MkDocsConfig) -> Guide:
        """What a page of the guide has of its own. Raises ValueError."""
        shelf = Shelf(self.corpus, self.languages, self.address, config.extra["build"] == "release")
        hand = tuple(shelf.leaflet(name, locale) for name in page.meta.get("hand", []))
        address = config.site_url + page.url if config.site_url else ""
        return guide(page, self.corpus.page(key, locale), hand, self.strings[locale]["site_name"], address)

    def _seconds(self, key: str, locale: str, release: bool) -> list[Language]:
        """The languages that the page can be read in beside this one."""
        return [
            language
            for language in self.languages
            if language.locale != locale
            and (status := page_status(self.site, key, language.locale, self.corpus)).state is not PageState.MISSING
            and not (release and withheld(self.site, key, status))
        ]

    def not_found(self, config: MkDocsConfig, base: str) -> dict:
        """The context of the 404 page, whose links start at the root of the site, since it answers at any depth."""
        locale = config.plugins["i18n"].current_language
        urls = {language.locale: "./" if language.is_source else f"{language.locale}/" for language in self.languages}
        return self._common(config, locale, base.rstrip("/") + "/", urls)

    def _common(self, config: MkDocsConfig, locale: str, base: str, urls: dict[str, str]) -> dict:
        home = base + self.address("index.md", locale)
        strings = self.strings[locale]
        found = alternates(self.languages, urls, locale, base, config.site_url or "")
        return {
            "t": strings,
            "locale": locale,
            "source_locale": self.site.source.code,
            "direction": self.direction(locale),
            "language_name": next(each.name for each in self.languages if each.locale == locale),
            "wording": Wording(locale, strings),
            "emergency": emergency(self.tag_data.services),
            "cautions": [],
            "exit": config.extra["exits"][locale],
            "contact": config.extra["contact"],
            "alternates": found,
            "lacking": lacking(self.languages, found),
            "root_href": base,
            "languages": self.languages,
            "title_of": lambda key, code=locale: self._title(key, code),
            "address_of": self.address,
            "translation_rows": lambda: self.rows,
            "home_href": home or "./",
            "feed_href": self._feed(config, locale) and home + FEED,
            "home_path": "" if locale == self.site.source.code else f"{locale}/",
            "help_href": home + "help/",
            "sources_href": home + _address("about/sources.md"),
            "help_title": self._title("help/index.md", locale),
            "footer": [
                {
                    "href": base + self.address(link.key, link.locale) or "./",
                    "title": self._title(link.key, link.locale),
                    "locale": link.locale,
                }
                for link in footer(self.corpus, locale)
            ],
        }

    def _feed(self, config: MkDocsConfig, locale: str) -> bool:
        """Whether the language has a feed: it needs public addresses, and a page that says of what day it is."""
        release = config.extra["build"] == "release"
        return bool(config.site_url) and locale in dated_languages(self.corpus, self.order, release=release)

    def _review(self, key: str, locale: str) -> dict:
        # Not MkDocs' own reading of the front matter, for which the key `on` is a truth value (YAML 1.1).
        page = self.corpus.page(key, locale)
        return (page.front_matter.values.get("review") or {}) if page else {}

    def _sources(self, ids: list[str]) -> list[Source]:
        if not isinstance(ids, list):
            raise ValueError(f"sources: {ids!r} is no list; write [{ids}]")
        for source_id in ids:
            if source_id not in self.tag_data.sources:
                raise ValueError(f"sources: no source has the id {source_id}; see docs/data/sources.yml")
        return [self.tag_data.sources[source_id] for source_id in ids]

    def _title(self, key: str, locale: str) -> str:
        page = self.corpus.page(key, locale)
        if key == "index.md":
            return self.strings[locale]["home"]
        return str(page.meta["title"]) if page else ""

    def _leaflets(self, nav: Navigation, home: Page) -> list[dict[str, str]]:
        return [
            {"href": get_relative_url(page.url, home.url), "icon": page.meta["icon"], "tile": page.meta["tile"]}
            for page in nav.pages
            if page.meta.get("template") == "leaflet.html"
        ]


def _key(src_uri: str) -> str:
    """`lt/leaflets/calm.md` -> `leaflets/calm.md`: the page, whatever its language."""
    return src_uri.partition("/")[2]


def _address(key: str) -> str:
    return key.removesuffix("index.md").removesuffix(".md") + ("" if key.endswith("index.md") else "/")
