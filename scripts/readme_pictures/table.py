"""The report of `check` on the site after an edit of the English and a slip in a translation."""

from __future__ import annotations

import shutil
import tempfile
from datetime import date
from pathlib import Path

from rich.text import Text

from l10n.corpus import Corpus
from l10n.reports import Format, render
from l10n.runner import check_site
from l10n.site import load_site
from readme_pictures.terminal import recorder, svg

WIDTH = 110
# File -> what is changed in it.
EDITS = {
    "docs/en/leaflets/calm.md": ("Breathe out slowly, longer than in.", "Breathe out slowly, a little longer than in."),
    "docs/fr/about/index.md": ("](", "] ("),
}
TODAY = date(2026, 11, 22)


def draw(root: Path) -> str:
    """The picture. Raises ValueError when a page no longer has the words that are edited."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        shutil.copy(root / "mkdocs.yml", copy)
        shutil.copytree(root / "docs", copy / "docs", ignore=shutil.ignore_patterns("assets"))
        for name, (before, after) in EDITS.items():
            text = (copy / name).read_text(encoding="utf-8")
            if before not in text:
                raise ValueError(f"{name} no longer says “{before}”: change EDITS in {__file__}")
            (copy / name).write_text(text.replace(before, after, 1), encoding="utf-8")
        report = check_site(Corpus(load_site(copy / "mkdocs.yml")), TODAY)
        console = recorder(WIDTH)
        console.print("$ check_translations.py", style="dim")
        console.print(Text.from_ansi(render(report, Format.TABLE, colour=True, width=WIDTH)))
        return svg(console)
