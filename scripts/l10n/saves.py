"""Files that somebody saves, told one batch at a time."""

from __future__ import annotations

import contextlib
import queue
import time
from collections.abc import Collection, Iterator
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from .errors import UserError

WRITES = frozenset(("created", "modified", "moved", "deleted"))
MOST_QUIETS = 10  # a batch ends after so many times its quiet, however busy the disk is


def is_text(path: Path) -> bool:
    """Whether a changed file can matter: not an editor's own file, nor what Python writes beside a module."""
    return (
        "__pycache__" not in path.parts
        and not path.name.startswith((".", "#", "~"))
        and not path.name.endswith(("~", ".tmp"))
    )


@contextlib.contextmanager
def saves(watched: Collection[Path], quiet: float) -> Iterator[Iterator[list[Path]]]:
    """An endless iterator of batches of changed paths at or below `watched`, each sorted and without repetition.

    Editors write a file in several steps (a copy, a new file, a rename); a batch ends when it is quiet for `quiet`
    seconds. Changes during the work on one batch form the next. Raises UserError where the system cannot watch.
    """
    collector, observer = _Collector(watched), Observer()
    # A single file is watched through its folder: an editor that replaces it would end a watch on the file itself.
    for folder in {path if path.is_dir() else path.parent for path in watched}:
        observer.schedule(collector, str(folder), recursive=folder in watched)
    try:
        observer.start()
    except OSError as error:
        raise UserError(
            f"Changes cannot be watched ({error.strerror}): close other programs that watch files."
        ) from error
    try:
        yield _batches(collector.changed, quiet)
    finally:
        observer.stop()
        observer.join()


class _Collector(FileSystemEventHandler):
    """Puts the changed paths that lie at or under `watched` into a queue."""

    def __init__(self, watched: Collection[Path]):
        self.changed: queue.SimpleQueue[Path] = queue.SimpleQueue()
        self._watched = watched

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type not in WRITES or event.is_directory:
            return
        for name in filter(None, (event.src_path, event.dest_path)):
            path = Path(str(name))
            if is_text(path) and any(path.is_relative_to(each) for each in self._watched):
                self.changed.put(path)


def _batches(changed: queue.SimpleQueue[Path], quiet: float) -> Iterator[list[Path]]:
    while True:
        batch = {changed.get()}
        latest = time.monotonic() + quiet * MOST_QUIETS
        with contextlib.suppress(queue.Empty):
            while time.monotonic() < latest:
                batch.add(changed.get(timeout=quiet))
        yield sorted(batch)
