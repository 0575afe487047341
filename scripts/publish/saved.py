"""The list of pages that "Save" keeps on a phone, one a language: saved.json beside the home page of the language.

    {"locale": "ar", "version": "1f0c9a2b", "pages": ["./", "leaflets/calm/", …]}

Contract: the pages are the light ones of the language as readers get them; addresses are relative to the list; the
version is a digest of all their bytes, so that a phone knows when its copies are old.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
from pathlib import Path

from l10n.site import Site

SCRIPT = "tools.js"  # beside the list; needed to remove what is saved, in flight mode too


def write_lists(site_dir: Path, site: Site) -> dict[str, int]:
    """Writes the lists; path of each from the root -> bytes, after gzip, of all that it names."""
    sizes = {}
    for locale in site.locales:
        home = site_dir if locale == site.source else site_dir / locale.code
        if not (home / SCRIPT).is_file():
            continue  # no page of this language has the button
        below = {other.code for other in site.translations} if locale == site.source else set()
        files = [file for file in sorted(home.rglob("index.html")) if _kept(file, home, below)] + [home / SCRIPT]
        contents = [file.read_bytes() for file in files]
        pages = [os.path.relpath(file, home).removesuffix("index.html") or "./" for file in files]
        version = hashlib.sha256(b"\0".join(contents)).hexdigest()[:8]
        data = {"locale": locale.code, "version": version, "pages": pages}
        path = home / "saved.json"
        path.write_text(json.dumps(data, ensure_ascii=False) + "\n", encoding="utf-8")
        sizes[path.relative_to(site_dir).as_posix()] = sum(
            len(gzip.compress(content, 9, mtime=0)) for content in contents
        )
    return sizes


def _kept(file: Path, home: Path, below: set[str]) -> bool:
    """Whether a page is kept: light, and neither of another language nor another form of a leaflet."""
    if file.relative_to(home).parts[0] in below:
        return False
    content = file.read_bytes()
    return b'rel="stylesheet"' not in content and b'<meta name="robots" content="noindex">' not in content
