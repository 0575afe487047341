"""What somebody gets who copies the text of a PDF."""

from __future__ import annotations

import os
import re
import subprocess
import unicodedata
from pathlib import Path

WORD = re.compile(r"[^\W\d_]{2,}")
# Marks above and below Arabic letters, and what only directs or joins.
_UNSEEN = re.compile("[\u064b-\u0652\u0670\u200b-\u200f\u202a-\u202e\u2066-\u2069\u00ad]")


def seen(text: str) -> str:
    """A text as its letters, whatever form and marks they have."""
    return _UNSEEN.sub("", unicodedata.normalize("NFKC", text)).replace("\u00a0", " ")


def extracted(pdf: bytes | Path) -> list[str]:
    """The text of each page."""
    program = os.environ.get("PDFTOTEXT")
    assert program, "PDFTOTEXT names no program: run ./scripts/test, which finds or installs it"
    content = pdf if isinstance(pdf, bytes) else pdf.read_bytes()
    result = subprocess.run([program, "-enc", "UTF-8", "-", "-"], input=content, capture_output=True, check=True)
    return [seen(page) for page in result.stdout.decode().split("\f")[:-1]]
