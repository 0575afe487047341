"""Which file is which page, in which locale, at which address."""

from __future__ import annotations

import pytest

from l10n.layout import Layout

from .conftest import CONFIG


def test_locales(site_of):
    site = site_of()
    assert site.source.code == "en"
    assert [locale.code for locale in site.translations] == ["lt", "zh-CN", "ar"]
    assert [locale.rtl for locale in site.locales] == [False, False, False, True]


def test_pages_of_a_folder_layout(site_of):
    pages = ["en/a.md", "en/b/c.markdown", "lt/a.md", "zh-CN/b/c.md", "en/templates/t.md"]
    others = ["js/x.md", "en/.hidden.md", "en/d.txt", "xx/a.md", ".git/en/a.md"]
    site = site_of(pages=pages + others)
    assert site.layout is Layout.FOLDER
    assert site.pages == {
        ("a.md", "en"): "en/a.md",
        ("a.md", "lt"): "lt/a.md",
        ("b/c.md", "en"): "en/b/c.markdown",
        ("b/c.md", "zh-CN"): "zh-CN/b/c.md",
        ("templates/t.md", "en"): "en/templates/t.md",
    }
    assert site.path_in_docs("b/c.md", "lt") == "lt/b/c.md"
    assert site.shown("b/c.md", "en") == "docs/en/b/c.markdown"


def test_pages_of_a_suffix_layout(site_of):
    site = site_of(
        CONFIG.replace("folder", "suffix"),
        ["a.md", "a.lt.md", "b/c.en.md", "b/c.zh-CN.md", "v1.2.md", "lt.md", ".lt.md", "a.xx.md", "a.de.md"],
    )
    assert site.pages == {
        ("a.md", "en"): "a.md",
        ("a.md", "lt"): "a.lt.md",
        ("b/c.md", "en"): "b/c.en.md",
        ("b/c.md", "zh-CN"): "b/c.zh-CN.md",
        ("lt.md", "en"): "lt.md",
        ("v1.2.md", "en"): "v1.2.md",
    }
    assert site.path_in_docs("a.md", "ar") == "a.ar.md"
    assert site.path_in_docs("new.md", "en") == "new.md"


def test_the_source_may_stand_at_the_root_of_a_folder_layout(site_of):
    site = site_of(pages=["a.md", "b/c.md", "lt/a.md"])
    assert site.pages == {("a.md", "en"): "a.md", ("a.md", "lt"): "lt/a.md", ("b/c.md", "en"): "b/c.md"}
    assert site.path_in_docs("new.md", "en") == "new.md"
    assert site.path_in_docs("b/c.md", "lt") == "lt/b/c.md"


def test_drafts_are_pages_that_nobody_owes(site_of):
    config = CONFIG + "draft_docs: |\n  coming.md\n"
    site = site_of(config, ["en/a.md", "en/coming.md"])
    assert site.keys == ("a.md", "coming.md")
    assert site.owed("a.md") == ("lt", "zh-CN", "ar")
    assert site.owed("coming.md") == ()


def test_the_form_of_the_plugin_before_version_1(site_of):
    old = "plugins: [{i18n: {default_language: en, languages: {default: {name: x}, en: English, lt: {build: false}, de: d}}}]"
    site = site_of(old, ["a.md", "a.de.md"])
    assert (site.source.name, [locale.code for locale in site.translations]) == ("English", ["de"])
    assert site.plugin.unbuilt == ("lt",)
    assert set(site.pages) == {("a.md", "en"), ("a.md", "de")}


def test_addresses(site_of):
    site = site_of(CONFIG + "site_url: https://a.example/base/\n", ["en/index.md", "en/a.md", "lt/a.md"])
    assert site.address("a.md", "lt") == "lt/a/"
    for address in ("/lt/a/", "/lt/a", "lt/a/", "/base/lt/a/", "/lt/a.html", "/lt/a/index.html"):
        assert site.at(address) == ("lt", "a.md")
    assert site.at("/") == ("en", "index.md")
    assert site.at("/ar/a/") == ("ar", "a.md")  # built from the source
    assert site.at("/xx/a/") is None


def test_folders_that_cannot_be_walked(site_of, tmp_path):
    site = site_of(pages=["en/a.md", "lt/b/c.md"])
    (site.docs / "lt" / "b" / "up").symlink_to(site.docs / "lt", target_is_directory=True)
    (site.docs / "en" / "out").symlink_to(tmp_path, target_is_directory=True)
    (site.docs / "en" / "gone.md").symlink_to("nowhere")
    (site.docs / "en" / "self.md").symlink_to("self.md")
    assert set(site.tree.unreadable) == {"lt/b/up", "en/out/docs"}
    assert ("c.md", "lt") not in site.pages and ("b/c.md", "lt") in site.pages
    assert {("gone.md", "en"), ("self.md", "en")} <= set(site.pages)  # and unreadable as pages


def test_a_path_is_shown_on_one_line(site_of):
    site = site_of(pages=["en/a\nb.md", "en/\x1b[31m.md", "en/ž.md"])
    assert [site.shown(key, "en") for key in site.keys] == [
        *("docs/en/\\x1b[31m.md", "docs/en/a\\nb.md", "docs/en/ž.md")
    ]


def test_suffix_is_the_layout_when_none_is_named(site_of):
    assert site_of(CONFIG.replace("      docs_structure: folder\n", "")).layout is Layout.SUFFIX


@pytest.mark.parametrize(
    ("patterns", "left"),
    [
        ("/en/x/\n", {"a.md"}),
        ("# only a comment\n/data/", {"a.md", "x/b.md", "x/c.md"}),
        ("b.md", {"a.md", "x/c.md"}),
        ("x/*\n!x/c.md", {"a.md", "x/c.md"}),
        ("\\#odd.md\n**/c.*", {"a.md", "x/b.md"}),
    ],
)
def test_excluded_pages(patterns, left, site_of):
    config = CONFIG + "exclude_docs: |\n" + "".join(f"  {line}\n" for line in patterns.splitlines())
    if "x/*" in patterns:
        config = config.replace("x/", "en/x/")
    assert set(site_of(config, ["en/a.md", "en/x/b.md", "en/x/c.md"]).keys) == left
