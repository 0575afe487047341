"""A configuration of five languages, and sites made with it."""

from __future__ import annotations

import pytest

from l10n.site import load_site

CONFIG = """
site_name: Trial
plugins:
  - search
  - i18n:
      docs_structure: folder
      languages:
        - {locale: en, name: English, default: true}
        - {locale: lt, name: Lietuvių}
        - {locale: zh-CN, name: 中文}
        - {locale: ar, name: العربية}
        - {locale: xx, name: Unbuilt, build: false}
"""


@pytest.fixture
def site_of(tmp_path):
    """Writes a configuration and pages, and loads the site."""

    def load(config=CONFIG, pages=(), docs="docs"):
        (tmp_path / docs).mkdir(parents=True, exist_ok=True)
        for page in pages:
            file = tmp_path / docs / page
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text("text\n", encoding="utf-8")
        (tmp_path / "mkdocs.yml").write_text(config, encoding="utf-8")
        return load_site(tmp_path / "mkdocs.yml")

    return load
