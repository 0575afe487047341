"""`fix` on the command line: what it says, what it writes, and what it leaves alone."""

from __future__ import annotations

import stat
from datetime import date

import pytest

from l10n.cli import main
from l10n.corpus import Corpus
from l10n.policy import SignOff
from l10n.sign import sign_page
from l10n.site import load_site

ON = date(2027, 3, 1)


@pytest.fixture
def site(copy_site, capsys):
    """A copy of a site with attribute lists, and a function that fixes it."""
    config = copy_site("unsigned")
    config.write_text(config.read_text(encoding="utf-8") + "markdown_extensions: [attr_list]\n", encoding="utf-8")

    def fix(*arguments):
        code = main(["fix", "--config", str(config), *arguments])
        return code, capsys.readouterr().out

    fix.root, fix.config, fix.page = config.parent, config, config.parent / "docs/lt/page.md"
    return fix


def test_bytes_around_and_the_mode_stay(site):
    text = "\ufeff" + site.page.read_text(encoding="utf-8").replace(" { #call }", "").rstrip("\n")
    site.page.write_bytes(text.replace("\n", "\r\n").encode())
    site.page.chmod(0o640)
    code, out = site()
    assert code == 0
    assert "docs/lt/page.md\n  line 8: the anchor #call at “Kada skambinti”\n" in out and out.endswith(
        "1 page mended.\n"
    )
    data = site.page.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf---\r\n") and b"\xef\xbb\xbf" not in data[3:]
    assert data.count(b"\n") == data.count(b"\r\n") and data.endswith(b"\r\n")
    assert stat.S_IMODE(site.page.stat().st_mode) == 0o640


def test_a_signed_page_is_left_unless_asked_for(site):
    sign_page(Corpus(load_site(site.config)), "page.md", "lt", SignOff.LANGUAGE, "A reader", ON, None)
    signed = site.page.read_bytes()
    site.page.write_bytes(signed.rstrip(b"\n"))  # a line end more is no other text
    code, out = site()
    assert code == 0 and "draft again" not in out and site.page.read_bytes() == signed
    text = signed.replace(b"Skambinkite", "Ska\ufeffmbinkite".encode())
    site.page.write_bytes(text)
    sign_page(Corpus(load_site(site.config)), "page.md", "lt", SignOff.LANGUAGE, "A reader", ON, None)
    before = site.page.read_bytes()
    code, out = site()
    assert code == 1 and site.page.read_bytes() == before
    assert "  This ends the sign-off for language: the page will be a draft again.\n" in out
    assert "--even-signed mends it all the same.\n0 pages mended, 1 left.\n" in out
    assert site("--dry-run", "--even-signed")[0] == 1 and site.page.read_bytes() == before
    assert site("--even-signed")[0] == 0 and b"Skambinkite" in site.page.read_bytes()


def test_a_site_without_attribute_lists_gets_no_anchors(site):
    site.config.write_text(site.config.read_text(encoding="utf-8").replace("attr_list", "tables"), encoding="utf-8")
    site.page.write_text(site.page.read_text(encoding="utf-8").replace(" { #call }", ""), encoding="utf-8")
    assert site() == (0, "0 pages mended.\n")


@pytest.mark.parametrize(
    "setting", ["[toc, {attr_list: {}}]", "{attr_list: {}}", "[markdown.extensions.extra]", "[pymdownx.extra]"]
)
def test_other_ways_to_have_attribute_lists(setting, site):
    site.config.write_text(site.config.read_text(encoding="utf-8").replace("[attr_list]", setting), encoding="utf-8")
    site.page.write_text(site.page.read_text(encoding="utf-8").replace(" { #call }", ""), encoding="utf-8")
    assert "the anchor #call" in site()[1]


def test_links_from_other_pages_hold_an_anchor(site):
    site.page.write_text(site.page.read_text(encoding="utf-8").replace(" { #call }", ""), encoding="utf-8")
    other = site.page.with_name("other.md")
    other.write_text("# Kita\n\n[Skambinti](page.md#kada-skambinti)\n", encoding="utf-8")
    assert "anchor #call" not in site()[1]
    other.write_text("# Kita\n\n[Skambinti](page.md#call)\n", encoding="utf-8")
    assert "anchor #call" in site()[1]


def test_a_broken_page_hides_no_other(site):
    site.page.write_bytes(b"\xff")
    english = site.root / "docs/en/page.md"
    english.write_bytes(english.read_bytes().rstrip(b"\n"))
    code, out = site()
    assert code == 2
    assert "docs/lt/page.md:1: The file is not UTF-8." in out and out.endswith("1 page mended.\n")


def test_only_what_is_named(site):
    for locale in ("en", "lt"):
        page = site.root / f"docs/{locale}/page.md"
        page.write_bytes(page.read_bytes().rstrip(b"\n"))
    assert "docs/en/page.md" not in site(str(site.page))[1]
    assert "docs/en/page.md" in site(str(site.root / "docs/en"))[1]
    assert site(str(site.root / "nowhere.md"))[0] == 2
