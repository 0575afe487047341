"""Where a link target leads."""

from __future__ import annotations

import pytest

from l10n.corpus import Corpus
from l10n.links import Target, TargetKind, neutral, resolve
from l10n.site import load_site

PAGE, FILE, EXTERNAL, ABSOLUTE = TargetKind.PAGE, TargetKind.FILE, TargetKind.EXTERNAL, TargetKind.ABSOLUTE


@pytest.fixture
def site(copy_site):
    """The clean site, served somewhere, with a page in a folder."""
    config = copy_site("clean")
    config.write_text(config.read_text(encoding="utf-8") + "site_url: https://a.example/base/\n", encoding="utf-8")
    for locale in ("en", "lt"):
        folder = config.parent / "docs" / locale / "sub"
        folder.mkdir()
        (folder / "inner.md").write_text("text\n", encoding="utf-8")
    return load_site(config)


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("other.md", Target(PAGE, "sub/other.md", "lt")),
        ("../page.md#steps", Target(PAGE, "page.md", "lt", "steps")),
        ("../../en/page.md", Target(PAGE, "page.md", "en")),
        ("./../page.md?x=1#a%20b", Target(PAGE, "page.md", "lt", "a b")),
        ("#here", Target(PAGE, "sub/inner.md", "lt", "here")),
        ("", Target(PAGE, "sub/inner.md", "lt")),
        ("../room%20a.png", Target(FILE, "lt/room a.png")),
        ("../../shared/a.png", Target(FILE, "shared/a.png")),
        ("../../../etc/passwd", Target(FILE, "../etc/passwd")),
        ("https://b.example/x", Target(EXTERNAL, "https://b.example/x")),
        ("mailto:a@b.example", Target(EXTERNAL, "mailto:a@b.example")),
        ("//b.example/x", Target(EXTERNAL, "//b.example/x")),
        ("/lt/page/", Target(ABSOLUTE, "/lt/page/")),
        ("https://a.example/base/lt/page/#x", Target(ABSOLUTE, "/lt/page/", "", "x")),
        ("{{ url }}", Target(TargetKind.UNKNOWN, "{{ url }}")),
    ],
)
def test_resolved(target, expected, site):
    page = Corpus(site).page("sub/inner.md", "lt")
    assert resolve(site, page, target) == expected


def test_canonical_forms_are_the_same_in_every_locale(site):
    corpus = Corpus(site)
    for target in ("../page.md#steps", "../room.png", "../../shared/a.png", "https://b.example/"):
        forms = {resolve(site, corpus.page("sub/inner.md", code), target).canonical(code) for code in ("en", "lt")}
        assert len(forms) == 1


def test_files_in_the_locale_beside_the_locales_and_in_the_theme(site, tmp_path):
    (site.docs / "shared.png").write_bytes(b"")
    assert site.found("lt/room.png", "lt")
    assert site.found("lt/shared.png", "lt")  # static-i18n looks beside the locales too
    assert not site.found("lt/gone.png", "lt")
    assert not site.found("lt", "lt")


def test_files_of_the_theme(copy_site):
    config = copy_site("clean")
    config.write_text(config.read_text(encoding="utf-8") + "theme: {custom_dir: over}\n", encoding="utf-8")
    (config.parent / "over").mkdir()
    (config.parent / "over" / "a.svg").write_bytes(b"")
    assert load_site(config).found("lt/a.svg", "lt")


def test_suffix_layout_links_stay_in_the_language(copy_site):
    site = load_site(copy_site("clean-suffix"))
    page = Corpus(site).page("page.md", "lt")
    assert resolve(site, page, "other.md") == Target(PAGE, "other.md", "lt")
    assert resolve(site, page, "other.lt.md") == Target(PAGE, "other.md", "lt")
    assert resolve(site, page, "other.en.md") == Target(PAGE, "other.md", "en")


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://en.wikipedia.org/wiki/Distress", "*.wikipedia.org"),
        ("https://lt.wikipedia.org/wiki/Distresas", "*.wikipedia.org"),
        ("https://fr.wikipedia.org/wiki/Détresse", "https://fr.wikipedia.org/wiki/Détresse"),  # no language of the two
        ("https://a.example/en-US/docs/x?y#z", "https://a.example/docs/x?y#z"),
        ("https://a.example/lt/docs/x?y#z", "https://a.example/docs/x?y#z"),
        ("https://en.example/x", "https://en.example/x"),  # the whole name, not a language of it
        ("https://a.example/english/x", "https://a.example/english/x"),
        ("http://[bad", "http://[bad"),
    ],
)
def test_addresses_without_their_language(address, expected):
    assert neutral(address, ("lt", "en")) == expected
