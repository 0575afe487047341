"""Arguments in, report out, exit code back: 0 whole, 1 findings, 2 could not check."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TextIO

from .commands import audit, check, explain, export, fix, import_, new_locale, reading, sign, stamp, todo
from .errors import PageError, UserError

PROGRAM = "check_translations.py"
# In the order in which somebody who translates meets them.
COMMANDS = {
    "check": check,
    "todo": todo,
    "explain": explain,
    "export": export,
    "import": import_,
    "stamp": stamp,
    "fix": fix,
    "sign": sign,
    "reading": reading,
    "audit": audit,
    "new-locale": new_locale,
}


def main(argv: list[str] | None = None, out: TextIO | None = None, err: TextIO | None = None) -> int:
    """Run one command and return its exit code."""
    out = sys.stdout if out is None else out
    err = sys.stderr if err is None else err
    argv = list(sys.argv[1:] if argv is None else argv)
    if not argv or argv[0] not in (*COMMANDS, "-h", "--help"):
        argv.insert(0, "check")
    options = _parser().parse_args(argv)
    try:
        return COMMANDS[options.command].run(options, out)
    except UserError as error:
        print(error, file=err)
    except PageError as error:
        print(f"line {error.line}: {error.message} To mend it: {error.hint}.", file=err)
    except OSError as error:
        if error.filename is None:  # the output: who reads it wants no more of it, or the disk is full
            raise
        print(f"{error.filename}: {error.strerror}; correct its path or permissions.", file=err)
    return 2


def _parser() -> argparse.ArgumentParser:
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument(
        "--config", type=Path, default=Path("mkdocs.yml"), help="the MkDocs configuration (default: mkdocs.yml here)"
    )
    width = max(map(len, COMMANDS))
    listed = "\n".join(f"  {name.ljust(width)}  {module.HELP}" for name, module in COMMANDS.items())
    parser = argparse.ArgumentParser(
        prog=PROGRAM,
        usage=f"{PROGRAM} [COMMAND] [OPTIONS] …",
        description="Prove each translation of a MkDocs site whole and current.",
        epilog=f"commands, in the order in which you meet them (none: check):\n{listed}\n\n"
        f"{PROGRAM} COMMAND --help says more and gives an example.\n"
        "Exit code: 0 whole, 1 findings, 2 something could not be checked.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(
        dest="command", required=True, help=argparse.SUPPRESS, metavar="COMMAND", prog=PROGRAM
    )
    for name, module in COMMANDS.items():
        command = commands.add_parser(
            name,
            parents=[shared],
            help=module.HELP,
            description=f"{module.HELP[0].upper()}{module.HELP[1:]}.",
            epilog="\n".join(("for example:", *(f"  {PROGRAM} {line}" for line in module.EXAMPLES))),
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        module.arguments(command)
    return parser
