"""A page of the guide, read: every form it may have, and no word lost without a sentence about it."""

from __future__ import annotations

import pytest
from lxml import html

from publish.book.reading import UnknownForm, read_chapter
from publish.runs import Run


def chapter(body: str, locale: str = "en"):
    article = html.fromstring(f"<article><h1>Title</h1>{body}</article>")
    return read_chapter(article, "page", locale, lambda href: href)


def blocks(body: str, locale: str = "en") -> list[dict]:
    return chapter(body, locale).blocks


def test_words_keep_what_they_are() -> None:
    (paragraph,) = blocks(
        '<p>Say <strong>no</strong> to <a href="../a/#b">this</a><sup><a class="footnote-ref" href="#fn:x">1</a></sup>, <a href="tel:112"><bdi dir="ltr">1 12</bdi></a>.</p>'
    )
    assert paragraph["runs"] == [
        Run("Say "), Run("no", "b"), Run(" to "), Run("this", "", "../a/#b"), Run("1", "s", "#fn:x"), Run(", "),
        Run("1 12", "n", "tel:112"), Run("."),
    ]  # fmt: skip


def test_lists_within_lists_and_their_language() -> None:
    (outer,) = blocks('<ul><li>One:<ol lang="lt"><li>du</li></ol></li><li><p>Two.</p><p>More.</p></li></ul>')
    first, second = outer["items"]
    assert [block["k"] for block in first] == ["p", "ol"]
    assert first[1]["lang"] == "lt" and first[1]["items"][0][0]["runs"] == [Run("du", lang="lt")]
    assert [block["runs"][0].text for block in second] == ["Two.", "More."]


def test_headings_tables_boxes_and_sentences() -> None:
    read = blocks(
        '<h2 id="a">A</h2><div class="table"><table><thead><tr><th>H</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table></div>'
        '<div class="admonition do"><p class="admonition-title">Do</p><ul><li>x</li></ul></div>'
        '<div class="say"><svg></svg><p class="say-title">Say</p><p class="said">Mine</p><div class="others">'
        '<details lang="lt"><summary>Lietuvių</summary><p>Mano</p></details></div></div>'
    )
    assert [block["k"] for block in read] == ["head", "table", "box", "say"]
    assert (read[0]["level"], read[0]["id"]) == (1, "a")
    assert (read[1]["head"], read[1]["rows"]) == ([[Run("H")]], [[[Run("1")]]])
    assert (read[2]["style"], read[2]["title"]) == ("do", "Do")
    assert [line["runs"][0].text for line in read[3]["lines"]] == ["Mine", "Mano"]


def test_notes_without_their_way_back() -> None:
    read = chapter(
        '<div class="footnote"><hr><ol><li id="fn:x"><p>A. <a href="https://a.example/">https://a.example/</a>\u00a0<a class="footnote-backref" href="#fnref:x">↩</a></p></li></ol></div>'
    )
    assert read.notes == [[Run("A. "), Run("https://a.example/", "", "https://a.example/")]]
    assert read.blocks == []


def test_what_a_page_says_of_itself_is_no_part_of_the_text() -> None:
    read = chapter('<div class="draft"><p>Draft.</p></div><p>Text.</p><details class="meta"><p>About</p></details>')
    assert read.notices == [[Run("Draft.")]]
    assert [block["runs"] for block in read.blocks] == [[Run("Text.")]]


@pytest.mark.parametrize(
    ("body", "named"),
    [
        ('<div class="chart"><p>x</p></div>', "chart"),
        ("<pre>code</pre>", "<pre"),
        ("loose words", "loose words"),
        ("<p>x</p>words behind", "words behind"),
        ("<ul><li>a<ul><li>b</li></ul>behind</li></ul>", "behind"),
        ("<figure><img></figure>", "<figure"),
    ],
)
def test_what_has_no_form_is_named(body: str, named: str) -> None:
    with pytest.raises(UnknownForm, match=named):
        blocks(body)


def test_a_caution_travels_with_the_text_before_the_notice_of_a_draft() -> None:
    found = chapter(
        '<div class="caution" role="note"><p>Mind this.</p></div><div class="draft"><p>A draft.</p></div><p>Text.</p>'
    )
    assert ["".join(run.text for run in line) for line in found.notices] == ["Mind this.", "A draft."]
    assert [block["k"] for block in found.blocks] == ["p"]
