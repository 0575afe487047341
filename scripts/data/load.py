"""One YAML file and its JSON Schema -> plain data, or one sentence that names file, line and cure."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import best_match
from jsonschema.protocols import Validator

# libyaml where it is there: eight times faster on the directory of services.
_BASE: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class DataError(Exception):
    """A data file cannot be used. The message is one sentence for the person who edits the file."""


class _Loader(_BASE):
    """Safe YAML that reads a bare date as text (the schema judges it) and `on`, `yes`, `no` as words (YAML 1.2)."""


_BOOL, _TIMESTAMP = "tag:yaml.org,2002:bool", "tag:yaml.org,2002:timestamp"
_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag not in (_BOOL, _TIMESTAMP)]
    for first, resolvers in _BASE.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver(_BOOL, re.compile("^(true|false)$"), list("tf"))

formats = FormatChecker(formats=())


@formats.checks("iso-date")
def is_iso_date(value: object) -> bool:
    """Whether a text is a date of ISO 8601 that exists: year, year-month or year-month-day."""
    if not isinstance(value, str):
        return True
    try:
        date.fromisoformat({4: f"{value}-01-01", 7: f"{value}-01"}.get(len(value), value))
    except ValueError:
        return False
    return True


def load_data(path: Path, schema_path: Path) -> Any:
    """The content of the YAML file `path`, valid against the JSON Schema (draft 2020-12, in YAML) at `schema_path`.

    Raises DataError with `file:line: what is wrong` when one of the files is missing or no YAML, or breaks the schema.
    """
    node, content = _parse(path)
    validator: Validator = Draft202012Validator(_parse(schema_path)[1], format_checker=formats)
    error = best_match(validator.iter_errors(content))
    if error is not None:
        steps = list(error.absolute_path)
        place = "/".join(str(step) for step in steps) or "the top"
        cure = (
            " (put it in quotes)" if error.validator == "type" and not isinstance(error.instance, (dict, list)) else ""
        )
        raise DataError(f"{path}:{_line(node, steps)}: {place}: {error.message}{cure}; see schema/{schema_path.name}.")
    return content


def line_of(path: Path, steps: list[str | int]) -> int:
    """The line (from 1) at which the value reached by `steps` (keys and indexes) stands in the YAML file `path`."""
    return _line(_parse(path)[0], steps)


def _parse(path: Path) -> tuple[yaml.Node | None, Any]:
    text = _read(path)
    try:
        loader = _Loader(text)
        try:
            node = loader.get_single_node()
            _refuse_repeated_keys(node, path, set())
            return node, loader.construct_document(node) if node is not None else None
        finally:
            loader.dispose()
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        character = error.character if isinstance(error.character, int) else ord(error.character)
        raise DataError(f"{path}:{line}: not valid YAML: the character U+{character:04X}; remove it.") from None
    except yaml.YAMLError as error:
        problem, mark = getattr(error, "problem", None) or str(error), getattr(error, "problem_mark", None)
        # A quote left open is noticed at the end of the file; the context is where it was opened.
        if "end of stream" in problem:
            mark = getattr(error, "context_mark", None) or mark
        raise DataError(f"{path}:{mark.line + 1 if mark else 1}: not valid YAML: {problem}.") from None


def _read(path: Path) -> str:
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise DataError(f"{path}: this data file is missing; restore it.") from None
    except OSError as error:
        raise DataError(f"{path}: cannot be read ({error.strerror}).") from None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise DataError(f"{path}:{line}: this line is not UTF-8; save the file as UTF-8.") from None


def _refuse_repeated_keys(node: yaml.Node | None, path: Path, seen_nodes: set[int]) -> None:
    if node is None or id(node) in seen_nodes:
        return
    seen_nodes.add(id(node))  # an alias may point at what holds it
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if key.value in seen:
                raise DataError(f"{path}:{key.start_mark.line + 1}: the key {key.value} stands twice; remove one.")
            seen.add(str(key.value))
            _refuse_repeated_keys(value, path, seen_nodes)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            _refuse_repeated_keys(value, path, seen_nodes)


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
