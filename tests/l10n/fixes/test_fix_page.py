"""Repairs: what is mended, what is left alone, and that nothing else changes."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from l10n.digest import digests
from l10n.fixes import fix_page
from l10n.fixes.proof import same_but_for_repairs
from l10n.page import page_of as parse_page
from l10n.typography import flaws

NARROW = "\u202f"
SOURCE = "---\ntitle: Where\n---\n\n## Call { #call }\n\nText.\n\n### Now { #now .big }\n\nText.\n\n## Walk { #walk }\n\nText.\n"


def page(text, locale="fr"):
    return parse_page(text, "page.md", locale, "page.md", ("title", "description"))


def fixed(text, source=None, locale="fr", **more):
    return fix_page(page(text, locale), text, source and page(source, "en"), **more)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Venez !\n", f"Venez{NARROW}!\n"),
        ("Venez!\n", f"Venez{NARROW}!\n"),
        ("Quoi  ?  Oui ; non : « si » «si».\n", f"Quoi{NARROW}?  Oui{NARROW}; non{NARROW}: «{NARROW}si{NARROW}» «{NARROW}si{NARROW}».\n"),
        ("**Attention :** venez **vite**!\n", f"**Attention{NARROW}:** venez **vite**{NARROW}!\n"),
        ("- Un [lien !](a.md) : deux\n- « **gras** »\n", f"- Un [lien{NARROW}!](a.md){NARROW}: deux\n- «{NARROW}**gras**{NARROW}»\n"),
        ("| Quoi ? | Oui ! |\n|---|---|\n| Non ? | Oui ! |\n", f"| Quoi{NARROW}? | Oui{NARROW}! |\n|---|---|\n| Non{NARROW}? | Oui{NARROW}! |\n"),
        ("## Qui ? { #who }\n\n> Moi !\n", f"## Qui{NARROW}? {{ #who }}\n\n> Moi{NARROW}!\n"),
        ("Venez[^1].\n\n[^1]: Une note : ici.\n", f"Venez[^1].\n\n[^1]: Une note{NARROW}: ici.\n"),
        ("---\ntitle: \"Où aller ?\"\n---\n\nOù ?\n", f"---\ntitle: \"Où aller{NARROW}?\"\n---\n\nOù{NARROW}?\n"),
        ("---\ntitle: Où aller ?\norder: 3\n---\n\nLà.\n", f"---\ntitle: Où aller{NARROW}?\norder: 3\n---\n\nLà.\n"),
        ("Terme !\n: Sens ?\n", f"Terme{NARROW}!\n: Sens{NARROW}?\n"),
    ],
)  # fmt: skip
def test_french_spaces(before, after):
    assert fixed(before).text == after


@pytest.mark.parametrize(
    "text",
    [
        "Code `a ! b` et [x](<a !b.md> \"Quoi !\") {{ tag ? }}\n",
        "```\nQuoi !\n```\n\n    Quoi !\n",
        "<p title=\"Quoi !\">Venez !</p>\n",
        "De 9:00 à 17:30, https://a.example/?b=c;d :smile: 3:2\n",
        "!!! note \"Attention !\"\n\n    Texte.\n",
        "---\ntitle: A\nsource:\n  a: \"12345678\"\ntags: [Quoi !]\n---\n\nTexte.\n",
        f"Tout va bien{NARROW}: oui\u00a0!\n",
        "Texte\n: Sens\n",
        "[nom]: a.md \"Quoi !\"\n\nUn [nom].\n",
        "*[HTML]: Quoi !\n\nHTML.\n",
    ],
)  # fmt: skip
def test_left_alone(text):
    done = fixed(text)
    assert done.text == text and done.repairs == []


def test_only_in_french():
    assert fixed("Come !\n", locale="en").repairs == []
    assert fixed("Venez !\n", locale="fr_CA").repairs == []


def test_letters_in_pieces():
    pieces = unicodedata.normalize("NFD", "Élève près de l’hôtel.\n")
    assert fixed(f"{pieces}\n`{pieces.strip()}`\n").text == f"Élève près de l’hôtel.\n\n`{pieces.strip()}`\n"


def test_vowels_of_arabic_keep_their_order():
    text = "\u0634\u0651\u064e\n"  # shadda before fatha, as it is typed; NFC would turn them round
    assert unicodedata.normalize("NFC", text) != text
    assert fixed(text, locale="ar").text == text


def test_byte_order_marks_in_the_text():
    done = fixed("Un\ufeff deux\n\nTrois.\ufeff\n")
    assert done.text == "Un deux\n\nTrois.\n"
    assert [repair.line for repair in done.repairs] == [1, 3]


@pytest.mark.parametrize(("text", "after"), [("a", "a\n"), ("a\r\nb", "a\r\nb\r\n"), ("a\rb", "a\rb\r"), ("", "")])
def test_the_end_of_the_file(text, after):
    assert fixed(text).text == after


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_stay(end):
    text = f"---{end}title: A{end}---{end}{end}Venez !{end}Texte\u2028ici\x0cet là{end}"
    assert fixed(text).text == text.replace(" !", f"{NARROW}!")


def test_anchors_of_the_source():
    text = "## Appeler ##\n\nTexte.\n\n### Vite {.big}\n\nTexte.\n\nMarcher  \n-------\n\nTexte.\n"
    done = fixed(text, SOURCE)
    assert done.text == text.replace("Appeler ##", "Appeler ## { #call }").replace("{.big}", "{#now .big}").replace(
        "Marcher", "Marcher { #walk }"
    )
    assert [repair.line for repair in done.repairs] == [1, 5, 9]
    assert done.repairs[0].what == "the anchor #call at “Appeler”"
    assert [section.key for section in done.page.sections][1:] == ["call", "now", "walk"]


@pytest.mark.parametrize(
    "text",
    [
        "## Appeler\n\nTexte.\n\n## Vite\n\nTexte.\n\n## Marcher\n\nTexte.\n",  # another level
        "## Appeler\n\nTexte.\n\n### Vite\n\nTexte.\n",  # one is missing
        "## Appeler\n\nTexte.\n\n### Vite\n\nTexte.\n\n## Marcher { #walk }\n\n## Plus { #more }\n\nTexte.\n",
        "## Marcher { #walk }\n\nTexte.\n\n## Appeler\n\nTexte.\n\n### Vite\n\nTexte.\n",  # another order
        "## Appeler { #call } x }\n\nTexte.\n\n### Vite { #now }\n\nTexte.\n\n## Marcher { #walk }\n\nTexte.\n",
        "## Appeler\n\nTexte <a id=\"call\"></a>.\n\n### Vite { #now }\n\nTexte.\n\n## Marcher { #walk }\n\nTexte.\n",
    ],
)  # fmt: skip
def test_no_anchor_where_the_pairing_is_not_certain(text):
    assert fixed(text, SOURCE).text == text


def test_an_anchor_that_the_source_has_twice_names_no_section():
    source = SOURCE.replace("#now .big", "#call")
    text = "## Appeler { #call }\n\nTexte.\n\n### Vite\n\nTexte.\n\n## Marcher { #walk }\n\nTexte.\n"
    assert fixed(text, source).text == text


def test_an_anchor_that_links_lead_to_is_kept():
    text = "## Appeler\n\nTexte.\n\n### Vite { #now }\n\nTexte.\n\n## Marcher { #walk }\n\nTexte.\n"
    assert fixed(text, SOURCE, linked={"appeler"}).text == text
    assert "## Appeler { #call }" in fixed(text, SOURCE, linked={"vite"}).text


def test_without_attribute_lists_no_anchor():
    text = "## Appeler\n\nTexte.\n\n### Vite\n\nTexte.\n\n## Marcher\n\nTexte.\n"
    assert fixed(text, SOURCE, pins=False).text == text


def test_a_page_of_the_source_pins_what_it_has_and_makes_no_translation_stale():
    text = "## Où aller\n\nVenez !\n\n## Où aller\n\nVenez vite!"
    own = page(text)
    done = fix_page(own, text, own)
    assert "## Où aller { #ou-aller }" in done.text and "## Où aller { #ou-aller_1 }" in done.text
    assert done.text.endswith("Venez vite!\n")  # a space put in would be another text
    assert digests(done.page) == digests(own)


PIECES = st.sampled_from(
    [
        *("Venez !", "Quoi?", "«a»", "« b »", "`x !`", "**gras :**", "[lien ?](a.md)", "{{ tag ! }}", "<b>non !</b>"),
        *("e\u0301te\u0301", "\ufeff", "9:00", "\n", "\n\n", "\n- ", "\n1. ", "\n> ", "\n## Titre ", "{ #ancre }", "\r\n"),
        *("\n```\nQuoi !\n```\n", "\n| a ! | b |\n|---|---|\n| c ? | d |\n", "[^1]", "\n[^1]: Note !", "    ", "\t", " "),
        *("---\ntitle: Où ?\n---\n", "\n!!! note \"Oui !\"\n", ":", ";", "*", "_", "!", "\\!", "&nbsp;!", "http://a.b/?c"),
    ]
)  # fmt: skip


@settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=14).map("".join).map(lambda text: text.lstrip("\ufeff")))
def test_twice_is_once_and_nothing_else_changes(text):
    before = page(text)
    once = fix_page(before, text, None)
    twice = fix_page(page(once.text), once.text, None)
    assert twice.text == once.text and twice.repairs == []
    assert same_but_for_repairs(before, page(once.text), is_source=False)
    assert (once.text == text) == (not once.repairs)
    count = [sum(1 for p in each.passages for _ in flaws(p.text, "fr")) for each in (before, page(once.text))]
    assert count[1] <= count[0]
