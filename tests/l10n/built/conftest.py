"""Small built sites, written by the tests."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from l10n.cli import main

URL = "https://a.example/"
HOST = "https://b.example"  # another
DIRECTIONS = {"en": "ltr", "lt": "ltr", "ar": "rtl"}


def document(locale: str = "en", head: str = "", body: str = "", attributes: str | None = None) -> str:
    """A page of eight lines: its head stands on line 4, its body on line 7."""
    told = f'lang="{locale}" dir="{DIRECTIONS[locale]}"' if attributes is None else attributes
    return (
        f'<!doctype html>\n<html {told}>\n<head><meta charset="utf-8"><title>Page</title>\n{head}\n</head>\n'
        f'<body><header><a href="#text">Skip</a></header><main id="text"><h1>Page</h1>\n{body}\n</main></body></html>\n'
    )


def alternates(*languages: str, page: str = "help/") -> str:
    """The links of a page to itself in other languages, on one line."""
    folders = {"x-default": "", "en": ""}
    links = ((language, folders.get(language, f"{language}/")) for language in languages)
    return "".join(f'<link rel="alternate" hreflang="{to}" href="{URL}{folder}{page}">' for to, folder in links)


class Site:
    """A site of a home and a help page in three languages, with its sources, its configuration and no fault."""

    def __init__(self, root: Path, layout: str = "folder", directories: bool = True):
        self.root, self.layout, self.directories = root, layout, directories
        self.configure()
        for locale in DIRECTIONS:
            for key in ("index", "help"):
                self.source(key, locale, "---\ntitle: Page\n---\n# Page { #page }\n")
            self.page("index.html", locale, document(locale, body=f'<a href="{self.name("help")}#text">Help</a>'))
            self.page(self.name("help", file=True), locale, document(locale, body='<img src="/a.svg" alt="">'))
        (self.folder / "a.svg").write_text("<svg/>")

    def configure(self, site_url: str = "", built: str = "", policy: bool = True, more: str = "") -> None:
        """Write mkdocs.yml: `built` is what extra.l10n.built holds, `more` a line of extra.l10n."""
        languages = "".join(
            f"        - {{locale: {code}, name: {code}, default: {json.dumps(code == 'en')}}}\n" for code in DIRECTIONS
        )
        self.config.write_text(
            f"site_name: Small\nsite_url: {json.dumps(site_url)}\nuse_directory_urls: {json.dumps(self.directories)}\n"
            f"plugins:\n  - i18n:\n      docs_structure: {self.layout}\n      fallback_to_default: false\n"
            f"      languages:\n{languages}"
            + (f"extra:\n  l10n:\n    same: [Page]\n    built: {{{built}}}\n{more}" if policy else "")
        )

    @property
    def config(self) -> Path:
        return self.root / "mkdocs.yml"

    @property
    def folder(self) -> Path:
        return self.root / "site"

    def name(self, key: str, file: bool = False) -> str:
        return f"{key}/{'index.html' if file else ''}" if self.directories else f"{key}.html"

    def source(self, key: str, locale: str, text: str) -> None:
        """Write a page of docs."""
        inner = f"{locale}/{key}.md" if self.layout == "folder" else f"{key}{'' if locale == 'en' else '.' + locale}.md"
        path = self.root / "docs" / inner
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def page(self, name: str, locale: str, text: str | bytes) -> None:
        """Write a page of the built site."""
        path = self.folder / ("" if locale == "en" else locale) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())

    def help(self, head: str = "", body: str = "", locale: str = "en", attributes: str | None = None) -> None:
        """Write the help page of a language."""
        self.page(self.name("help", file=True), locale, document(locale, head, body, attributes))


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path)


@pytest.fixture
def found(capsys: pytest.CaptureFixture) -> Callable[[Site], list[str]]:
    """What `check --site` finds in the built site: `path:line rule message`, paths from its folder."""

    def look(site: Site) -> list[str]:
        main(["--config", str(site.config), "--no-cache", "--format", "json", "--site", str(site.folder)])
        findings = [f for f in json.loads(capsys.readouterr().out)["findings"] if f["rule"].startswith("built-")]
        assert all(f["severity"] == "error" and f["hint"] and f["path"].startswith("site/") for f in findings)
        return [f"{f['path'].removeprefix('site/')}:{f['line']} {f['rule']} {f['message']}" for f in findings]

    return look
