"""The tree that PyYAML makes of a file, before it is values."""

from __future__ import annotations

from collections.abc import Iterator

import yaml


def last_line(node: yaml.Node) -> int:
    """The last line, from 0, on which a node stands; the end of a block collection lies behind what follows it."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        items = node.value[-1]
        return last_line(items[1] if isinstance(items, tuple) else items)
    end = node.end_mark
    if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
        return end.line - 1 if end.column == 0 else end.line
    return end.line


def child(node: yaml.Node | None, key: str) -> yaml.Node | None:
    """The value of a key, None when there is none."""
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return next((value for name, value in pairs if name.value == key), None)


def walk(node: yaml.Node | None, seen: set[int] | None = None) -> Iterator[yaml.Node]:
    """A node and everything in it, each node once, keys of mappings too."""
    seen = set() if seen is None else seen
    if node is None or id(node) in seen:
        return
    seen.add(id(node))
    yield node
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from walk(key, seen)
            yield from walk(value, seen)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from walk(item, seen)
