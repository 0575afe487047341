"""`sign`: a sign-off holds for one text, and only for a page without errors."""

from __future__ import annotations

from datetime import date

import pytest

from l10n.cli import main
from l10n.corpus import Corpus
from l10n.errors import UserError
from l10n.page import load_page
from l10n.policy import SectionPolicy, SignOff
from l10n.runner import check_site
from l10n.sign import sign_page
from l10n.signoff import read_review, unsigned
from l10n.site import load_site
from l10n.stamp import stamp_page

ON = date(2027, 3, 1)
BOTH = SectionPolicy(sign=(SignOff.LANGUAGE, SignOff.CLINICAL))


@pytest.fixture
def signer(copy_site):
    """A site whose policy wants both sign-offs, and a function that signs its Lithuanian page."""
    config = copy_site("unsigned")

    def sign(kind=SignOff.LANGUAGE, locale="lt", by="A reader: née “O’B”", on=ON, next_review=None):
        return sign_page(Corpus(load_site(config)), "page.md", locale, kind, by, on, next_review)

    sign.config = config
    sign.file = config.parent / "docs/lt/page.md"
    sign.page = lambda: load_page(sign.file, "page.md", "lt", "page.md", ("title", "description"))
    sign.open = lambda: unsigned(sign.page(), BOTH, is_source=False)
    sign.rules = lambda: {f.rule.title for f in check_site(Corpus(load_site(config)), ON).findings if f.locale == "lt"}
    return sign


def test_signed_for_one_then_for_both(signer):
    assert signer.open() == (SignOff.LANGUAGE, SignOff.CLINICAL)
    signer()
    assert signer.open() == (SignOff.CLINICAL,)
    signer(SignOff.CLINICAL, by="A doctor", next_review=date(2027, 9, 1))
    assert signer.open() == ()
    review = signer.page().front_matter.values["review"]
    assert review["language"]["by"] == "A reader: née “O’B”"
    assert review["clinical"]["on"] == ON
    assert read_review(signer.page()).next == date(2027, 9, 1)
    assert signer.rules() == set()


def test_signing_again_replaces_and_keeps_the_rest(signer):
    signer(next_review=date(2027, 9, 1))
    signer(SignOff.CLINICAL, by="A doctor")
    signer(by="Another reader", on=date(2027, 4, 1))
    values = signer.page().front_matter.values["review"]
    assert list(values) == ["language", "clinical", "next"]
    assert values["language"]["by"] == "Another reader" and values["clinical"]["by"] == "A doctor"
    assert values["next"] == date(2027, 9, 1)


@pytest.mark.parametrize(
    "edit",
    [
        lambda text: text.replace("laukti.", "laukti!"),
        lambda text: text.replace("title: Kur", "title: Kaip"),
        lambda text: text.replace("Skambinkite", "[Skambinkite](https://a.example/)"),
        lambda text: text.replace("source:\n", 'source:\n  x: "00000000"\n'),
    ],
    ids=["word", "title", "link", "record"],
)
def test_any_later_edit_makes_it_a_draft_again(edit, signer):
    signer()
    text = signer.file.read_text(encoding="utf-8")
    assert edit(text) != text
    signer.file.write_text(edit(text), encoding="utf-8")
    assert SignOff.LANGUAGE in signer.open()
    assert "sign-off-outdated" in signer.rules()


def test_the_other_bytes_stay(signer):
    before = signer.file.read_bytes().split(b"---\n")
    signer()
    after = signer.file.read_bytes().split(b"---\n")
    assert after[2] == before[2] and after[1].startswith(before[1])


@pytest.mark.parametrize(
    "site", ["stale-section", "unrecorded-section", "removed-section", "moved-section", "numbers-differ", "link-broken"]
)
def test_refused_while_the_page_is_not_whole(site, copy_site):
    config = copy_site(site)
    data = (config.parent / "docs/lt/page.md").read_bytes()
    with pytest.raises(UserError, match="Mend it before signing"):
        sign_page(Corpus(load_site(config)), "page.md", "lt", SignOff.LANGUAGE, "A reader", ON, None)
    assert (config.parent / "docs/lt/page.md").read_bytes() == data


def test_refused_without_a_name_page_or_for_the_language_of_the_source(signer):
    with pytest.raises(UserError, match="--by"):
        signer(by="  ")
    with pytest.raises(UserError, match="source language"):
        signer(locale="en")
    with pytest.raises(UserError, match="no such page"):
        sign_page(Corpus(load_site(signer.config)), "gone.md", "lt", SignOff.LANGUAGE, "A", ON, None)


def test_a_clinician_signs_the_source_too(signer):
    signer(SignOff.CLINICAL, locale="en", by="A doctor")
    findings = check_site(Corpus(load_site(signer.config)), ON).findings
    assert [f.rule.title for f in findings if f.locale == "en"] == []


def test_a_broken_sign_off_is_mended_by_signing(copy_site):
    config = copy_site("invalid-sign-off")
    for kind in SignOff:
        sign_page(Corpus(load_site(config)), "page.md", "lt", kind, "A reader", ON, None)
    assert check_site(Corpus(load_site(config)), ON).findings == []


def test_the_command(signer, capsys):
    arguments = ["sign", "--config", str(signer.config), str(signer.file), "--as", "language"]
    assert main([*arguments, "--by", "A reader", "--on", "2027-03-01"]) == 0
    assert "signed for language by A reader on 2027-03-01" in capsys.readouterr().out
    with pytest.raises(SystemExit) as caught:
        main([*arguments, "--by", "A reader", "--on", "yesterday"])
    assert caught.value.code == 2


@pytest.mark.parametrize("tag", ["{{ say help }}", "{{ say }}"])
def test_a_sign_off_is_for_the_words_that_a_tag_stands_for(signer, tag):
    """A sentence to show to staff stands in data; changed after the reading, nobody has read it."""
    root = signer.config.parent
    config = signer.config.read_text(encoding="utf-8")
    assert "l10n:" in config
    signer.config.write_text(config.replace("  l10n:\n", "  l10n:\n    tag_texts: {say: say.yml}\n"), encoding="utf-8")
    (root / "say.yml").write_text("sentences:\n- {id: help, text: Help me.}\n", encoding="utf-8")
    for locale in ("en", "lt"):
        page = root / "docs" / locale / "page.md"
        page.write_text(page.read_text(encoding="utf-8") + f"\n{tag}\n", encoding="utf-8")
    key, locale = "page.md", "lt"

    def still_unsigned():
        corpus = Corpus(load_site(signer.config))
        return unsigned(corpus.page(key, locale), BOTH, is_source=False)

    stamp_page(Corpus(load_site(signer.config)), key, locale, [])
    signer()
    assert still_unsigned() == (SignOff.CLINICAL,)
    (root / "say.yml").write_text("sentences:\n- {id: help, text: Go away.}\n", encoding="utf-8")
    assert still_unsigned() == (SignOff.LANGUAGE, SignOff.CLINICAL)
