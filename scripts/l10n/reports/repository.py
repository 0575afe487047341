"""Paths as the host of the repository knows them: from its root, which need not be the folder of the configuration."""

from __future__ import annotations

import posixpath

from ..report import Report


def repository_prefix(report: Report) -> str:
    """The way from the root of the repository to the configuration's folder, "" when that is the root or there is none.

    The root is the nearest folder above with a `.git`, a folder or, in a worktree, a file; git itself is not asked.
    """
    folder = report.site.root
    for candidate in (folder, *folder.parents):
        if (candidate / ".git").exists():
            return "" if candidate == folder else folder.relative_to(candidate).as_posix()
    return ""


def in_repository(prefix: str, path: str) -> str:
    """The path of a finding from the root of the repository."""
    return posixpath.normpath(posixpath.join(prefix, path))
