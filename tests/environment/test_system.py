"""Debian packages: who may install them, and what is said where apt fails."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from environment.stop import Stop
from environment.system import apt_install, apt_prefix

Stub = Callable[[str, str], Path]


def be(monkeypatch: pytest.MonkeyPatch, user: int) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: user)


def test_root_needs_no_sudo(stub: Stub, monkeypatch: pytest.MonkeyPatch) -> None:
    stub("apt-get", "exit 0")
    be(monkeypatch, 0)
    assert apt_prefix() == []


@pytest.mark.parametrize(("sudo", "prefix"), [("exit 0", ["sudo", "-n"]), ("exit 1", None)])
def test_sudo_only_without_a_password(
    stub: Stub, monkeypatch: pytest.MonkeyPatch, sudo: str, prefix: list[str] | None
) -> None:
    stub("apt-get", "exit 0")
    stub("sudo", sudo)
    be(monkeypatch, 1000)
    assert apt_prefix() == prefix


def test_no_sudo_and_no_apt(stub: Stub, monkeypatch: pytest.MonkeyPatch) -> None:
    be(monkeypatch, 0)
    assert apt_prefix() is None
    stub("apt-get", "exit 0")
    be(monkeypatch, 1000)
    assert apt_prefix() is None


def test_lists_are_fetched_before_packages(stub: Stub, tmp_path: Path) -> None:
    log = tmp_path / "log"
    stub("apt-get", f'echo "$DEBIAN_FRONTEND $*" >> {log}')
    apt_install(["one", "two"], [])
    update, install = log.read_text().splitlines()
    assert update == "noninteractive -q update"
    assert install.endswith("one two")
    assert "--yes" in install


def test_a_failed_update_alone_does_not_stop(stub: Stub) -> None:
    stub("apt-get", 'test "$2" != update')
    apt_install(["one"], [])


def test_apts_reason_is_passed_on(stub: Stub) -> None:
    stub("apt-get", "echo 'E: Unable to locate package one' >&2; exit 100")
    with pytest.raises(Stop, match=r"could not install one \(E: Unable to locate package one\)"):
        apt_install(["one"], [])
