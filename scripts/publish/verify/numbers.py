"""No number of low confidence stands anywhere in the built site, however it is written."""

from __future__ import annotations

import html
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from data.services import Confidence, Service

# Books are archives of pages.
_ARCHIVES = {".epub": ".xhtml", ".docx": ".xml"}
_TEXT = {".bib", ".ris", ".html", ".json", ".xml", ".txt", ".js", ".svg", ".csv", ".webmanifest", ".css"}
# Material's own bundles are full of digits, and no text of ours goes into them.
_THEME = ("assets/javascripts/", "assets/stylesheets/")
_TAG = re.compile(r"<[^>]*>")
_END = re.compile(r"</(?:w:)?(?:p|li|td|th|dt|dd|h[1-6])>")
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
        if path.suffix not in _TEXT.union(_ARCHIVES) or name.startswith(_THEME) or not path.is_file():
            continue
        texts = list(_texts(path))
        for service_id, pattern in patterns.items():
            if any(pattern.search(text) for text in texts):
                yield f"{name}: shows the number of {service_id}, which is of low confidence"


def _texts(path: Path) -> Iterator[str]:
    """What a file says, in each way in which a number may stand in it."""
    if path.suffix in _ARCHIVES:
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                if name.endswith(_ARCHIVES[path.suffix]):
                    # Only what is read: attributes are full of measures. A new paragraph is no part of a number.
                    raw = _END.sub("\n\n\n\n", archive.read(name).decode("utf-8", "replace"))
                    yield html.unescape(_TAG.sub("", raw))
        return
    raw = path.read_text(encoding="utf-8", errors="replace")
    # Once as written (addresses stand in attributes), once as read (markup may part the digits).
    yield html.unescape(raw) if path.suffix == ".html" else raw
    if path.suffix == ".html":
        yield html.unescape(_TAG.sub("", raw))


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
