"""Seconds and memory of a command, as a person would wait for it: start-up included."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.memory import TreeMemory


@dataclass(frozen=True)
class Timing:
    """`seconds`: median of the runs; `spread`: slowest less fastest; `cpu`: median of the seconds that processors worked,
    which other work on the machine hardly changes; `peak`: largest memory of a run, in megabytes. The last two are of a
    run and all processes that it starts together."""

    seconds: float
    spread: float
    cpu: float
    peak: float


def time_command(
    command: list[str | Path], cwd: Path, runs: int, environment: Mapping[str, str], codes: Collection[int] = (0,)
) -> Timing:
    """Runs `command` `runs` times. Raises RuntimeError with its output when a run ends with another code than `codes`:
    a failure is no figure."""
    seconds, cpu, peak = [], [], 0.0
    for _ in range(runs):
        start = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=cwd, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        memory = TreeMemory(process.pid)
        output = process.stdout.read()
        # wait4 and not wait: it alone tells the memory of this one child, and its time with that of its own children.
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds.append(time.perf_counter() - start)
        cpu.append(usage.ru_utime + usage.ru_stime)
        memory.stop()
        peak = max(peak, memory.peak, usage.ru_maxrss / 1024)
        if process.returncode not in codes:
            raise RuntimeError(f"{' '.join(map(str, command))} ended with {process.returncode}:\n{output}")
    return Timing(statistics.median(seconds), max(seconds) - min(seconds), statistics.median(cpu), peak)
