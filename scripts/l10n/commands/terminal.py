"""What the reader of a command's output wants."""

from __future__ import annotations

import os
from typing import TextIO


def coloured(out: TextIO) -> bool:
    """Whether to print colours: in a terminal that knows them, unless NO_COLOR is set (no-color.org)."""
    return out.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
