"""Whatever becomes of files and configurations: findings or one sentence, never a traceback, never an endless wait."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from .conftest import CONFIG, PAGE


def unreadable(check, site, path):
    """The line of the report about something that could not be read; the other page is still checked."""
    (site.parent / "docs" / "lt" / "orphan.md").write_text("x\n", encoding="utf-8")
    code, out, err = check()
    assert code == 2 and err == ""
    assert "orphan-page" in out
    return next(line for line in out.splitlines() if path in line and "unreadable-page" in line)


def test_a_pipe_in_the_place_of_a_page(check, site):
    page = site.parent / "docs" / "lt" / "page.md"
    page.unlink()
    os.mkfifo(page)
    assert "no plain file" in unreadable(check, site, "lt/page.md")


def test_a_device_in_the_place_of_a_page(check, site):
    page = site.parent / "docs" / "lt" / "page.md"
    page.unlink()
    page.symlink_to("/dev/zero")
    assert "no plain file" in unreadable(check, site, "lt/page.md")


def test_a_link_to_nowhere(check, site):
    (site.parent / "docs" / "lt" / "lost.md").symlink_to("nowhere")
    (site.parent / "docs" / "en" / "lost.md").write_bytes(PAGE)
    unreadable(check, site, "lt/lost.md")


def test_a_folder_that_leads_back_into_itself(check, site):
    (site.parent / "docs" / "lt" / "again").symlink_to(site.parent / "docs", target_is_directory=True)
    assert "through a link" in unreadable(check, site, "lt/again")


def test_a_folder_named_like_a_page_is_a_folder(check, site):
    (site.parent / "docs" / "lt" / "page.md").unlink()
    (site.parent / "docs" / "lt" / "page.md").mkdir()
    code, out, _ = check()
    assert code == 0 and "missing-page" in out


def test_a_page_out_of_docs_by_a_link_is_a_page(check, site):
    (site.parent / "README.md").write_bytes(PAGE)
    page = site.parent / "docs" / "lt" / "page.md"
    page.unlink()
    page.symlink_to(site.parent / "README.md")
    assert check()[0] in (0, 1)


@pytest.mark.parametrize(
    "problem", [PermissionError(errno.EACCES, "Permission denied"), OSError(errno.EIO, "I/O error")]
)
def test_a_page_that_may_not_be_read(problem, check, site, monkeypatch):
    real = os.open

    def refuse(path, *rest, **more):
        if str(path).endswith("lt/page.md"):
            raise problem
        return real(path, *rest, **more)

    monkeypatch.setattr(os, "open", refuse)
    assert problem.strerror in unreadable(check, site, "lt/page.md")


def test_a_folder_that_may_not_be_read(check, site, monkeypatch):
    (site.parent / "docs" / "lt" / "closed").mkdir()
    real = os.scandir

    def refuse(path):
        if str(path).endswith("closed"):
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert "Permission denied" in unreadable(check, site, "lt/closed")


def test_a_page_that_disappears_while_the_site_is_checked(check, site, monkeypatch):
    real = os.open

    def vanish(path, *rest, **more):
        if str(path).endswith("lt/page.md") and Path(path).exists():
            Path(path).unlink()
        return real(path, *rest, **more)

    monkeypatch.setattr(os, "open", vanish)
    assert "No such file" in unreadable(check, site, "lt/page.md")


@pytest.mark.parametrize("name", [b"a\nb.md", b"\xff.md", b"\x1b[31m.md", "\u202e.md".encode(), b"  .md", b"a'\"$`.md"])
def test_odd_names(name, check, site):
    for locale in (b"en", b"lt"):
        with open(os.fsencode(site.parent / "docs") + b"/" + locale + b"/" + name, "wb") as stream:
            stream.write(PAGE)
    code, out, err = check()
    assert code == 0 and err == ""
    assert not [character for character in out if not character.isprintable() and character != "\n"]


def test_names_that_only_letter_case_tells_apart(check, site):
    (site.parent / "docs" / "en" / "Page.md").write_bytes(PAGE)
    code, out, _ = check()
    assert code == 1 and "ambiguous-page" in out


CONFIGURATIONS = {
    "UTF-16": CONFIG.encode("utf-16"),
    "NUL": CONFIG.encode() + b"a: \0\n",
    "tab": b"plugins:\n\t- i18n\n",
    "bomb": b"a: &a [x,x,x,x,x,x,x,x,x,x]\n"
    + b"".join(b"%c: &%c [%s]\n" % (name + 1, name + 1, b",".join([b"*%c" % name] * 10)) for name in range(97, 110)),
    "bomb of merges": b"a: &a {x: 1}\n"
    + b"".join(
        b"%c: &%c {<<: [%s]}\n" % (name + 1, name + 1, b",".join([b"*%c" % name] * 10)) for name in range(97, 110)
    ),
    "alias of itself": b"a: &a [*a]\n",
    "alias of nothing": b"a: *b\n",
    "two documents": CONFIG.encode() + b"---\na: 1\n",
    "a mapping for !ENV": b"docs_dir: !ENV {a: b}\n",
    "lists for !ENV": b"docs_dir: !ENV [[a], [b]]\n",
    "nothing for !ENV": b"docs_dir: !ENV []\n",
    "an impossible date": b"site_name: 2027-13-45\n",
    "an endless number": b"site_name: " + b"9" * 5000 + b"\n",
    "nested": b"a: " + b"[" * 3000,
    "languages are a bomb": CONFIG.replace("[{locale: en", "[3, {locale: en").encode(),
    "a locale with a slash": CONFIG.replace("locale: lt", "locale: ../lt").encode(),
    "docs_dir with NUL": (CONFIG + 'docs_dir: "a\\0b"\n').encode(),
    "INHERIT with NUL": b'INHERIT: "a\\0b"\n',
    "a file of the policy with NUL": (CONFIG + 'extra: {l10n: {footnotes: "a\\0b"}}\n').encode(),
    "a folder for a file": (CONFIG + "extra: {l10n: {footnotes: docs}}\n").encode(),
}


@pytest.mark.parametrize("config", CONFIGURATIONS.values(), ids=CONFIGURATIONS.keys())
def test_broken_configurations(config, check, site):
    site.write_bytes(config)
    code, out, err = check()
    assert code == 2 and out == ""
    assert err.count("\n") == 1 and len(err) < 600 and err.rstrip().endswith(".")


def test_a_configuration_that_is_a_pipe(check, site):
    site.unlink()
    os.mkfifo(site)
    assert check()[0] == 2


def test_an_alias_that_stands_for_little_is_read(check, site):
    site.write_text("x: &x [toc, abbr]\nmarkdown_extensions: *x\n" + CONFIG, encoding="utf-8")
    assert check()[0] == 0
