"""Which file is which page, and which links lead nowhere: the checker's idea held against real builds.

Each file of layouts/ is a site: texts by path, `pages` with a line of text, `assets` with a byte.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
import yaml
from site_builder import build_site

from l10n.corpus import Corpus
from l10n.layout import Layout, Place, page_key, page_url, place_of
from l10n.rules import Rule
from l10n.runner import check_site
from l10n.site import load_site

LAYOUTS = sorted((Path(__file__).parent / "layouts").glob("*.yml"))
LINK = re.compile(r"(?:The link|The page) (\S+) (?:leads|does not)")


def make_site(description: Path, root: Path, *, fallback: bool) -> Path:
    """Write the site of a description; gives the path of its configuration."""
    files = yaml.safe_load(description.read_text(encoding="utf-8"))
    texts = {path: text for path, text in files.items() if path not in ("pages", "assets")}
    texts |= dict.fromkeys(files.get("pages", ()), "Text.\n") | dict.fromkeys(files.get("assets", ()), "x")
    texts |= {"theme/main.html": "{{ page.content }}", "theme/img/logo.png": "x"}
    for path, text in texts.items():
        if path.endswith(".yml"):
            text = text.replace("fallback_to_default: true", f"fallback_to_default: {str(fallback).lower()}")
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return root / "mkdocs.yml"


@pytest.mark.parametrize("fallback", [True, False], ids=["fallback", "no-fallback"])
@pytest.mark.parametrize("description", LAYOUTS, ids=lambda path: path.stem)
def test_the_build_agrees(description, fallback, tmp_path):
    config = make_site(description, tmp_path, fallback=fallback)
    built = build_site(config, tmp_path / "site")
    site = load_site(config)
    drafts = site.tree.drafts
    own = {(locale, path): site.address(key, locale) for (key, locale), path in site.pages.items()}
    assert {place: address for place, address in own.items() if place[1] not in drafts} == built.own
    lent = {
        (locale, site.pages[key, site.source.code])
        for key in site.keys
        for locale in site.codes
        if site.builds(key, locale) and not site.has(key, locale)
    }
    assert {place for place in lent if place[1] not in drafts} == built.lent
    told = {rule: set() for rule in Rule}
    for finding in check_site(Corpus(site), date(2027, 1, 1)).findings:
        if match := LINK.match(finding.message):
            told[finding.rule].add((finding.path.partition("/")[2], match.group(1)))
    # A link into another language is told as that also where the build finds the page.
    assert told[Rule.LINK_BROKEN] <= built.dead <= told[Rule.LINK_BROKEN] | told[Rule.LINK_LANGUAGE]


@pytest.mark.parametrize(
    ("layout", "path", "place"),
    [
        ("folder", "lt/a.md", Place("lt", "a.md", True)),
        ("folder", "lt/b/a.md", Place("lt", "b/a.md", True)),
        ("folder", "a.md", Place("en", "a.md", False)),
        ("folder", "lt.md", Place("en", "lt.md", False)),
        ("folder", "LT/a.md", Place("en", "LT/a.md", False)),
        ("folder", "b/lt/a.md", Place("en", "b/lt/a.md", False)),
        ("folder", "js/a.md", Place("js", "a.md", True)),  # looks like a locale, so the plugin takes it for one
        ("folder", "abc/a.md", Place("en", "abc/a.md", False)),
        ("folder", "odd-code/a.md", Place("odd-code", "a.md", True)),  # configured
        ("suffix", "a.lt.md", Place("lt", "a.md", True)),
        ("suffix", "b.lt/a.md", Place("en", "b.lt/a.md", False)),
        ("suffix", "b/a.zh-Hant.png", Place("zh-Hant", "b/a.png", True)),
        ("suffix", "a.zh_TW.md", Place("zh_TW", "a.md", True)),
        ("suffix", "a.js.md", Place("js", "a.md", True)),
        ("suffix", "a.min.md", Place("en", "a.min.md", False)),
        ("suffix", ".lt.md", Place("en", ".lt.md", False)),
        ("suffix", "a.lt", Place("en", "a.lt", False)),
        ("suffix", "lt", Place("en", "lt", False)),
    ],
)
def test_place(layout, path, place):
    assert place_of(Layout(layout), path, "en", ("en", "lt", "odd-code")) == place


def test_key_and_address():
    assert page_key("a/b.c.markdown") == "a/b.c.md"
    keys = ("index.md", "a.md", "b/index.md", "b/README.md", "b/c.md")
    assert [page_url(key, directories=True) for key in keys] == ["", "a/", "b/", "b/", "b/c/"]
    assert [page_url(key, directories=False) for key in keys] == [
        *("index.html", "a.html", "b/index.html", "b/index.html", "b/c.html")
    ]
