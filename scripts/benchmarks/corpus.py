"""A site of any size to measure the checker on: pages as people write them, each with one translation.

The same seed gives the same bytes. The translation is word by word into Russian words, with Russian quotation marks: the
checks of text have real letters of another script to look at, and nothing to find. Every section is recorded as current.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from l10n.digest import digests
from l10n.page import load_page

PAGE_BYTES = 10_000
PAGES_A_FOLDER = 50
MANY = 200  # pairs that are worth more than one process
LANGUAGES = ("en", "ru")
SECTIONS = ("start", "steps", "hours", "people", "papers", "rooms", "rights", "more")
# English and Russian, a pair a word. Only the letters matter here, not the grammar.
_VOCABULARY = """
house/дом water/вода river/река street/улица window/окно garden/сад bread/хлеб winter/зима summer/лето morning/утро
evening/вечер teacher/учитель doctor/врач lawyer/юрист paper/бумага letter/письмо answer/ответ question/вопрос
children/дети family/семья friend/друг brother/брат sister/сестра mother/мать father/отец city/город village/деревня
office/контора station/вокзал school/школа hospital/больница kitchen/кухня table/стол chair/стул door/дверь
blanket/одеяло coat/пальто shoes/обувь money/деньги work/работа rest/отдых sleep/сон walk/прогулка talk/разговор
listen/слушать write/писать read/читать ask/спросить wait/ждать find/найти keep/хранить bring/принести give/дать
take/взять open/открыть close/закрыть begin/начать finish/закончить help/помощь know/знать think/думать feel/чувствовать
remember/помнить forget/забыть learn/учиться understand/понимать choose/выбрать decide/решить explain/объяснить
quiet/тихий slow/медленный short/короткий long/длинный warm/тёплый cold/холодный small/маленький large/большой
early/ранний late/поздний near/близкий far/далёкий safe/безопасный hard/трудный simple/простой common/общий
often/часто always/всегда never/никогда sometimes/иногда today/сегодня tomorrow/завтра here/здесь there/там
together/вместе alone/наедине first/сначала again/снова before/раньше after/потом under/под over/над between/между
because/потому while/пока when/когда where/где with/с without/без about/о through/через against/против
person/человек voice/голос hand/рука heart/сердце breath/дыхание body/тело night/ночь day/день week/неделя month/месяц
"""
WORDS = tuple(tuple(pair.split("/")) for pair in _VOCABULARY.split())
CONFIG = """\
site_name: Measured
docs_dir: docs
plugins:
  - i18n:
      docs_structure: folder
      languages:
        - {locale: en, name: English, default: true}
        - {locale: ru, name: Русский}
extra:
  l10n:
    same: [UNHCR, Vilnius]
