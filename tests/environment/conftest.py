"""Programs that stand for the system's own."""

from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture
def stub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], Path]:
    """Put an executable of a name and a shell script on a PATH that has nothing else but `env` and `touch`."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in ("env", "sh", "cp", "chmod"):
        (folder / name).symlink_to(Path("/bin") / name if (Path("/bin") / name).exists() else Path("/usr/bin") / name)
    monkeypatch.setenv("PATH", str(folder))

    def make(name: str, script: str) -> Path:
        program = folder / name
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o755)
        return program

    return make
