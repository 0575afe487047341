"""The command line: exit codes, formats, which pages, and no traceback whatever it is given."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from l10n.cli import COMMANDS, _parser, main
from l10n.commands.check import FORMATS
from l10n.reports import Format
from l10n.rules import RULES

COMMAND = Path(__file__).parents[2] / "scripts" / "check_translations.py"
NASTY = sorted((Path(__file__).parent / "nasty").iterdir())


@pytest.fixture
def run(copy_site, capsys):
    """Runs the check on a copy of a site of tests/defects: (exit code, stdout, stderr)."""

    def check(name, *arguments):
        config = copy_site(name)
        code = main(["--config", str(config), *[a.format(root=config.parent) for a in arguments]])
        return code, *capsys.readouterr()

    return check


@pytest.mark.parametrize(
    ("name", "arguments", "code"),
    [
        ("clean", [], 0),
        ("clean", ["--strict"], 0),
        ("stale-section", [], 0),  # a warning
        ("stale-section", ["--strict"], 1),
        ("stale-section-enforced", [], 1),
        ("missing-page", ["--strict"], 1),
        ("unsigned", ["--strict"], 0),  # a notice, always
        ("review-due", ["--strict"], 0),
        ("numbers-differ", [], 1),
        ("unreadable-page-encoding", [], 2),
        ("unreadable-page-hides-nothing", [], 2),
        ("unreadable-data", [], 2),
        ("unreadable-data-hides-nothing", ["docs/lt"], 2),
    ],
)
def test_exit_code(name, arguments, code, run):
    assert run(name, *arguments)[0] == code


def test_an_unreadable_page_does_not_hide_what_others_have(run):
    _, out, _ = run("unreadable-page-hides-nothing", "--format", "json")
    assert {finding["rule"] for finding in json.loads(out)["findings"]} == {"unreadable-page", "orphan-page"}


def test_json(run):
    _code, out, err = run("stale-section", "--format", "json")
    data = json.loads(out)
    (finding,) = data["findings"]
    assert list(finding) == ["rule", "severity", "locale", "path", "line", "section", "message", "hint"]
    assert (finding["rule"], finding["path"], finding["section"]) == ("stale-section", "docs/lt/page.md", "call")
    assert data["version"] == 1 and err == ""
    cell = data["coverage"]["lt"]["/"]
    assert (cell["pages"], cell["current"], cell["stale"], cell["missing"]) == (1, 0, 1, 0)
    assert cell["words_owed"] == 10  # When to call | Call when you cannot wait another minute.


def test_coverage_counts_pages_and_sections(run):
    cells = {
        name: json.loads(run(name, "--format", "json")[1])["coverage"]
        for name in ("clean", "missing-page", "unrecorded-section", "missing-section", "unsigned")
    }
    assert cells["clean"]["ar"]["/"]["current"] == cells["clean"]["en"]["/"]["current"] == 4
    assert cells["missing-page"]["lt"]["/"]["missing_pages"] == 1
    assert cells["missing-page"]["lt"]["/"]["missing"] == 1
    assert cells["unrecorded-section"]["lt"]["/"]["unrecorded"] == 1
    assert cells["missing-section"]["lt"]["/"]["missing"] == 1
    assert cells["unsigned"]["lt"]["/"]["unsigned"] == cells["unsigned"]["en"]["/"]["unsigned"] == 1


def test_table(run):
    _, out, _ = run("stale-section")
    lines = out.splitlines()
    assert lines[1].split() == [
        "section",
        "Pages",
        "Whole",
        "Current",
        "Stale",
        "recorded",
        "Missing",
        "owed",
    ]
    place = next(index for index, line in enumerate(lines) if "stale-section" in line)
    assert lines[place].startswith("docs/lt/page.md:8  warning  stale-section  ")
    assert lines[place + 1].startswith("    -> ") and "stamp docs/lt/page.md#call" in lines[place + 1]
    assert lines[-1] == "1 warning."
    assert "\033" not in out


def test_notices_are_counted_and_listed_only_on_request(run):
    _, out, _ = run("unsigned")
    assert "sign docs/" not in out
    assert out.splitlines()[-1].endswith("(--notices lists them).")
    _, out, _ = run("sign-off-outdated", "--notices")
    assert "sign docs/" in out
    assert "--notices" not in out


def test_colour_only_on_a_terminal_that_wants_it(copy_site, monkeypatch):
    class Terminal(list):
        write = list.append

        def isatty(self):
            return True

    config = str(copy_site("stale-section"))
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    coloured, plain = Terminal(), Terminal()
    main(["--config", config], out=coloured)
    monkeypatch.setenv("NO_COLOR", "1")
    main(["--config", config], out=plain)
    assert "\033[33mwarning" in "".join(coloured) and "\033" not in "".join(plain)


def test_output_goes_to_the_file_and_the_outcome_to_the_terminal(run, tmp_path):
    file = tmp_path / "report.json"
    code, out, err = run("stale-section", "--format", "json", "--output", str(file))
    assert (code, out, err) == (0, f"{file}: 1 warning.\n", "")
    assert json.loads(file.read_text(encoding="utf-8"))["summary"]["warning"] == 1
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["report.json"]


def test_an_output_that_is_there_is_replaced_and_keeps_its_mode(run, tmp_path):
    file = tmp_path / "report.txt"
    file.write_text("old", encoding="utf-8")
    file.chmod(0o600)
    run("stale-section", "--output", str(file))
    assert file.read_text(encoding="utf-8").endswith("1 warning.\n") and "\033" not in file.read_text(encoding="utf-8")
    assert file.stat().st_mode & 0o777 == 0o600


def test_several_formats_in_one_run(run, tmp_path):
    files = {name: tmp_path / name for name in ("sarif", "junit", "html", "table")}
    _, out, _ = run("stale-section", *(word for name, file in files.items() for word in ("--report", f"{name}={file}")))
    assert out.splitlines()[-1] == "1 warning."
    assert [file.read_text(encoding="utf-8")[:5] for file in files.values()] == [
        '{\n "$',
        "<?xml",
        "<!doc",
        "Langu",
    ]


@pytest.mark.parametrize("value", ["sarif", "pdf=x", "sarif=", "=x"])
def test_a_report_names_format_and_file(value, run, capsys):
    with pytest.raises(SystemExit) as stopped:
        run("clean", "--report", value)
    assert stopped.value.code == 2 and "FORMAT=FILE" in capsys.readouterr().err


def test_a_file_that_cannot_be_written_is_one_sentence(run, tmp_path):
    code, out, err = run("clean", "--output", str(tmp_path / "nowhere" / "report.txt"))
    assert code == 2 and out == "" and err.count("\n") == 1


def test_formats_are_those_there_are():
    assert list(FORMATS) == [format.value for format in Format]


@pytest.mark.parametrize(
    ("path", "paths"),
    [
        ("{root}/docs/lt/page.md", {"docs/lt/page.md"}),
        ("{root}/docs/lt", {"docs/lt/page.md"}),
        ("{root}/docs/en/page.md", {"docs/lt/page.md"}),  # the source stands for its translations
        ("{root}/docs/en", {"docs/lt/page.md"}),
        ("{root}/docs", {"docs/lt/page.md"}),
        ("docs/lt/page.md", {"docs/lt/page.md"}),  # from the folder of the configuration too
    ],
)
def test_paths(path, paths, run):
    _, out, _ = run("stale-section", "--format", "json", path)
    assert {finding["path"] for finding in json.loads(out)["findings"]} == paths


def test_other_pages_are_left_out(run):
    _, out, _ = run("unreadable-page-hides-nothing", "--format", "json", "{root}/docs/lt/gone.md")
    assert [finding["rule"] for finding in json.loads(out)["findings"]] == ["orphan-page"]


@pytest.mark.parametrize("arguments", [["nowhere.md"], ["{root}/docs/de"], ["--explain", "no-rule"]])
def test_bad_arguments_are_one_sentence(arguments, run):
    code, out, err = run("clean", *arguments)
    assert code == 2 and out == "" and err.count("\n") == 1


def test_no_configuration(tmp_path, capsys):
    assert main(["--config", str(tmp_path / "mkdocs.yml")]) == 2
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize("rule", RULES)
def test_explain(rule, capsys):
    assert main(["--explain", rule]) == 0
    out = capsys.readouterr().out
    assert out.startswith(f"{rule} (")
    assert (f"l10n: ignore {rule}:" in out) == RULES[rule].value.silenceable


def test_rules_are_listed(capsys):
    assert main(["--rules"]) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == list(RULES)


@pytest.mark.parametrize("file", NASTY, ids=lambda path: path.name)
@pytest.mark.parametrize("locale", ["en", "lt"])
def test_no_traceback_for_any_page(file, locale, copy_site, capsys):
    config = copy_site("clean")
    (config.parent / "docs" / locale / "page.md").write_bytes(file.read_bytes())
    code = main(["--config", str(config)])
    out, err = capsys.readouterr()
    assert code in (0, 1, 2) and err == ""
    assert (code == 2) == ("unreadable-page" in out)
    assert main(["stamp", "--config", str(config), str(config.parent / "docs/lt/page.md")]) in (0, 1, 2)


@pytest.mark.parametrize("config", NASTY, ids=lambda path: path.name)
def test_no_traceback_for_any_configuration(config, tmp_path, capsys):
    (tmp_path / "docs").mkdir()
    assert main(["--config", str(config)]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_as_a_command(copy_site):
    """In a process of its own: bytes that no terminal prints, a folder in the place of a page, a closed pipe."""
    config = copy_site("clean")
    (config.parent / "docs" / "lt" / "folder.md").mkdir()
    odd = os.fsencode(config.parent / "docs" / "lt") + b"/\xff.md"
    with open(odd, "wb") as stream:
        stream.write(b"text\n")
    done = subprocess.run(
        [sys.executable, str(COMMAND), "--config", str(config)],
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        check=False,
    )
    assert done.returncode == 1 and done.stderr == b""
    assert b"\\udcff.md" in done.stdout


def test_help_lists_every_command_with_what_it_does(capsys):
    with pytest.raises(SystemExit) as caught:
        main(["--help"])
    assert caught.value.code == 0
    out = capsys.readouterr().out
    listed = [line.split()[0] for line in out.partition("(none: check):\n")[2].partition("\n\n")[0].split("\n")]
    assert listed == list(COMMANDS)
    assert all(f"{module.HELP}\n" in out for module in COMMANDS.values())


@pytest.mark.parametrize("name", COMMANDS)
def test_help_of_a_command_gives_examples_that_it_takes(name, capsys):
    with pytest.raises(SystemExit):
        main([name, "--help"])
    out = capsys.readouterr().out
    assert f"usage: check_translations.py {name} [-h] [--config CONFIG]" in out
    for line in COMMANDS[name].EXAMPLES:
        assert f"\n  check_translations.py {line}\n" in out
        words = shlex.split(line)
        words = words if words[0] in COMMANDS else ["check", *words]
        assert _parser().parse_args(words).command == name


def test_every_command_that_is_named_anywhere_exists_and_readme_names_them_all():
    package = COMMAND.parent / "l10n"
    lines = [
        line
        for path in (*package.rglob("*.py"), *package.rglob("*.md"))
        for line in path.read_text("utf-8").split("\n")
    ]
    readme = (COMMAND.parents[1] / "README.md").read_text("utf-8")
    lines += [line for line in readme.split("\n") if "python scripts/check" in line or line.strip().startswith("$")]
    named = {word for line in lines for word in re.findall(r"check_translations\.py +([a-z][\w-]*)", line)}
    assert {"stamp", "sign", "todo"} <= named
    assert named - COMMANDS.keys() == set()
    assert [
        name for name in COMMANDS if f"`{name}" not in readme and f"check_translations.py {name}" not in readme
    ] == []
