"""What a translator is told to do next: everything that is owed, once, and what readers need first."""

from __future__ import annotations

import json
import shlex
from datetime import date
from pathlib import Path

import pytest

from l10n.cli import _parser
from l10n.corpus import Corpus
from l10n.reports.todo import as_json, markdown, table
from l10n.runner import check_site
from l10n.site import load_site
from l10n.todo import todo

DEFECTS = Path(__file__).parents[1] / "defects"
SITES = sorted(path.parent.name for path in DEFECTS.glob("*/expect.txt"))
TODAY = date(2027, 3, 1)
CONFIG = """\
site_name: Order
plugins:
  - i18n:
      docs_structure: folder
      languages:
        - {locale: en, name: English, default: true}
        - {locale: lt, name: Lietuvių}
extra:
  l10n:
    sections:
      zz: {enforce: true}
      help: {enforce: true}
      help/deep: {}
      about: {}
"""


@pytest.fixture
def todo_of(copy_site):
    """The tasks of a site of tests/defects, with the report they come from."""

    def run(name, locale=""):
        corpus = Corpus(load_site(copy_site(name)))
        report = check_site(corpus, TODAY)
        return todo(corpus, report, locale or corpus.site.translations[0].code), report

    return run


@pytest.mark.parametrize("name", SITES)
def test_every_error_and_every_owed_word_is_told_once(name, todo_of):
    found, report = todo_of(name)
    told = [task.finding for page in found.pages for task in page.tasks]
    assert len(told) == len(set(map(id, told)))
    expected = [f for f in report.findings if f.locale == found.locale and f.severity.value != "notice"]
    assert {id(finding) for finding in told} == {id(finding) for finding in expected}
    if not any(finding.rule.title == "stale-section" for finding in report.silenced):
        assert found.words == report.coverage.total(found.locale).words_owed


def test_what_readers_need_first_stands_first(tmp_path):
    pages = ["index.md", "about/a.md", "help/b.md", "help/deep/c.md", "zz/d.md", "zz/e.md"]
    for page in pages:
        file = tmp_path / "docs/en" / page
        file.parent.mkdir(parents=True, exist_ok=True)
        urgent = "urgent: true\n" if page == "zz/e.md" else ""
        file.write_text(f"---\ntitle: T\n{urgent}---\n\n## Call {{ #call }}\n\nCall us.\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    corpus = Corpus(load_site(tmp_path / "mkdocs.yml"))
    found = todo(corpus, check_site(corpus, TODAY), "lt")
    paths = [page.path.removeprefix("docs/lt/") for page in found.pages]
    assert paths == ["zz/e.md", "zz/d.md", "help/b.md", "help/deep/c.md", "about/a.md", "index.md"]
    assert [page.enforced for page in found.pages] == [True, True, True, False, False, False]
    assert found.words == 6 * 3


def test_within_a_page_section_by_section_and_the_commands_that_go_with_it(todo_of, copy_site):
    config = copy_site("stale-section-number")
    page = config.parent / "docs/lt/page.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("source:\n", 'source:\n  gone: "12345678"\n'), encoding="utf-8")
    corpus = Corpus(load_site(config))
    (found,) = todo(corpus, check_site(corpus, TODAY), "lt").pages
    assert [(task.verb, task.finding.section) for task in found.tasks] == [
        ("remove", "gone"),
        ("update", "call"),
        ("mend", "call"),
    ]
    path = "docs/lt/page.md"
    assert found.commands == [f"explain {path}", f"stamp {path}#gone {path}#call", f"check {path}"]


@pytest.mark.parametrize(
    ("name", "commands"),
    [
        ("missing-page", ["stamp docs/lt/other.md"]),
        ("unrecorded-section-page", ["stamp docs/lt/page.md"]),
        ("unrecorded-section", ["stamp docs/lt/page.md#how"]),
        ("moved-section", ["explain docs/lt/page.md", "stamp docs/lt/page.md#ring docs/lt/page.md#call"]),
        ("list-differs", ["check docs/lt/page.md"]),
    ],
)
def test_commands(name, commands, todo_of):
    assert todo_of(name)[0].pages[0].commands == commands


@pytest.mark.parametrize("name", SITES)
def test_every_command_can_be_run(name, todo_of):
    for page in todo_of(name)[0].pages:
        for command in page.commands:
            assert _parser().parse_args(shlex.split(command)).command == command.split()[0]


@pytest.mark.parametrize(("name", "code"), [("clean", 0), ("stale-section", 1), ("unreadable-page-encoding", 2)])
def test_exit_code(name, code, todo_of):
    assert todo_of(name)[0].exit_code == code


def test_nothing_to_do_is_said(todo_of):
    found, _ = todo_of("clean")
    assert table(found, colour=False) == "lt: nothing to do, whole and current.\n"
    assert markdown(found) == "**lt: nothing to do, whole and current.**\n"
    assert json.loads(as_json(found)) == {"locale": "lt", "words": 0, "unsigned": 0, "pages": []}
    found, _ = todo_of("unsigned")
    assert "\n1 page waits for a person's sign-off (" in table(found, colour=False)


def test_a_list_for_people(todo_of):
    found, _ = todo_of("stale-section")
    assert table(found, colour=False) == (
        "lt: 1 page to work on, 10 words owed.\n"
        "\n"
        "1. docs/lt/page.md  (10 words owed)\n"
        "   update     line 8 #call  The source text of #call has changed. (10 words)\n"
        "                            -> translate what changed (docs/en/page.md:5)\n"
        "   check_translations.py explain docs/lt/page.md\n"
        "   check_translations.py stamp docs/lt/page.md#call\n"
    )
    assert "\033[1m1. docs/lt/page.md\033[0m" in table(found, colour=True)


def test_a_checklist(todo_of):
    found, _ = todo_of("stale-section")
    assert markdown(found) == (
        "**lt: 1 page to work on, 10 words owed.**\n"
        "\n"
        "- [ ] `docs/lt/page.md`  (10 words owed)\n"
        "    - [ ] update line 8 \\#call: The source text of \\#call has changed. (10 words) → translate what changed "
        "(docs/en/page.md:5)\n"
        "    - `check_translations.py explain docs/lt/page.md`\n"
        "    - `check_translations.py stamp docs/lt/page.md#call`\n"
    )


def test_data_for_programs(todo_of):
    found, _ = todo_of("stale-section-number")
    data = json.loads(as_json(found))
    assert data["words"] == found.words and data["pages"][0]["source"] == "docs/en/page.md"
    assert [task["do"] for task in data["pages"][0]["tasks"]] == ["update", "mend"]
    assert data["pages"][0]["tasks"][0]["rule"] == "stale-section"
    assert data["pages"][0]["commands"][0] == "check_translations.py explain docs/lt/page.md"
