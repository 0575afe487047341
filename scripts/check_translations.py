#!/usr/bin/env python3
"""The command that checks, stamps and signs translations; `--help` says how. All it does stands in the package l10n."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))


def main() -> int:
    """Run the command line and return the exit code."""
    if sys.stdout is None or sys.stderr is None:  # closed by the caller: there is nowhere to report to
        return 2
    for stream in (sys.stdout, sys.stderr):
        # File names and texts may hold what the terminal cannot print.
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        from l10n.cli import main as run

        code = run()
        sys.stdout.flush()  # a full disk is told now, and not while Python ends
        return code
    except ModuleNotFoundError as error:  # at the start, or where a command needs it
        print(f"{error.name} is not installed; run: pip install -r requirements.txt", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("Interrupted.", file=sys.stderr)
        return 130
    except BrokenPipeError:
        forget_output()
        return 2
    except OSError as error:
        forget_output()
        print(f"The report cannot be written ({error.strerror}).", file=sys.stderr)
        return 2


def forget_output() -> None:
    """Nobody reads on, or nothing can be written: what is left must not be flushed when Python ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())
