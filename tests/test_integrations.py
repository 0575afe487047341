"""What other services read: the hook for pre-commit and the workflow of GitHub. No service is asked here."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from l10n.cli import _parser

# https://pre-commit.com/#new-hooks
HOOK_KEYS = {"id", "name", "description", "entry", "language", "types_or", "pass_filenames", "require_serial"}
COMMAND = re.compile(r"check_translations\.py +(.*)")


@pytest.fixture(scope="module")
def workflow(root: Path) -> dict:
    # BaseLoader: YAML 1.1 would read the key `on` as true.
    return yaml.load((root / ".github/workflows/translations.yml").read_text(encoding="utf-8"), yaml.BaseLoader)


@pytest.fixture(scope="module")
def hook(root: Path) -> dict:
    (hook,) = yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    return hook


def test_the_hook_has_the_keys_of_a_manifest(hook: dict) -> None:
    assert set(hook) <= HOOK_KEYS and {"id", "name", "entry", "language"} <= set(hook)


def test_the_hook_runs_from_another_repository(hook: dict, root: Path, copy_of_defect: Path) -> None:
    """As pre-commit runs a script: by its path in the clone, in the folder of the repository that is checked."""
    script = root / hook["entry"]
    assert os.access(script, os.X_OK) and hook["language"] == "script"
    done = subprocess.run([script], cwd=copy_of_defect, capture_output=True, text=True, env=with_python(), check=False)
    assert (done.returncode, done.stderr) == (1, "")
    assert "docs/lt/page.md" in done.stdout


def test_a_package_that_is_not_there_is_one_sentence(root: Path, copy_of_defect: Path) -> None:
    """The Python of another repository may lack rich."""
    code = "import sys, runpy; sys.modules['rich.box'] = None; sys.argv = sys.argv[1:]; runpy.run_path(sys.argv[0], run_name='__main__')"
    done = subprocess.run(
        [sys.executable, "-c", code, root / "scripts/check_translations.py"],
        cwd=copy_of_defect,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2 and done.stderr.count("\n") == 1 and "rich" in done.stderr


def test_the_workflow_may_do_little(workflow: dict) -> None:
    assert workflow["permissions"] == {"contents": "read"}
    assert set(workflow["on"]) == {"pull_request", "push", "schedule"}
    for job in workflow["jobs"].values():
        assert job["permissions"] == {"contents": "read", "security-events": "write"}
        assert int(job["timeout-minutes"]) <= 10
    text = str(workflow)
    assert "secrets." not in text and "pull_request_target" not in text
    # Nothing that somebody can write into a pull request stands in a shell line.
    assert not [step for step in workflow["jobs"]["check"]["steps"] if "${{" in step.get("run", "")]


def test_actions_are_pinned_to_commits(root: Path) -> None:
    text = (root / ".github/workflows/translations.yml").read_text(encoding="utf-8")
    uses = re.findall(r"uses: (.*)", text)
    assert uses and all(re.fullmatch(r"(actions|github)/[\w/-]+@[0-9a-f]{40} # v[\d.]+", use) for use in uses)


def test_the_command_of_the_workflow_is_one(workflow: dict, root: Path) -> None:
    runs = [step["run"] for step in workflow["jobs"]["check"]["steps"] if "check_translations" in step.get("run", "")]
    (arguments,) = (COMMAND.search(run)[1] for run in runs)
    for strict in ("", "--strict"):
        options = _parser().parse_args(["check", *shlex.split(arguments.replace("$STRICT", strict))])
        assert options.format == "github" and options.strict == bool(strict)
    made = {str(file) for _, file in options.report}
    used = {
        step["with"].get("sarif_file") or step["with"].get("path") for step in workflow["jobs"]["check"]["steps"][-2:]
    }
    assert made == used


@pytest.fixture
def copy_of_defect(root: Path, tmp_path: Path) -> Path:
    """A small site with one error."""
    shutil.copytree(root / "tests/defects/numbers-differ", tmp_path / "site")
    shutil.copy(root / "tests/defects/mkdocs.yml", tmp_path / "site")
    return tmp_path / "site"


def with_python() -> dict[str, str]:
    """An environment whose `python3` is this one."""
    return {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
