"""Values on the command line that argparse does not know by itself."""

from __future__ import annotations

import argparse
from datetime import date


def iso_date(text: str) -> date:
    """The date of an argument such as 2027-01-31. Raises ArgumentTypeError."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no date; write 2027-01-31") from None


def positive(text: str) -> int:
    """The whole number of an argument, one at least. Raises ArgumentTypeError."""
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of processes; write 1 or more")
    return int(text)
