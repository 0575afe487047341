"""What is to be done in a locale: as a list for a terminal, as JSON, as a checklist in Markdown."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from ..todo import PageTasks, Task, Todo
from .json import as_dict
from .printable import isolated, visible
from .words import counted

PROGRAM = "check_translations.py"
BOLD, DIM, PLAIN = "\033[1m", "\033[2m", "\033[0m"
_SIGNS = re.compile(r"([\\`*_{}\[\]<>#!|~@])")


def table(todo: Todo, *, colour: bool) -> str:
    """A list for people, with a line end; escape codes only with `colour`."""
    bold, dim, plain = (BOLD, DIM, PLAIN) if colour else ("", "", "")
    lines = [f"{bold}{_summary(todo)}{plain}", ""]
    for number, page in enumerate(todo.pages, 1):
        lines.append(f"{bold}{number}. {visible(page.path)}{plain}{_about(page)}")
        width = max(len(_place(task)) for task in page.tasks)
        for task in page.tasks:
            lines.append(f"   {task.verb:<9}  {_place(task):<{width}}  {_told(task)}")
            lines.append(f"   {'':<9}  {'':<{width}}  {dim}-> {_step(task)}{plain}")
        lines += [f"   {dim}{PROGRAM} {visible(command)}{plain}" for command in page.commands]
        lines.append("")
    return "\n".join([*lines, *_rest(todo)]).rstrip("\n") + "\n"


def as_json(todo: Todo) -> str:
    """One JSON object, with a line end; a task carries its finding as the report of a check prints it."""
    pages = [
        {
            "path": page.path,
            "source": page.source_path,
            "section": page.section,
            "enforced": page.enforced,
            "words": page.words,
            "tasks": [{"do": task.verb, "words": task.words, **as_dict(task.finding)} for task in page.tasks],
            "commands": [f"{PROGRAM} {command}" for command in page.commands],
        }
        for page in todo.pages
    ]
    data = {"locale": todo.locale, "words": todo.words, "unsigned": todo.unsigned, "pages": pages}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def markdown(todo: Todo) -> str:
    """A checklist for an issue or a pull request, with a line end."""
    lines = [f"**{_summary(todo)}**", ""]
    for page in todo.pages:
        lines.append(f"- [ ] `{visible(page.path)}`{_about(page)}")
        lines += [
            f"    - [ ] {task.verb} {_escaped(f'{_place(task)}: {_told(task)} → {_step(task)}')}" for task in page.tasks
        ]
        lines += [f"    - `{PROGRAM} {visible(command)}`" for command in page.commands]
    return "\n".join([*lines, *([""] if todo.pages else []), *_rest(todo)]).rstrip("\n") + "\n"


def _summary(todo: Todo) -> str:
    if not todo.pages:
        return f"{todo.locale}: nothing to do, whole and current."
    owed = f"{counted(todo.words, 'word')} owed" if todo.words else "no word owed"
    return f"{todo.locale}: {counted(len(todo.pages), 'page')} to work on, {owed}."


def _about(page: PageTasks) -> str:
    parts = [page.section or ("" if page.source_path else "data")]
    parts += ["enforced"] if page.enforced else []
    parts += [f"{counted(page.words, 'word')} owed"] if page.words else []
    told = ", ".join(part for part in parts if part)
    return f"  ({told})" if told else ""


def _place(task: Task) -> str:
    """Where in the page: the section when it has a name, and the line."""
    named = f" #{task.finding.section}" if task.finding.section else ""
    return f"line {task.finding.line}{named}"


def _told(task: Task) -> str:
    words = f" ({counted(task.words, 'word')})" if task.words else ""
    return isolated(task.finding.message) + words


def _step(task: Task) -> str:
    """What the hint says besides the commands, which stand once for the whole page."""
    hint = task.finding.hint.removeprefix(f"run: {PROGRAM} explain {task.finding.path}, ")
    return isolated(hint.partition(", then run: ")[0])


def _rest(todo: Todo) -> Iterator[str]:
    if todo.unsigned:
        waits = "waits" if todo.unsigned == 1 else "wait"
        yield f"{counted(todo.unsigned, 'page')} {waits} for a person's sign-off ({PROGRAM} sign --help)."


def _escaped(text: str) -> str:
    return _SIGNS.sub(r"\\\1", text)
