"""Which saved files are told, and how many times."""

import queue
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from publish.watch import changes, watched_paths

SOON, NEVER = 10, 1.2  # seconds


@pytest.fixture
def watched(tiny: Path) -> Path:
    """The tiny repository with an override folder and a hook, both named in mkdocs.yml."""
    (tiny / "overrides").mkdir()
    (tiny / "hook.py").write_text("")
    with (tiny / "mkdocs.yml").open("a") as config:
        config.write("hooks: [hook.py]\nwatch: [overrides, not-there]\n")
    return tiny


@pytest.fixture
def batches(watched: Path) -> Iterator[queue.Queue[set[str]]]:
    """The batches told so far, as paths from the repository."""
    told: queue.Queue[set[str]] = queue.Queue()

    def collect(source: Iterator[list[Path]]) -> None:
        for batch in source:
            told.put({str(path.relative_to(watched)) for path in batch})

    with changes(watched) as source:
        threading.Thread(target=collect, args=[source], daemon=True).start()
        yield told


def test_what_is_watched_is_what_the_configuration_names(watched: Path) -> None:
    names = {str(path.relative_to(watched)) for path in watched_paths(watched)}
    assert names == {"mkdocs.yml", "docs", "hook.py", "overrides"}


@pytest.mark.parametrize("name", ["docs/en/index.md", "docs/lt/new.md", "mkdocs.yml", "hook.py", "overrides/a/b.html"])
def test_a_saved_source_is_told(watched: Path, batches: queue.Queue[set[str]], name: str) -> None:
    file = watched / name
    file.parent.mkdir(exist_ok=True)
    with file.open("a") as text:
        text.write("\n# more\n")
    assert batches.get(timeout=SOON) == {name}


def test_a_source_in_a_new_folder_is_told(watched: Path, batches: queue.Queue[set[str]]) -> None:
    folder = watched / "docs" / "en" / "a" / "b"
    folder.mkdir(parents=True)
    (folder / "page.md").write_text("# Page\n")
    assert "docs/en/a/b/page.md" in batches.get(timeout=SOON)


def test_deleting_and_renaming_are_told(watched: Path, batches: queue.Queue[set[str]]) -> None:
    (watched / "docs" / "lt" / "index.md").unlink()
    (watched / "docs" / "en" / "index.md").rename(watched / "docs" / "en" / "home.md")
    told = batches.get(timeout=SOON)
    assert told == {"docs/lt/index.md", "docs/en/index.md", "docs/en/home.md"}


def test_an_editor_that_saves_in_steps_is_told_once(watched: Path, batches: queue.Queue[set[str]]) -> None:
    page = watched / "docs" / "en" / "index.md"
    (page.parent / "4913.tmp").touch()
    (page.parent / ".index.md.swp").write_text("x")
    page.rename(page.with_name("index.md~"))
    page.write_text("# new\n")
    page.with_name("index.md~").unlink()
    assert batches.get(timeout=SOON) == {"docs/en/index.md"}
    with pytest.raises(queue.Empty):
        batches.get(timeout=NEVER)


def test_what_is_no_source_is_not_told(watched: Path, batches: queue.Queue[set[str]]) -> None:
    (watched / "README.md").write_text("x")
    (watched / "site").mkdir()
    (watched / "site" / "index.html").write_text("x")
    (watched / "docs" / "en" / "index.md").read_text()
    (watched / "overrides" / "__pycache__").mkdir()
    (watched / "overrides" / "__pycache__" / "x.pyc").write_text("x")
    with pytest.raises(queue.Empty):
        batches.get(timeout=NEVER)
