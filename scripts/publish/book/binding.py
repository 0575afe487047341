"""The pages of the guide in one language -> the data of a book, and of each card: what all formats are made from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

from lxml import html

from hooks.guide_book import CARDS, FOLDER, INDEX, BookPlan, guide_parts
from hooks.wording import Wording
from l10n.corpus import Corpus
from l10n.i18n_plugin import Locale
from publish.book.links import Links, chapter_id
from publish.book.reading import Chapter, UnknownForm, read_chapter
from publish.paper.sheets import Press

_WORDS = ("contents", "part", "notes", "say", "page", "not", "missing", "newest", "access")


class Unbound(ValueError):
    """A page cannot be put into a book; the message names it."""


@dataclass(frozen=True)
class Binder:
    """Binds the book of one language. `press` knows the site, `nav` is that of mkdocs.yml."""

    press: Press
    corpus: Corpus
    nav: object
    plan: BookPlan

    def book(self) -> dict:
        """The whole book as data. Raises Unbound."""
        links = self._links(self.plan.whole)
        chapters = {key: self._chapter(key, links) for key in self.plan.whole}
        said = _numbered_sentences(chapters.values())
        shared = [line for line in chapters[INDEX].notices if all(line in each.notices for each in chapters.values())]
        title, _, subtitle = chapters[INDEX].title.partition(". ")
        chapters[INDEX].title = self.press.strings[self.plan.locale]["book_start"]
        return {
            **self._frame(),
            "title": title,
            "subtitle": subtitle or str(self._front(INDEX, "for")),
            "id": f"{FOLDER}{self.plan.locale}",
            "words": {name: self.press.strings[self.plan.locale][f"book_{name}"] for name in _WORDS},
            "notices": shared,
            "missing": [self._title(key) for key in self.plan.missing],
            "parts": [
                {"title": title, "number": number, "chapters": [self._data(chapters[key], shared, key) for key in keys]}
                for title, number, keys in self._parts()
            ],
            "say": said,
        }

    def card(self, key: str) -> dict:
        """A card as data. Raises Unbound."""
        data = self._data(self._chapter(key, self._links([key])), [], key)
        data["blocks"], data["said"] = _apart(data["blocks"])
        for row in data["said"]["lines"]:
            row[0]["name"] = self._locale.name
        return {**self._frame(), **data}

    @property
    def _locale(self) -> Locale:
        return next(each for each in self.press.site.locales if each.code == self.plan.locale)

    def _frame(self) -> dict:
        locale, strings = self.plan.locale, self.press.strings[self.plan.locale]
        return {
            "lang": locale,
            "rtl": self._locale.rtl,
            "site": strings["site_name"],
            "draft": self.press.draft([locale]),
            "version": self.press.version(locale),
            "licence": strings["licence"],
            "address": self.press.address(locale, FOLDER),
            "modified": f"{datetime.fromtimestamp(self.press.moment or 0, UTC):%Y-%m-%dT%H:%M:%SZ}",
        }

    def _parts(self) -> Iterator[tuple[str, int | None, list[str]]]:
        """(title, number, pages) of each part of which there are pages; pages in no part are one without a title."""
        for title, keys in guide_parts(self.nav, self._locale):
            if there := [key for key in keys if key in self.plan.whole]:
                yield title, self.corpus.source(there[0]).front_matter.values.get("part"), there

    def _links(self, keys: Iterable[str]) -> Links:
        return Links(self.press.site, self.plan.locale, self.press.site_url, {key: self._text(key) for key in keys})

    def _text(self, key: str) -> html.HtmlElement:
        page = self.press.site_dir / self.press.site.address(key, self.plan.locale) / "index.html"
        return html.parse(str(page), html.HTMLParser(encoding="utf-8")).find(".//article")

    def _chapter(self, key: str, links: Links) -> Chapter:
        try:
            return read_chapter(
                links.pages[key], chapter_id(key), self.plan.locale, lambda href: links.target(key, href)
            )
        except UnknownForm as error:
            raise Unbound(
                f"{self.corpus.page(key, self.plan.locale).path}: {error}; see scripts/publish/book"
            ) from error

    def _data(self, chapter: Chapter, shared: list, key: str) -> dict:
        data = asdict(chapter)
        data["notices"] = [line for line in chapter.notices if line not in shared]
        data["head"] = self._head(key)
        data["hand"] = self._hand(key)
        data["said"] = [block["id"] for block in _says(chapter.blocks) if "id" in block]
        data["card"] = key.startswith(CARDS)
        return data

    def _front(self, key: str, name: str) -> object:
        return self.corpus.page(key, self.plan.locale).front_matter.values.get(name) or ""

    def _head(self, key: str) -> list[list[str]]:
        """(label, words) of what a reader must know of a page first: whom it is for and how old it is."""
        strings = self.press.strings[self.plan.locale]
        checked = str(self._front(key, "checked"))
        lines = [[strings["guide_for"], str(self._front(key, "for"))]]
        lines += [[strings["guide_checked"], Wording(self.plan.locale, strings).date(checked)]] if checked else []
        return [line for line in lines if line[1]]

    def _hand(self, key: str) -> dict:
        """The leaflets to hand over, by their titles."""
        names = self._front(key, "hand") or []
        titles = [self._title(f"leaflets/{name}.md") for name in names]
        return {"label": self.press.strings[self.plan.locale]["guide_hand"], "titles": titles}

    def _title(self, key: str) -> dict:
        """The title of a page as the language has it, else as the source does."""
        page = self.corpus.page(key, self.plan.locale) or self.corpus.source(key)
        return {"title": str(page.front_matter.values.get("title", "")), "lang": page.locale}


def _apart(blocks: list[dict]) -> tuple[list[dict], dict]:
    """What is said apart from the rest of a card, with the heading above it."""
    rest: list[dict] = []
    said: dict = {"title": [], "lines": []}
    for block in blocks:
        if block["k"] != "say":
            rest.append(block)
            continue
        if rest[-1]["k"] == "head" and not said["lines"]:
            said["title"] = rest.pop()["runs"]
        said["lines"].append(block["lines"])
    return rest, said


def _numbered_sentences(chapters: Iterable[Chapter]) -> list[dict]:
    """Gives each box with a sentence an id; the sentences, gathered under the chapter that has them first."""
    found: dict[str, dict] = {}
    groups: list[dict] = []
    number = 0
    for chapter in chapters:
        group = {"id": chapter.id, "title": chapter.title, "sentences": []}
        for block in _says(chapter.blocks):
            number += 1
            block["id"] = f"say-{number}"
            runs = block["lines"][0]["runs"]
            text = "".join(run.text for run in runs)
            if text not in found:
                found[text] = {"runs": runs, "ids": []}
                group["sentences"].append(found[text])
            found[text]["ids"].append(block["id"])
        if group["sentences"]:
            groups.append(group)
    return groups


def _says(blocks: list[dict]) -> Iterator[dict]:
    for block in blocks:
        if block["k"] == "say":
            yield block
        yield from _says(block.get("blocks", []))
        for item in block.get("items", []):
            yield from _says(item)
