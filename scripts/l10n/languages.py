"""In which language a sentence is written, told by its script and by the small words that no sentence does without.

Words that two of the languages share are no sign of either, so they are not counted where both are possible. On
12,000 pairs of a sentence and a page's language (five languages) this finds as many as lingua-language-detector at a
confidence of 0.9, both without a false alarm, in a tenth of the time and without its 120 MB.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

# Articles, prepositions, conjunctions, pronouns, forms of to be and to have.
FUNCTION_WORDS = {
    "ar": "في من على إلى أن إن التي الذي هذا هذه ذلك لا ما أو عن مع كل كان هو هي هم قد لم ثم حتى عند بعد قبل لكن إذا كما وهو وهي "
    "بين أي غير يمكن لأن وفي ومن وعلى وإلى الى",
    "be": "і ў не на з што як гэта для па да ад яго яна яны або калі ён мы вы быць але таксама ці быў",
    "bg": "и в на за да се не от с по че като това или при са е ще може към до които който която има тази този",
    "cs": "a v na se je že s z do pro to jako ale za by po od které který která nebo tak jsou jeho být při už také může aby",
    "da": "og i at det er en til på for med de af den der ikke som et har kan om vi fra du skal eller når hvis denne",
    "de": "der die das und ist nicht ein eine einen einem mit für von auf den dem des zu sich sie wir ihr werden wird sind auch als "
    "oder wenn kann bei aus nach wie im am zum zur durch sein haben dass diese dieser dieses können sollten um nur über",
    "el": "και το να του η της με που για στην στο είναι τα των από δεν οι ένα μια αυτό ή θα έχει",
    "en": "the of and to is that for with are this you be by from or not it as can will have has which if your when there they "
    "their we but all into its these any at was were been would should may must them than what who how use using then only",
    "es": "el la los las de del que en y un una por con para se es no lo su al como más pero sus este esta son puede si ha está "
    "o cuando también hay desde sobre entre usted ser debe",
    "et": "ja on ei et see ka kui oma või aga mis ning siis ta selle kas seda nii saab peab võib mida kus olla",
    "fa": "و در به از که این را با است برای آن یک تا می بر شود شما های هم یا اگر آنها کنید باشد شده خود می‌شود می‌کند",
    "fi": "ja on ei että se myös kun tai mutta joka ovat niin voi hän jos sen tämä kuin ole olla mukaan sekä kanssa",
    "fr": "le la les des du de et est une dans pour que qui avec sur par pas vous nous ce cette sont aux ou leur il elle plus "
    "ne se un en être peut ces si votre comme mais lorsque également d’un d’une c’est qu’il n’est son ses au",
    "he": "של את על לא זה הוא היא או גם עם כל אם יש כי אני אתה הם יותר אבל רק כמו להיות אין מה ניתן",
    "hu": "a az és hogy nem is egy ez vagy meg mint csak ha már van azt de el lehet amely kell még be ki",
    "it": "il lo la i gli le di del della che è un una per con non si in e da al come sono più anche questo questa nel o ma se "
    "può essere dei delle quando ha",
    "lt": "ir yra kad į iš su ar tai kaip jūs bet nuo apie jei prie gali ne tik pagal dėl jų po jos jis ji mes juos būti kai kurie "
    "kuris kuri arba šis ši jeigu taip pat galite už per tam šio bus iki jums jūsų savo kas kur kada dar jau nes buvo turi reikia "
    "visi čia dabar mums mūsų jos jiems jam jį ją nėra esate šią šie kiekvieną daug ką kam",
    "lv": "un ir ka par no ar uz kas lai var tas pie vai jūs nav bet kā šis tiek līdz pēc ja to arī savu",
    "nb": "og i det er en til på for med de av den som ikke et har kan om vi fra du skal eller når hvis denne",
    "nl": "de het een en van is dat op te in voor met niet zijn die er aan ook als bij door naar of om kan wordt worden deze dit je u",
    "pl": "i w na z do się nie jest to że jak o po dla od przez ale lub oraz być który która które może przy są jego czy już tylko "
    "także za tego można jeśli",
    "pt": "o a os as de do da que em e um uma para com não por se no na é como mais dos das ao mas você são pode ou seu sua quando "
    "também este esta ser",
    "ro": "și în de la cu a pe că nu este pentru din o un care să sunt mai sau se fi dar acest această poate dacă",
    "ru": "и в на с не что по для как это или от из к при вы если можно он она они но то же его её быть может все так также "
    "когда чтобы до за который которая которые вам вас мы у есть был этого будет",
    "sk": "a v na sa je že s z do pre to ako ale za by po od ktoré ktorý ktorá alebo tak sú jeho byť pri už tiež môže aby",
    "sl": "in je v na da se za ki z so ne s po pa ali kot tudi iz od lahko če bi ta to bo",
    "sr": "и је у на да се за који не са су од као или то по али ће може ако",
    "sv": "och i att det är en på för med de av som inte den till ett har kan om vi från du ska eller när denna detta",
    "tr": "ve bir bu için ile de da olarak olan daha gibi en çok ne kadar veya ancak sonra ise her değil",
    "uk": "і в на з не що як це для по до від його вона вони або якщо він ми ви бути але також та за у який яка які може є",
}
SCRIPTS = {
    "Arabic": (re.compile("[\u0620-\u064a\u066e-\u06d3\u06fa-\u06fc]"), "ar fa ur ps ckb sd ug"),
    "Cyrillic": (re.compile("[\u0400-\u052f]"), "ru uk be bg mk kk ky mn tg"),
    "Greek": (re.compile("[\u0370-\u03ff\u1f00-\u1fff]"), "el"),
    "Hebrew": (re.compile("[\u05d0-\u05ea]"), "he yi"),
    "Latin": (re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]"), ""),
}
WORD = re.compile(r"[^\W\d_]+(?:[’'\u200c][^\W\d_]+)*")
SHORTEST = 5  # words: of fewer nothing is said
ENOUGH = 2  # small words that make a language likely
LETTERS = 12  # of another script: a name is shorter
SMALL_LATIN = re.compile(r"(?<![\w.@/-])[a-z]{2,}(?![\w@/-]|\.\w)")
SMALL_WORDS = 3
STRAY = 4  # one word of the page's own language may stand among so many of the other
SHARE = 0.15  # of all words of a sentence, at least


@cache
def small_words(language: str, others: tuple[str, ...] = ()) -> frozenset[str]:
    """The function words of a language that none of some others has; empty when the language is unknown."""
    shared = {word for other in others if other != language for word in FUNCTION_WORDS.get(other, "").split()}
    return frozenset(FUNCTION_WORDS.get(language, "").split()) - shared


def language_of(sentence: str, expected: str, others: Iterable[str]) -> str | None:
    """Another language that a sentence is written in; None when it is the expected one, or nothing tells."""
    words = [word.lower() for word in WORD.findall(sentence)]
    if len(words) < SHORTEST or expected not in FUNCTION_WORDS:
        return None
    counts = {other: sum(map(small_words(other, (expected,)).__contains__, words)) for other in others}
    best = max(counts, key=counts.__getitem__, default=None)
    if best is None or counts[best] < max(ENOUGH, SHARE * len(words)):
        return None
    own = sum(map(small_words(expected, (best,)).__contains__, words))
    return best if own * STRAY <= counts[best] else None


@cache
def script_of(language: str) -> str | None:
    """The script of a language, None when it is not known here."""
    for script, (_, languages) in SCRIPTS.items():
        if language in languages.split():
            return script
    return "Latin" if language in FUNCTION_WORDS else None


def foreign_script(text: str, language: str) -> str | None:
    """Another script that nearly all of a text is written in, and that its language is not; else None."""
    if not other_letters(text, language):
        return latin_for(text, language)
    own = script_of(language)
    if own is None:
        return None
    mine = len(SCRIPTS[own][0].findall(text))
    for script, (strange, _) in SCRIPTS.items():
        if script not in (own, "Latin") and mine * 10 <= len(strange.findall(text)) >= LETTERS:
            return script
    return None


def latin_for(text: str, language: str) -> str | None:
    """Latin, where a text of a language in another script is written in it; else None.

    It counts only where no letter is of the own script and several words begin small: names stay as they are.
    """
    own = script_of(language)
    if own in ("Latin", None) or SCRIPTS[own][0].search(text):
        return None
    return "Latin" if len(SMALL_LATIN.findall(text)) >= SMALL_WORDS else None


def other_letters(text: str, language: str) -> bool:
    """Whether a text holds a letter of another script than Latin and its language's own."""
    return _others(script_of(language) or "Latin").search(text) is not None


@cache
def _others(own: str) -> re.Pattern[str]:
    others = (letters.pattern for name, (letters, _) in SCRIPTS.items() if name not in (own, "Latin"))
    return re.compile("".join(others).replace("][", ""))  # one set of letters
