"""`explain` on a leaflet whose English was changed, in a repository of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from functools import partial
from pathlib import Path

from l10n.corpus import Corpus
from l10n.explain import explain_page
from l10n.git import versions
from l10n.reports.explanation import page_lines
from l10n.reports.styled import show
from l10n.site import load_site
from l10n.stamp import stamp_page
from readme_pictures.terminal import recorder, svg

PAGE = "leaflets/calm.md"
EDITS = {
    "Breathe out slowly, longer than in.": "Breathe out slowly, a little longer than in.",
    "Hold your hands under cool or warm water.": "Hold your hands under warm water.",
}
GIT = ("git", "-c", "user.name=After the Border", "-c", "user.email=none@example.org", "-c", "commit.gpgSign=false")
DATE = "2026-11-22T12:00:00Z"  # fixed, so that the commit is the same each time


def draw(root: Path) -> str:
    """The picture. Raises ValueError when the leaflet no longer has the sentences that are edited."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        shutil.copy(root / "mkdocs.yml", copy)
        shutil.copytree(root / "docs", copy / "docs", ignore=shutil.ignore_patterns("assets"))
        site = load_site(copy / "mkdocs.yml")
        stamp_page(Corpus(site), PAGE, "lt", [])
        environment = os.environ | {"GIT_AUTHOR_DATE": DATE, "GIT_COMMITTER_DATE": DATE}
        source = site.file(PAGE, site.source.code)
        for command in (["init", "-q"], ["add", str(source)], ["commit", "-qm", "The leaflet"]):
            subprocess.run([*GIT, *command], cwd=copy, env=environment, check=True, timeout=60)
        text = source.read_text(encoding="utf-8")
        for before, after in EDITS.items():
            if before not in text:
                raise ValueError(f"{source.relative_to(copy)} no longer says “{before}”: change EDITS in {__file__}")
            text = text.replace(before, after)
        source.write_text(text, encoding="utf-8")
        corpus = Corpus(site)
        console = recorder()
        console.print(f"$ check_translations.py explain {site.shown(PAGE, 'lt')}", style="dim")
        page = explain_page(corpus.source(PAGE), corpus.page(PAGE, "lt"), partial(versions, source))
        show(page_lines(page), console)
        return svg(console)
