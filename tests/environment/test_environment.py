"""A Python that is too old hears one sentence, whatever its grammar."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

COMMANDS = ["serve", "test", "lock"]


def test_the_check_parses_under_any_python_3(root: Path) -> None:
    ast.parse((root / "scripts" / "environment" / "__init__.py").read_text(), feature_version=(3, 0))


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_parses_far_enough_to_run_the_check(root: Path, command: str) -> None:
    ast.parse((root / "scripts" / command).read_text(), feature_version=(3, 6))


@pytest.mark.parametrize("command", COMMANDS)
def test_an_old_python_is_told_so(root: Path, command: str) -> None:
    # tomllib came with 3.11: None in sys.modules makes its import fail as it would there.
    old = (
        "import sys, runpy; sys.version_info = (3, 9, 2, 'final', 0); sys.modules['tomllib'] = None;"
        f"sys.path.insert(0, {str(root / 'scripts')!r}); runpy.run_path({str(root / 'scripts' / command)!r}, run_name='__main__')"
    )
    result = subprocess.run([sys.executable, "-c", old], check=False, capture_output=True, text=True)
    assert result.returncode == 2
    assert result.stdout == ""
    assert len(result.stderr.splitlines()) == 1
    assert "3.11" in result.stderr
    assert "3.9" in result.stderr
