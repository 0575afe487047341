"""Whatever the files hold and whatever becomes of them: findings or one sentence, never a traceback, never an endless wait."""

from __future__ import annotations

import errno
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from l10n.cli import main

COMMAND = Path(__file__).parents[2] / "scripts" / "check_translations.py"
CONFIG = """
site_name: Robust
plugins:
  - i18n:
      docs_structure: folder
      languages: [{locale: en, name: English, default: true}, {locale: lt, name: Lietuvių}]
"""
PAGE = b"---\ntitle: One\n---\n\n# One { #one }\n\nText of [one](#one) and `code`.\n"


@pytest.fixture
def site(tmp_path):
    """The configuration of a site with one page in two languages, the only page of which `docs/lt/page.md` varies."""
    (tmp_path / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    for locale in ("en", "lt"):
        (tmp_path / "docs" / locale).mkdir(parents=True)
        (tmp_path / "docs" / locale / "page.md").write_bytes(PAGE)
    return tmp_path / "mkdocs.yml"


@pytest.fixture
def check(site, capsys):
    """(exit code, stdout, stderr) of a check of the site."""

    def run(*arguments):
        return main([*arguments, "--config", str(site)]), *capsys.readouterr()

    return run


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


# -- streams and signals ------------------------------------------------------------------------------------------


def command(site, *arguments, **options):
    """The command in a process of its own."""
    line = [sys.executable, str(COMMAND), *arguments, "--config", str(site)]
    return subprocess.run(line, stderr=subprocess.PIPE, timeout=120, check=False, **options)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_told(site):
    with open("/dev/full", "wb") as full:
        done = command(site, stdout=full)
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1 and b"No space left" in done.stderr


def test_nobody_listens(site):
    reader, writer = os.pipe()
    os.close(reader)
    done = command(site, stdout=writer)
    os.close(writer)
    assert (done.returncode, done.stderr) == (2, b"")


def test_no_output_at_all(site):
    done = command(site, stdout=subprocess.PIPE, preexec_fn=lambda: os.close(1))
    assert done.returncode == 2 and b"Traceback" not in done.stderr


def test_interrupted(site):
    code = "import sys; sys.argv[1:] = []; import check_translations as c; import l10n.cli as cli\n"
    code += "def stop(): raise KeyboardInterrupt\ncli.main = stop; sys.exit(c.main())"
    line = [sys.executable, "-c", code]
    done = subprocess.run(line, cwd=COMMAND.parent, capture_output=True, timeout=120, check=False)
    assert (done.returncode, done.stderr) == (130, b"Interrupted.\n")


def test_no_place_for_a_stamp(site, monkeypatch, capsys):
    page = site.parent / "docs" / "lt" / "page.md"
    monkeypatch.setattr(os, "fsync", lambda descriptor: (_ for _ in ()).throw(OSError(errno.ENOSPC, "No space left")))
    assert main(["stamp", "--config", str(site), str(page)]) == 2
    err = capsys.readouterr().err
    assert err.count("\n") == 1 and "page.md" in err and "No space left" in err
    assert page.read_bytes() == PAGE
    assert os.listdir(page.parent) == ["page.md"]


def test_a_translation_that_is_a_link_to_its_source_is_not_stamped(site, capsys):
    page = site.parent / "docs" / "lt" / "page.md"
    page.unlink()
    page.symlink_to(site.parent / "docs" / "en" / "page.md")
    assert main(["stamp", "--config", str(site), str(page)]) == 2
    assert "link to its source" in capsys.readouterr().err
    assert (site.parent / "docs" / "en" / "page.md").read_bytes() == PAGE


def test_a_tree_that_cannot_be_written_is_checked(site, monkeypatch, check):
    def refuse(*_, **__):
        raise OSError(errno.EROFS, "Read-only file system")

    for name in ("mkdir", "replace", "rename", "unlink"):
        monkeypatch.setattr(os, name, refuse)
    monkeypatch.setattr("tempfile.mkstemp", refuse)
    assert check()[0] == 0


# -- anything at all ----------------------------------------------------------------------------------------------

PIECES = st.sampled_from(
    [
        *(b"---\n", b"title: x\n", b'source:\n  one: "00000000"\n', b"review: {next: 1}\n", b"a: &b *b\n", b"...\n"),
        *(
            b"# H { #one }\n",
            b"## H\n",
            b"\n",
            b"\n\n",
            b"- a\n",
            b"    b\n",
            b"> q\n",
            b"```py\n",
            b"```\n",
            b"| a |\n|-|\n",
        ),
        *(
            b"<div markdown>\n",
            b"</div>",
            b"<!-- l10n: ignore x: y -->\n",
            b"[a](b.md#c)",
            b"![](x)",
            b"{{ a }}",
            b"{% b",
        ),
        *(b"**a", b"_b_", b"`c`", b"[^1]", b"[^1]: n\n", b"!!! note\n", b'=== "t"\n', b'--8<-- "f"\n', b"+370 5 123"),
        *(
            b"\r\n",
            b"\r",
            b"\0",
            b"\xff",
            b"\xef\xbb\xbf",
            b"\t",
            b"\x02",
            b"\x03",
            "\u202e\u0661؟ы«".encode(),
            b"12e45678",
        ),
    ]
)
PAGES = st.one_of(st.binary(max_size=200), st.lists(PIECES, max_size=25).map(b"".join))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(source=PAGES, translation=PAGES)
def test_anything_as_a_page(source, translation, site, capsys):
    """An exit code that is one, lines that are there, the same report again, and a stamp that changes one key."""
    pages = {"en": source, "lt": translation}
    for locale, data in pages.items():
        (site.parent / "docs" / locale / "page.md").write_bytes(data)
    reports = []
    for _ in range(2):
        code = main(["check", "--config", str(site), "--format", "json", "--notices"])
        out, err = capsys.readouterr()
        assert code in (0, 1, 2) and err == ""
        reports.append(out)
    assert reports[0] == reports[1]
    for finding in json.loads(out)["findings"]:
        assert "checker failed" not in finding["message"]
        data = pages.get(finding["locale"], b"")
        lines = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
        assert 1 <= finding["line"] <= lines
    assert main(["stamp", "--config", str(site), str(site.parent / "docs/lt/page.md")], out=io.StringIO()) in (0, 1, 2)
    capsys.readouterr()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.one_of(
        st.text(max_size=80),
        st.recursive(
            st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=5)),
            lambda inner: (
                st.lists(inner, max_size=3)
                | st.dictionaries(
                    st.sampled_from(
                        ["plugins", "i18n", "languages", "locale", "default", "extra", "l10n", "sections", "docs_dir"]
                    ),
                    inner,
                    max_size=4,
                )
            ),
            max_leaves=12,
        ).map(json.dumps),
    )
)
def test_anything_as_a_configuration(text, site, capsys):
    site.write_text(text, encoding="utf-8", errors="surrogatepass")
    assert main(["--config", str(site)]) in (0, 1, 2)
    assert capsys.readouterr().err.count("\n") <= 1
