"""Codes of languages that can be added, and what the languages call themselves."""

from __future__ import annotations

import pytest

from l10n.errors import UserError
from l10n.new_locale import read_code
from l10n.site import load_site

CONFIG = """\
site_name: Codes
plugins:
  - i18n:
      docs_structure: folder
      languages:
        - {locale: en, name: English, default: true}
        - {locale: pt-BR, name: Português}
        - {locale: ru, name: Русский, build: false}
"""


@pytest.fixture
def site(tmp_path):
    """A site in English, Brazilian Portuguese and, not built, Russian."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    return load_site(tmp_path / "mkdocs.yml")


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("uk", "Українська"),
        ("fa", "فارسی"),
        ("ti", "ትግርኛ"),
        ("pt", "Português"),
        ("zh-Hant", "中文 (繁體)"),
        ("fr-CA", "Français (Canada)"),
        ("fr_CA", "Français (Canada)"),
        ("no", "Norsk"),
    ],
)
def test_names_are_those_of_cldr(code, name, site):
    assert read_code(site, code, None).name == name


def test_a_name_of_ones_own(site):
    assert read_code(site, "uk", "Мова").name == "Мова"
    assert read_code(site, "sh", "Srpskohrvatski").name == "Srpskohrvatski"
    with pytest.raises(UserError, match="sh: CLDR does not say what Serbo-Croatian calls itself; add --name"):
        read_code(site, "sh", None)


@pytest.mark.parametrize("code", ["en", "pt-BR", "pt_BR", "ru"])
def test_one_that_is_there(code, site):
    with pytest.raises(UserError, match="is a language of this site already"):
        read_code(site, code, None)


@pytest.mark.parametrize("code", ["", "english", "ckb", "UK", "uk-", "-uk", "../uk", "uk/../x", "uk\n", "null", "u1"])
def test_one_that_the_plugin_does_not_take(code, site):
    with pytest.raises(UserError, match="is no code that mkdocs-static-i18n takes"):
        read_code(site, code, None)


@pytest.mark.parametrize("code", ["xx", "zz", "uk-Abcd", "uk-XX", "qq_UA"])
def test_one_of_parts_that_nobody_knows(code, site):
    with pytest.raises(UserError, match="CLDR knows no"):
        read_code(site, code, "Name")
