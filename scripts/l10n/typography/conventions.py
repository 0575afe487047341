"""How each language writes: quotation marks, spacing, punctuation, letters.

A language that a table does not know has no convention there, and the rules that need one are silent.

Sources: quotation marks are the delimiters of Unicode CLDR 48 (`quotationStart` … `alternateQuotationEnd`), and behind
them other pairs that the language's own handbooks accept. French spacing: Imprimerie nationale, “Lexique des règles
typographiques”; Canada writes : ; ! ? without it (Office québécois de la langue française). Arabic punctuation and
letters: the Unicode Standard, chapter 9.2, and W3C, “Arabic & Persian Layout Requirements”.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ..i18n_plugin import RTL
from ..languages import script_of

# Language -> pairs of marks it quotes with, the first pair before all.
QUOTES = {
    "ar": ("«»", "”“", "“”", "’‘", "‘’"),
    "az": ("“”", "«»"),
    "be": ("«»", "„“"),
    "bg": ("„“", "«»"),
    "ca": ("«»", "“”"),
    "cs": ("„“", "‚‘", "»«"),
    "da": ("“”", "”", "»«", "„“"),
    "de": ("„“", "‚‘", "»«", "›‹"),
    "de-CH": ("«»", "‹›", "„“"),
    "el": ("«»", "“”"),
    "en": ("“”", "‘’"),
    "es": ("“”", "«»", "‘’"),
    "et": ("„“", "„”", "«»"),
    "eu": ("«»", "“”"),
    "fa": ("«»", "‹›", "“”"),
    "fi": ("”", "»"),
    "fr": ("«»", "‹›", "“”"),
    "fr-CA": ("«»", "“”", "”“"),
    "ga": ("“”",),
    "he": ("”", "“”", "„”"),
    "hr": ("„“", "„”", "»«"),
    "hu": ("„”", "»«"),
    "hy": ("«»",),
    "id": ("“”",),
    "is": ("„“", "‚‘"),
    "it": ("«»", "“”"),
    "ka": ("„“", "«»"),
    "kk": ("«»", "“”"),
    "lt": ("„“",),
    "lv": ("“”", "„”", "«»"),
    "mk": ("„“", "‚‘"),
    "nb": ("«»",),
    "nl": ("‘’", "“”", "„”"),
    "nn": ("«»",),
    "no": ("«»",),
    "pl": ("„”", "«»", "»«"),
    "pt": ("“”", "«»", "‘’"),
    "ro": ("„”", "«»"),
    "ru": ("«»", "„“"),
    "sk": ("„“", "‚‘", "»«"),
    "sl": ("„“", "»«"),
    "sq": ("“”", "„“", "«»"),
    "sr": ("„“", "„”"),
    "sv": ("”", "»"),
    "sw": ("“”",),
    "tr": ("“”", "«»"),
    "uk": ("«»", "„“"),
    "vi": ("“”",),
}
FRENCH_SPACING = frozenset(("fr",))  # and every region of it but Canada
ARABIC_PUNCTUATION = frozenset(("ar", "fa", "ur", "ps", "ckb", "sd", "ug"))

# Language -> letters that its alphabet does not have though they look like its own -> its own.
FOREIGN_LETTERS = {
    "ar": str.maketrans("یکہ۰۱۲۳۴۵۶۷۸۹", "يكه٠١٢٣٤٥٦٧٨٩"),
    "fa": str.maketrans("يك٠١٢٣٤٥٦٧٨٩", "یک۰۱۲۳۴۵۶۷۸۹"),
}
# Language -> words that stand twice in a row for a reason.
DOUBLED = {
    "ar": "شيئاً شيئًا رويداً رويدًا يوماً يومًا جداً جدًا كثيراً كثيرًا قليلاً قليلًا واحداً واحدًا خطوة مرة من ما لا نعم",
    "cs": "se velmi ano",
    "da": "der det meget så",
    "de": "das der den dem die sie es sehr wie",
    "en": "that had is very so bye her no in on it do really many",
    "es": "se lo muy no que",
    "fi": "hyvin siis joka",
    "fr": "nous vous faire très bla",
    "it": "se molto piano via no",
    "lt": "labai taip vis vos tuoj tik ne daug tas ta",
    "lv": "ļoti vai nu",
    "nb": "det der veldig som",
    "nl": "die dat je er heel zeer in",
    "pl": "bardzo się już",
    "pt": "se muito que",
    "ru": "очень все всё да нет ну то это они",
    "sk": "sa veľmi",
    "sv": "det de mycket så som",
    "uk": "дуже все так ні",
}
# Language -> words of one letter; another single letter twice is a name or a formula.
SINGLE = {"en": "a", "fr": "àay", "it": "aeio", "lt": "io", "pl": "iazwo", "cs": "aiksvzou", "sk": "aiksvzou"}
SINGLE |= {"ru": "вкосуиая", "uk": "взуіяай", "be": "взуія", "bg": "вси", "es": "aeyou", "pt": "aeo"}
# Languages that write without blanks, in which a zero-width space says where a line may break.
ZERO_WIDTH_SPACE = frozenset(("th", "km", "lo", "my", "ja", "zh", "bo", "dz"))


@dataclass(frozen=True)
class Conventions:
    """Those of one locale; an empty value means that none is known."""

    language: str
    quotes: tuple[str, ...]
    french_spacing: bool
    arabic_punctuation: bool
    foreign_letters: dict[int, int]
    doubled: frozenset[str] | None
    single: str
    zero_width_space: bool
    rtl: bool
    cyrillic: bool


@cache
def conventions(locale: str, quotes: tuple[str, ...] = ()) -> Conventions:
    """The conventions of a locale code; `quotes` are the pairs of marks that the house writes instead of all others."""
    parts = locale.replace("_", "-").split("-")
    language = parts[0].lower()
    region = next((part.upper() for part in parts[1:] if len(part) == 2), "")
    full = f"{language}-{region}"
    doubled = DOUBLED.get(language)
    return Conventions(
        language,
        quotes or QUOTES.get(full) or QUOTES.get(language, ()),
        language in FRENCH_SPACING and region != "CA",
        language in ARABIC_PUNCTUATION,
        FOREIGN_LETTERS.get(language, {}),
        None if doubled is None else frozenset(doubled.split()),
        SINGLE.get(language, ""),
        language in ZERO_WIDTH_SPACE,
        language in RTL,
        script_of(language) == "Cyrillic",
    )
