"""The one way in which a command gives up: a sentence for a person and an exit code."""

from __future__ import annotations

import sys
from collections.abc import Callable
from enum import IntEnum


class Exit(IntEnum):
    """Exit codes of every command, the same as the checker's."""

    FINDINGS = 1
    """The sources or the built site are wrong; the report above says where."""
    SURROUNDINGS = 2
    """The work could not be done or judged: something around it is missing or broken."""
    INTERRUPTED = 130
    """Ctrl+C, as shells report it."""


class Stop(Exception):
    """Raised with one clear sentence that says what is wrong and what mends it; never shown as a traceback."""

    def __init__(self, message: str, code: Exit = Exit.SURROUNDINGS) -> None:
        super().__init__(message)
        self.code = code


def run_command(main: Callable[[], int]) -> int:
    """The exit code of `main`, with a `Stop` or Ctrl+C turned into one line on standard error."""
    try:
        return main()
    except Stop as stop:
        print(f"error: {stop}", file=sys.stderr, flush=True)
        return stop.code
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr, flush=True)
        return Exit.INTERRUPTED
