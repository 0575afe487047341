"""The virtual environment .venv: made from the lock files, and entered.

Contract: after `enter(root, sets)` the running process is the environment's Python and exactly the locked
packages of those sets are there. Nothing is installed, and pip not even called, while the lock files and
Python are the same as last time.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import platform
import subprocess
import sys
from enum import Enum
from pathlib import Path

from environment.exclusive import exclusive
from environment.pip import install
from environment.stop import Stop
from environment.system import apt_install, apt_prefix


class PackageSet(Enum):
    """A lock file, named from the repository's root."""

    SERVE = "requirements.txt"
    TEST = "tests/requirements.txt"

    def stamp_file(self, folder: Path) -> Path:
        """Where the environment in `folder` records for which `stamp` this set was installed."""
        return folder / f"{self.name.lower()}.stamp"


def enter(root: Path, sets: list[PackageSet]) -> None:
    """Go on as the environment's Python: returns there, in a new process image with the same arguments.

    Raises `Stop` where the environment cannot be made.
    """
    folder = root / ".venv"
    prepare(root, sets)
    if folder.samefile(sys.prefix):
        return
    # Other packages or another standard library must not mix with the locked ones; and pages in five
    # languages need UTF-8 whatever the machine's locale is.
    for name in ("PYTHONHOME", "PYTHONPATH"):
        os.environ.pop(name, None)
    os.environ["PYTHONUTF8"] = "1"
    python = str(folder / "bin" / "python")
    sys.stdout.flush()
    try:
        os.execv(python, [python, *sys.argv])
    except OSError as error:
        raise Stop(f"{python} does not start ({error.strerror}): delete .venv and try again.") from error


def prepare(root: Path, sets: list[PackageSet]) -> None:
    """Make .venv hold the packages of `sets`. Raises `Stop` where it cannot."""
    folder = root / ".venv"
    with exclusive(root / ".venv.lock", "prepares the environment"):
        wanted = {each: stamp(root / each.value) for each in sets}
        missing = [each for each in sets if read(each.stamp_file(folder)) != wanted[each]]
        if not missing:
            return
        try:
            fill(root, folder, wanted, missing)
        except OSError as error:
            raise Stop(f"{folder} could not be written ({error.strerror}): see to its rights and to room.") from error


def fill(root: Path, folder: Path, wanted: dict[PackageSet, str], missing: list[PackageSet]) -> None:
    """Install the `missing` of the `wanted` sets, and note the stamp of each when it is there."""
    unfinished = folder / "unfinished"
    # A set that was never there is added to a sound environment. In every other case (a changed lock, another
    # Python, an installation that was broken off) leftovers could stay, so it is made anew.
    stale = any(each.stamp_file(folder).exists() for each in missing)
    if stale or unfinished.exists() or len(missing) == len(wanted):
        create(folder)
        missing = list(wanted)
    unfinished.touch()
    for each in missing:
        install(folder / "bin" / "python", root, each.value)
        each.stamp_file(folder).write_text(wanted[each])
    unfinished.unlink()


def stamp(lock: Path) -> str:
    """What an installation of `lock` depends on, as hexadecimal digits: its bytes, Python, the machine."""
    try:
        content = lock.read_bytes()
    except OSError as error:
        raise Stop(f"{lock} cannot be read ({error.strerror}): take it back from the repository.") from error
    return hashlib.sha256(content + f"{sys.version} {sys.platform} {platform.machine()}".encode()).hexdigest()


def read(file: Path) -> str | None:
    """The text of `file`, or None where there is no such file."""
    return file.read_text() if file.is_file() else None


def create(folder: Path) -> None:
    """Make an empty virtual environment at `folder`, in place of what is there. Raises `Stop` where it cannot."""
    require_venv()
    print(f"Making the environment in {folder.name} ...", flush=True)
    result = subprocess.run(
        [sys.executable, "-m", "venv", "--clear", folder], check=False, capture_output=True, text=True
    )
    if result.returncode:
        reason = (result.stderr or result.stdout).strip().splitlines() or ["no reason given"]
        raise Stop(
            f"{folder} could not be made ({reason[-1]}): see that the folder may be written and the disk has room."
        )


def require_venv() -> None:
    """Have the parts of Python that make environments. Raises `Stop` where they are missing and cannot be installed.

    Debian keeps `ensurepip` in a package of its own, named after the version: python3.11-venv.
    """
    if importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip"):
        return
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    prefix = apt_prefix()
    if prefix is None:
        raise Stop(
            f"Python's venv module is missing: install the package {package} (Debian, Ubuntu: apt install {package})."
        )
    apt_install([package], prefix)
    importlib.invalidate_caches()
    if not importlib.util.find_spec("ensurepip"):
        raise Stop(f"{sys.executable} still has no venv module after installing {package}: use Debian's own python3.")
