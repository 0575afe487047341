"""What is an unusual length for a pair of languages."""

from __future__ import annotations

import pytest

from l10n.lengths import LENGTH, unusual


@pytest.mark.parametrize(
    ("source", "translation", "pair", "told"),
    [
        (1000, 830, ("en", "ar"), False),
        (1000, 540, ("en", "ar"), True),
        (1000, 1130, ("en", "fr"), False),
        (1000, 1800, ("en", "fr"), True),
        (1000, 700, ("en", "fr"), True),
        (1000, 700, ("fr", "ar"), False),
        (100, 10, ("en", "fr"), False),
        (1000, 10, ("en", "ja"), False),
        (1000, 10, ("ja", "en"), False),
    ],
)
def test_unusual(source, translation, pair, told):
    assert (unusual(source, translation, *pair) is not None) == told


def test_the_usual_is_one():
    assert all(unusual(1000, round(1000 * length), "en", language) is None for language, length in LENGTH.items())
    assert unusual(1000, 565, "en", "fr") == pytest.approx(0.5)
