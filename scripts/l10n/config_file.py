"""mkdocs.yml read without running anything it names.

Real configurations hold `!ENV`, `!relative` and `!!python/name:` tags. `!ENV` is resolved from the environment as
MkDocs resolves it; every other unknown tag becomes the scalar, list or mapping it stands on. `INHERIT` is followed.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import yaml

from .errors import UserError
from .plain_file import read_plain
from .yaml_depth import nested_too_deeply

BaseLoader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MAX_PARENTS = 10
MOST_VALUES = 100_000  # with aliases written out


class _Loader(BaseLoader):
    """A safe loader that reads past tags it does not know."""


def _opaque(loader: _Loader, _suffix: str, node: yaml.Node) -> Any:
    if isinstance(node, yaml.MappingNode):
        return loader.construct_mapping(node, deep=True)
    if isinstance(node, yaml.SequenceNode):
        return loader.construct_sequence(node, deep=True)
    return loader.construct_scalar(node)


def _env(loader: _Loader, node: yaml.Node) -> Any:
    """`!ENV NAME` or `!ENV [NAME, OTHER, default]`: the first that is set, read as YAML, else the default."""
    if isinstance(node, yaml.MappingNode):
        raise yaml.constructor.ConstructorError(None, None, "!ENV stands before a mapping", node.start_mark)
    names = [node] if isinstance(node, yaml.ScalarNode) else list(node.value)
    default = names.pop() if len(names) > 1 else None
    for name in names:
        if isinstance(name, yaml.ScalarNode) and name.value in os.environ:
            try:
                return yaml.safe_load(os.environ[name.value])
            except yaml.YAMLError:
                return os.environ[name.value]  # a name like @somebody is no YAML, and no fault of the file
    return None if default is None else loader.construct_object(default, deep=True)


_Loader.add_multi_constructor("", _opaque)
_Loader.add_constructor("!ENV", _env)


def read_config(path: Path, parents: int = 0) -> dict[str, Any]:
    """The configuration as a mapping, merged over the files it inherits from.

    Raises UserError when a file cannot be read or is not a mapping.
    """
    data = read_yaml(path)
    if not isinstance(data, dict):
        raise UserError(f"{path}: holds no keys; a MkDocs configuration begins with site_name.")
    parent = data.pop("INHERIT", None)
    if not isinstance(parent, str):
        return data
    if parents >= MAX_PARENTS:
        raise UserError(f"{path}: INHERIT goes round in a circle; take one of them out.")
    return _merged(read_config(path.parent / parent, parents + 1), data)


def read_yaml(path: Path) -> Any:
    """What a YAML file holds. Raises UserError when it is missing, is not UTF-8 YAML or would fill the memory."""
    try:
        data = read_plain(path)
        text = data.decode("utf-8-sig")
        if nested_too_deeply(text):
            raise UserError(f"{path}: is nested too deeply; keep it flat.")
        loader = _Loader(text)
        try:
            node = loader.get_single_node()
            if node is None:
                return None
            if "*" in text:
                _refuse_bombs(path, node)
            return loader.construct_document(node)
        finally:
            loader.dispose()
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise UserError(f"{path}:{line}: is not UTF-8; save it again as UTF-8.") from None
    except OSError as error:
        raise UserError(f"{path}: cannot be read ({error.strerror}); correct the path that names it.") from None
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError) as error:
        mark, position = getattr(error, "problem_mark", None), getattr(error, "position", None)
        line = mark.line + 1 if mark else None if position is None else text.count("\n", 0, position) + 1
        where = f"{path}:{line}" if line else str(path)
        problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "not valid YAML"
        raise UserError(f"{where}: {problem}; correct the YAML there.") from None


def _refuse_bombs(path: Path, root: yaml.Node) -> None:
    """Raise UserError when aliases stand for themselves, or for more values than anybody writes."""
    sizes: dict[int, int] = {}  # 0 while what is below a value is being counted

    def size(node: yaml.Node) -> int:
        known = sizes.get(id(node))
        if known is None:
            sizes[id(node)] = 0
            parts = node.value if isinstance(node, yaml.CollectionNode) else []
            below = [part for pair in parts for part in (pair if isinstance(pair, tuple) else (pair,))]
            known = sizes[id(node)] = 1 + sum(map(size, below))
        if known == 0 or known > MOST_VALUES:
            what = "an alias stands for itself" if known == 0 else "aliases stand for too many values"
            raise UserError(f"{path}:{node.start_mark.line + 1}: {what}; write the values out.")
        return known

    size(root)


def _merged(base: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    """Mappings merged key by key, everything else replaced, as MkDocs does it."""
    result = dict(base)
    for key, value in over.items():
        old = result.get(key)
        result[key] = _merged(old, value) if isinstance(old, dict) and isinstance(value, dict) else value
    return result
