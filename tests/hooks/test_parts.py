"""Rendered text split at its headings: what goes where, and that nothing is lost on the way."""

import pytest
from lxml import html

from hooks.parts import Part, Parts, split_parts

TABLE = (
    "<table><thead><tr><th>Day</th><th>Hour</th></tr></thead>"
    "<tbody><tr><td>Monday</td><td>9 &amp; 10</td></tr></tbody></table>"
)

WHOLE = {
    "intro-only": "<p>One.</p>\n<p>Two.</p>",
    "headings": '<p>Intro.</p>\n<h2 id="a">A</h2>\n<p>Text.</p>\n<h3 id="b">B</h3>\n<p>More.</p>\n'
    '<h2 id="c">C</h2>\n<p>End.</p>',
    "markup-in-heading": '<h2 id="a">The <em>first</em> <a href="../x/">step</a> of <b>two</b></h2>\n<p>Text.</p>',
    "signs-in-heading": '<h2 id="a">The tag &lt;b&gt; &amp; <em>R&amp;D</em> &lt;i&gt; all</h2>\n<p>Text.</p>',
    "text-before-everything": 'Bare &lt;text&gt; &amp; more\n<h2 id="a">A</h2>\n<p>Text.</p>',
    "text-between": '<h2 id="a">A</h2>\n<p>One.</p> bare &amp; loose <p>Two.</p>',
    "text-behind-a-heading": '<h2 id="a">A</h2> loose text\n<p>One.</p><h3 id="b">B</h3> and more',
    "table": f'<h2 id="a">A</h2>\n{TABLE}\n<p>After.</p>',
    "nested-lists": '<h2 id="a">A</h2>\n<ul>\n<li>One<ol>\n<li>deep</li>\n</ol>\n</li>\n<li>Two</li>\n</ul>',
    "comments": '<p>A</p><!-- l10n: ignore x: why -->\n<h2 id="a">A</h2>\n<!-- tail -->text after\n<p>B</p>',
    "card": '<h2 id="a">A</h2>\n<div class="card"><h3>Line</h3><p>Call <bdi dir="ltr">1 2</bdi></p><h3>Two</h3></div>',
    "arabic": '<h2 id="a">ما يمكنكم فعله</h2>\n<p>ضعوا القدمين على الأرض؛ ثم اتصلوا على <bdi dir="ltr">112</bdi>.</p>',
    "spaces": '<h2 id="a">À essayer\u202f?</h2>\n<p>«\u202fOui\u202f»\u00a0: 5\u00a0km</p>',
    "picture": '<h2 id="a">A</h2>\n<svg viewBox="0 0 48 48" aria-hidden="true"><path d="M1 1"/></svg><p>x<br>y</p>',
    "level-4": '<h2 id="a">A</h2>\n<h4 id="d">Deep</h4>\n<p>Text.</p>',
}


def text(markup: str) -> str:
    """What a reader sees of `markup`, by lxml, blanks at the seams apart."""
    return "".join(html.fromstring(f"<div>{markup}</div>").text_content().split("\n")).strip()


def joined(parts: Parts) -> str:
    """The whole page put together again as the templates print it: titles in headings, all else as it is."""

    def one(part: Part, level: int) -> str:
        heading = f'<h{level} id="{part.id}">{part.title}</h{level}>'
        return heading + str(part.html) + "".join(one(child, 3) for child in part.children)

    return str(parts.intro) + "".join(one(part, 2) for part in parts.sections)


@pytest.mark.parametrize("name", WHOLE)
def test_nothing_a_reader_sees_is_lost(name: str) -> None:
    assert text(joined(split_parts(WHOLE[name]))) == text(WHOLE[name])


@pytest.mark.parametrize("name", WHOLE)
def test_no_element_is_lost_or_made(name: str) -> None:
    def elements(markup: str) -> list[tuple]:
        found = html.fromstring(f"<div>{markup}</div>").iter()
        return [(node.tag, sorted(node.attrib.items())) for node in found if isinstance(node.tag, str)]

    assert elements(joined(split_parts(WHOLE[name]))) == elements(WHOLE[name])


def test_where_each_piece_goes() -> None:
    parts = split_parts(WHOLE["headings"])
    assert parts.intro.strip() == "<p>Intro.</p>"
    assert [(part.id, part.title, part.html.strip()) for part in parts.sections] == [
        ("a", "A", "<p>Text.</p>"),
        ("c", "C", "<p>End.</p>"),
    ]
    assert [(child.id, child.html.strip()) for child in parts.sections[0].children] == [("b", "<p>More.</p>")]
    assert parts.sections[1].children == []


def test_icon_of_a_heading() -> None:
    parts = split_parts('<h2 id="steps">Steps</h2><h3 data-icon="feet" id="feet">Feet</h3><h3 id="two">Two</h3>')
    assert parts.sections[0].icon is None
    assert [child.icon for child in parts.sections[0].children] == ["feet", None]


def test_a_heading_of_level_3_needs_one_of_level_2() -> None:
    with pytest.raises(ValueError, match="“First <b> step”"):
        split_parts('<p>Intro.</p><h3 id="a">First &lt;b&gt; step</h3>')


def test_a_heading_without_anchor_has_an_empty_one() -> None:
    assert split_parts("<h2>A</h2>").sections[0].id == ""


def test_headings_inside_a_box_do_not_split() -> None:
    parts = split_parts(WHOLE["card"])
    assert [part.id for part in parts.sections] == ["a"]
    assert parts.sections[0].children == []


def test_nothing_gives_nothing() -> None:
    parts = split_parts("")
    assert (parts.intro, parts.sections) == ("", [])
