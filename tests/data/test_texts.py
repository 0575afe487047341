"""Words in data: what the loaders refuse, and how a sentence is said."""

from collections.abc import Callable
from pathlib import Path

import pytest

from data.load import DataError
from data.texts import load_say, load_sources, load_strings

LOCALES = ["en", "lt", "ru", "fr", "ar"]


def test_broken_strings(put: Callable, strings_document: str) -> None:
    broken = put(strings_document)
    with pytest.raises(DataError) as caught:
        load_strings(broken.data_dir, ["en", "lt"])
    broken.check(str(caught.value))


def test_broken_sentence(put: Callable, say_document: str) -> None:
    broken = put(say_document)
    with pytest.raises(DataError) as caught:
        load_say(broken.data_dir)
    broken.check(str(caught.value))


def test_strings_of_every_locale_hold_the_same_keys(data_dir: Path) -> None:
    strings = load_strings(data_dir, LOCALES)
    assert list(strings) == LOCALES
    assert len({frozenset(words) for words in strings.values()}) == 1


def test_a_sentence_names_the_language_of_its_reader(data_dir: Path) -> None:
    say = load_say(data_dir)
    assert "arabiškai" in say.text("interpreter", "lt", "ar")
    assert "Arabic" in say.text("interpreter", "en", "ar")


def test_no_sentence_is_left_with_braces(data_dir: Path) -> None:
    say = load_say(data_dir)
    spoken = [say.text(name, locale, reader) for name in say.sentences for locale in LOCALES for reader in LOCALES]
    assert [text for text in spoken if "{" in text or "}" in text] == []


def test_sources_keep_their_order(data_dir: Path) -> None:
    written = [line for line in (data_dir / "sources.yml").read_text(encoding="utf-8").splitlines() if "id: " in line]
    assert [f"id: {name}," in line for name, line in zip(load_sources(data_dir), written, strict=True)] == [True] * len(
        written
    )
