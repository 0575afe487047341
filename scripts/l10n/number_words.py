"""Numbers written as words, so that “three steps” and “3 шага” count as the same.

Small numbers and their ordinals, in the forms that a text inflects them to. A language that is not here has no words:
there a number in figures on one side alone is a difference.
"""

from __future__ import annotations

import re
from functools import cache

from .typography.conventions import conventions

# Language -> number -> its words. Where the word for one is the article too, it counts all the same.
WORDS: dict[str, dict[int, str]] = {
    "en": {
        0: "zero|nought|none|no",
        1: "one|first|once|single",
        2: "two|second|twice|both|double|pair|couple|half",
        3: "three|third|thirds|thrice|triple",
        4: "four|fourth|quarter",
        5: "five|fifth",
        6: "six|sixth",
        7: "seven|seventh",
        8: "eight|eighth",
        9: "nine|ninth",
        10: "ten|tenth",
        11: "eleven|eleventh",
        12: "twelve|twelfth|dozen",
        20: "twenty|twentieth",
        24: "twenty-four",
        30: "thirty",
        40: "forty",
        50: "fifty|half",
        60: "sixty",
        100: "hundred",
        1000: "thousand",
    },
    "lt": {
        0: r"nul\w+",
        1: r"vien\w*|pirm\w+|kart\w*",
        2: r"du|dvi|dviej\w+|dviem\w*|antr\w+|ab[iu]|abej\w+|dvigub\w+|dukart|pus\w+|pora|porą",
        3: r"trys|tris|trij\w+|trim\w*|tre[čt]\w+|trigub\w+",
        4: r"ketur\w+|ketvirt\w+",
        5: r"penk\w+",
        6: r"šeš\w+",
        7: r"septyn\w+|septint\w+",
        8: r"aštuon\w+|aštunt\w+",
        9: r"devyn\w+|devint\w+",
        10: r"dešimt\w*",
        11: r"vienuolik\w+",
        12: r"dvylik\w+|tuzin\w+",
        20: r"dvidešimt\w*",
        30: r"trisdešimt\w*",
        50: r"penkiasdešimt\w*|pus\w+",
        100: r"šimt\w+",
        1000: r"tūkstan\w+",
    },
    "ru": {
        0: r"нол\w+|нул\w+|нет",
        1: r"од(?:ин|н\w+)|перв\w+|раз|однажды|едини\w+",
        2: r"дв(?:а|е|ух|ум|умя|ое|оих)|втор\w+|дважды|вдвое|об[ае]|обо?им?х?|обеих|двойн\w+|пара|пару|пол\w+",
        3: r"тр(?:и|ёх|ех|ём|ем|емя|ое)|трет\w+|трижды|втрое|тройн\w+",
        4: r"четыр\w+|четв[её]р\w+",
        5: r"пят\w+",
        6: r"шест\w+",
        7: r"сем(?:ь|и|ью)|седьм\w+",
        8: r"вос[ье]м\w+",
        9: r"девят\w+",
        10: r"десят\w+",
        11: r"одиннадцат\w+",
        12: r"двенадцат\w+|дюжин\w+",
        20: r"двадцат\w+",
        30: r"тридцат\w+",
        50: r"пятьдесят|пятидесят\w+|полови\w+",
        100: r"ст[оа]|сот\w*",
        1000: r"тысяч\w*",
    },
    "fr": {
        0: r"zéros?|aucune?",
        1: r"une?|premi(?:er|ère)s?|seule?",
        2: r"deux(?:ièmes?)?|seconde?s?|double|doubler|paire|moitié|demie?",
        3: r"trois(?:ièmes?)?|tiers|triple",
        4: r"quatre|quatrièmes?|quart",
        5: r"cinq(?:uièmes?)?",
        6: r"six(?:ièmes?)?",
        7: r"sept(?:ièmes?)?",
        8: r"huit(?:ièmes?)?",
        9: r"neuf|neuvièmes?",
        10: r"dix(?:ièmes?)?|dizaine",
        11: r"onze|onzièmes?",
        12: r"douze|douzièmes?|douzaine",
        20: r"vingt|vingtaine",
        30: r"trente|trentaine",
        50: r"cinquante|moitié",
        100: r"cents?|centaines?",
        1000: r"mille|milliers?",
    },
    "ar": {
        0: r"صفر",
        1: r"واحد[ةاً]*|[أا]ولى?|مرة|مرّة",
        2: r"اثن(?:ان|ين|تان|تين)|[إا]ثن(?:ان|ين|تان|تين)|ثان(?:ي|ية|ياً|يًا)|مرت(?:ان|ين)|ساعت(?:ان|ين)|دقيقت(?:ان|ين)"
        r"|يوم(?:ان|ين)|أسبوع(?:ان|ين)|شهر(?:ان|ين)|سنت(?:ان|ين)|عام(?:ان|ين)|خطوت(?:ان|ين)|نوع(?:ان|ين)|شخص(?:ان|ين)"
        r"|قسم(?:ان|ين)|نسخت(?:ان|ين)|صفحت(?:ان|ين)|كلمت(?:ان|ين)|كل(?:ا|تا|تي|ي)|ضعف|نصف",
        3: r"ثلاث(?:ة|ًا|اً)?|ثالث(?:ة|ًا|اً)?|ثلث",
        4: r"[أا]ربع(?:ة)?|رابع(?:ة)?|ربع",
        5: r"خمس(?:ة)?|خامس(?:ة)?",
        6: r"ست(?:ة)?|سادس(?:ة)?",
        7: r"سبع(?:ة)?|سابع(?:ة)?",
        8: r"ثمان(?:ي|ية)?|ثامن(?:ة)?",
        9: r"تسع(?:ة)?|تاسع(?:ة)?",
        10: r"عشر(?:ة)?|عاشر(?:ة)?",
        11: r"[أا]حد عشر|[إا]حدى عشرة",
        12: r"[اإ]ثنا عشر|اثني عشر|اثنتا عشرة",
        20: r"عشر(?:ون|ين)",
        30: r"ثلاث(?:ون|ين)",
        50: r"خمس(?:ون|ين)|نصف",
        100: r"مئة|مائة|مئات",
        1000: r"[أا]لف|آلاف",
    },
    "de": {
        0: r"null|keine?\w*",
        1: r"eine?[mnrs]?|erste[mnrs]?|einmal|eins|erstens",
        2: r"zwei\w*|beide[mnrs]?|doppelt\w*|paar|halb\w*|Hälfte",
        3: r"drei\w*|dritte[mnrs]?|Drittel",
        4: r"vier\w*|Viertel",
        5: r"fünf\w*",
        6: r"sechs\w*",
        7: r"sieb\w+",
        8: r"acht\w*",
        9: r"neun\w*",
        10: r"zehn\w*",
        11: r"elf\w*",
        12: r"zwölf\w*|Dutzend",
        20: r"zwanzig\w*",
        30: r"dreißig\w*",
        50: r"fünfzig\w*|Hälfte",
        100: r"hundert\w*",
        1000: r"tausend\w*",
    },
    "es": {
        0: r"cero|ning[uú]n\w*",
        1: r"un[oa]?|primer[oa]?s?|única?",
        2: r"dos|segund[oa]s?|ambos|ambas|doble|par|mitad|medi[oa]",
        3: r"tres|tercer[oa]?s?|triple",
        4: r"cuatro|cuart[oa]s?",
        5: r"cinco|quint[oa]s?",
        6: r"seis|sext[oa]s?",
        7: r"siete|séptim[oa]s?",
        8: r"ocho|octav[oa]s?",
        9: r"nueve|noven[oa]s?",
        10: r"diez|décim[oa]s?",
        11: "once",
        12: "doce|docena",
        20: "veinte",
        30: "treinta",
        50: "cincuenta|mitad",
        100: r"cien\w*",
        1000: "mil",
    },
    "pl": {
        0: r"zer\w+|żad\w+",
        1: r"jed(?:en|n\w+)|pierwsz\w+|raz",
        2: r"dw(?:a|ie|óch|om|oma|u)|drug\w+|ob(?:a|ie|u|ydwa|ydwie)|dwukrotn\w+|podwójn\w+|par\w|po[łl]ow\w+",
        3: r"trz(?:y|ech|em|ema)|trzeci\w*",
        4: r"czter\w+|czwart\w+",
        5: r"pięc\w+|pięć|piąt\w+",
        6: r"sześ\w+|szóst\w+",
        7: r"siedem|siedm\w+|siódm\w+",
        8: r"osiem|ośm\w+|ósm\w+",
        9: r"dziewię\w+|dziewiąt\w+",
        10: r"dziesię\w+|dziesiąt\w+",
        11: r"jedenaś\w+|jedenast\w+",
        12: r"dwanaś\w+|dwunast\w+|tuzin\w*",
        20: r"dwadzieś\w+|dwudziest\w+",
        100: r"st[oau]|set\w*",
        1000: r"tysi\w+",
    },
}
_ROMAN = (
    *("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI"),
    *("XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX", "XXI"),
)
ROMAN = {figures: number for number, figures in enumerate(_ROMAN, 1)}
ROMAN_WORD = re.compile(r"\b[IVX]+(?:er|re|e)?\b")
_PREFIXES = {"ar": "(?:[وف]?[بلك]?(?:ال|لل)?)?"}


def words_for(number: str, text: str, locale: str) -> int:
    """How often a text of a locale writes a number as a word or in Roman figures."""
    pattern = _pattern(conventions(locale).language, int(number))
    found = len(pattern.findall(text)) if pattern else 0
    return found + sum(ROMAN.get(word.rstrip("er"), 0) == int(number) for word in ROMAN_WORD.findall(text))


@cache
def _pattern(language: str, number: int) -> re.Pattern[str] | None:
    words = WORDS.get(language, {}).get(number)
    return re.compile(rf"\b{_PREFIXES.get(language, '')}(?:{words})\b", re.IGNORECASE) if words else None
