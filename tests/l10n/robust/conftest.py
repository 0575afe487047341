"""One small site, to be spoilt."""

from __future__ import annotations

import pytest

from l10n.cli import main

CONFIG = """
site_name: Robust
plugins:
  - i18n:
      docs_structure: folder
      languages: [{locale: en, name: English, default: true}, {locale: lt, name: Lietuvių}]
"""
PAGE = b"---\ntitle: One\n---\n\n# One { #one }\n\nText of [one](#one) and `code`.\n"


@pytest.fixture
def site(tmp_path):
    """The configuration of a site with one page in two languages, the only page of which `docs/lt/page.md` varies."""
    (tmp_path / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    for locale in ("en", "lt"):
        (tmp_path / "docs" / locale).mkdir(parents=True)
        (tmp_path / "docs" / locale / "page.md").write_bytes(PAGE)
    return tmp_path / "mkdocs.yml"


@pytest.fixture
def check(site, capsys):
    """(exit code, stdout, stderr) of a check of the site."""

    def run(*arguments):
        return main([*arguments, "--config", str(site)]), *capsys.readouterr()

    return run
