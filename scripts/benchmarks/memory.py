"""Memory of a process and all that it starts, together."""

from __future__ import annotations

import contextlib
import threading
from pathlib import Path

PROC = Path("/proc")
SECONDS = 0.05


class TreeMemory:
    """Samples a process and its descendants until it is stopped; `peak` is their largest sum in megabytes.

    Pages that several processes share are counted once (PSS). Only on Linux; elsewhere `peak` stays 0.
    """

    def __init__(self, pid: int):
        self.peak = 0.0
        self._pid = pid
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._sample, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End the sampling."""
        self._stopped.set()
        self._thread.join()

    def _sample(self) -> None:
        while not self._stopped.wait(SECONDS):
            self.peak = max(self.peak, sum(map(_megabytes, _tree(self._pid))))


def _tree(pid: int) -> list[int]:
    """The process and its descendants that live now."""
    found = [pid]
    for each in found:
        with contextlib.suppress(OSError):
            found += map(int, (PROC / str(each) / "task" / str(each) / "children").read_text().split())
    return found


def _megabytes(pid: int) -> float:
    with contextlib.suppress(OSError, ValueError):
        for line in (PROC / str(pid) / "smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
    return 0.0
