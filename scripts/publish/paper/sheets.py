"""What every sheet and picture says: the rows of a built page, and what only paper needs, as data for the templates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from lxml import html

from hooks.leaflet_forms import SECONDS
from hooks.wording import Wording
from l10n.site import Site
from publish.paper.content import Row, read_page
from publish.paper.typesetting import qr_code

FOLDER = "files"


@dataclass(frozen=True)
class Sheet:
    """A file to be made: its path from the root of the site, its template (or `epub`, `docx`, `xlsx`, `csv`), data, and how many pages it
    may have."""

    path: str
    template: str
    data: dict = field(hash=False)
    pages: int = 0  # 0: a picture, or no pages


@dataclass(frozen=True)
class Press:
    """What all sheets of one build share. `strings`: locale -> words of the templates; `moment`: date of the version."""

    site_dir: Path
    site: Site
    strings: dict[str, dict[str, str]]
    site_url: str | None
    preview: bool
    moment: int | None

    def sheets(self) -> Iterator[Sheet]:
        """Every file to be made from the pages that are there."""
        for locale in self.site.codes:
            for page in sorted(self.home(locale).glob("leaflets/*/text/index.html")):
                yield from self._of_leaflet(locale, page.parent.parent.name)
        # The poster holds nothing that a release withholds; sites without our words have none.
        if self.strings and (self.site_dir / "index.html").is_file():
            yield self._poster()

    def _of_leaflet(self, locale: str, name: str) -> Iterator[Sheet]:
        page = self.home(locale) / "leaflets" / name / "index.html"
        rows, document = read_page(page)
        title = document.find(".//main//h1").text_content().strip()
        # Who wrote and read it, and the licence; the names of sources stand on the page.
        about = [line.text_content() for line in document.xpath(".//details[@class='meta']/p[not(@lang) and not(a)]")]
        address = self.address(locale, f"leaflets/{name}/")
        yield Sheet(
            self.path(locale, f"{name}.pdf"), "leaflet", self._leaflet([locale], title, rows, about, address), 2
        )
        for second in SECONDS:
            pair = page.parent / second / "index.html"
            if second != locale and pair.is_file():
                both, _ = read_page(pair)
                data = self._leaflet([locale, second], title, both, about[-1:], address)
                yield Sheet(self.path(locale, f"{name}-{second}.pdf"), "leaflet", data, 4)
        yield Sheet(self.path(locale, f"{name}.png"), "card", self._card(locale, rows, document, address))

    def _leaflet(self, langs: list[str], title: str, rows: list[Row], about: list[str], address: str | None) -> dict:
        return {
            "langs": langs,
            "title": title,
            "rows": rows,
            # What runs over the whole width: everything before the steps.
            "first": next(i for i, row in enumerate(rows) if row["k"] == "head" and row["level"] == 2),
            "draft": self.draft(langs),
            "footer": [self.strings[lang]["site_name"] for lang in langs] + self.version(langs[0]),
            "worker": [[lang, self.strings[lang]["paper_worker"]] for lang in langs],
            "about": about,
            "address": address,
            "qr": qr_code(address) if address else None,
        }

    def _card(self, locale: str, rows: list[Row], document, address: str | None) -> dict:
        key = next(row for row in rows if row["k"] == "box" and row["style"] == "key")
        call = document.find(".//a[@class='btn call']/span")
        number = call.find("bdi")
        return {
            "lang": locale,
            "title": document.findtext(".//title"),
            "points": next(block["items"] for row in key["rows"] for block in row["a"] if block["k"] == "ul"),
            "call": [[call.text, ""], [f"\u2066{number.text}\u2069", "n"]],
            "site": self.strings[locale]["site_name"],
            "address": address,
            "draft": self.draft([locale]),
        }

    def _poster(self) -> Sheet:
        source = self.site.source.code
        page = (self.home(source) / "index.html").read_bytes()
        call = html.fromstring(page).find(".//main//a[@class='btn call']//bdi").text
        data = {
            "title": self.strings[source]["site_name"],
            "lines": [
                {
                    "lang": locale,
                    "title": self.strings[locale]["poster_title"],
                    "text": self.strings[locale]["poster_text"],
                }
                for locale in self.site.codes
            ],
            "number": call,
            "calls": [{"lang": locale, "words": self.strings[locale]["urgent_question"]} for locale in self.site.codes],
            "footer": " · ".join(self.version(source)),
            "draft": self.draft(list(self.site.codes)),
            "address": self.site_url,
            "qr": qr_code(self.site_url) if self.site_url else None,
        }
        return Sheet(f"{FOLDER}/poster.pdf", "poster", data, 1)

    def draft(self, langs: list[str]) -> str | None:
        """What each page of a preview says of itself."""
        return " · ".join(self.strings[lang]["paper_draft"] for lang in langs) if self.preview else None

    def version(self, locale: str) -> list[str]:
        """The date of the version in words, if there is one."""
        if self.moment is None:
            return []
        day = datetime.fromtimestamp(self.moment, UTC).date().isoformat()
        return [self.strings[locale]["paper_version"].format(date=Wording(locale, self.strings[locale]).date(day))]

    def home(self, locale: str) -> Path:
        """The folder of a language."""
        return self.site_dir if locale == self.site.source.code else self.site_dir / locale

    def path(self, locale: str, name: str) -> str:
        """Where a file of a language lies, from the root."""
        return (self.home(locale) / FOLDER / name).relative_to(self.site_dir).as_posix()

    def address(self, locale: str, page: str) -> str | None:
        """The public address of a page, if the site has one."""
        if not self.site_url:
            return None
        return self.site_url.rstrip("/") + "/" + ("" if locale == self.site.source.code else f"{locale}/") + page
