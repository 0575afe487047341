"""What a reviewer is shown: every record and sign-off that moved without a text to explain it, and nothing else."""

from __future__ import annotations

import pytest

from l10n.audit import Kind, Pair, audit_page
from l10n.digest import digests, page_digest
from l10n.git import GitError, Version
from l10n.word_diff import Change

SOURCE = "---\ntitle: Where to go\n---\n\n## Call { #call }\n\nCall us now.\n\n## Walk { #walk }\n\nWalk there.\n"
TYPO = SOURCE.replace("Call us now", "Call us today")
TEXT = "## Skambinti { #call }\n\nSkambinkite.\n\n## Eiti { #walk }\n\nEikite.\n"
CHANGED = TEXT.replace("Skambinkite", "Paskambinkite")


@pytest.fixture
def audit(page_of):
    """Audits a translation: each side is (source text, translated text, source text that it records)."""

    def pair(source, text, recorded, review=""):
        record = digests(page_of(recorded)) if isinstance(recorded, str) else recorded
        lines = "".join(f'  {key}: "{digest}"\n' for key, digest in record.items())
        front = "source:\n" + lines if record else ""
        return Pair(page_of(source), page_of(f"---\ntitle: Kur eiti\n{review}{front}---\n\n{text}", "lt"))

    def run(old, new, history=(SOURCE,)):
        versions = [Version("c", "2027-01-01", text.encode()) for text in history]
        return list(audit_page(pair(*old) if old else None, pair(*new), lambda: versions))

    run.pair = pair
    return run


def told(entries):
    return [(entry.kind, entry.section) for entry in entries]


BEFORE = (SOURCE, TEXT, SOURCE)


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        ((TYPO, TEXT, TYPO), [(Kind.STAMPED, "call")]),
        ((TYPO, CHANGED, TYPO), []),
        ((TYPO, TEXT, SOURCE), []),  # stale: what the checker says
        ((TYPO, CHANGED, SOURCE), [(Kind.UNSTAMPED, "call")]),
        ((SOURCE, CHANGED, SOURCE), [(Kind.REWORDED, "call")]),
        ((SOURCE, TEXT.replace("Eikite.", "<!-- x -->\nEikite."), SOURCE), []),
        ((SOURCE, TEXT.replace("Kur eiti", "Kur eiti"), SOURCE), []),
        # A new anchor for the same text moves no work.
        ((SOURCE.replace("#walk", "#go"), TEXT.replace("#walk", "#go"), SOURCE.replace("#walk", "#go")), []),
        # A new section, translated and recorded.
        ((SOURCE + "\n## New { #new }\n\nNew.\n", TEXT + "\n## Nauja { #new }\n\nNauja.\n", SOURCE + "\n## New { #new }\n\nNew.\n"), []),
        # The same, recorded without having been translated.
        ((SOURCE + "\n## New { #new }\n\nNew.\n", TEXT, SOURCE + "\n## New { #new }\n\nNew.\n"), [(Kind.STAMPED, "new")]),
        # A section that source and translation lost.
        ((SOURCE[: SOURCE.index("## Walk")], TEXT[: TEXT.index("## Eiti")], SOURCE[: SOURCE.index("## Walk")]), []),
    ],
)  # fmt: skip
def test_what_moved(new, expected, audit):
    assert told(audit(BEFORE, new)) == expected


def test_front_matter(audit):
    today = SOURCE.replace("Where to go", "Where you go")
    (entry,) = audit(BEFORE, (today, TEXT, today))
    assert (entry.kind, entry.section) == (Kind.STAMPED, "_meta")
    assert [part.label for part in entry.parts] == ["title"]


def test_what_changed_in_the_source_is_shown(audit):
    (entry,) = audit(BEFORE, (TYPO, TEXT, TYPO), history=[TYPO, SOURCE])
    changed = [(p.change, p.text) for part in entry.parts for p in part.pieces if p.change is not Change.SAME]
    assert changed == [(Change.REMOVED, "now"), (Change.ADDED, "today")]
    assert (entry.line, entry.message) == (9, "")


@pytest.mark.parametrize("history", [[], [TYPO]])
def test_without_that_history_the_digests_are_told(history, audit):
    (entry,) = audit(BEFORE, (TYPO, TEXT, TYPO), history)
    assert not entry.parts and "the history does not hold" in entry.message


def test_a_history_that_cannot_be_read_hides_nothing(audit):
    def broken():
        raise GitError("no")

    entries = audit_page(audit.pair(*BEFORE), audit.pair(TYPO, TEXT, TYPO), broken)
    assert told(entries) == [(Kind.STAMPED, "call")]


def test_a_first_record_without_a_change(audit):
    entries = audit((SOURCE, TEXT, {}), (SOURCE, TEXT, SOURCE))
    assert told(entries) == [(Kind.STAMPED, key) for key in ("_meta", "call", "walk")]
    assert {entry.message for entry in entries} == {"for the first time"}


def test_a_digest_written_by_hand(audit, page_of):
    record = digests(page_of(SOURCE)) | {"call": "00000000"}
    (entry,) = audit(BEFORE, (SOURCE, TEXT, record))
    assert entry.kind is Kind.STAMPED and "→ 00000000" in entry.message


def test_a_new_page_is_held_to_its_sign_offs_alone(audit):
    assert audit(None, (SOURCE, TEXT, SOURCE)) == []
    review = 'review:\n  language: {by: A, on: 2027-01-01, text: "12345678"}\n'
    (entry,) = audit(None, (SOURCE, TEXT, SOURCE, review))
    assert entry.kind is Kind.SIGNED and "by A: for the text 12345678, but the page has " in entry.message
    assert entry.line == 4


def test_sign_offs(audit):
    plain = audit.pair(*BEFORE).page
    signed = f'review:\n  language: {{by: A, on: 2027-01-01, text: "{page_digest(plain)}"}}\n'
    forged = signed.replace("by: A", "by: B").replace(page_digest(plain), "00000000")
    with_signature = (SOURCE, TEXT, SOURCE, signed)
    assert audit(BEFORE, with_signature) == []
    assert audit(with_signature, BEFORE) == []  # taken back: the page is a draft again
    assert told(audit(with_signature, (SOURCE, TEXT, SOURCE, forged))) == [(Kind.SIGNED, "_meta")]
    # Outdated by an edit, and not touched: the checker says so.
    assert told(audit(with_signature, (SOURCE, CHANGED, SOURCE, signed))) == [(Kind.REWORDED, "call")]
    assert audit(with_signature, (SOURCE, TEXT, SOURCE, "review: soon\n")) == []  # the checker calls it invalid
    # Renewed by name alone.
    renamed = signed.replace("by: A", "by: B")
    assert audit(with_signature, (SOURCE, TEXT, SOURCE, renamed)) == []


def test_a_page_of_the_source(audit, page_of):
    page = page_of('---\ntitle: One\nreview:\n  clinical: {by: A, on: 2027-01-01, text: "12345678"}\n---\n\nText.\n')
    old = page_of("---\ntitle: One\n---\n\nText.\n")
    (entry,) = audit_page(Pair(old, old), Pair(page, page), list)
    assert entry.kind is Kind.SIGNED
