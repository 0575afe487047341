"""Saved sources, told one batch at a time, so that a page is rebuilt when an editor has finished writing it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from environment.stop import Stop
from l10n.errors import UserError
from l10n.saves import saves
from publish.settings import read_config

QUIET_SECONDS = 0.3  # building takes some seconds: rather once, when somebody has finished, than twice


def watched_paths(root: Path) -> list[Path]:
    """What `mkdocs serve` watches too: mkdocs.yml, its docs_dir, its hooks and what it lists under `watch`."""
    config = read_config(root / "mkdocs.yml")
    named = ["mkdocs.yml", config.get("docs_dir") or "docs", *(config.get("hooks") or []), *(config.get("watch") or [])]
    return [path for name in named if (path := root / str(name)).exists()]


@contextlib.contextmanager
def changes(root: Path) -> Iterator[Iterator[list[Path]]]:
    """An endless iterator of batches of changed paths, each sorted and without repetition.

    Changes during the work on one batch form the next. Raises `Stop` where the system cannot watch.
    """
    try:
        with saves(watched_paths(root), QUIET_SECONDS) as batches:
            yield batches
    except UserError as error:
        raise Stop(str(error)) from error
