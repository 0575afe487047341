"""YAML files added to in place: text is put at positions that the parser gives, so that every other byte stays.

Comments, quotes, order and style are those of whoever wrote the file. What is added takes the style of its neighbours.
"""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from .edit import NOT_TEXT, ROW, yaml_key, yaml_string
from .errors import UserError
from .yaml_depth import nested_too_deeply
from .yaml_nodes import child, last_line

PLAIN = re.compile(r"[^\W\d][\w ()’/-]*")
BYTE_ORDER_MARK = "\ufeff"
Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def scalar(text: str) -> str:
    """A text as YAML on one line, quoted only when it has to be."""
    return (
        text if PLAIN.fullmatch(text) and not text.endswith(" ") and text.lower() not in NOT_TEXT else yaml_string(text)
    )


class YamlText:
    """A YAML file to be added to. `root` is its tree of nodes, None when the file holds nothing."""

    def __init__(self, path: Path):
        self.path = path
        try:
            self.before = path.read_bytes().decode("utf-8")
        except OSError as error:
            raise UserError(f"{path}: cannot be read ({error.strerror}); correct the path that names it.") from None
        except UnicodeDecodeError:
            raise UserError(f"{path}: is not UTF-8; save it again as UTF-8.") from None
        self._mark = BYTE_ORDER_MARK if self.before.startswith(BYTE_ORDER_MARK) else ""
        self.text = self.before.removeprefix(BYTE_ORDER_MARK)
        self.root = self._compose(self.text)
        self.end = "\r\n" if "\r\n" in self.text else "\n"
        self._insertions: list[tuple[int, str]] = []
        self._added: set[int] = set()

    def _compose(self, text: str) -> yaml.Node | None:
        try:
            if nested_too_deeply(text):
                raise UserError(f"{self.path}: is nested too deeply; keep it flat.")
            return yaml.compose(text, Loader)
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            where = f"{self.path}:{mark.line + 1}" if mark else str(self.path)
            raise UserError(
                f"{where}: {getattr(error, 'problem', None) or 'not valid YAML'}; correct the YAML."
            ) from None

    def insert(self, at: int, text: str) -> None:
        """Put text before a position; what is put at one position stands in the order in which it was put."""
        self._insertions.append((at, text))

    def add_item(self, node: yaml.SequenceNode, flow: str, block: list[str] | None = None) -> None:
        """A last item: as `flow` in brackets, else as the lines of `block`, the first behind the dash."""
        if node.flow_style:
            self._add_in_brackets(node, flow)
        else:
            first, *more = block or [flow]
            self._add_lines(node, [f"- {first}", *(f"  {line}" for line in more)])

    def add_key(self, node: yaml.MappingNode, key: str, value: str) -> None:
        """A last key with a value on one line; once for a mapping that stands in several places."""
        if id(node) in self._added:
            return
        self._added.add(id(node))
        line = f"{yaml_key(key)}: {value}"
        if node.flow_style:
            self._add_in_brackets(node, line)
        else:
            self._add_lines(node, [line])

    def _add_in_brackets(self, node: yaml.CollectionNode, text: str) -> None:
        if node.value:
            last = node.value[-1]
            end = (last[1] if isinstance(last, tuple) else last).end_mark.index
            self.insert(end, f", {text}")
        else:
            self.insert(node.start_mark.index + 1, text)

    def _add_lines(self, node: yaml.CollectionNode, lines: list[str]) -> None:
        rows = ROW.findall(self.text)
        line = last_line(node)
        while not rows[line].strip():  # blank lines behind a block of text count to it
            line -= 1
        indent = " " * node.start_mark.column
        text = "".join(f"{indent}{line}{self.end}" for line in lines)
        end = len("".join(rows[: line + 1]))
        if rows[line].endswith(("\r", "\n")):
            self.insert(end, text)
        else:  # the file ends without a line end
            self.insert(end, self.end + text.removesuffix(self.end))

    def result(self, code: str) -> str:
        """The text with everything put in. Raises UserError when it would differ in more than what is about `code`."""
        pieces, at = [], 0
        for position, text in sorted(self._insertions, key=lambda insertion: insertion[0]):
            pieces += [self.text[at:position], text]
            at = position
        text = "".join([*pieces, self.text[at:]])
        try:
            same = _same_but_for(self.root, self._compose(text), code)
        except UserError:  # what was put in does not stand where it belongs
            same = False
        if not same:
            raise UserError(f"{self.path}: is written in a way that cannot be added to safely; add {code} by hand.")
        return self._mark + text


def _same_but_for(old: yaml.Node | None, new: yaml.Node | None, code: str) -> bool:
    """Whether the new tree is the old one with keys, items and names of one locale more."""
    if isinstance(old, yaml.ScalarNode) and isinstance(new, yaml.ScalarNode):
        return new.tag == old.tag and new.value.replace(f"|{code})", ")") == old.value
    if type(old) is not type(new) or old is None or new is None:
        return old is None and new is None
    more = len(new.value) > len(old.value)
    if isinstance(old, yaml.SequenceNode):
        olds, news = old.value, [item for item in new.value if not (more and _of_locale(item, code))]
        return len(olds) == len(news) and all(_same_but_for(a, b, code) for a, b in zip(olds, news, strict=True))
    olds, news = old.value, [(key, value) for key, value in new.value if not (more and key.value == code)]
    return len(olds) == len(news) and all(
        _same_but_for(a, c, code) and _same_but_for(b, d, code) for (a, b), (c, d) in zip(olds, news, strict=True)
    )


def _of_locale(item: yaml.Node, code: str) -> bool:
    value = child(item, "locale") if isinstance(item, yaml.MappingNode) else item
    return isinstance(value, yaml.ScalarNode) and value.value == code
