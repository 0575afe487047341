"""What a translator should do next: the findings of one locale as tasks, page by page, those that readers need first.

Enforced sections of the policy come first, each group in the order in which mkdocs.yml names the sections; in a section
the pages marked `urgent: true` come first. Within a page the tasks follow the source, section by section.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from .corpus import Corpus
from .finding import Finding, Severity
from .page import META
from .record import compare
from .report import Report
from .rules import Rule

OWED = {
    Rule.MISSING_PAGE: "translate",
    Rule.MISSING_SECTION: "translate",
    Rule.STALE_SECTION: "update",
    Rule.UNRECORDED_SECTION: "compare",
    Rule.INVALID_RECORD: "compare",
    Rule.MOVED_SECTION: "rename",
    Rule.REMOVED_SECTION: "remove",
}
EXPLAINED = (Rule.STALE_SECTION, Rule.MOVED_SECTION, Rule.REMOVED_SECTION)
MEND = "mend"


@dataclass(frozen=True)
class Task:
    """One thing to do: the verb, the finding behind it, and how many words of the source it is about."""

    verb: str
    finding: Finding
    words: int = 0


@dataclass
class PageTasks:
    """What is to be done on one page, or in one data file (`section` empty), and the commands that go with it."""

    path: str
    source_path: str
    section: str
    enforced: bool
    tasks: list[Task] = field(default_factory=list)
    commands: list[str] = field(default_factory=list)

    @property
    def words(self) -> int:
        """The words owed."""
        return sum(task.words for task in self.tasks)


@dataclass
class Todo:
    """Everything to be done in a locale, most urgent first; `unsigned` counts pages that wait for a person's sign-off."""

    locale: str
    pages: list[PageTasks]
    unsigned: int = 0

    @property
    def words(self) -> int:
        """The words owed."""
        return sum(page.words for page in self.pages)

    @property
    def exit_code(self) -> int:
        """0 nothing to do, 1 something, 2 when a page cannot be read: what it owes is not known."""
        rules = {task.finding.rule for page in self.pages for task in page.tasks}
        return 2 if Rule.UNREADABLE_PAGE in rules else int(bool(rules))


def todo(corpus: Corpus, report: Report, locale: str) -> Todo:
    """The tasks of a locale, from a report on the whole site."""
    site = corpus.site
    by_path: dict[str, list[Finding]] = {}
    for finding in report.findings:
        if finding.locale == locale and finding.severity is not Severity.NOTICE:
            by_path.setdefault(finding.path, []).append(finding)
    keys = {site.shown(key, locale): key for key in site.keys}
    ordered = sorted(by_path, key=lambda path: _urgency(corpus, keys.get(path), by_path[path]))
    pages = [_page(corpus, path, keys.get(path), by_path[path], locale) for path in ordered]
    unsigned = sum(cell.unsigned for cell in report.coverage.cells.get(locale, {}).values())
    return Todo(locale, pages, unsigned)


def _urgency(corpus: Corpus, key: str | None, findings: list[Finding]) -> tuple[bool, int, bool, str]:
    """What is sorted by: lower is sooner. Errors in data files stand on every page and come before all pages."""
    if key is None:
        grave = any(finding.severity is Severity.ERROR for finding in findings)
        return not grave, -1 if grave else len(corpus.site.policy.sections), False, findings[0].path
    policy, source = corpus.site.policy.section_for(key), corpus.source(key)
    urgent = source is not None and source.front_matter.values.get("urgent") is True
    return not policy.enforce, policy.place, not urgent, key


def _page(corpus: Corpus, path: str, key: str | None, findings: list[Finding], locale: str) -> PageTasks:
    site = corpus.site
    if key is None:
        return PageTasks(path, "", "", False, [Task(MEND, finding) for finding in findings])
    policy, source = site.policy.section_for(key), corpus.source(key)
    words = {name: section.words for name, section in source.by_key.items()} if source else {}
    order = {name: place for place, name in enumerate((META, *words))}
    result = PageTasks(path, site.shown(key, site.source.code), policy.prefix, policy.enforce)
    for finding in sorted(findings, key=lambda f: (order.get(f.section, -1), f.rule not in OWED, f.line)):
        count = 0
        if finding.rule in OWED or finding.rule is Rule.UNREADABLE_PAGE:
            names = [finding.section] if finding.section else list(words)
            # Each section is owed once, also when it is both behind and not there.
            count = sum(words.pop(name) for name in names if name in words)
        result.tasks.append(Task(OWED.get(finding.rule, MEND), finding, count))
    page = corpus.page(key, locale)
    moved = compare(source, page).moved if source and page else {}
    result.commands = _commands(path, findings, {old: new for new, old in moved.items()})
    return result


def _commands(path: str, findings: list[Finding], moved: dict[str, str]) -> list[str]:
    """What to run: see what changed, record it, look at the rest. `moved` maps old names of sections to new ones."""
    owed = [finding for finding in findings if finding.rule in OWED]
    commands = []
    if any(finding.rule in EXPLAINED for finding in owed):
        commands.append(f"explain {path}")
    names: dict[str, None] = {}
    for finding in owed:
        if finding.rule is Rule.MOVED_SECTION:
            names[moved[finding.section]] = None
        names[finding.section] = None
    if "" in names:  # the page as a whole
        commands.append(f"stamp {path}")
    elif names:
        commands.append(f"stamp {' '.join(f'{path}#{name}' for name in names)}")
    if len(owed) < len(findings):
        commands.append(f"check {path}")
    return commands
