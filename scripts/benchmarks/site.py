"""How long the site takes to build, against plain MkDocs on the same Markdown, and how heavy its pages are."""

from __future__ import annotations

import gzip
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import yaml

from benchmarks.timing import Timing, time_command

_RUNS = 3
_CHECK_RUNS = 5


def rows(root: Path) -> Iterator[str]:
    """Lines of the report; runs every measurement, about a minute on two cores."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONHASHSEED": "0"}
    python = sys.executable
    check = time_command([python, root / "scripts" / "check_translations.py"], root, _CHECK_RUNS, environment)
    start = time_command([python, "-c", "pass"], root, _CHECK_RUNS, environment)
    whole = time_command([root / "scripts" / "serve", "--build-only"], root, _RUNS, environment)
    with tempfile.TemporaryDirectory() as folder:
        ours = time_command(
            [python, "-m", "mkdocs", "build", "-q", "-d", Path(folder, "ours")], root, _RUNS, environment
        )
        config = Path(folder, "mkdocs.yml")
        config.write_text(yaml.safe_dump(without_templates(root, Path(folder))), encoding="utf-8")
        plain = time_command([python, "-m", "mkdocs", "build", "-q", "-f", config], root, _RUNS, environment)
    yield f"{'':42}{'seconds':>9}{'spread':>9}{'MB':>7}   ratio"
    yield _row("plain MkDocs, same Markdown", plain, 1.0)
    yield _row("MkDocs with our hooks and templates", ours, ours.seconds / plain.seconds)
    yield _row("./scripts/serve --build-only, everything", whole, whole.seconds / plain.seconds)
    yield _row("check_translations.py with start-up", check, check.seconds / plain.seconds)
    yield _row("an empty Python program", start, start.seconds / plain.seconds)
    yield ""
    yield from weights(root / "site")
    yield ""
    yield from material_weights(root / "site")


def weights(site_dir: Path) -> Iterator[str]:
    """Bytes after gzip of each light page (no external stylesheet), one column a language."""
    table: dict[str, dict[str, int]] = {}
    for path in sorted(site_dir.rglob("index.html")):
        content = path.read_bytes()
        if b'rel="stylesheet"' in content:
            continue
        parts = path.relative_to(site_dir).parts
        locale = parts[0] if (site_dir / parts[0] / "404.html").exists() else "en"
        page = "/".join(parts[1:] if locale != "en" else parts).removesuffix("index.html") or "home"
        table.setdefault(page, {})[locale] = len(gzip.compress(content, 9, mtime=0))
    locales = sorted({locale for row in table.values() for locale in row})
    yield f"{'light page, bytes after gzip':42}" + "".join(f"{locale:>8}" for locale in locales)
    for page, sizes in table.items():
        yield f"{page:42}" + "".join(f"{sizes.get(locale, 0):>8,}" for locale in locales)


def material_weights(site_dir: Path) -> Iterator[str]:
    """Bytes after gzip that a Material page asks for by itself: the page, its stylesheets and its scripts."""
    yield f"{'Material page with all it loads':42}{'bytes':>9}"
    for path in sorted(site_dir.rglob("index.html")):
        content = path.read_bytes()
        if b'rel="stylesheet"' not in content:
            continue
        loaded = re.findall(rb'<(?:link rel="stylesheet" href|script src)="([^"]+)"', content)
        files = [path, *((path.parent / name.decode()).resolve() for name in loaded)]
        total = sum(len(gzip.compress(file.read_bytes(), 9, mtime=0)) for file in files)
        yield f"{path.parent.relative_to(site_dir).as_posix():42}{total:>9,}"


def without_templates(root: Path, folder: Path) -> dict:
    """A configuration of MkDocs' own theme for the same pages: no plugin, no hook, one language tree beside the other.

    The pages are copied below `folder` without the keys that only our templates know; tags stay in them as text.
    """
    docs = shutil.copytree(root / "docs", folder / "docs")
    for page in docs.rglob("*.md"):
        page.write_text(re.sub(r"(?m)^(?:template|icon): .*\n", "", page.read_text(encoding="utf-8")), encoding="utf-8")
    return {
        "site_name": "plain",
        "docs_dir": str(docs),
        "site_dir": str(folder / "plain"),
        "theme": {"name": "mkdocs", "highlightjs": False},
        "plugins": [],
        "exclude_docs": "/data/",
        "markdown_extensions": ["attr_list", "md_in_html", "tables", "footnotes", "def_list", "admonition"],
    }


def _row(name: str, timing: Timing, ratio: float) -> str:
    return f"{name:42}{timing.seconds:>9.2f}{timing.spread:>9.2f}{timing.peak:>7.0f}   {ratio:.2f}"
