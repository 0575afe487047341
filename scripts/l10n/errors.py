"""What stops the command: bad configuration, a bad argument, a page that cannot be read."""

from __future__ import annotations


class UserError(Exception):
    """One sentence for the user, with file, line and cure; the command ends with exit code 2."""


class PageError(Exception):
    """A page that cannot be read: `line` (1-based), what is wrong, and what to do about it."""

    def __init__(self, line: int, message: str, hint: str):
        super().__init__(message)
        self.line = line
        self.message = message
        self.hint = hint
