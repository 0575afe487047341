#!/usr/bin/env python3
"""The command that checks, stamps and signs translations; `--help` says how. All it does stands in the package l10n."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))


def main() -> int:
    """Run the command line and return the exit code."""
    for stream in (sys.stdout, sys.stderr):
        # File names and texts may hold what the terminal cannot print.
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        from l10n.cli import main as run

        return run()
    except ModuleNotFoundError as error:  # at the start, or where a command needs it
        print(f"{error.name} is not installed; run: pip install -r requirements.txt", file=sys.stderr)
        return 2
    except BrokenPipeError:
        # Nobody reads on; what is left must not be flushed into the closed pipe when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 2


if __name__ == "__main__":
    sys.exit(main())
