"""Short texts beside the prose (titles of boxes and links, alternative texts): whether a translation changes them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .words import WORD

FILE_NAME = re.compile(r"\S*[._/\\]\w\S*")


SENTENCE = 4  # words from which on the rule on untranslated sentences speaks


def words_of(text: str, names: Iterable[str]) -> list[str]:
    """The words of a label, without names that stay the same and file names."""
    for name in names:
        text = text.replace(name, " ")
    return WORD.findall(FILE_NAME.sub(" ", text))


def is_prose(text: str, names: Iterable[str]) -> bool:
    """Whether a label is more than a name and less than a sentence: two words or three, one behind the first small."""
    words = words_of(text, names)
    return 1 < len(words) < SENTENCE and any(word.islower() and len(word) > 2 for word in words[1:])
