"""One YAML file and its JSON Schema -> plain data, or one sentence that names file, line and cure."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match


class DataError(Exception):
    """A data file cannot be used. The message is one sentence for the person who edits the file."""


def load_data(path: Path, schema_path: Path) -> Any:
    """The content of the YAML file `path`, valid against the JSON Schema (draft 2020-12, in YAML) at `schema_path`.

    Raises DataError with `file:line: what is wrong` when the file is missing, is no YAML, or breaks the schema.
    """
    text = _read(path)
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
        content = yaml.safe_load(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        raise DataError(f"{path}:{line}: not valid YAML: {getattr(error, 'problem', error)}.") from None
    schema = yaml.safe_load(_read(schema_path))
    error = best_match(Draft202012Validator(schema).iter_errors(content))
    if error is not None:
        place = "/".join(str(step) for step in error.absolute_path) or "the top"
        raise DataError(f"{path}:{_line(node, list(error.absolute_path))}: {place}: {error.message} (see {schema_path.name} in schema/).")
    return content


def line_of(path: Path, steps: list[str | int]) -> int:
    """The line (from 1) at which the value reached by `steps` (keys and indexes) stands in the YAML file `path`."""
    return _line(yaml.compose(_read(path), Loader=yaml.SafeLoader), steps)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise DataError(f"{path}: this data file is missing; restore it.") from None
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"{path}: cannot be read as UTF-8 text ({error}).") from None


def _line(node: yaml.Node | None, steps: list[str | int]) -> int:
    """Walks the composed YAML as far as `steps` exist: an error about a missing key points at its parent."""
    for step in steps:
        if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
        elif isinstance(node, yaml.MappingNode):
            found = [value for key, value in node.value if key.value == step]
            if not found:
                break
            node = found[0]
    return node.start_mark.line + 1 if node is not None else 1
