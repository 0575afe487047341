"""The commands of check_translations.py, one module each.

A module has HELP, one line; EXAMPLES, command lines for `--help`; `arguments(parser)`, which declares what it takes;
and `run(options, out) -> int`, which returns the exit code.
What takes long to import is imported in `run`: every command line loads all these modules.
"""
