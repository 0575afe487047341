"""Defects in what a reader reads: text, typography, direction."""

from __future__ import annotations

import itertools
import random
import re
import unicodedata
from collections.abc import Iterator

from l10n.dialect import BlockKind
from l10n.rules import Rule

from .ground import Ground, Pair
from .planting import HIDDEN, PLANTERS, PROSE, TABLES, Planting, insert, lines, planted, plants, swap

WORD = r"[^\W\d_]"
SENTENCE_END = re.compile(r"(?<=[.!?؟])\s+(?=\w)")
MONTHS = {
    "lt": [
        "sausio",
        "vasario",
        "kovo",
        "balandžio",
        "gegužės",
        "birželio",
        "liepos",
        "rugpjūčio",
        "rugsėjo",
        "spalio",
        "lapkričio",
        "gruodžio",
    ],
    "ru": [
        "января",
        "февраля",
        "марта",
        "апреля",
        "мая",
        "июня",
        "июля",
        "августа",
        "сентября",
        "октября",
        "ноября",
        "декабря",
    ],
    "fr": [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
    "ar": [
        "كانون الثاني/يناير",
        "شباط/فبراير",
        "آذار/مارس",
        "نيسان/أبريل",
        "أيار/مايو",
        "حزيران/يونيو",
        "تموز/يوليو",
        "آب/أغسطس",
        "أيلول/سبتمبر",
        "تشرين الأول/أكتوبر",
        "تشرين الثاني/نوفمبر",
        "كانون الأول/ديسمبر",
    ],
}
LOOKALIKES = {
    **dict(zip("aeocpx", "аеосрх", strict=True)),
    **dict(zip("аеосрх", "aeocpx", strict=True)),
    "ي": "ی",
    "ك": "ک",
}

swap(
    Rule.NUMBERS_DIFFER,
    r"(?<![\w.,:/–-])\d+(?![\w.,:/–-]*\d)(?!\w|\.)",
    lambda match: str(int(match[0]) + 3),
    kinds=(*PROSE, *TABLES),
)
swap(Rule.RANGES_DIFFER, r"(\d+:\d\d)–(\d+:\d\d)", r"\2–\1", kinds=(*PROSE, *TABLES), raw=True)
swap(Rule.DATES_DIFFER, r"(20\d\d)-(\d\d)-(\d\d)", r"\1-\3-\2", raw=True)
for _locale, _names in MONTHS.items():
    swap(
        Rule.DATES_DIFFER,
        rf"\b({'|'.join(_names)})\b",
        lambda match, names=_names: names[(names.index(match[0]) + 1) % 12],
        locales=_locale,
    )
swap(
    Rule.TIMES_DIFFER,
    r"\b(iki|до|à|حتى الساعة) (1[3-8])\b(?!:)",
    lambda match: f"{match[1]} {int(match[2]) - 12}",
)
swap(Rule.EMAIL_DIFFERS, r"\b[\w.]+@", "post@", raw=True)
swap(Rule.URL_DIFFERS, r"(?<!\()(https?://[^\s),]+)", r"\1/old", raw=True)
swap(Rule.QUESTION_DIFFERS, r"[\u00a0\u202f]?[?؟]", ".", kinds=(*PROSE, BlockKind.HEADING))
swap(Rule.END_PUNCTUATION, r"[\u00a0\u202f]?[:.؛؟?]$", "")
insert(Rule.TYPED_TELEPHONE, "+370 612 34567", "8 612 34567")

insert(Rule.BIDI_CONTROLS, "\u202b", "\u2067")
for _text in (" C++ ", " 2013/33/EU "):
    swap(Rule.BIDI_FLIP, "(?<=[ء-ي]) (?=[ء-ي])", _text, locales="ar")
swap(Rule.BIDI_RANGE, r"<bdi>(\d[^<–]*–[^<]*)</bdi>", r"\1", kinds=(*PROSE, *TABLES), raw=True)

_QUOTED = r"[„«](.+?)[“»]"
swap(Rule.QUOTATION_MARKS, _QUOTED, {"lt": r"«\1»", "ru": r"“\1”", "fr": r"“\1”", "ar": r"“\1”"})
swap(Rule.UNPAIRED_QUOTES, _QUOTED, lambda match: match[0][:-1])
swap(Rule.UNPAIRED_QUOTES, _QUOTED, lambda match: match[0][1:])
swap(Rule.FRENCH_SPACING, r"[\u00a0\u202f](?=[:;!?»])", " ", locales="fr")
swap(Rule.FRENCH_SPACING, r"[\u00a0\u202f](?=[:;!?»])", "", locales="fr")
swap(Rule.ARABIC_PUNCTUATION, "[،؛؟]", lambda match: {"،": ",", "؛": ";", "؟": "?"}[match[0]], locales="ar")
swap(Rule.ARABIC_PUNCTUATION, ",(?= )", "،", locales="lt ru fr")
swap(Rule.KASHIDA, "(?<=[بتثسشصضعغفقكلمنهي])(?=[ابتثجحخسشصضعغفقكلمنهي])", "ـ", locales="ar")
swap(Rule.DOUBLED_WORD, rf"(?<!\w){WORD}{{5,}}(?!\w)", lambda match: f"{match[0]} {match[0].lower()}")
swap(
    Rule.MIXED_SCRIPTS,
    rf"(?<={WORD}{WORD})[{''.join(LOOKALIKES)}](?={WORD})",
    lambda match: LOOKALIKES[match[0]],
)
swap(Rule.REPLACEMENT_CHARACTER, rf"(?<={WORD}){WORD}", "\ufffd")
swap(Rule.MOJIBAKE, rf"{WORD}*[^\W\d_a-zA-Z]{WORD}*", lambda match: match[0].encode().decode("cp1252", "replace"))
swap(Rule.INVISIBLE_CHARACTER, rf"(?<={WORD}{WORD})(?={WORD})", "\u200b")
swap(
    Rule.NOT_NFC,
    "[éèêàçùûîôėščžūįųąęйёأإآؤئ]",
    lambda match: unicodedata.normalize("NFD", match[0]),
)


_statements = PLANTERS[Rule.QUESTION_DIFFERS]


@plants(Rule.QUESTION_DIFFERS)
def _questions(ground: Ground, pair: Pair, chance: random.Random) -> Iterator[Planting]:
    """Questions become statements, where the translation asks no more than its source: else it would be no loss."""
    for planting in _statements(ground, pair, chance):
        source, section = (page.by_key.get(planting.section) for page in pair)
        if source and section and len(re.findall("[?؟]", section.prose)) <= source.prose.count("?"):
            yield planting


@plants(Rule.NUMBERS_MOVED)
def _numbers_moved(ground: Ground, pair: Pair, chance: random.Random) -> Iterator[Planting]:
    """Two rows of a table exchange a cell with a number."""
    page = pair.translation
    rows = [line for line in lines(page, TABLES) if re.search(r"\d", line.raw)]
    for first, second in itertools.pairwise(rows):
        ours, theirs = first.raw.split("|"), second.raw.split("|")
        for column in range(2, min(len(ours), len(theirs)) - 1):
            if _figures(ours[column]) == _figures(theirs[column]):
                continue  # no number would move
            new = [ours.copy(), theirs.copy()]
            new[0][column], new[1][column] = theirs[column], ours[column]
            texts = page.text.split("\n")
            texts[first.number - 1], texts[second.number - 1] = ("|".join(cells) for cells in new)
            yield Planting({page.path: "\n".join(texts)}, pair, first.section)


def _figures(cell: str) -> list[str]:
    return re.findall(r"\d+", HIDDEN.sub(" ", cell))


@plants(Rule.LENGTH_DIFFERS)
def _length(ground: Ground, pair: Pair, chance: random.Random) -> Iterator[Planting]:
    """Sections lose every sentence but the first of each paragraph."""
    page = pair.translation
    for section in page.sections:
        source = pair.source.by_key.get(section.key)
        if source is None or len(source.prose) < 250:
            continue
        texts = page.text.split("\n")
        for line in lines(page, (BlockKind.PARAGRAPH,)):
            if line.section == section.key and "{{" not in line.raw:
                texts[line.number - 1] = SENTENCE_END.split(line.raw)[0]
        new = "\n".join(texts)
        if len(page.text) - len(new) > len(section.prose) / 2:
            yield Planting({page.path: new}, pair, section.key)


@plants(Rule.UNTRANSLATED_TEXT)
def _untranslated(ground: Ground, pair: Pair, chance: random.Random) -> Iterator[Planting]:
    """A line is that of the source."""
    yield from _lines_of(ground, pair, pair.source.locale, (*PROSE, BlockKind.HEADING), 5)


@plants(Rule.WRONG_LANGUAGE)
def _wrong_language(ground: Ground, pair: Pair, chance: random.Random) -> Iterator[Planting]:
    """A line is that of another translation."""
    locales = [locale.code for locale in ground.site.translations if locale.code != pair.translation.locale]
    yield from _lines_of(ground, pair, chance.choice(locales), PROSE, 8)


def _lines_of(ground: Ground, pair: Pair, locale: str, kinds: tuple[BlockKind, ...], words: int) -> Iterator[Planting]:
    """Lines exchanged for those of the same place in another locale, where sections have equally many."""
    other = ground.corpus.page(pair.translation.key, locale)
    if other is None:
        return
    theirs: dict[str, list[str]] = {}
    for line in lines(other, kinds):
        theirs.setdefault(line.section, []).append(line.raw)
    ours: dict[str, list[int]] = {}
    for line in lines(pair.translation, kinds):
        place = ours.setdefault(line.section, [])
        place.append(line.number)
    for line in lines(pair.translation, kinds):
        there = theirs.get(line.section, [])
        if len(there) == len(ours[line.section]):
            text = there[ours[line.section].index(line.number)]
            if len(re.findall(rf"{WORD}+", line._replace(raw=text).prose)) >= words:
                yield planted(pair, line, text)
