"""`audit` on the command line, in a repository."""

from __future__ import annotations

import io

import pytest
from repository import Repository

from l10n.cli import main


@pytest.fixture
def site(copy_site):
    """A clean site in git, and functions that edit it and audit it against a revision."""
    config = copy_site("clean")
    root = config.parent
    repository = Repository(root)
    repository.commit()

    def audit(*arguments):
        out, err = io.StringIO(), io.StringIO()
        code = main(["audit", "--config", str(config), *arguments], out, err)
        return code, out.getvalue(), err.getvalue()

    def edit(path, before, after):
        file = root / path
        text = file.read_text(encoding="utf-8")
        assert before in text
        file.write_text(text.replace(before, after), encoding="utf-8")

    def stamp(path):
        assert main(["stamp", "--config", str(config), str(root / path)], io.StringIO()) == 0

    audit.edit, audit.stamp, audit.repository, audit.root = edit, stamp, repository, root
    return audit


def test_nothing_moved(site):
    assert site("--base", "HEAD") == (0, f"nothing to look at since HEAD ({site.repository.git('rev-parse', '--short=8', 'HEAD')}).\n", "")  # fmt: skip


def test_a_stamp_without_a_change(site):
    site.edit("docs/en/page.md", "The price", "A price")
    site.stamp("docs/lt/page.md")
    code, out, _ = site("--base", "HEAD")
    assert code == 0
    assert "  docs/lt/page.md#deeper (line " in out and "      [-The-]{+A+} price is" in out
    assert "1 place to look at since HEAD (" in out
    assert site("--base", "HEAD", "--fail")[0] == 1
    site.repository.commit()
    assert site("--base", "HEAD", "--fail")[0] == 0
    assert site("--base", "HEAD~1", "--fail")[0] == 1


def test_only_what_this_branch_did(site):
    site.repository.git("checkout", "-q", "-b", "mine")
    site.edit("docs/lt/other.md", "title:", "title: X")
    site.repository.commit()
    site.repository.git("checkout", "-q", "main")
    site.edit("docs/en/page.md", "The price", "A price")
    site.stamp("docs/lt/page.md")
    site.repository.commit()
    site.repository.git("checkout", "-q", "mine")
    code, out, _ = site("--base", "main", "--fail")
    assert code == 0 and "docs/lt/page.md" not in out
    assert "docs/lt/other.md#_meta" in out and "nothing to look at since main (" in out
    assert ", 1 section reworded." in out


def test_a_renamed_page_keeps_its_past(site):
    for locale in ("en", "lt", "ar"):
        site.repository.git("mv", f"docs/{locale}/page.md", f"docs/{locale}/moved.md")
    site.edit("docs/en/moved.md", "The price", "A price")
    site.stamp("docs/lt/moved.md")
    code, out, _ = site("--base", "HEAD")
    assert code == 0 and "docs/lt/moved.md#deeper" in out and "for the first time" not in out


def test_a_page_that_cannot_be_read_is_left_to_the_checker(site):
    (site.root / "docs/lt/page.md").write_bytes(b"\xff")
    assert site("--base", "HEAD")[0] == 0
    (site.root / "docs/en/page.md").unlink()
    assert site("--base", "HEAD")[0] == 0


@pytest.mark.parametrize("rev", ["nowhere", "--all", "-x", "HEAD:docs"])
def test_a_revision_that_is_none(rev, site):
    code, out, err = site(f"--base={rev}")
    assert (code, out) == (2, "") and err.startswith(f"audit: compares with {rev}, but git says: ")
    assert err.count("\n") == 1


def test_without_git_or_repository(site, copy_site, tmp_path, monkeypatch, capsys):
    config = copy_site("stale-section")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    assert main(["audit", "--config", str(config), "--base", "main"]) == 2
    assert capsys.readouterr().err == "audit: compares with main, but this is no git repository.\n"
    monkeypatch.setenv("PATH", str(tmp_path))
    assert site("--base", "main") == (2, "", "audit: compares with main, but git is not installed.\n")
