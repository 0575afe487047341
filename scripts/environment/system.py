"""Packages of the operating system: whether this user may install them, and the installing."""

from __future__ import annotations

import os
import shutil
import subprocess

from environment.stop import Stop


def apt_prefix() -> list[str] | None:
    """The words to put before `apt-get` here ([] for root, sudo otherwise), or None where it cannot be used."""
    if not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return []
    if (
        shutil.which("sudo")
        and subprocess.run(["sudo", "-n", "true"], check=False, capture_output=True).returncode == 0
    ):
        return ["sudo", "-n"]
    return None


def apt_install(packages: list[str], prefix: list[str]) -> None:
    """Install Debian packages without asking anything. Raises `Stop` with apt's own reason where it fails.

    `prefix` is what `apt_prefix` gave. The lists are fetched first: a fresh image has none.
    """
    print(f"Installing {' '.join(packages)} with apt-get ...", flush=True)
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"]
    for arguments in (["update"], ["install", "--yes", "--no-install-recommends", *packages]):
        result = subprocess.run([*apt, *arguments], check=False, capture_output=True, text=True)
        # A failed `update` alone is no reason to give up: an unreachable third-party list does not
        # keep Debian's own packages away.
        if result.returncode and arguments != ["update"]:
            reasons = [line for line in result.stderr.splitlines() if line.startswith("E:")] or ["no reason given"]
            raise Stop(f"apt-get could not install {' '.join(packages)} ({reasons[-1]}): install them yourself.")
