"""A git repository of its own for a test."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

# Nothing of the machine's own git settings, and no signature.
CLEAN = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_NAME": "A",
    "GIT_AUTHOR_EMAIL": "a@example.org",
    "GIT_COMMITTER_NAME": "A",
    "GIT_COMMITTER_EMAIL": "a@example.org",
}


class Repository:
    """Runs git in a folder; commits are a day apart."""

    def __init__(self, root: Path, *options: str):
        self.root = root
        self.days = 0
        self.git("init", "-q", "-b", "main", *options)

    def git(self, *arguments: str) -> str:
        """What a git command prints."""
        date = f"2027-01-{self.days + 1:02}T12:00:00Z"
        kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        environment = kept | CLEAN | {"GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date}
        done = subprocess.run(
            ["git", *arguments], cwd=self.root, env=environment, capture_output=True, text=True, check=True
        )
        return done.stdout.strip()

    def commit(self, message: str = "change") -> str:
        """Commits everything there is; gives the short name of the commit."""
        self.days += 1
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", message)
        return self.git("rev-parse", "--short", "HEAD")

    def write(self, path: str, text: str) -> None:
        """Writes a file."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
