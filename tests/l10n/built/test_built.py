"""A good site has no findings; what is no built site, every format, and the policy."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from l10n.cli import main
from l10n.commands.check import FORMATS
from l10n.rules import RULES, Family

from .conftest import HOST, Site, document


@pytest.mark.parametrize("layout", ["folder", "suffix"])
@pytest.mark.parametrize("directories", [True, False])
@pytest.mark.parametrize("policy", [True, False])
def test_a_good_site(tmp_path: Path, found: Callable, layout: str, directories: bool, policy: bool) -> None:
    site = Site(tmp_path, layout, directories)
    site.configure(policy=policy)
    assert found(site) == []


def test_every_rule_is_found_here() -> None:
    told = "".join(file.read_text(encoding="utf-8") for file in Path(__file__).parent.glob("test_*.py"))
    assert [
        name for name, rule in RULES.items() if rule.value.family is Family.BUILT_SITE and f" {name} " not in told
    ] == []


def test_what_is_no_fault(site: Site, found: Callable) -> None:
    site.help(
        head='<link rel="stylesheet" href="../main.css"><link rel="alternate" hreflang="lt" href="../lt/help/">',
        body=f'<a href="{HOST}/x">out</a> <a href="mailto:a@b.example">mail</a> <a href="tel:112">112</a> <a href="">self</a>'
        '<a href="../#text">up</a> <a href="#top">top</a> <a href="?q=1">same</a> <a href="../index.html#text">home</a>'
        '<a name="old"></a><a href="#old">old</a> <a href="../api/#/pets">api</a> <a href="../lt/naujas%20puslapis/">new</a>'
        '<img src="data:image/gif;base64,x" alt=""> <img src="../a.svg" srcset="../a.svg 2x" alt="">',
    )
    site.page("api/index.html", "en", document())
    site.page("naujas puslapis/index.html", "lt", document("lt", body='<a href="../help/">x</a>'))
    (site.folder / "main.css").write_text('@import "other.css"; a{background:url(data:image/svg+xml,x)}')
    assert found(site) == []


def test_pages_that_are_no_pages_of_a_language(site: Site, found: Callable) -> None:
    site.page(
        "old/index.html", "lt", '<html lang="en"><meta http-equiv="Refresh" content="0; url=../help/"><body>x</body>'
    )
    site.page("google1.html", "en", "google-site-verification: google1.html")
    site.page("404.html", "en", document("ar"))
    assert found(site) == []


@pytest.mark.parametrize(("inside", "told"), [(None, "there is no such folder"), ("a.txt", "holds no HTML file")])
def test_no_built_site(
    site: Site, tmp_path: Path, capsys: pytest.CaptureFixture, inside: str | None, told: str
) -> None:
    other = tmp_path / "other"
    if inside:
        other.mkdir()
        (other / inside).write_text("x")
    assert main(["--config", str(site.config), "--site", str(other)]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert f"{other}: {told}" in err


def test_watch_looks_at_no_built_site(site: Site, capsys: pytest.CaptureFixture) -> None:
    page = str(site.root / "docs" / "lt" / "help.md")
    assert main(["--config", str(site.config), "--watch", "--site", str(site.folder), page]) == 2
    assert "leave --site out" in capsys.readouterr().err


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_tells_it(site: Site, capsys: pytest.CaptureFixture, format: str) -> None:
    site.help(body='<a href="nowhere/">x</a>', locale="ar")
    code = main(["--config", str(site.config), "--no-cache", "--format", format, "--site", str(site.folder)])
    out = capsys.readouterr().out
    assert code == 1
    assert "built-link-broken" in out
    assert "ar/help/index.html" in out


def test_the_exit_code_of_what_cannot_be_read(site: Site) -> None:
    site.page("index.html", "lt", "")
    assert main(["--config", str(site.config), "--no-cache", "--site", str(site.folder)]) == 2


@pytest.mark.parametrize(
    ("built", "told"),
    [
        ("light_bytes: many", "extra.l10n.built.light_bytes: is 'many'; write a number of bytes such as 10000."),
        ("class_bytes: {pair: 0}", "extra.l10n.built.class_bytes.pair: is 0; write a number of bytes such as 18000."),
        ("hosts: x", "extra.l10n.built.hosts: is 'x'"),
        (
            "emergency: 112",
            "extra.l10n.built.emergency: is 112; write a link such as tel:112, or the id of an entry of contacts.",
        ),
        ("emergency: help", "extra.l10n.built.emergency: is 'help', and no contacts are named; write a link such as"),
        ("weight: 1", "extra.l10n.built: unknown key 'weight'"),
    ],
)
def test_a_policy_that_cannot_be_used(site: Site, capsys: pytest.CaptureFixture, built: str, told: str) -> None:
    site.configure(built=built)
    assert main(["--config", str(site.config)]) == 2
    assert told in capsys.readouterr().err


@pytest.mark.real_site
def test_the_site_of_this_repository(root: Path, site_dir: Path, capsys: pytest.CaptureFixture) -> None:
    main(["--config", str(root / "mkdocs.yml"), "--format", "json", "--site", str(site_dir)])
    found = json.loads(capsys.readouterr().out)["findings"]
    assert [finding for finding in found if finding["rule"].startswith("built-")] == []
