"""Which changed files are told. That they are told at all is tested where they are used (tests/publish/test_watch.py)."""

from __future__ import annotations

import queue
from pathlib import Path

import pytest

from l10n.errors import UserError
from l10n.saves import Observer, _batches, is_text, saves


@pytest.mark.parametrize("name", ["a.md", "docs/en/a.yml", "x/main.html"])
def test_texts(name):
    assert is_text(Path(name))


@pytest.mark.parametrize("name", [".a.md.swp", "a.md~", "#a.md#", "__pycache__/a.pyc", "a.tmp", "docs/.#a.md"])
def test_no_texts(name):
    assert not is_text(Path(name))


def test_a_batch_is_what_came_before_the_quiet():
    changed: queue.SimpleQueue[Path] = queue.SimpleQueue()
    for name in ("b", "a", "b"):
        changed.put(Path(name))
    batches = _batches(changed, 0.001)
    assert next(batches) == [Path("a"), Path("b")]
    changed.put(Path("c"))
    assert next(batches) == [Path("c")]


def test_a_busy_disk_does_not_hold_a_batch_back():
    class Busy(queue.SimpleQueue):
        def get(self, block=True, timeout=None):
            return Path("again")

    assert next(_batches(Busy(), 0.001)) == [Path("again")]


def test_a_system_that_cannot_watch_is_one_sentence(tmp_path, monkeypatch):
    def start(self):
        raise OSError(28, "inotify watch limit reached")

    monkeypatch.setattr(Observer, "start", start)
    with pytest.raises(UserError, match="watch limit reached"), saves([tmp_path], 0.1):
        pass
