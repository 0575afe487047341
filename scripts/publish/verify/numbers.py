"""No number of low confidence stands anywhere in the built site, however it is written."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

from data.services import Confidence, Service

_TEXT = {".html", ".json", ".xml", ".txt", ".js", ".svg", ".csv", ".webmanifest", ".css"}
# Material's own bundles are full of digits, and no text of ours goes into them.
_THEME = ("assets/javascripts/", "assets/stylesheets/")
_TAG = re.compile(r"<[^>]*>")
# What people write between the digits of a number.
_BETWEEN = r"[\s\u00a0\u202f\u2009().\-–/]{0,3}"


def hidden_numbers(site_dir: Path, services: list[Service]) -> Iterator[str]:
    """A sentence for each file and each hidden service whose number it shows."""
    patterns = {
        service.id: re.compile("|".join(_spellings(service)))
        for service in services
        if service.confidence is Confidence.LOW and (service.number or service.e164)
    }
    for path in sorted(site_dir.rglob("*")):
        name = path.relative_to(site_dir).as_posix()
        if path.suffix not in _TEXT or name.startswith(_THEME) or not path.is_file():
            continue
        raw = path.read_text(encoding="utf-8", errors="replace")
        # Once as written (addresses stand in attributes), once as read (markup may part the digits).
        texts = (html.unescape(raw), html.unescape(_TAG.sub("", raw))) if path.suffix == ".html" else (raw,)
        for service_id, pattern in patterns.items():
            if any(pattern.search(text) for text in texts):
                yield f"{name}: shows the number of {service_id}, which is of low confidence"


def _spellings(service: Service) -> Iterator[str]:
    national = (service.number or "").replace(" ", "")
    long = service.e164 or ("+370" + national[1:] if national.startswith("0") else "")
    if long.startswith("+370"):
        rest = _BETWEEN.join(long[4:])
        # 8 was the national prefix until 2025 and still stands in older material.
        for prefix in ("0", "8", r"\+370", "00370"):
            yield rf"(?<!\d){prefix}{_BETWEEN}{rest}(?!\d)"
    if national and not national.startswith("0"):
        yield rf"(?<!\d){national}(?!\d)"
