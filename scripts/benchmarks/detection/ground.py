"""The ground that defects are planted in: a copy of this site and some pages with every kind of markup, all of it whole."""

from __future__ import annotations

import random
import re
import shutil
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from string import Template
from typing import Any, NamedTuple

import yaml

from l10n.checks import SITE_CHECKS
from l10n.corpus import Corpus
from l10n.data_file import DataError
from l10n.digest import digests
from l10n.finding import Draft, Severity
from l10n.page import Page, page_of
from l10n.rules import Gravity, Rule
from l10n.runner import check_site
from l10n.site import load_site

TODAY = date(2026, 9, 1)
WORKBOOK = Path(__file__).with_name("workbook")
FOLDER = "workbook"
PAGES = 6
LAWS = tuple(f"law/{number}.md" for number in range(5))  # pages that the policy keeps in the language of the source
IMAGE = '<svg xmlns="http://www.w3.org/2000/svg"/>\n'
LAW = "---\ntitle: The text of a law\n---\n\nThe law holds in the language in which it was passed.\n"
SAME_EVERYWHERE = {Rule.UNSIGNED}  # a property of the whole copy: nobody has signed it

Found = Counter[tuple[Rule, str]]  # rule and section, how often


class Pair(NamedTuple):
    """A translation and its source."""

    source: Page
    translation: Page

    @property
    def place(self) -> tuple[str, str]:
        """The page key and the locale of the translation."""
        return self.translation.key, self.translation.locale


class Ground:
    """A copy of the site of `root` in an empty folder, with the pages of the workbook."""

    def __init__(self, root: Path, folder: Path):
        self.folder = folder
        shutil.copytree(root / "docs", folder / "docs")
        config = (root / "mkdocs.yml").read_text(encoding="utf-8")
        kept = f"    untranslated: [{', '.join(LAWS)}]\n"
        (folder / "mkdocs.yml").write_text(config.replace("  l10n:\n", f"  l10n:\n{kept}", 1), encoding="utf-8")
        self.load()
        self._write_workbook()
        self.load()
        site = self.site
        pages = [(key, locale) for key in site.keys for locale in site.codes if site.has(key, locale)]
        self.pairs = [
            Pair(self.corpus.source(key), self.corpus.page(key, locale))
            for key, locale in pages
            if locale != site.source.code
        ]
        self.places = pages
        self._before: dict[tuple[str, str] | None, Found] = {}
        self._data: dict[str, Any] = {}

    def load(self) -> None:
        """Read the configuration and everything else anew."""
        self.site = load_site(self.folder / "mkdocs.yml")
        self.corpus = Corpus(self.site)

    def _write_workbook(self) -> None:
        docs = self.folder / "docs"
        codes = self.site.codes
        for name in LAWS:
            _write(docs / codes[0] / name, LAW)
        for number in range(PAGES):
            chance = random.Random(number)
            afternoon = chance.randint(1, 6)
            values = {
                "n": str(20 + 7 * number),
                "am": str(chance.randint(7, 9)),
                "late": str(afternoon),
                "pm": str(afternoon + 2),
                "dusk": str(afternoon + 13),
                "day": str(chance.randint(20, 28)),
                "low": f"{chance.randint(9, 12):02}",
            }
            for code in codes:
                text = Template((WORKBOOK / f"{code}.md").read_text(encoding="utf-8")).substitute(values)
                _write(docs / code / FOLDER / f"page-{number}.md", text)
                _write(docs / code / FOLDER / f"plan-{values['n']}.svg", IMAGE)
            _write(docs / FOLDER / f"plan-{values['n']}.svg", IMAGE)
        self.load()
        for number in range(PAGES):
            key = f"{FOLDER}/page-{number}.md"
            record = digests(self.corpus.source(key))
            lines = "source:\n" + "".join(f'  {name}: "{digest}"\n' for name, digest in record.items())
            for locale in self.site.translations:
                file = docs / locale.code / key
                _write(file, file.read_text(encoding="utf-8").replace("\n---\n", f"\n{lines}---\n", 1))

    def as_translation(self, source: Page, locale: str) -> Page:
        """A page of the source as if it stood in another locale too."""
        path = source.path.replace(f"/{source.locale}/", f"/{locale}/", 1)
        return page_of(source.text, source.key, locale, path, source.translatable)

    def data(self, name: str) -> Any:
        """What a data file holds, untouched."""
        if name not in self._data:
            text = (self.folder / "docs" / "data" / f"{name}.yml").read_text(encoding="utf-8")
            self._data[name] = yaml.safe_load(text)
        return self._data[name]

    def before(self, place: tuple[str, str] | None) -> Found:
        """What is found at a place of the untouched copy; None: what belongs to no page."""
        if place not in self._before:
            self._before[place] = self.found(place)
        return self._before[place]

    def found(self, place: tuple[str, str] | None) -> Found:
        """What is found at a place now."""
        if place is None:
            return Counter((draft.rule, draft.section) for draft in self._site_drafts())
        report = check_site(self.corpus, TODAY, notices=True, only=[place])
        return Counter((f.rule, f.section) for f in report.findings if f.rule not in SAME_EVERYWHERE)

    def _site_drafts(self) -> Iterator[Draft]:
        for check in SITE_CHECKS:
            try:
                yield from (draft for _, _, draft in check(self.corpus, TODAY))
            except DataError as error:  # another check says so
                yield Draft(Rule.UNREADABLE_DATA, error.line, "", error.problem, "")

    def planted(self, edits: Mapping[str, str | None], place: tuple[str, str] | None, *, anew: bool) -> Found:
        """What is found at a place while files hold other texts (None: while they are not there).

        `anew`: the edits are to more than the text of pages, so the site is read again.
        """
        kept = {path: self._text(path) for path in edits}
        whole = self.site, self.corpus
        try:
            self._put(edits)
            if anew:
                self.load()
            return self.found(place)
        finally:
            self.site, self.corpus = whole
            self._put(kept)

    def _text(self, path: str) -> str | None:
        file = self.folder / path
        return file.read_text(encoding="utf-8") if file.exists() else None

    def _put(self, edits: Mapping[str, str | None]) -> None:
        for path, text in edits.items():
            if text is None:
                (self.folder / path).unlink(missing_ok=True)
            else:
                _write(self.folder / path, text)
            if match := re.fullmatch(r"docs/(\w+)/(.+\.md)", path):
                self.corpus.forget(match[2], match[1])

    def false_alarms(self) -> tuple[Counter[str], Counter[str]]:
        """Errors and warnings by rule on the untouched copy, and the notices of rules that guess.

        What is owed where the policy can wait is no alarm: that translation is truly missing or behind.
        """
        report = check_site(self.corpus, TODAY, notices=True)
        grave: Counter[str] = Counter()
        guesses: Counter[str] = Counter()
        for finding in report.findings:
            waits = finding.severity is Severity.WARNING and finding.rule.value.gravity is Gravity.OWED
            if finding.severity is not Severity.NOTICE and not waits:
                grave[finding.rule.title] += 1
            elif finding.rule.value.guesses and finding.rule.value.gravity is Gravity.NOTICE:
                guesses[finding.rule.title] += 1
        return grave, guesses


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
