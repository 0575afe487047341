"""Badges: well-formed, loading nothing, saying in words what the colour says."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from hooks.badges import BEHIND, NAME, NEARLY, WHOLE, badge
from l10n.coverage import CoverageCell
from l10n.i18n_plugin import Locale

SVG = "{http://www.w3.org/2000/svg}"


def texts(svg: str) -> list[str]:
    return [element.text for element in ElementTree.fromstring(svg).iter(f"{SVG}text")]


@pytest.mark.parametrize(
    ("cell", "value", "colour"),
    [
        (CoverageCell(current=10), "100 %", WHOLE),
        (CoverageCell(current=999, stale=1), "99 %", NEARLY),
        (CoverageCell(current=1, missing=9), "10 %", BEHIND),
        (CoverageCell(), "100 %", WHOLE),
        (CoverageCell(current=10, unsigned=1), "100 % · draft", WHOLE),
    ],
)
def test_value_and_colour(cell: CoverageCell, value: str, colour: str) -> None:
    svg = badge(Locale("lt", "Lietuvių"), cell, "10 of 10", "draft")
    assert texts(svg) == ["Lietuvių", value]
    assert f'fill="{colour}"' in svg


def test_words_and_nothing_to_load() -> None:
    svg = badge(Locale("xx", "A & <B>"), CoverageCell(), 'all "of" <them>', "draft")
    root = ElementTree.fromstring(svg)
    assert root.get("role") == "img" and root.get("aria-label") == 'all "of" <them>' == root.findtext(f"{SVG}title")
    assert texts(svg)[0] == "A & <B>"
    assert svg.count("://") == 1 and "href" not in svg
    assert len(svg.encode()) < 1_000


def test_from_right_to_left_the_name_stands_on_the_right() -> None:
    def name_x(locale: Locale) -> int:
        root = ElementTree.fromstring(badge(locale, CoverageCell(), "", "مسودّة"))
        return next(int(rect.get("x")) for rect in root.iter(f"{SVG}rect") if rect.get("fill") == NAME)

    assert name_x(Locale("lt", "Lietuvių")) == 0
    assert name_x(Locale("ar", "العربية")) > 0


@pytest.mark.parametrize("colour", [WHOLE, NEARLY, BEHIND, NAME])
def test_white_can_be_read_on_it(colour: str) -> None:
    parts = [int(part, 16) / 255 for part in re.findall("[0-9a-f]{2}", colour)]
    light = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    assert 1.05 / (0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2] + 0.05) >= 4.5
