"""Finding pdftotext, installing it, and stopping where there is none."""

from collections.abc import Callable
from pathlib import Path

import pytest

from environment import pdf_text
from environment.stop import Stop

Stub = Callable[[str, str], Path]


def test_what_is_there_is_taken(stub: Stub, monkeypatch: pytest.MonkeyPatch) -> None:
    program = stub("pdftotext", "exit 0")
    monkeypatch.setattr(pdf_text, "apt_install", lambda *_: pytest.fail("it was there already"))
    assert pdf_text.ensure_pdf_text() == str(program)


def test_what_is_missing_is_installed(stub: Stub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_text, "apt_prefix", lambda: ["sudo"])
    monkeypatch.setattr(
        pdf_text, "apt_install", lambda packages, prefix: stub("pdftotext", f"echo {packages} {prefix}")
    )
    assert pdf_text.ensure_pdf_text().endswith("/pdftotext")


def test_without_it_the_tests_stop(stub: Stub, monkeypatch: pytest.MonkeyPatch) -> None:
    stub("other", "exit 0")
    monkeypatch.setattr(pdf_text, "apt_prefix", lambda: None)
    with pytest.raises(Stop, match="install poppler-utils"):
        pdf_text.ensure_pdf_text()
