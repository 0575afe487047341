"""One command at a time where two would spoil each other's files."""

from __future__ import annotations

import contextlib
import fcntl
from collections.abc import Iterator
from pathlib import Path

from environment.stop import Stop


@contextlib.contextmanager
def exclusive(lock: Path, waiting_for: str) -> Iterator[None]:
    """Hold `lock`, a file made for this purpose, waiting for another command that holds it.

    The system lets go of it when the process ends in whatever way, so no stale lock can remain.
    Raises `Stop` where the file cannot be written.
    """
    try:
        handle = lock.open("w")
    except OSError as error:
        raise Stop(
            f"{lock.parent} cannot be written to ({error.strerror}): give yourself write access to it."
        ) from error
    with handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print(f"waiting for another command that {waiting_for} ...", flush=True)
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
