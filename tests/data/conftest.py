"""A data folder with one broken file in it: the schemas and everything else are the repository's own."""

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

BROKEN = Path(__file__).parent / "broken"
# Where the loaders expect the file of each kind. Broken words stand as the Lithuanian ones.
TARGET = {
    "services": "services.yml",
    "say": "say.yml",
    "sources": "sources.yml",
    "strings": "strings/lt.yml",
    "survey": "survey-2017.yml",
    "cases": "cases.yml",
    "notes": "notes.yml",
    "forms": "forms/survey.yml",
}


@dataclass(frozen=True)
class Broken:
    """`data_dir` holds the broken file at `path`; its message must name `line` and hold each of `parts`."""

    data_dir: Path
    path: Path
    line: int
    parts: list[str]

    def check(self, message: str) -> None:
        """Fails unless `message` is one line that starts with file and line and says what is expected."""
        assert message.startswith(f"{self.path}:{self.line}: "), f"expected line {self.line}: {message}"
        assert "\n" not in message
        assert message.endswith("."), message
        for part in self.parts:
            assert part in message


@pytest.fixture
def data_dir(tmp_path: Path, root: Path) -> Path:
    """A copy of docs/data that a test may break."""
    return Path(shutil.copytree(root / "docs" / "data", tmp_path / "data"))


@pytest.fixture
def put(data_dir: Path) -> Callable[[str], Broken]:
    """Lay broken/<kind>/<defect>.yml into the data folder.

    Its comments say what to expect: `# expect: words of the message` (any number) and `# here` on the line to be named.
    """

    def place(document: str) -> Broken:
        kind = document.partition("/")[0]
        text = (BROKEN / document).read_text(encoding="utf-8")
        path = data_dir / TARGET[kind]
        if kind == "strings":
            shutil.copy(BROKEN / "strings-source.yml", data_dir / "strings" / "en.yml")
        path.write_text(text, encoding="utf-8")
        line = next(number for number, line in enumerate(text.splitlines(), 1) if line.endswith("# here"))
        return Broken(data_dir, path, line, re.findall(r"^# expect: (.+)$", text, re.MULTILINE))

    return place


def documents(kind: str) -> list[str]:
    """Every broken document of a kind, as `put` takes it."""
    return sorted(f"{kind}/{path.name}" for path in (BROKEN / kind).glob("*.yml"))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that asks for `services_document` (…) runs once for every document of that kind."""
    for kind in TARGET:
        if f"{kind}_document" in metafunc.fixturenames:
            metafunc.parametrize(f"{kind}_document", documents(kind))
