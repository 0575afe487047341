"""Plain files read whole, and nothing else: a pipe or a device in their place must not hold the checker for ever."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

MEGABYTE = 1024 * 1024
PIECE = 64 * 1024  # more than nearly all pages have


def read_plain(path: Path, most: int = 5 * MEGABYTE) -> bytes:
    """The bytes of a plain file. Raises OSError when it is none, when it cannot be read or is larger than `most`.

    One descriptor answers all questions, so that it does not matter what becomes of the path meanwhile.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except ValueError:  # a NUL in the path
        raise OSError(errno.ENOENT, os.strerror(errno.ENOENT), str(path)) from None
    try:
        mode = os.fstat(descriptor).st_mode
        if not stat.S_ISREG(mode):
            raise OSError(errno.EINVAL, "it is a folder" if stat.S_ISDIR(mode) else "it is no plain file", str(path))
        data = b""  # a stream over the descriptor would make room for `most` each time
        while len(data) <= most and (piece := os.read(descriptor, PIECE)):
            data += piece
    finally:
        os.close(descriptor)
    if len(data) > most:
        raise OSError(errno.EFBIG, f"it is larger than {most // MEGABYTE} MB", str(path))
    return data
