"""Saved sources, told one batch at a time, so that a page is rebuilt when an editor has finished writing it."""

from __future__ import annotations

import contextlib
import queue
from collections.abc import Iterator
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from environment.stop import Stop
from publish.settings import read_config

# Editors write a file in several steps (a copy, a new file, a rename); a batch ends when it is quiet for so long.
QUIET_SECONDS = 0.3
WRITES = {"created", "modified", "moved", "deleted"}


def watched_paths(root: Path) -> list[Path]:
    """What `mkdocs serve` watches too: mkdocs.yml, its docs_dir, its hooks and what it lists under `watch`."""
    config = read_config(root / "mkdocs.yml")
    named = ["mkdocs.yml", config.get("docs_dir") or "docs", *(config.get("hooks") or []), *(config.get("watch") or [])]
    return [path for name in named if (path := root / str(name)).exists()]


def is_source(path: Path) -> bool:
    """Whether a changed file can matter: not an editor's own file, nor what Python writes beside a hook."""
    names = path.parts
    return (
        "__pycache__" not in names
        and not path.name.startswith((".", "#", "~"))
        and not path.name.endswith(("~", ".tmp"))
    )


class _Collector(FileSystemEventHandler):
    """Puts the changed paths that lie at or under `watched` into a queue."""

    def __init__(self, watched: list[Path]) -> None:
        self.changed: queue.SimpleQueue[Path] = queue.SimpleQueue()
        self._watched = watched

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type not in WRITES or event.is_directory:
            return
        for name in filter(None, (event.src_path, event.dest_path)):
            path = Path(str(name))
            if is_source(path) and any(path.is_relative_to(each) for each in self._watched):
                self.changed.put(path)


@contextlib.contextmanager
def changes(root: Path) -> Iterator[Iterator[list[Path]]]:
    """An endless iterator of batches of changed paths, each sorted and without repetition.

    Changes during the work on one batch form the next. Raises `Stop` where the system cannot watch.
    """
    watched = watched_paths(root)
    collector, observer = _Collector(watched), Observer()
    # A single file is watched through its folder: an editor that replaces it would end a watch on the file itself.
    for folder in {path if path.is_dir() else path.parent for path in watched}:
        observer.schedule(collector, str(folder), recursive=folder in watched)
    try:
        observer.start()
    except OSError as error:
        raise Stop(f"Changes cannot be watched ({error.strerror}): close other programs that watch files.") from error
    try:
        yield _batches(collector.changed)
    finally:
        observer.stop()
        observer.join()


def _batches(changed: queue.SimpleQueue[Path]) -> Iterator[list[Path]]:
    while True:
        batch = {changed.get()}
        with contextlib.suppress(queue.Empty):
            while True:
                batch.add(changed.get(timeout=QUIET_SECONDS))
        yield sorted(batch)
