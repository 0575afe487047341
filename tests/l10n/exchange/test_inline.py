"""Inline codes: a text is its tokens and codes, whatever stands in it; and what the codes are."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from l10n.exchange.codes import CodeKind, Mark, matched, spots
from l10n.exchange.inline import content, kept

REFERENCES = {"name": ("https://a.example", ""), "other": ("b.md", "Title")}
PIECES = st.sampled_from(
    [
        "*",
        "**",
        "_",
        "__",
        "`",
        "``",
        "[",
        "]",
        "](a.md)",
        '](b.md "T")',
        "][name]",
        "![",
        "<b>",
        "</b>",
        '<i title="x">',
    ]
    + ["</i>", "<br>", "{{ tag one }}", "[^1]", "  \n", "\\*", "&amp;", "{ .c }", "<https://x.example>", "<!-- c -->"]
    + ["word", " ", "ž", "name", "1", "<", "{", "}}", "عربي"]
)
TEXTS = st.lists(PIECES, max_size=24).map("".join)


def same(target: str) -> str:
    return target


@settings(deadline=None)  # a busy machine is no failure
@given(TEXTS, st.booleans())
@example("{{<b>{{ tag one }}", True)
def test_a_text_is_what_its_tokens_say(text, html):
    assert content(text, REFERENCES, html=html).markdown() == text


@settings(deadline=None)  # a busy machine is no failure
@given(TEXTS, st.booleans())
def test_pairs_enclose_one_another(text, html):
    found = content(text, REFERENCES, html=html)
    opened = []
    for token in found.tokens:
        if isinstance(token, tuple) and token[0] is Mark.OPEN:
            opened.append(token[1])
        elif isinstance(token, tuple) and token[0] is Mark.CLOSE:
            assert opened.pop() == token[1]
    assert not opened
    assert all(
        not isinstance(a, str) or not isinstance(b, str) for a, b in zip(found.tokens, found.tokens[1:], strict=False)
    )


@settings(deadline=None)  # a busy machine is no failure
@given(TEXTS)
def test_a_text_matched_with_itself_has_the_same_codes(text):
    found = content(text, REFERENCES)
    tokens, codes = matched(found, found, (same, same))
    assert tokens == found.tokens
    assert codes == found.codes


@settings(deadline=None)  # a busy machine is no failure
@given(TEXTS, TEXTS)
def test_a_translation_says_what_it_says_whatever_is_matched(source, target):
    tokens, codes = matched(content(source, REFERENCES), content(target, REFERENCES), (same, same))
    out = []
    for token in tokens:
        if isinstance(token, str):
            out.append(token)
        else:
            code = codes[token[1]]
            out.append(code.closing if token[0] is Mark.CLOSE else code.opening)
    assert "".join(out) == target


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("no codes * at _ all 2*3", []),
        ("**bold** and *italic*, __b__ and _i_", [CodeKind.BOLD, CodeKind.ITALIC, CodeKind.BOLD, CodeKind.ITALIC]),
        ("***both***", [CodeKind.BOLD]),
        ("**a *b* c**", [CodeKind.BOLD, CodeKind.ITALIC]),
        ("*a [b* c](d.md)", [CodeKind.LINK]),  # emphasis across a link stays text
        ("snake_case_word and \\*stars\\*", []),
        ("[a](b.md){ .c } ![d](e.png) <https://f.example>", [CodeKind.LINK, CodeKind.IMAGE, CodeKind.LINK]),
        ("[a][name] [other] [none]", [CodeKind.LINK, CodeKind.LINK]),
        ("`a*b` *c*", [CodeKind.CODE, CodeKind.ITALIC]),
        ("{{ number x }}[^1]<br>  \nend", [CodeKind.TAG, CodeKind.NOTE, CodeKind.HTML, CodeKind.BREAK]),
        ("<b>a <i>b</i></b> <u>open", [CodeKind.HTML, CodeKind.HTML, CodeKind.HTML]),
        ("**a**{ .b }", [CodeKind.BOLD]),
    ],
)
def test_codes(text, codes):
    assert [code.kind for code in content(text, REFERENCES).codes.values()] == codes


def test_texts_inside_codes():
    found = content('[a](b.md "Title") ![c](d.png \'Other\') <i title="Tip" lang="lt" alt="">e</i>', {})
    assert [text for _, _, text in spots(found)] == ["Title", "Other", "Tip"]
    link = found.codes[1].with_texts(["Kita"])
    assert (link.opening, link.closing) == ("[", '](b.md "Kita")')
    tag = found.codes[3].with_texts(["Patarimas"])
    assert (tag.opening, tag.closing) == ('<i title="Patarimas" lang="lt" alt="">', "</i>")


def test_what_a_translation_keeps():
    text = '**a** `b` [c](d.md "T") {{ tag  one }} [^n] <b title="x">e</b> <!-- f -->  \ng'
    assert dict(kept(text, {}, same, html=False)) == {
        "the link to d.md": 1,
        "{{ tag one }}": 1,
        "[^n]": 1,
        '<b title=""> … </b>': 1,
        "a line break (two blanks at the end of a line)": 1,
    }
