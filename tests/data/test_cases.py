"""Court cases: what the loader refuses, and that each entry of the file can be looked up and weighed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from data.cases import load_cases
from data.load import DataError
from data.texts import load_strings

LOCALES = ["en", "lt", "ru", "fr", "ar"]


def test_broken_cases(put: Callable, cases_document: str) -> None:
    broken = put(cases_document)
    with pytest.raises(DataError) as caught:
        load_cases(broken.data_dir)
    broken.check(str(caught.value))


def test_the_base_of_the_broken_documents_is_whole(put: Callable) -> None:
    """Otherwise a document could fail for a reason that its name does not say."""
    broken = put("cases/repeated-id.yml")
    first, *rest = broken.path.read_text().splitlines()[1:]
    broken.path.write_text("\n".join([first, *rest[:-1]]))
    assert list(load_cases(broken.data_dir)) == ["a-case", "b-case"]


def test_every_case_has_a_link_and_says_how_far_it_was_read(root: Path) -> None:
    cases = load_cases(root / "docs" / "data").values()
    assert len(cases) >= 17
    assert [case.id for case in cases if not case.url.startswith("https://") or not case.read] == []


def test_every_case_can_be_said_in_every_language(root: Path) -> None:
    cases = load_cases(root / "docs" / "data").values()
    keys = {f"court_{case.court}" for case in cases} | {f"case_read_{case.read}" for case in cases}
    keys |= {f"case_{word}" for case in cases if case.step for word in (case.step, case.state)}
    for words in load_strings(root / "docs" / "data", LOCALES).values():
        assert keys - words.keys() == set()


def test_no_two_cases_have_one_number(root: Path) -> None:
    numbers = [case.number for case in load_cases(root / "docs" / "data").values() if case.number]
    assert sorted(numbers) == sorted(set(numbers))
