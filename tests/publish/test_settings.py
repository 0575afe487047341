"""Where address, contact and date come from, and what a release asks for."""

import subprocess
from pathlib import Path

import pytest

from environment.stop import Stop
from publish.settings import Kind, Settings, read_epoch, read_settings

URL, CONTACT = "https://example.org/", "team@example.org"


def write_config(tiny: Path, more: str) -> None:
    """mkdocs.yml without its own address and contact, and with `more`."""
    (tiny / "mkdocs.yml").write_text("site_name: Tiny\n" + more)


def test_a_preview_needs_nothing(tiny: Path) -> None:
    assert read_settings(tiny, Kind.PREVIEW, {}).site_url is None


def test_the_environment_is_asked_first(tiny: Path) -> None:
    write_config(tiny, "site_url: https://other.example/\nextra: {contact: other@example.org}\n")
    asked = read_settings(tiny, Kind.RELEASE, {"SITE_URL": URL, "CONTACT": CONTACT})
    assert (asked.site_url, asked.contact) == (URL, CONTACT)
    configured = read_settings(tiny, Kind.RELEASE, {})
    assert (configured.site_url, configured.contact) == ("https://other.example/", "other@example.org")


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        ({}, ["SITE_URL", "CONTACT"]),
        ({"SITE_URL": URL}, ["CONTACT"]),
        ({"CONTACT": CONTACT, "SITE_URL": ""}, ["SITE_URL"]),
    ],
)
def test_a_release_names_what_is_missing(tiny: Path, given: dict[str, str], missing: list[str]) -> None:
    with pytest.raises(Stop) as stopped:
        read_settings(tiny, Kind.RELEASE, given)
    assert [name for name in ("SITE_URL", "CONTACT") if name in str(stopped.value)] == missing


@pytest.mark.parametrize("url", ["example.org", "/path/", "ftp://example.org/", "https:///x", "http://[::1"])
def test_an_address_must_be_a_full_one(tiny: Path, url: str) -> None:
    with pytest.raises(Stop, match="SITE_URL"):
        read_settings(tiny, Kind.PREVIEW, {"SITE_URL": url})


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"site_name: Tiny\nnav: [\n  a.md\nplugins: x\n", r"mkdocs\.yml:4: this is not YAML"),
        (b"site_name: Tiny\n\tnav: x\n", r"mkdocs\.yml:2: this is not YAML"),
        (b"site_name: \xff\xfe\n", "UTF-8"),
        (b"site_name: a\x00b\n", r"mkdocs\.yml"),
        (b"- a\n- b\n", "holds no settings"),
    ],
)
def test_a_broken_configuration_is_told_with_its_line(tiny: Path, content: bytes, said: str) -> None:
    (tiny / "mkdocs.yml").write_bytes(content)
    with pytest.raises(Stop, match=said):
        read_settings(tiny, Kind.PREVIEW, {})


def test_no_configuration(tiny: Path) -> None:
    (tiny / "mkdocs.yml").unlink()
    with pytest.raises(Stop, match=r"mkdocs\.yml cannot be read"):
        read_settings(tiny, Kind.PREVIEW, {})


def commit(folder: Path, when: int) -> None:
    """A repository in `folder` whose last commit was made at `when`."""
    who = ["-c", "user.name=Test", "-c", "user.email=test@example.org"]
    for command in (["init", "-q"], ["add", "-A"], [*who, "commit", "-q", "-m", "One"]):
        dates = {"GIT_COMMITTER_DATE": f"{when} +0200", "PATH": "/usr/bin:/bin", "GIT_CONFIG_GLOBAL": "/dev/null"}
        subprocess.run(["git", "-C", folder, *command], check=True, env=dates)


def test_the_date_is_the_last_commits(tiny: Path) -> None:
    commit(tiny, 1_600_000_000)
    assert read_epoch(tiny, {}) == 1_600_000_000


def test_the_environments_date_goes_before(tiny: Path) -> None:
    commit(tiny, 1_600_000_000)
    assert read_epoch(tiny, {"SOURCE_DATE_EPOCH": "1234567890"}) == 1_234_567_890


def test_without_a_commit_the_date_is_open_and_that_is_said(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert read_epoch(tiny, {}) is None
    assert len(capsys.readouterr().out.splitlines()) == 1


def test_without_git_too(tiny: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("PATH", str(tiny))
    assert read_epoch(tiny, {}) is None
    assert len(capsys.readouterr().out.splitlines()) == 1


@pytest.mark.parametrize("epoch", ["yesterday", "-5", "1.5"])
def test_a_date_that_is_none(tiny: Path, epoch: str) -> None:
    with pytest.raises(Stop, match="SOURCE_DATE_EPOCH"):
        read_epoch(tiny, {"SOURCE_DATE_EPOCH": epoch})


def test_what_is_not_set_does_not_leak_in_from_outside() -> None:
    outside = {
        "SITE_URL": "https://other.example/",
        "SOURCE_DATE_EPOCH": "1",
        "AFTER_THE_BORDER_BUILD": "release",
        "HOME": "/h",
    }
    environment = Settings(Kind.PREVIEW, None, None, None).environment(outside)
    assert "SITE_URL" not in environment
    assert "SOURCE_DATE_EPOCH" not in environment
    assert (environment["AFTER_THE_BORDER_BUILD"], environment["HOME"]) == ("preview", "/h")
