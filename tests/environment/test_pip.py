"""Real pip, made to fail: what a person hears instead of its output."""

import hashlib
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from environment import pip
from environment.stop import Stop


@pytest.fixture
def wheel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package of our own, atb-trial 1.0, in the only place where pip looks for packages."""
    shelf = tmp_path / "shelf"
    shelf.mkdir()
    file = shelf / "atb_trial-1.0-py3-none-any.whl"
    info = "atb_trial-1.0.dist-info"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("atb_trial.py", "")
        archive.writestr(f"{info}/METADATA", "Metadata-Version: 2.1\nName: atb-trial\nVersion: 1.0\n")
        archive.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        archive.writestr(f"{info}/RECORD", f"atb_trial.py,,\n{info}/METADATA,,\n{info}/WHEEL,,\n{info}/RECORD,,\n")
    monkeypatch.setenv("PIP_CONFIG_FILE", "/dev/null")
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(shelf))
    return file


def write_lock(root: Path, digest: str) -> None:
    (root / "requirements.txt").write_text(f"atb-trial==1.0 --hash=sha256:{digest}\n")


def test_a_locked_package_is_installed(tmp_path: Path, wheel: Path) -> None:
    write_lock(tmp_path, hashlib.sha256(wheel.read_bytes()).hexdigest())
    subprocess.run([sys.executable, "-m", "venv", tmp_path / "venv"], check=True)
    python = tmp_path / "venv" / "bin" / "python"
    pip.install(python, tmp_path, "requirements.txt")
    subprocess.run([python, "-c", "import atb_trial"], check=True)


def test_another_file_under_the_same_version_is_refused(tmp_path: Path, wheel: Path) -> None:
    write_lock(tmp_path, "0" * 64)
    with pytest.raises(Stop, match=r"not the one recorded in requirements.txt \(atb-trial==1.0"):
        pip.install(Path(sys.executable), tmp_path, "requirements.txt")


def test_a_package_without_a_hash_is_refused(tmp_path: Path, wheel: Path) -> None:
    (tmp_path / "requirements.txt").write_text("atb-trial==1.0\n")
    with pytest.raises(Stop, match="Hashes are required"):
        pip.install(Path(sys.executable), tmp_path, "requirements.txt")


def test_without_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_lock(tmp_path, "0" * 64)
    monkeypatch.setenv("PIP_CONFIG_FILE", "/dev/null")
    monkeypatch.delenv("PIP_FIND_LINKS", raising=False)
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/simple")
    monkeypatch.setenv("PIP_RETRIES", "0")
    with pytest.raises(Stop, match="connect to the network"):
        pip.install(Path(sys.executable), tmp_path, "requirements.txt")


def test_a_certificate_that_is_not_trusted(tmp_path: Path, stub: Callable[[str, str], Path]) -> None:
    # As pip 23.0 says it; the line about versions follows it, and must not hide it.
    said = "WARNING: SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate has expired'))"
    python = stub(
        "python", f'echo "{said}" >&2; echo "ERROR: No matching distribution (from versions: none)" >&2; exit 1'
    )
    with pytest.raises(Stop, match="PIP_CERT"):
        pip.install(python, tmp_path, "requirements.txt")


def test_any_other_failure_passes_on_pips_reason(tmp_path: Path, stub: Callable[[str, str], Path]) -> None:
    python = stub("python", "echo 'ERROR: Could not install packages due to an OSError: No space left.' >&2; exit 1")
    with pytest.raises(Stop, match="No space left"):
        pip.install(python, tmp_path, "requirements.txt")


def test_a_failure_without_a_word_is_still_a_failure(tmp_path: Path, stub: Callable[[str, str], Path]) -> None:
    with pytest.raises(Stop, match="no reason"):
        pip.install(stub("python", "exit 1"), tmp_path, "requirements.txt")
