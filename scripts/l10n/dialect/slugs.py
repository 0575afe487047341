"""Anchors that the build makes up for headings which pin none: Python-Markdown's toc extension with its defaults."""

from __future__ import annotations

import re
import unicodedata

_COUNTED = re.compile(r"^(.*)_([0-9]+)$")


def slugify(text: str) -> str:
    """The heading's text as an anchor; empty when no ASCII letter or digit is in it."""
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", ascii_text).strip().lower())


def unique(anchor: str, taken: set[str], counters: dict[str, int]) -> str:
    """The anchor, numbered when it is taken or empty; it is added to `taken`.

    `counters` maps a base to the number up to which all its numbered forms are taken: give the same one to each call.
    """
    if anchor in taken or not anchor:
        match = _COUNTED.match(anchor)
        base, count = (match.group(1), int(match.group(2))) if match else (anchor, 0)
        known = counters.get(base, 0)
        in_run = count <= known or anchor == f"{base}_{known + 1}"
        count = max(count, known) + 1 if in_run else count + 1
        while f"{base}_{count}" in taken:
            count += 1
        anchor = f"{base}_{count}"
        if in_run:
            counters[base] = count
    taken.add(anchor)
    return anchor
