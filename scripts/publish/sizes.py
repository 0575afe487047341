"""The size of what a link or button fetches, written into the built pages: `<bdi data-size="ar/saved.json"></bdi>`.

Contract: every page that names a size gets it in the units of its language, or the file is named as missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from babel import Locale
from babel.units import format_unit

from l10n.site import Site

_PLACE = re.compile(r'<bdi data-size="([^"]+)"></bdi>')
_STEP = 10_000  # bytes; a figure to decide by, not to count with


def fill_sizes(site_dir: Path, site: Site, known: Mapping[str, int]) -> Iterator[str]:
    """Fills every place in the pages of `site_dir`; yields a sentence for each file that is not there.

    A place names a file by its path from the root; `known` gives bytes where the file itself is not what is fetched.
    """
    codes = {locale.code for locale in site.translations}
    for page in sorted(site_dir.rglob("*.html")):
        content = page.read_text(encoding="utf-8")
        if "data-size" not in content:
            continue
        shown = page.relative_to(site_dir)
        locale = shown.parts[0] if shown.parts[0] in codes else site.source.code
        wanted = set(_PLACE.findall(content))
        missing = sorted(name for name in wanted if name not in known and not (site_dir / name).is_file())
        yield from (f"{shown}: the file {name} that it offers was not made" for name in missing)
        sizes = {name: known.get(name) or (site_dir / name).stat().st_size for name in wanted.difference(missing)}
        words = {name: size_in_words(size, locale) for name, size in sizes.items()}
        filled = _PLACE.sub(lambda match, words=words: f"<bdi>{words.get(match[1], '')}</bdi>", content)
        page.write_text(filled, encoding="utf-8")


def size_in_words(size: int, locale: str) -> str:
    """A number of bytes, rounded up to full tens of kilobytes, in the words of a language: 120 kB, 1.2 MB."""
    rounded = -(-size // _STEP) * _STEP
    unit, divisor = ("megabyte", 1_000_000) if rounded >= 1_000_000 else ("kilobyte", 1_000)
    return format_unit(round(rounded / divisor, 1), f"digital-{unit}", "short", locale=Locale.parse(locale, sep="-"))
