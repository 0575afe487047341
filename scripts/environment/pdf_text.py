"""Poppler's pdftotext for the tests: found, or installed.

It is what most people's tools copy text with, and the only one tried that puts Arabic words into the order of reading;
on the Python index there is none.
"""

from __future__ import annotations

import shutil

from environment.stop import Stop
from environment.system import apt_install, apt_prefix

PROGRAM = "pdftotext"
DEBIAN_PACKAGES = ["poppler-utils"]


def ensure_pdf_text() -> str:
    """The path of pdftotext. Raises `Stop` where it is missing and cannot be installed."""
    if not shutil.which(PROGRAM) and (prefix := apt_prefix()) is not None:
        apt_install(DEBIAN_PACKAGES, prefix)
    found = shutil.which(PROGRAM)
    if not found:
        raise Stop(f"The tests need {PROGRAM}: install poppler-utils (Debian, Ubuntu: apt install poppler-utils).")
    return found
