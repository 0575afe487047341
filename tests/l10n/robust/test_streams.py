"""Nobody listens, the disk is full, somebody interrupts: one sentence, and nothing half written."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from l10n.cli import main

from .conftest import PAGE

COMMAND = Path(__file__).parents[3] / "scripts" / "check_translations.py"


def command(site, *arguments, **options):
    """The command in a process of its own."""
    line = [sys.executable, str(COMMAND), *arguments, "--config", str(site)]
    return subprocess.run(line, stderr=subprocess.PIPE, timeout=120, check=False, **options)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_told(site):
    with open("/dev/full", "wb") as full:
        done = command(site, stdout=full)
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1 and b"No space left" in done.stderr


def test_nobody_listens(site):
    reader, writer = os.pipe()
    os.close(reader)
    done = command(site, stdout=writer)
    os.close(writer)
    assert (done.returncode, done.stderr) == (2, b"")


def test_no_output_at_all(site):
    done = command(site, stdout=subprocess.PIPE, preexec_fn=lambda: os.close(1))
    assert done.returncode == 2 and b"Traceback" not in done.stderr


def test_interrupted(site):
    code = "import sys; sys.argv[1:] = []; import check_translations as c; import l10n.cli as cli\n"
    code += "def stop(): raise KeyboardInterrupt\ncli.main = stop; sys.exit(c.main())"
    line = [sys.executable, "-c", code]
    done = subprocess.run(line, cwd=COMMAND.parent, capture_output=True, timeout=120, check=False)
    assert (done.returncode, done.stderr) == (130, b"Interrupted.\n")


def test_no_place_for_a_stamp(site, monkeypatch, capsys):
    page = site.parent / "docs" / "lt" / "page.md"
    monkeypatch.setattr(os, "fsync", lambda descriptor: (_ for _ in ()).throw(OSError(errno.ENOSPC, "No space left")))
    assert main(["stamp", "--config", str(site), str(page)]) == 2
    err = capsys.readouterr().err
    assert err.count("\n") == 1 and "page.md" in err and "No space left" in err
    assert page.read_bytes() == PAGE
    assert os.listdir(page.parent) == ["page.md"]


def test_a_translation_that_is_a_link_to_its_source_is_not_stamped(site, capsys):
    page = site.parent / "docs" / "lt" / "page.md"
    page.unlink()
    page.symlink_to(site.parent / "docs" / "en" / "page.md")
    assert main(["stamp", "--config", str(site), str(page)]) == 2
    assert "link to its source" in capsys.readouterr().err
    assert (site.parent / "docs" / "en" / "page.md").read_bytes() == PAGE


def test_a_tree_that_cannot_be_written_is_checked(site, monkeypatch, check):
    def refuse(*_, **__):
        raise OSError(errno.EROFS, "Read-only file system")

    for name in ("mkdir", "replace", "rename", "unlink"):
        monkeypatch.setattr(os, name, refuse)
    monkeypatch.setattr("tempfile.mkstemp", refuse)
    assert check()[0] == 0
