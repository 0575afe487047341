"""Blocks in two languages: each beside its counterpart, none lost, none twice."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from hooks.pairs import pair_parts
from hooks.parts import split_parts

ENGLISH = """<p>Lead.</p>
<h2 id="steps">Steps</h2>
<h3 id="one" data-icon="sun">One</h3>
<p>First.</p>
<ul><li>a</li></ul>
<h2 id="say">Say</h2>
<div class="show"><p lang="lt">Kalbu angliškai.</p></div>
<p>Last.</p>"""
ARABIC = """<p>مقدمة.</p>
<h2 id="steps">خطوات</h2>
<h3 id="one" data-icon="sun">واحد</h3>
<p>أولاً.</p>
<ul><li>أ</li></ul>
<h2 id="say">قولوا</h2>
<div class="show"><p lang="lt">Kalbu arabiškai.</p></div>
<p>أخيراً.</p>"""


def pair(first: str, second: str):
    return pair_parts(split_parts(first), split_parts(second))


def test_blocks_stand_beside_their_counterparts() -> None:
    paired = pair(ARABIC, ENGLISH)
    (lead,) = paired.intro
    assert ("مقدمة" in lead.first, "Lead" in lead.second) == (True, True)
    steps, say = paired.sections
    assert (steps.id, steps.titles) == ("steps", (Markup("خطوات"), Markup("Steps")))
    (step,) = steps.children
    assert (step.id, step.icon, [row.second.strip() for row in step.rows]) == (
        "one",
        "sun",
        ["<p>First.</p>", "<ul><li>a</li></ul>"],
    )
    shown, last = say.rows
    assert shown.second is None and "arabiškai" in shown.first and "angliškai" not in shown.first
    assert ("أخيراً" in last.first, "Last" in last.second) == (True, True)


def test_other_elements_stand_beside_each_other_as_a_whole() -> None:
    paired = pair(ENGLISH, ARABIC.replace("<p>أولاً.</p>", "<p>أولاً.</p><p>ثانياً.</p>"))
    (row,) = paired.sections[0].children[0].rows
    assert "First." in row.first and "<ul>" in row.first
    assert "ثانياً" in row.second and "<ul>" in row.second


@pytest.mark.parametrize("anchor", ["say", "one"])
def test_other_sections_are_refused(anchor: str) -> None:
    with pytest.raises(ValueError, match="the sections differ"):
        pair(ENGLISH, ARABIC.replace(f'id="{anchor}"', 'id="other"'))
