"""Giving up: one line on standard error and the right exit code."""

import pytest

from environment.stop import Exit, Stop, run_command


def test_a_result_passes_through(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(lambda: 0) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("code", [Exit.FINDINGS, Exit.SURROUNDINGS])
def test_a_stop_is_one_line(capsys: pytest.CaptureFixture[str], code: Exit) -> None:
    def main() -> int:
        raise Stop("The sky fell: prop it up.", code)

    assert run_command(main) == code
    assert capsys.readouterr().err == "error: The sky fell: prop it up.\n"


def test_interrupting_is_no_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    def main() -> int:
        raise KeyboardInterrupt

    assert run_command(main) == 130
    assert len(capsys.readouterr().err.splitlines()) == 1