"""
IMAGE = '<svg xmlns="http://www.w3.org/2000/svg"/>\n'


@dataclass(frozen=True)
class Piece:
    """A piece of a page in both languages."""

    en: str
    ru: str

    def __add__(self, other: Piece) -> Piece:
        return Piece(self.en + other.en, self.ru + other.ru)


def write_corpus(folder: Path, pairs: int, seed: int = 1) -> int:
    """Write `mkdocs.yml` and the pages into an empty folder; the bytes of all pages."""
    (folder / "docs" / "assets").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    (folder / "docs" / "assets" / "plan.svg").write_text(IMAGE, encoding="utf-8")
    write = partial(_write_pair, folder, pairs, seed)
    if pairs < MANY:
        return sum(map(write, range(pairs)))
    with ProcessPoolExecutor() as executor:
        return sum(executor.map(write, range(pairs), chunksize=MANY // 2))


def _write_pair(folder: Path, pairs: int, seed: int, number: int) -> int:
    """Write a page and its translation; the bytes of both."""
    key = page_key(number)
    page = _Writer(random.Random(f"{seed}/{number}"), number, pairs).page()
    source, translation = (folder / "docs" / language / key for language in LANGUAGES)
    for file in (source, translation):
        file.parent.mkdir(parents=True, exist_ok=True)
    source.write_text(page.en, encoding="utf-8")
    record = digests(load_page(source, key, "en", key, ("title", "description")))
    lines = "".join(f'  {name}: "{digest}"\n' for name, digest in record.items())
    text = page.ru.replace("\n---\n", f"\nsource:\n{lines}---\n", 1)
    translation.write_text(text, encoding="utf-8")
    return len(page.en.encode()) + len(text.encode())


def page_key(number: int) -> str:
    """The page key of the page with this number: folders of fifty."""
    return f"part-{number // PAGES_A_FOLDER:03}/page-{number:05}.md" if number else "index.md"


def _phrase(words: list[tuple[str, ...]]) -> Piece:
    return Piece(*(" ".join(word[side] for word in words).capitalize() for side in (0, 1)))


class _Writer:
    """Writes one page."""

    def __init__(self, chance: random.Random, number: int, pairs: int):
        self.chance = chance
        self.number = number
        self.pairs = pairs
        self.notes = 0

    def page(self) -> Piece:
        title = self.words(4, 6)
        about = self.words(10, 14)
        page = Piece(
            f"---\ntitle: {title.en}\ndescription: {about.en}\n---\n\n",
            f"---\ntitle: {title.ru}\ndescription: {about.ru}\n---\n\n",
        )
        page += self.paragraph()
        for anchor in SECTIONS:
            page += self.heading(2, anchor)
            for block in self.blocks(anchor):
                page += block
        filler = 0
        while len(page.en) < PAGE_BYTES:
            filler += 1
            page += self.heading(3, f"note-{filler}") + self.paragraph() + self.paragraph()
        for note in range(1, self.notes + 1):
            # Words alone: a sentence could ask for one more note.
            page += self.both("[^", str(note), "]: ") + self.words(7, 15) + self.both(".\n")
        return page

    def blocks(self, anchor: str) -> Iterator[Piece]:
        """What stands in a section: paragraphs always, and one of the other kinds of block a section."""
        yield self.paragraph()
        yield {
            "start": self.paragraph,
            "steps": self.steps,
            "hours": self.table,
            "people": self.items,
            "papers": self.code,
            "rooms": self.image,
            "rights": self.box,
            "more": self.definitions,
        }[anchor]()
        yield self.paragraph()

    def both(self, *texts: str) -> Piece:
        text = "".join(texts)
        return Piece(text, text)

    def words(self, least: int, most: int) -> Piece:
        """Words in a row, no two the same, the first with a capital letter."""
        return _phrase(self.chance.sample(WORDS, self.chance.randint(least, most)))

    def sentence(self) -> Piece:
        """A sentence: plain most of the time, else with emphasis, code, a quotation, a number, a link or a note."""
        word, *picked = self.chance.sample(WORDS, self.chance.randint(7, 15))
        body = _phrase(picked)
        extra = self.chance.randrange(12)
        if extra == 0:
            body += Piece(f" **{word[0]}**", f" **{word[1]}**")
        elif extra == 1:
            body += self.both(f" `run --{word[0]}`")
        elif extra == 2:
            body += Piece(f" “{word[0]}”", f" «{word[1]}»")
        elif extra == 3:
            body += self.both(f" {self.chance.randint(2, 99)}")
        elif extra == 4:
            body += self.link(word)
        elif extra == 5 and self.notes < 6:
            self.notes += 1
            body += self.both(f"[^{self.notes}]")
        return body + self.both(".")

    def link(self, word: tuple[str, ...]) -> Piece:
        """A link to a page nearby or anywhere, most of them to one of its sections."""
        near = self.chance.random() < 0.7
        other = self.number + self.chance.randint(-20, 20) if near else self.chance.randrange(self.pairs)
        other = min(max(other, 0), self.pairs - 1)
        here, there = page_key(self.number), page_key(other)
        target = ("../" if "/" in here else "") + there
        if self.chance.random() < 0.6:
            target += f"#{self.chance.choice(SECTIONS)}"
        return Piece(f" [{word[0]}]({target})", f" [{word[1]}]({target})")

    def paragraph(self) -> Piece:
        """Three to five sentences on lines of about the usual length."""
        text = self.sentence()
        for _ in range(self.chance.randint(2, 4)):
            text += self.both("\n" if self.chance.random() < 0.5 else " ") + self.sentence()
        return text + self.both("\n\n")

    def heading(self, level: int, anchor: str) -> Piece:
        return self.both("#" * level, " ") + self.words(2, 4) + self.both(f" {{ #{anchor} }}\n\n")

    def items(self) -> Piece:
        text = Piece("", "")
        for _ in range(4):
            text += self.both("- ") + self.sentence() + self.both("\n")
        return (
            text + self.both("    - ") + self.sentence() + self.both("\n    - ") + self.sentence() + self.both("\n\n")
        )

    def steps(self) -> Piece:
        text = Piece("", "")
        for number in range(1, 5):
            text += (
                self.both(f"{number}. ") + self.sentence() + self.both("\n\n    ") + self.sentence() + self.both("\n\n")
            )
        return text

    def table(self) -> Piece:
        head = self.words(1, 1) + self.both(" | ") + self.words(1, 1)
        text = self.both("| ") + head + self.both(" |\n|---|---|\n")
        for _ in range(5):
            hours = f"{self.chance.randint(7, 9)}:00–{self.chance.randint(15, 18)}:30"
            text += self.both("| ") + self.words(1, 3) + self.both(f" | {hours} |\n")
        return text + self.both("\n")

    def code(self) -> Piece:
        return self.both(f"```sh\nfor page in {self.number} all; do\n\n    run --page $page\ndone\n```\n\n")

    def image(self) -> Piece:
        up = "../../" if self.number else "../"
        return self.both("![") + self.words(3, 4) + self.both(f"]({up}assets/plan.svg)\n\n")

    def box(self) -> Piece:
        return self.both('!!! note "') + self.words(2, 3) + self.both('"\n    ') + self.sentence() + self.both("\n\n")

    def definitions(self) -> Piece:
        text = Piece("", "")
        for _ in range(2):
            text += self.words(1, 1) + self.both("\n:   ") + self.sentence() + self.both("\n\n")
        return text
