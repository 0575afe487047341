"""A YAML file of the site's data with the line of every value: texts to check, and lists of terms to check by.

Words stay words: dates, `on`, `yes` and `no` are text; only `true`, `false`, whole numbers and null are not. Aliases are
refused (a few lines of them can fill the memory).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from .errors import UserError
from .plain_file import read_plain
from .yaml_depth import nested_too_deeply

Step = str | int
Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
PLAIN = {"": None, "~": None, "null": None, "true": True, "false": False}
NUMBER = re.compile(r"-?(?:0|[1-9]\d*)")


class DataError(UserError):
    """A data file that cannot be used: a sentence with file and line; `line` and `problem` for a finding."""

    def __init__(self, path: Path, line: int, problem: str):
        super().__init__(f"{path}:{line}: {problem}")
        self.path = path
        self.line = line
        self.problem = problem


@dataclass(frozen=True)
class DataFile:
    """What a file holds; `lines` gives the 1-based line of each value by its path of keys and indexes."""

    path: Path
    text: str
    value: Any
    lines: dict[tuple[Step, ...], int]

    def line(self, *steps: Step) -> int:
        """The line of a value, or of the nearest above it that exists."""
        while steps not in self.lines and steps:
            steps = steps[:-1]
        return self.lines.get(steps, 1)

    def error(self, problem: str, *steps: Step) -> DataError:
        """The error of a value, with file and line, for the caller to raise."""
        return DataError(self.path, self.line(*steps), problem)


def read_data(path: Path) -> DataFile:
    """The values and lines of a YAML file. Raises DataError, with file and line, when it cannot be read."""
    try:
        text = read_plain(path).decode("utf-8-sig")
        if nested_too_deeply(text):
            raise DataError(path, 1, "It is nested too deeply; keep it flat.")
        lines: dict[tuple[Step, ...], int] = {}
        node = yaml.compose(text, Loader)
        return DataFile(path, text, None if node is None else _Reader(path, lines).value(node, ()), lines)
    except OSError as error:
        raise DataError(path, 1, f"It cannot be read ({error.strerror}); correct the path that names it.") from None
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise DataError(path, line, "It is not UTF-8; save it again as UTF-8.") from None
    except (yaml.YAMLError, RecursionError) as error:
        mark, position = getattr(error, "problem_mark", None), getattr(error, "position", None)
        line = mark.line + 1 if mark else 1 if position is None else text.count("\n", 0, position) + 1
        problem = getattr(error, "problem", None) or "not valid YAML"
        raise DataError(path, line, f"It is broken: {problem}; correct the YAML.") from None


class _Reader:
    def __init__(self, path: Path, lines: dict[tuple[Step, ...], int]):
        self.path = path
        self.lines = lines
        self.seen: set[int] = set()

    def value(self, node: yaml.Node, at: tuple[Step, ...]) -> Any:
        self.lines[at] = node.start_mark.line + 1
        if isinstance(node, yaml.ScalarNode):
            if not node.style and node.value in PLAIN:
                return PLAIN[node.value]
            return int(node.value) if not node.style and NUMBER.fullmatch(node.value) else node.value
        if id(node) in self.seen:
            raise self._error(node, "an alias; write the value out")
        self.seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*at, index)) for index, item in enumerate(node.value)]
        values: dict[str, Any] = {}
        for key, item in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise self._error(key, "a key that is no word; write key: value")
            if key.value in values:
                raise self._error(key, f"the key {key.value} for the second time; take one of them away")
            values[key.value] = self.value(item, (*at, key.value))
        return values

    def _error(self, node: yaml.Node, problem: str) -> DataError:
        return DataError(self.path, node.start_mark.line + 1, f"Here stands {problem}.")
