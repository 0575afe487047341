"""The history of a file, whatever has happened to the repository."""

from __future__ import annotations

import subprocess

import pytest
from repository import Repository

from l10n import git
from l10n.git import Git, GitError, versions

LINES = "".join(f"line {number}\n" for number in range(9))


@pytest.fixture
def repository(tmp_path):
    """An empty repository."""
    root = tmp_path / "a folder"
    root.mkdir()
    return Repository(root)


def texts(file):
    """The first line of each version, newest first."""
    return [version.data.decode().split("\n")[0] for version in versions(file)]


def test_newest_first_with_commit_and_date(repository):
    for word in ("one", "two", "three"):
        repository.write("docs/page.md", f"{word}\n{LINES}")
        commit = repository.commit()
    found = list(versions(repository.root / "docs/page.md"))
    assert [version.data.split(b"\n")[0] for version in found] == [b"three", b"two", b"one"]
    assert (found[0].commit[: len(commit)], found[0].date) == (commit, "2027-01-04")


def test_a_rename_with_an_edit_is_followed(repository):
    repository.write("docs/old.md", f"one\n{LINES}")
    repository.commit()
    repository.git("mv", "docs/old.md", "docs/new name.md")
    repository.write("docs/new name.md", f"two\n{LINES}")
    repository.commit()
    repository.write("docs/new name.md", f"three\n{LINES}")
    repository.commit()
    assert texts(repository.root / "docs/new name.md") == ["three", "two", "one"]


def test_a_text_that_only_a_merge_made(repository):
    repository.write("page.md", f"one\n{LINES}")
    repository.commit()
    repository.git("checkout", "-q", "-b", "side")
    repository.write("page.md", f"side\n{LINES}")
    repository.commit()
    repository.git("checkout", "-q", "main")
    repository.write("page.md", f"main\n{LINES}")
    repository.commit()
    with pytest.raises(subprocess.CalledProcessError):
        repository.git("merge", "side")
    repository.write("page.md", f"both\n{LINES}")
    repository.commit("merge")
    repository.write("page.md", f"after\n{LINES}")
    repository.commit()
    found = texts(repository.root / "page.md")
    assert found[0] == "after" and sorted(found) == ["after", "both", "main", "one", "side"]


def test_a_text_that_a_side_branch_had_and_lost(repository):
    repository.write("page.md", f"one\n{LINES}")
    repository.write("other.md", "1")
    repository.commit()
    repository.git("checkout", "-q", "-b", "side")
    repository.write("page.md", f"lost\n{LINES}")
    repository.commit()
    repository.write("page.md", f"one\n{LINES}")
    repository.commit()
    repository.git("checkout", "-q", "main")
    repository.write("other.md", "2")
    repository.commit()
    repository.git("merge", "-q", "--no-edit", "side")
    assert sorted(texts(repository.root / "page.md")) == ["lost", "one"]


def test_a_branch_that_never_arrived(repository):
    repository.write("page.md", f"one\n{LINES}")
    repository.commit()
    repository.git("checkout", "-q", "-b", "side")
    repository.write("page.md", f"side\n{LINES}")
    repository.commit()
    repository.git("checkout", "-q", "main")
    assert texts(repository.root / "page.md") == ["one", "side"]


def test_a_rename_on_a_branch_that_was_merged(repository):
    repository.write("old.md", f"one\n{LINES}")
    repository.write("other.md", "1")
    repository.commit()
    repository.git("checkout", "-q", "-b", "side")
    repository.git("mv", "old.md", "new.md")
    repository.commit()
    repository.git("checkout", "-q", "main")
    repository.write("old.md", f"two\n{LINES}")
    repository.commit()
    repository.git("merge", "-q", "--no-edit", "side")
    repository.write("new.md", f"three\n{LINES}")
    repository.commit()
    assert texts(repository.root / "new.md") == ["three", "two", "one"]


def test_longer_names_of_objects(tmp_path):
    repository = Repository(tmp_path, "--object-format=sha256")
    repository.write("page.md", "one\n")
    repository.commit()
    assert texts(tmp_path / "page.md") == ["one"]


def test_many_versions_are_read_in_several_goes(repository, monkeypatch):
    monkeypatch.setattr(git, "BATCH", 2)
    for number in range(5):
        repository.write("page.md", f"{number}\n")
        repository.commit()
    assert texts(repository.root / "page.md") == ["4", "3", "2", "1", "0"]


def test_a_shallow_clone_has_what_it_has(repository, tmp_path):
    for word in ("one", "two", "three"):
        repository.write("page.md", f"{word}\n{LINES}")
        repository.commit()
    repository.git("clone", "-q", "--depth", "2", f"file://{repository.root}", str(tmp_path / "clone"))
    found = []
    with pytest.raises(GitError, match="shallow"):
        found.extend(version.data.split(b"\n")[0] for version in versions(tmp_path / "clone/page.md"))
    assert found == [b"three", b"two"]


def test_a_page_that_is_a_link(repository):
    repository.write("real.md", f"one\n{LINES}")
    (repository.root / "link.md").symlink_to("real.md")
    repository.commit()
    assert texts(repository.root / "link.md") == ["one"]


def test_the_settings_of_a_surrounding_git_do_not_count(repository, tmp_path, monkeypatch):
    repository.write("page.md", "one\n")
    repository.commit()
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "index"))
    assert texts(repository.root / "page.md") == ["one"]


@pytest.mark.parametrize(
    "setting",
    [("log.showSignature", "true"), ("log.showRoot", "false"), ("color.ui", "always"), ("diff.renames", "no")],
)
def test_the_settings_of_the_user_do_not_count(setting, repository):
    repository.write("old.md", f"one\n{LINES}")
    repository.commit()
    repository.git("mv", "old.md", "new.md")
    repository.commit()
    repository.git("config", *setting)
    assert texts(repository.root / "new.md") == ["one"]


@pytest.mark.parametrize("name", ["-x.md", "[a].md", ":(top)a.md", "ž ė.md", "a\nb.md"])
def test_any_name_of_a_file(name, repository):
    repository.write(name, "one\n")
    repository.commit()
    assert texts(repository.root / name) == ["one"]


def test_says_why_there_is_no_history(tmp_path, repository, monkeypatch):
    (tmp_path / "page.md").write_text("one\n")
    with pytest.raises(GitError, match="this is no git repository"):
        texts(tmp_path / "page.md")
    repository.write("page.md", "one\n")
    with pytest.raises(GitError, match="git says: "):  # no commit yet
        texts(repository.root / "page.md")
    repository.commit()
    repository.write("new.md", "two\n")
    with pytest.raises(GitError, match="does not know the file"):
        texts(repository.root / "new.md")
    monkeypatch.setattr(git, "SECONDS", 0)
    with pytest.raises(GitError, match="did not answer"):
        texts(repository.root / "page.md")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(GitError, match="not installed"):
        texts(repository.root / "page.md")


def test_an_object_that_is_not_there_is_none(repository):
    repository.write("page.md", "one\n")
    repository.commit()
    blob = repository.git("rev-parse", "HEAD:page.md")
    assert list(Git(repository.root).blobs(["0" * 40, blob, "HEAD"])) == [None, b"one\n", None]
