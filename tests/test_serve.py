"""The command ./scripts/serve, run as a person runs it, on a repository of one page."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

SOON = 60  # seconds


def run(repository: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """What ./scripts/serve did; it must end by itself."""
    command = [sys.executable, repository / "scripts" / "serve", *arguments]
    return subprocess.run(
        command, check=False, capture_output=True, text=True, timeout=SOON, env=os.environ | environment
    )


def refusal(result: subprocess.CompletedProcess[str]) -> str:
    """The one sentence of a command that could not work."""
    assert result.returncode == 2
    (line,) = result.stderr.splitlines()
    assert line.startswith("error: ")
    return line


class Serving:
    """A running ./scripts/serve, read line by line."""

    def __init__(self, repository: Path, *arguments: str) -> None:
        command = [sys.executable, repository / "scripts" / "serve", *arguments]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self.lines: list[str] = []
        self.url = self.wait_for(r"Serving (http://\S+)")

    def wait_for(self, pattern: str) -> str:
        """The first group of `pattern` (or all of it) in the first line from here on that has it."""
        assert self.process.stdout is not None
        # Killing it ends its output, so a line that never comes fails the test instead of holding it for ever.
        deadline = threading.Timer(SOON, self.process.kill)
        deadline.start()
        try:
            for line in self.process.stdout:
                self.lines.append(line)
                if found := re.search(pattern, line):
                    return found[found.re.groups]
        finally:
            deadline.cancel()
        raise AssertionError("ended without it: " + "".join(self.lines))

    def page(self) -> str:
        """The home page as it is served now."""
        with urllib.request.urlopen(self.url, timeout=10) as response:
            return response.read().decode()


@pytest.fixture
def serving(repository: Path) -> Iterator[Serving]:
    serving = Serving(repository)
    yield serving
    serving.process.kill()
    serving.process.wait()


def test_build_only_ends_with_a_site_and_needs_no_pip_the_second_time(repository: Path) -> None:
    began = time.monotonic()
    # No index is at this address: any call of pip would fail.
    result = run(repository, "--build-only", PIP_INDEX_URL="http://127.0.0.1:9/", PIP_NO_CACHE_DIR="1")
    assert result.returncode == 0, result.stderr
    assert "coverage: en lt" in result.stdout
    assert (repository / "site" / "lt" / "index.html").is_file()
    assert time.monotonic() - began < 20


def test_errors_in_the_sources_end_it_with_1(repository: Path) -> None:
    (repository / "verdict").write_text("1")
    result = run(repository)
    assert result.returncode == 1
    assert "coverage: en lt" in result.stdout
    assert not (repository / "site").exists()


def test_a_release_says_what_it_lacks(repository: Path) -> None:
    sentence = refusal(run(repository, "--build-only", "--release", SITE_URL="https://example.org/"))
    assert "CONTACT" in sentence
    assert "SITE_URL" not in sentence


def test_a_broken_configuration(repository: Path) -> None:
    (repository / "mkdocs.yml").write_text("site_name: [\n")
    assert "mkdocs.yml" in refusal(run(repository, "--build-only"))


@pytest.mark.parametrize("port", ["70000", "-1"])
def test_a_port_that_is_none(repository: Path, port: str) -> None:
    assert "--port" in refusal(run(repository, f"--port={port}"))


def test_a_named_port_that_is_taken(repository: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        assert "--port" in refusal(run(repository, "--port", str(taken.getsockname()[1])))
    assert not (repository / "site").exists()


def test_a_taken_port_leads_to_the_next_and_that_is_said(repository: Path) -> None:
    first = Serving(repository)
    try:
        taken = int(first.url.rsplit(":")[-1].strip("/"))
        second = Serving(repository)
        try:
            assert int(second.url.rsplit(":")[-1].strip("/")) > taken
            assert "is taken" in "".join(second.lines)
            assert "Hello" in second.page()
        finally:
            second.process.kill()
            second.process.wait()
    finally:
        first.process.kill()
        first.process.wait()


def test_a_saved_page_is_there_at_the_next_reload(repository: Path, serving: Serving) -> None:
    page = repository / "docs" / "en" / "index.md"
    page.write_text("# Good morning { #hello }\n")
    serving.wait_for("Built again")
    assert "Good morning" in serving.page()


def test_a_rebuild_that_fails_says_why_and_the_last_good_site_stays(repository: Path, serving: Serving) -> None:
    before = serving.page()
    page = repository / "docs" / "en" / "index.md"
    page.write_text("# Changed { #hello }\n\n[dead](nowhere.md)\n")
    serving.wait_for("nowhere.md")
    serving.wait_for("error: ")
    assert serving.page() == before
    (repository / "mkdocs.yml").write_text("site_name: [\n")
    serving.wait_for("error: .*not YAML")
    assert serving.page() == before
    shutil.copy(Path(__file__).parent / "publish" / "tiny" / "mkdocs.yml", repository)
    page.write_text("# Mended { #hello }\n")
    serving.wait_for("Built again")
    assert "Mended" in serving.page()


def test_errors_of_the_check_while_watching(repository: Path, serving: Serving) -> None:
    before = serving.page()
    (repository / "verdict").write_text("1")
    (repository / "docs" / "en" / "index.md").write_text("# Changed { #hello }\n")
    serving.wait_for("coverage: en lt")
    serving.wait_for("translation check found errors")
    assert serving.page() == before


def test_ctrl_c_ends_it_quietly(serving: Serving) -> None:
    serving.process.send_signal(signal.SIGINT)
    output, _ = serving.process.communicate(timeout=SOON)
    assert serving.process.returncode == 130
    assert "Traceback" not in output
