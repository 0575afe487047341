"""A language added to whole sites: the checker asks for exactly what is owed, and nothing English is shown under it."""

from __future__ import annotations

import io
import shutil
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from site_builder import build_site

from l10n.cli import main
from l10n.corpus import Corpus
from l10n.data_file import read_data
from l10n.runner import check_site
from l10n.site import load_site

ROOT = Path(__file__).parents[3]
TODAY = date(2027, 3, 1)


def new_locale(config, code, *arguments):
    out, err = io.StringIO(), io.StringIO()
    result = main(["new-locale", "--config", str(config), code, *arguments], out, err)
    return result, out.getvalue(), err.getvalue()


def findings(config):
    return Counter(
        (finding.locale, finding.path, finding.line, finding.rule.title, finding.section, finding.severity.value)
        for finding in check_site(Corpus(load_site(config)), TODAY).findings
    )


def files(root):
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


@pytest.fixture
def own(tmp_path):
    """A copy of this site's sources."""
    shutil.copytree(ROOT / "docs", tmp_path / "docs", ignore=shutil.ignore_patterns("assets"))
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    return tmp_path / "mkdocs.yml"


def test_this_site_owes_exactly_what_is_empty(own):
    before = load_site(own)
    told = {(rule, path, section) for _, path, _, rule, section, _ in findings(own)}
    assert new_locale(own, "uk")[0] == 0
    after = load_site(own)
    found = check_site(Corpus(after), TODAY).findings
    new = [finding for finding in found if finding.locale == "uk"]
    # Nothing is said of the others that was not said before: lines may have moved.
    assert {(f.rule.title, f.path, f.section) for f in found if f.locale != "uk"} <= told
    pages = {before.shown(key, "uk") for key in before.keys if before.has(key, "en")}
    assert {f.path for f in new if f.rule.title == "missing-page"} == pages
    enforced = {f.path for f in new if f.rule.title == "missing-page" and f.severity.value == "error"}
    assert enforced == {path for path in pages if path.split("/")[2] in ("leaflets", "help")}
    strings = read_data(before.root / "docs/data/strings/en.yml").value
    empty = [f for f in new if f.rule.title == "string-empty"]
    assert {f.section for f in empty if f.path.endswith("strings/uk.yml")} == set(strings)
    say = read_data(before.root / "docs/data/say.yml").value
    assert {f.section for f in empty if f.path.endswith("say.yml")} == {
        *(f"sentences.{sentence['id']}.text" for sentence in say["sentences"]),
        *(f"languages.{code}" for code in before.codes),
    }
    assert {f.rule.title for f in new} == {"missing-page", "string-empty", "nav-untranslated"}
    names = [f.message for f in new if f.rule.title == "nav-untranslated"]
    assert len(names) == 2 and "The site has no name in uk." in names


def test_this_site_creates_no_page_and_keeps_every_comment(own):
    before = files(own.parent)
    new_locale(own, "uk")
    after = files(own.parent)
    assert after.keys() - before.keys() == {"docs/data/strings/uk.yml"}
    for path, data in before.items():
        rest = iter(after[path])
        assert all(byte in rest for byte in data), path
    english = {value for value in read_data(own.parent / "docs/data/strings/en.yml").value.values()}
    assert not english & set(read_data(own.parent / "docs/data/strings/uk.yml").value.values())


def test_what_is_said(own):
    code, out, err = new_locale(own, "fa", "--dry-run")
    assert (code, err) == (0, "") and "+        - locale: fa\n+          name: فارسی\n" in out
    assert "--- /dev/null\n+++ b/docs/data/strings/fa.yml\n" in out
    assert "fa" not in load_site(own).codes
    code, out, _ = new_locale(own, "fa")
    assert code == 0 and "mkdocs.yml: fa added\n" in out and "docs/data/strings/fa.yml: written\n" in out
    assert "extra.exits.fa is https://fa.wikipedia.org/" in out
    assert out.endswith("Next: check_translations.py todo fa\n") and "× missing-page" in out
    assert next(locale for locale in load_site(own).locales if locale.code == "fa").rtl
    assert new_locale(own, "fa") == (2, "", "fa: is a language of this site already (locale: fa).\n")


@pytest.mark.parametrize("name", ["clean", "clean-suffix", "clean-without-policy"])
@pytest.mark.parametrize("fallback", [True, False])
def test_no_english_page_is_built_under_the_new_language(name, fallback, copy_site):
    config = copy_site(name)
    text = config.read_text(encoding="utf-8")
    assert "docs_structure" in text
    setting = f"      fallback_to_default: {str(fallback).lower()}\n"
    at = text.index("\n", text.index("docs_structure")) + 1
    config.write_text(text[:at] + setting + text[at:], encoding="utf-8")
    before = findings(config)
    code, out, _ = new_locale(config, "uk")
    assert code == 0
    site = load_site(config)
    after = findings(config)
    owed = {site.shown(key, "uk") for key in site.keys if "uk" in site.owed(key)}
    assert owed and {(path, rule) for locale, path, _, rule, *_ in after - before} == {
        (path, "missing-page") for path in owed
    }
    assert before - after == Counter()
    built = build_site(config, config.parent / "site")
    lent = {path for locale, path in built.lent if locale == "uk"}
    assert not any(locale == "uk" for locale, _ in built.own)
    assert bool(lent) == fallback == ("fallback_to_default is on" in out)
