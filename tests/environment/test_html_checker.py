"""The HTML checker: fetched once, again when its lock changes, and its absence told."""

import shutil
from pathlib import Path

import pytest

from environment import html_checker
from environment.stop import Stop


@pytest.fixture
def repository(tmp_path: Path, root: Path) -> Path:
    """A repository with the real manifests and an environment without the checker."""
    (tmp_path / "tests").mkdir()
    (tmp_path / ".venv").mkdir()
    for name in html_checker.MANIFESTS:
        shutil.copy(root / "tests" / name, tmp_path / "tests")
    return tmp_path


@pytest.fixture
def installs(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The folders that npm was asked to install into; it puts a jar there."""
    asked: list[Path] = []

    def npm_install(folder: Path) -> None:
        asked.append(folder)
        jar = folder / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
        jar.parent.mkdir(parents=True)
        jar.touch()

    monkeypatch.setattr(html_checker, "npm_install", npm_install)
    return asked


def test_it_is_fetched_once(repository: Path, installs: list[Path]) -> None:
    first = html_checker.ensure_html_checker(repository)
    assert Path(first).is_file()
    assert html_checker.ensure_html_checker(repository) == first
    assert len(installs) == 1


def test_a_changed_lock_fetches_again(repository: Path, installs: list[Path]) -> None:
    html_checker.ensure_html_checker(repository)
    with (repository / "tests" / "package-lock.json").open("a") as lock:
        lock.write("\n")
    html_checker.ensure_html_checker(repository)
    assert len(installs) == 2


def test_without_network_it_stops_in_one_sentence(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("npm_config_registry", "http://127.0.0.1:9/")
    monkeypatch.setenv("npm_config_cache", str(repository / "cache"))
    monkeypatch.setenv("npm_config_fetch_retries", "0")
    with pytest.raises(Stop, match="connect to the network"):
        html_checker.ensure_html_checker(repository)
    assert not (repository / ".venv" / "html-checker" / "stamp").exists()
