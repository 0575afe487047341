"""`reading`: a row a page with gates, figures with their limits."""

from __future__ import annotations

from l10n.cli import main


def test_rows(copy_site, capsys):
    assert main(["reading", "--config", str(copy_site("too-hard-to-read"))]) == 0
    heading, *rows = capsys.readouterr().out.splitlines()
    assert heading.split("  ")[0] == "page"
    assert [row.split("  ")[0] for row in rows] == [f"docs/{code}/leaflets/page.md" for code in ("en", "lt", "ar")]
    assert rows[0].split()[1:] == ["3", "7.0", "(5/6)", "8", "(8)", "7", "(40/45)"]


def test_pages_named(copy_site, capsys):
    config = copy_site("too-hard-to-read")
    assert main(["reading", "--config", str(config), str(config.parent / "docs/lt")]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 2


def test_a_site_without_gates_is_told(copy_site, capsys):
    assert main(["reading", "--config", str(copy_site("clean"))]) == 2
    assert "no section has gates" in capsys.readouterr().err
