"""When .venv is made, filled, left alone and made anew."""

import importlib.util
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from environment import virtualenv
from environment.stop import Stop
from environment.virtualenv import PackageSet, prepare

SERVE, TEST = [PackageSet.SERVE], [PackageSet.SERVE, PackageSet.TEST]


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with two lock files that ask for nothing."""
    for each in PackageSet:
        lock = tmp_path / each.value
        lock.parent.mkdir(exist_ok=True)
        lock.write_text(f"# {each.name}\n")
    return tmp_path


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was done, in order: `create` or the lock that was installed."""
    steps: list[str] = []

    def create(folder: Path) -> None:
        steps.append("create")
        for file in folder.glob("*"):
            file.unlink()
        folder.mkdir(exist_ok=True)

    monkeypatch.setattr(virtualenv, "create", create)
    monkeypatch.setattr(virtualenv, "install", lambda python, root, lock: steps.append(lock))
    return steps


def test_the_second_time_nothing_is_done(repository: Path, done: list[str]) -> None:
    prepare(repository, SERVE)
    assert done == ["create", "requirements.txt"]
    prepare(repository, SERVE)
    assert len(done) == 2


def test_the_test_packages_are_added_to_those_for_serving(repository: Path, done: list[str]) -> None:
    prepare(repository, SERVE)
    prepare(repository, TEST)
    assert done == ["create", "requirements.txt", "tests/requirements.txt"]


@pytest.mark.parametrize("changed", list(PackageSet))
def test_a_changed_lock_makes_it_anew(repository: Path, done: list[str], changed: PackageSet) -> None:
    prepare(repository, TEST)
    done.clear()
    (repository / changed.value).write_text("# other versions\n")
    prepare(repository, TEST)
    assert done == ["create", "requirements.txt", "tests/requirements.txt"]


def test_serving_does_not_care_for_the_lock_of_the_tests(repository: Path, done: list[str]) -> None:
    prepare(repository, TEST)
    done.clear()
    (repository / PackageSet.TEST.value).write_text("# other versions\n")
    prepare(repository, SERVE)
    assert done == []


def test_another_python_makes_it_anew(repository: Path, done: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    prepare(repository, SERVE)
    done.clear()
    monkeypatch.setattr(sys, "version", "3.13.0 (another)")
    prepare(repository, SERVE)
    assert done == ["create", "requirements.txt"]


def test_a_broken_off_installation_is_made_anew(
    repository: Path, done: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    prepare(repository, SERVE)

    def broken_off(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(virtualenv, "install", broken_off)
        prepare(repository, TEST)
    done.clear()
    prepare(repository, TEST)
    assert done == ["create", "requirements.txt", "tests/requirements.txt"]


def test_a_missing_lock_is_named(repository: Path) -> None:
    (repository / "requirements.txt").unlink()
    with pytest.raises(Stop, match=r"requirements.txt cannot be read"):
        prepare(repository, SERVE)


def test_a_place_that_cannot_hold_it(repository: Path) -> None:
    (repository / ".venv").write_text("not a folder")
    with pytest.raises(Stop, match=r"\.venv"):
        prepare(repository, SERVE)


def test_the_environment_is_entered_with_the_same_arguments(repository: Path, root: Path) -> None:
    program = repository / "program"
    program.write_text(
        f"import sys; sys.path.insert(0, {str(root / 'scripts')!r})\n"
        "from pathlib import Path\nfrom environment.virtualenv import PackageSet, enter\n"
        f"enter(Path({str(repository)!r}), [PackageSet.SERVE])\n"
        "print(sys.prefix, sys.flags.utf8_mode, *sys.argv[1:])\n"
    )
    # `sys.executable` of the tests may be .venv itself; the system's Python is what people start with.
    python = getattr(sys, "_base_executable", sys.executable)
    surroundings = os.environ | {"PYTHONHOME": sys.base_prefix, "LC_ALL": "C"}
    result = subprocess.run([python, program, "a b"], check=False, capture_output=True, text=True, env=surroundings)
    assert result.stderr == ""
    assert result.stdout.splitlines()[-1] == f"{repository / '.venv'} 1 a b"


@pytest.fixture
def without_ensurepip(monkeypatch: pytest.MonkeyPatch) -> None:
    """Debian's Python without the package python3-venv."""
    find = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "ensurepip" else find(name))


@pytest.mark.usefixtures("without_ensurepip")
def test_without_the_venv_package_its_name_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(virtualenv, "apt_prefix", lambda: None)
    with pytest.raises(Stop, match=rf"apt install python3\.{sys.version_info.minor}-venv"):
        virtualenv.require_venv()


@pytest.mark.usefixtures("without_ensurepip")
def test_whoever_may_installs_the_venv_package(
    monkeypatch: pytest.MonkeyPatch, stub: Callable[[str, str], Path], tmp_path: Path
) -> None:
    log = tmp_path / "log"
    stub("apt-get", f'echo "$*" >> {log}')
    monkeypatch.setattr(virtualenv, "apt_prefix", list)
    # The stub installs nothing, so the command must notice that rather than go on.
    with pytest.raises(Stop, match="still has no venv module"):
        virtualenv.require_venv()
    assert f"python3.{sys.version_info.minor}-venv" in log.read_text()
