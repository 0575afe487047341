"""The build as a whole: what it makes, what it leaves alone when it fails, and that it makes the same twice."""

import errno
import hashlib
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from environment.stop import Stop
from publish import build as module
from publish.build import build
from publish.settings import Kind


def contents(folder: Path) -> dict[str, str]:
    """The digest of every file under `folder`, by its path there; what Python keeps beside a hook is none of it."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc")
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.fixture(autouse=True)
def anything_goes(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Only this repository's own site can pass `verify`; for the tiny one it finds nothing unless a test says so."""
    if "real_site" not in request.keywords:
        monkeypatch.setattr(module, "verify", lambda site, site_url: [])


@pytest.fixture(scope="module")
def former(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny repository, built once for all tests here."""
    copy = shutil.copytree(root / "tests" / "publish" / "tiny", tmp_path_factory.mktemp("former") / "tiny")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "verify", lambda site, site_url: [])
        build(copy)
    return copy


@pytest.fixture
def built(tiny: Path, former: Path) -> Path:
    """The tiny repository with a site of a former build, in which a file tells it from a new one."""
    shutil.copytree(former, tiny, dirs_exist_ok=True)
    (tiny / "site" / "former").write_text("former")
    return tiny


def test_a_build_replaces_the_site_as_a_whole(built: Path) -> None:
    before = contents(built)
    (built / "docs" / "en" / "more.md").write_text("# More { #more }\n")
    assert build(built) == built / "site"
    after = contents(built)
    assert "site/former" not in after
    assert "site/more/index.html" in after
    assert {name for name in before if not name.startswith("site/")} == {
        name for name in after if not name.startswith(("site/", "docs/en/more"))
    }


def test_others_may_read_the_site(built: Path) -> None:
    assert (built / "site").stat().st_mode & 0o055 == 0o055


def write_dead_link(root: Path) -> None:
    (root / "docs" / "en" / "index.md").write_text("# Hello { #hello }\n\n[dead](nowhere.md)\n")


def write_broken_configuration(root: Path) -> None:
    (root / "mkdocs.yml").write_text("site_name: [\n")


def write_unknown_plugin(root: Path) -> None:
    (root / "mkdocs.yml").write_text("site_name: Tiny\nplugins: [nobody-knows-this]\n")


def write_failing_hook(root: Path) -> None:
    (root / "hook.py").write_text("def on_post_build(config): raise RuntimeError('the hook fell')\n")
    with (root / "mkdocs.yml").open("a") as config:
        config.write("hooks: [hook.py]\n")


def find_errors(root: Path) -> None:
    (root / "verdict").write_text("1")


def crash_while_checking(root: Path) -> None:
    (root / "verdict").write_text("139")


def lose_the_checker(root: Path) -> None:
    (root / "scripts" / "check_translations.py").unlink()


FAILURES = {
    write_dead_link: 1,
    write_broken_configuration: 2,
    write_unknown_plugin: 2,
    write_failing_hook: 2,
    find_errors: 1,
    crash_while_checking: 2,
    lose_the_checker: 2,
}


@pytest.mark.parametrize(("spoil", "code"), FAILURES.items())
def test_a_failure_leaves_the_site_as_it_was(built: Path, spoil: Callable[[Path], None], code: int) -> None:
    spoil(built)
    before = contents(built)
    with pytest.raises(Stop) as stopped:
        build(built)
    assert stopped.value.code == code
    assert contents(built) == before


def test_a_failure_of_the_first_build_leaves_no_site(tiny: Path) -> None:
    write_dead_link(tiny)
    with pytest.raises(Stop):
        build(tiny)
    assert not [path.name for path in tiny.iterdir() if "site" in path.name and path.is_dir()]


def test_mkdocs_warnings_are_shown(tiny: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write_dead_link(tiny)
    with pytest.raises(Stop):
        build(tiny)
    printed = capfd.readouterr().out
    assert "nowhere.md" in printed
    assert "INFO" not in printed


def test_the_report_of_the_check_is_shown_unless_quiet_and_well(tiny: Path, capfd: pytest.CaptureFixture[str]) -> None:
    build(tiny)
    assert "coverage: en lt" in capfd.readouterr().out
    build(tiny, quiet=True)
    assert "coverage" not in capfd.readouterr().out
    find_errors(tiny)
    with pytest.raises(Stop):
        build(tiny, quiet=True)
    assert "coverage: en lt" in capfd.readouterr().out


def test_what_verify_finds_stops_the_swap(
    built: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def verify(site: Path, site_url: str | None) -> list[str]:
        assert (site / "lt" / "index.html").is_file()
        return [f"{site_url}: the sky fell"]

    monkeypatch.setattr(module, "verify", verify)
    monkeypatch.setenv("SITE_URL", "https://example.org/")
    before = contents(built)
    with pytest.raises(Stop, match="1 problem"):
        build(built)
    assert "https://example.org/: the sky fell" in capsys.readouterr().out
    assert contents(built) == before


def test_a_site_that_cannot_be_replaced_stays(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, rename = contents(built), Path.rename

    def refuse_the_new(self: Path, target: Path) -> Path:
        if self.name == ".site.new":
            raise OSError(errno.EACCES, os.strerror(errno.EACCES), str(target))
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refuse_the_new)
    with pytest.raises(Stop, match=r"site: Permission denied"):
        build(built)
    assert contents(built) == before


def test_a_build_that_was_killed_is_tidied_up(built: Path) -> None:
    # Killed between the two steps of the swap: the site is moved away and the new one not yet there.
    (built / "site").rename(built / ".site.old")
    (built / ".site.new").mkdir()
    (built / "verdict").write_text("0")
    write_dead_link(built)
    with pytest.raises(Stop):
        build(built)
    assert (built / "site" / "former").is_file()
    assert not (built / ".site.new").exists()
    assert not (built / ".site.old").exists()


def test_the_kind_of_build_reaches_the_pages(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    overrides = tiny / "overrides"
    overrides.mkdir()
    (overrides / "main.html").write_text("{{ config.extra.build }} {{ config.site_url }} {{ config.extra.contact }}")
    config = tiny / "mkdocs.yml"
    config.write_text(config.read_text().replace("font: false", "font: false, custom_dir: overrides"))
    assert (build(tiny) / "index.html").read_text().split() == ["preview"]
    monkeypatch.setenv("SITE_URL", "https://example.org/")
    monkeypatch.setenv("CONTACT", "team@example.org")
    built = (build(tiny, Kind.RELEASE) / "index.html").read_text().split()
    assert built == ["release", "https://example.org/", "team@example.org"]


def build_elsewhere(
    sources: Path, target: Path, monkeypatch: pytest.MonkeyPatch, zone: str, kind: Kind = Kind.PREVIEW
) -> dict[str, str]:
    """The built site of a copy of `sources`, made in another time zone: new file dates, another folder."""
    ignored = shutil.ignore_patterns(".git", ".venv*", ".site*", "site", "node_modules", "__pycache__", ".*_cache")
    shutil.copytree(sources, target, copy_function=shutil.copyfile, ignore=ignored)
    monkeypatch.setenv("TZ", zone)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    return contents(build(target, kind, quiet=True))


def test_two_builds_are_the_same_to_the_byte(tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = build_elsewhere(tiny, tmp_path / "first", monkeypatch, "Pacific/Auckland")
    assert first
    assert build_elsewhere(tiny, tmp_path / "second", monkeypatch, "Pacific/Honolulu") == first


@pytest.mark.real_site
def test_two_builds_of_this_site_are_the_same_to_the_byte(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = build_elsewhere(root, tmp_path / "first", monkeypatch, "Pacific/Auckland")
    assert first
    assert build_elsewhere(root, tmp_path / "second", monkeypatch, "Pacific/Honolulu") == first


@pytest.mark.real_site
def test_a_release_of_this_site_can_be_built(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is withheld is linked from pages that are not: nobody would see that before the day of the release."""
    monkeypatch.setenv("SITE_URL", "https://example.org/")
    monkeypatch.setenv("CONTACT", "team@example.org")
    built = build_elsewhere(root, tmp_path / "release", monkeypatch, "Europe/Vilnius", Kind.RELEASE)
    assert "files/poster.pdf" in built and "sitemap.xml" in built
