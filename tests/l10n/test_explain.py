"""What a translator is told about each section that is behind its source."""

from __future__ import annotations

import pytest

from l10n.digest import digests
from l10n.explain import State, explain_page
from l10n.git import GitError, Version
from l10n.word_diff import Change, lines

OLD = """---
title: Where to go
description: Where help is
---

Before.

## Call { #call }

Call when you cannot wait.

Ask for help.

## Walk { #walk }

Walk to the door and ask for the person who knows.
"""
TRANSLATED = """## Skambinti { #call }

Skambinkite.

## Eiti { #walk }

Eikite.
"""


@pytest.fixture
def explain(page_of):
    """Explains a translation of OLD against today's source; `history` are the texts of its versions, newest first."""

    def run(today, *history, body=TRANSLATED, record=None, before=OLD):
        recorded = digests(page_of(before)) if record is None else record
        front = "".join(f'  {key}: "{digest}"\n' for key, digest in recorded.items())
        page = page_of(f"---\ntitle: Kur eiti\nsource:\n{front}---\n\nPrieš.\n\n{body}", "lt")
        versions = [Version(f"c{at}", "2027-01-01", text.encode()) for at, text in enumerate(history)]
        return explain_page(page_of(today), page, lambda: versions)

    return run


def diff(section):
    marks = {Change.SAME: "{}", Change.REMOVED: "[-{}-]", Change.ADDED: "{{+{}+}}"}
    return [
        "".join(marks[piece.change].format(piece.text) for piece in line)
        for part in section.parts
        for line in lines(part.pieces)
    ]


def test_a_stale_section(explain):
    today = OLD.replace("cannot wait", "must not wait")
    (section,) = explain(today, today, OLD).sections
    assert (section.state, section.key, section.heading) == (State.STALE, "call", "Call")
    assert (section.source_line, section.line) == (8, 12)
    assert diff(section) == ["Call", "Call when you [-cannot-]{+must not+} wait.", "Ask for help."]
    assert (section.words, section.of) == (2, 10)
    assert section.old.commit == "c1"


def test_the_newest_version_with_that_text_counts(explain):
    today = OLD.replace("cannot wait", "must not wait")
    between = OLD.replace("the door", "the gate")
    (section,) = explain(today, between, OLD, OLD).sections
    assert section.old.commit == "c0"


def test_versions_are_read_only_as_far_as_needed(page_of):
    read = []

    def versions():
        for text in (OLD, "## Never { #never }\n"):
            read.append(text)
            yield Version("c", "2027-01-01", text.encode())

    today = page_of(OLD.replace("cannot", "must not"))
    record = "".join(f'  {key}: "{digest}"\n' for key, digest in digests(page_of(OLD)).items())
    explain_page(today, page_of(f"---\nsource:\n{record}---\n{TRANSLATED}", "lt"), versions)
    assert read == [OLD]
    read.clear()
    explain_page(page_of(OLD), page_of(f"---\nsource:\n{record}---\n{TRANSLATED}", "lt"), versions)
    assert read == []


def test_each_key_of_the_front_matter(explain):
    today = OLD.replace("title: Where to go", "title: Where you can go").replace("description: Where help is\n", "")
    (section,) = explain(today, OLD).sections
    assert (section.key, section.source_line, section.line) == ("_meta", 2, 2)
    assert [part.label for part in section.parts] == ["description", "title"]
    assert diff(section) == ["[-Where help is-]", "Where [-to-]{+you can+} go"]


def test_a_moved_section(explain):
    today = OLD.replace("#walk", "#ways")
    (section,) = explain(today).sections
    assert (section.state, section.key, section.became) == (State.MOVED, "walk", "ways")
    assert (section.source_line, section.line, section.keys) == (14, 16, ("ways", "walk"))


def test_a_removed_section_with_the_text_it_had(explain):
    today = OLD[: OLD.index("## Walk")]
    (section,) = explain(today, OLD).sections
    assert (section.state, section.key, section.heading, section.line) == (State.REMOVED, "walk", "Walk", 16)
    assert diff(section) == ["[-Walk-]", "[-Walk to the door and ask for the person who knows.-]"]


def test_a_section_renamed_and_changed_at_once(explain):
    today = OLD.replace("#walk", "#ways").replace("the door", "the gate")
    (section,) = explain(today, OLD).sections
    assert (section.state, section.key, section.became) == (State.REMOVED, "walk", "ways")
    assert diff(section)[1] == "Walk to the [-door-]{+gate+} and ask for the person who knows."
    assert section.keys == ("ways", "walk")


def test_a_section_replaced_by_another_is_not_called_renamed(explain):
    today = OLD[: OLD.index("## Walk")] + "## Sleep { #sleep }\n\nSleep when night has come.\n"
    assert [(s.state, s.key, s.became) for s in explain(today, OLD).sections] == [
        (State.NEW, "sleep", ""),
        (State.REMOVED, "walk", ""),
    ]


def test_new_and_unrecorded_sections(explain, page_of):
    recorded = digests(page_of(OLD))
    del recorded["walk"]
    today = OLD + "\n## Sleep { #sleep }\n\nSleep well.\n"
    found = explain(today, record=recorded).sections
    assert [(s.state, s.key, s.of) for s in found] == [(State.UNRECORDED, "walk", 12), (State.NEW, "sleep", 3)]


def test_a_page_that_records_nothing(explain):
    page = explain(OLD, record={})
    assert not page.recorded
    assert {section.state for section in page.sections} == {State.UNRECORDED}


@pytest.mark.parametrize(
    "history", [[], ["## Other { #call }\n\nOther.\n"], [b"\xff\xfe broken", "---\ntitle: [\n---\n"]]
)
def test_without_the_old_text_todays_is_shown(history, page_of):
    today = OLD.replace("cannot", "must not")
    record = "".join(f'  {key}: "{digest}"\n' for key, digest in digests(page_of(OLD)).items())
    versions = [Version("c", "2027-01-01", t if isinstance(t, bytes) else t.encode()) for t in history]
    found = explain_page(page_of(today), page_of(f"---\nsource:\n{record}---\n{TRANSLATED}", "lt"), lambda: versions)
    (section,) = found.sections
    assert section.old is None and found.reason == ""
    assert diff(section) == ["Call", "Call when you must not wait.", "Ask for help."]


def test_why_there_is_no_history_is_kept(page_of):
    def versions():
        yield Version("c", "2027-01-01", OLD.replace("the door", "a door").encode())
        raise GitError("the clone is shallow")

    record = "".join(f'  {key}: "{digest}"\n' for key, digest in digests(page_of(OLD)).items())
    today = page_of(OLD.replace("the door", "the gate").replace("cannot", "must not"))
    found = explain_page(today, page_of(f"---\nsource:\n{record}---\n{TRANSLATED}", "lt"), versions)
    assert found.reason == "the clone is shallow"
    assert [(s.key, s.old is not None) for s in found.sections] == [("call", True), ("walk", False)]


def test_text_that_the_digest_does_not_see_is_not_looked_for(explain):
    assert explain(OLD.replace("Before.", "Before.\n\n<!-- note -->")).sections == []
