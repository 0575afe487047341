"""The lock files: complete, from nowhere in particular, and in step with the pins."""

import base64
import json
import re
import tomllib
from pathlib import Path

import pytest

LOCKS = {"serve": "requirements.txt", "test": "tests/requirements.txt"}
REQUIREMENT = re.compile(
    r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;\\]+)(?:\s*;.*?)?(?P<hashes>(?:\s+--hash=\S+)*)$"
)


def canonical(name: str) -> str:
    """A package's name as the index compares it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def requirements(file: Path) -> list[re.Match[str]]:
    """The requirements of a lock file, continuation lines joined. Fails at a line that is none."""
    joined = re.sub(r"\\\n\s*", " ", file.read_text(encoding="utf-8"))
    lines = [line for line in joined.splitlines() if line and not line.startswith("#")]
    found = [REQUIREMENT.match(line) for line in lines]
    strays = [line for line, match in zip(lines, found, strict=True) if not match]
    assert not strays
    return [match for match in found if match]


def versions(file: Path) -> dict[str, set[str]]:
    """The locked versions of each package."""
    result: dict[str, set[str]] = {}
    for match in requirements(file):
        result.setdefault(canonical(match["name"]), set()).add(match["version"])
    return result


def pins(root: Path, group: str) -> dict[str, str]:
    """The direct pins of a dependency group."""
    groups = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["dependency-groups"]
    split = (pin.partition("==") for pin in groups[group])
    return {canonical(name): version for name, _, version in split}


@pytest.mark.parametrize("lock", LOCKS.values())
def test_every_requirement_has_a_hash(root: Path, lock: str) -> None:
    found = requirements(root / lock)
    assert found
    without = [match["name"] for match in found if not re.search(r"--hash=sha256:[0-9a-f]{64}", match["hashes"])]
    assert not without


@pytest.mark.parametrize("lock", [*LOCKS.values(), "tests/package-lock.json", "tests/package.json", "pyproject.toml"])
def test_no_address_and_no_path_of_a_machine(root: Path, lock: str) -> None:
    text = (root / lock).read_text(encoding="utf-8")
    # Any of these would tie the lock to one index, one mirror or one disk.
    assert not re.findall(
        r"://|^\s*-[a-z]|--(?:extra-)?index|--find-links|--trusted-host|\s@\s|(?<![\w.])/\w+/", text, re.MULTILINE
    )


@pytest.mark.parametrize(("group", "lock"), LOCKS.items())
def test_the_lock_holds_the_direct_pins(root: Path, group: str, lock: str) -> None:
    locked = versions(root / lock)
    assert {name: locked.get(name) for name in pins(root, group)} == {
        name: {version} for name, version in pins(root, group).items()
    }


def test_both_locks_fit_into_one_environment(root: Path) -> None:
    serve, test = (versions(root / lock) for lock in LOCKS.values())
    assert {name: test[name] for name in serve.keys() & test.keys()} == {
        name: serve[name] for name in serve.keys() & test.keys()
    }


def test_one_version_for_every_python_and_system(root: Path) -> None:
    """Two versions of one package, chosen by Python or system, would build two different sites."""
    assert {name: each for name, each in versions(root / LOCKS["serve"]).items() if len(each) > 1} == {}


def test_the_html_checker_is_locked_with_a_hash(root: Path) -> None:
    wanted = json.loads((root / "tests" / "package.json").read_text(encoding="utf-8"))["dependencies"]
    lock = json.loads((root / "tests" / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    locked = {name.removeprefix("node_modules/"): package for name, package in lock.items() if name}
    assert {name: package["version"] for name, package in locked.items()} == wanted
    for package in locked.values():
        assert "resolved" not in package
        algorithm, _, digest = package["integrity"].partition("-")
        assert (algorithm, len(base64.b64decode(digest))) == ("sha512", 64)
