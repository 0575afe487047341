"""Installing a lock file with pip, and what pip's failures mean to the person in front of it."""

from __future__ import annotations

import os
import re
import subprocess
import time
from pathlib import Path

from environment.stop import Stop

NO_NETWORK = re.compile(
    r"NewConnectionError|NameResolutionError|Temporary failure in name resolution|Network is unreachable"
    r"|ConnectTimeoutError|ReadTimeoutError|Connection refused|Connection reset|ProxyError|from versions: none"
)
NO_TRUST = "CERTIFICATE_VERIFY_FAILED"
WRONG_HASH = re.compile(r"DO NOT MATCH THE HASHES.*?\n\s+(\S+)", re.DOTALL)


def install(python: Path, root: Path, lock: str) -> None:
    """Install the packages of `lock`, a path from `root`, into the environment of `python`.

    Every package must have a hash recorded in the lock; pip refuses anything else.
    Raises `Stop` with one sentence where pip fails.
    """
    print(f"Installing the packages of {lock} (the first time this takes a minute) ...", flush=True)
    began = time.monotonic()
    # `pip install --user`, where a person's configuration asks for it, does not go with an environment.
    environment = os.environ | {"PIP_USER": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_INPUT": "1"}
    result = subprocess.run(
        [python, "-m", "pip", "install", "--quiet", "--require-hashes", "--requirement", root / lock],
        check=False, capture_output=True, text=True, env=environment,
    )  # fmt: skip
    if result.returncode:
        raise Stop(reason(result.stderr + result.stdout, lock))
    print(f"Installed in {time.monotonic() - began:.0f} s.", flush=True)


def reason(output: str, lock: str) -> str:
    """One sentence with the cure, from what pip printed."""
    if wrong := WRONG_HASH.search(output):
        return (
            f"A downloaded package is not the one recorded in {lock} ({wrong[1]}), so nothing of it was used: "
            "try another network or index; if you changed the versions yourself, run ./scripts/lock."
        )
    if NO_TRUST in output:
        return (
            f"The packages of {lock} could not be fetched, because pip does not trust the certificate it was shown: "
            "set the machine's clock, or name your network's certificates in PIP_CERT."
        )
    if NO_NETWORK.search(output):
        return f"The packages of {lock} are not installed yet and could not be fetched: connect to the network and try again."
    errors = [line.removeprefix("ERROR: ") for line in output.splitlines() if line.startswith("ERROR: ")]
    said = errors[0].split(". ")[0].rstrip(".") if errors else "it gave no reason"
    return f"pip could not install the packages of {lock} ({said}): mend that, or delete .venv and try again."
