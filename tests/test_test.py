"""The command ./scripts/test, run on a repository of one page and one test."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

# Reports what the command has prepared, as the test of a browser would find it.
PROBE = """
import os
def test_probe():
    assert os.path.exists("site/index.html")
    assert "SITE_URL" not in os.environ and "CONTACT" not in os.environ
    print("CHROMIUM is", os.environ["CHROMIUM"])
    assert os.path.exists(os.environ["VNU_JAR"])
    assert {result}
"""


@pytest.fixture
def probe(repository: Path, root: Path) -> Path:
    """The repository with a test, and with the HTML checker where this environment has it."""
    (repository / "tests" / "test_probe.py").write_text(PROBE.format(result=True))
    for name in ("package.json", "package-lock.json"):
        shutil.copy(root / "tests" / name, repository / "tests")
    fetched = Path(sys.prefix) / "html-checker"
    if fetched.exists():
        shutil.copytree(fetched, repository / ".venv" / "html-checker")
    browser = repository / "browser"
    browser.write_text("#!/bin/sh\necho Chromium\n")
    browser.chmod(0o755)
    return repository


def run(repository: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, repository / "scripts" / "test", *arguments]
    surroundings = os.environ | {"CHROMIUM": str(repository / "browser")} | environment
    return subprocess.run(command, check=False, capture_output=True, text=True, timeout=120, env=surroundings)


def test_it_builds_and_ends_as_pytest_ends(probe: Path) -> None:
    result = run(probe, "-s", "tests", SITE_URL="https://example.org/", CONTACT="team@example.org")
    assert result.returncode == 0, result.stdout + result.stderr
    assert f"CHROMIUM is {probe / 'browser'}" in result.stdout
    assert "1 passed" in result.stdout.splitlines()[-1]


def test_a_test_that_fails(probe: Path) -> None:
    (probe / "tests" / "test_probe.py").write_text(PROBE.format(result=False))
    result = run(probe, "tests")
    assert result.returncode == 1
    assert "1 failed" in result.stdout.splitlines()[-1]


def test_without_a_browser_no_test_runs(probe: Path) -> None:
    result = run(probe, "tests", CHROMIUM=str(probe / "nothing"))
    assert result.returncode == 2
    assert "CHROMIUM" in result.stderr
    assert "passed" not in result.stdout


def test_errors_in_the_sources_end_it_before_the_tests(probe: Path) -> None:
    (probe / "verdict").write_text("1")
    result = run(probe, "tests")
    assert result.returncode == 1
    assert "coverage: en lt" in result.stdout
    assert "passed" not in result.stdout


def test_continuous_integration_calls_it(probe: Path, root: Path, tmp_path: Path) -> None:
    (probe / ".ci").mkdir()
    shutil.copy(root / ".ci" / "run", probe / ".ci")
    (probe / "scripts" / "test").write_text('#!/bin/sh\necho "test in $(pwd) with $*"; exit 7\n')
    result = subprocess.run([probe / ".ci" / "run", "-q"], check=False, capture_output=True, text=True, cwd=tmp_path)
    assert (result.returncode, result.stdout) == (7, f"test in {probe} with -q\n")
