"""The navigation names no page that is not there."""

from mkdocs.structure.nav import Link, Section

from hooks.navigation import without_missing


def test_pages_that_are_not_there_leave_no_entry_and_no_empty_part() -> None:
    gone = Section("Gone", [Link(None, "guide/gone.md"), Section("Inner", [Link(None, "guide/too.md")])])
    kept = Link("Elsewhere", "https://example.org/page.md")
    half = Section("Half", [Link(None, "guide/other.md"), kept])
    assert without_missing([gone, half]) == [half]
    assert half.children == [kept]
