"""Two commands at once: the second waits; a folder that cannot be written to is told."""

import subprocess
import sys
from pathlib import Path

import pytest

from environment.exclusive import exclusive
from environment.stop import Stop


def test_the_second_waits_until_the_first_is_done(tmp_path: Path, root: Path) -> None:
    lock, done = tmp_path / "lock", tmp_path / "done"
    second = (
        f"import sys; sys.path.insert(0, {str(root / 'scripts')!r}); from pathlib import Path\n"
        "from environment.exclusive import exclusive\n"
        f"with exclusive(Path({str(lock)!r}), 'works'): Path({str(done)!r}).touch()\n"
    )
    with exclusive(lock, "works"):
        process = subprocess.Popen([sys.executable, "-c", second], stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        assert "another command that works" in process.stdout.readline()
        assert not done.exists()
    process.communicate(timeout=20)
    assert done.exists()


def test_the_lock_is_free_again_after_an_error(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), exclusive(tmp_path / "lock", "works"):
        raise ZeroDivisionError
    with exclusive(tmp_path / "lock", "works"):
        pass


def test_a_folder_that_cannot_be_written_to(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(Stop, match="write access"), exclusive(tmp_path / "file" / "lock", "works"):
        pass
