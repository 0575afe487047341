"""What a form must not be, beyond its schema: every name it uses is there, once, and before it is used."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from data.load import DataError, line_of

FOLDER = "forms"
# What stands in braces in a text is filled in; `emergency` is the number of the directory.
PLACE = re.compile(r"\{([a-z][a-z0-9_]*)\}")
EMERGENCY = "emergency"
Steps = list[str | int]

_SELECTS = ("one", "several", "grid")
# Kind -> the keys that it must have, and those that it may have beside `id`, `kind`, `label`, `hint` and `when`.
_KEYS: dict[str, tuple[set[str], set[str]]] = {
    "note": (set(), set()),
    "one": ({"answers"}, {"required", "stop", "other_than", "repeatable"}),
    "several": ({"answers"}, {"required", "most", "alone"}),
    "grid": ({"answers", "rows"}, {"required"}),
    "number": ({"least", "most"}, {"required"}),
    "date": (set(), {"required", "past"}),
    "line": (set(), {"required"}),
    "text": (set(), {"required"}),
    "check": ({"by"}, {"law"}),
}
_COMMON = {"id", "kind", "label", "hint", "when"}


def checked(path: Path, content: dict) -> None:
    """Returns if the form, which fits its schema, is sound. Raises DataError with file, line and cure otherwise."""
    for steps, problem in _problems(path, content):
        raise DataError(f"{path}:{line_of(path, steps)}: {problem}.")


def _problems(path: Path, content: dict) -> Iterator[tuple[Steps, str]]:
    """Where something is wrong, and what, in the order of the file."""
    if content["id"] != path.stem:
        yield ["id"], f"the id is {content['id']}, the file {path.name}; give both the same name"
    seen = _Seen(content)
    for name, answers in content["answers"].items():
        yield from _repeated(answers, ["answers", name])
    yield from _repeated(content["fill"], ["fill"])
    if "check" in content:
        for key in ("answers", "known"):
            yield from seen.answers(content["check"][key], ["check", key])
        yield from seen.answer(content["check"]["known_if"], content["check"]["answers"], ["check", "known_if"])
    for number, block in enumerate(content["blocks"]):
        at: Steps = ["blocks", number]
        yield from seen.name(block["id"], at)
        yield from seen.name(f"{block['id']}_hint", at)
        yield from seen.when(block, at)
        for index, item in enumerate(block["items"]):
            yield from _item(seen, content, item, [*at, "items", index])
    yield from _texts(content, {entry["id"] for entry in content["fill"]})
    for name in content["answers"]:
        if name not in seen.used:
            yield ["answers", name], f"no item uses the answers {name}; remove them or name them in an item"


def _item(seen: _Seen, content: dict, item: dict, at: Steps) -> Iterator[tuple[Steps, str]]:
    kind, name = item["kind"], item["id"]
    needed, allowed = _KEYS[kind]
    for key in sorted(needed - item.keys()):
        yield at, f"{name} is of the kind {kind} and lacks {key}; add it"
    for key in sorted(item.keys() - needed - allowed - _COMMON):
        yield [*at, key], f"{name} is of the kind {kind}, which takes no {key}; remove it"
    if kind == "check" and "check" not in content:
        yield at, f"{name} is a check, but the form does not say what a check asks; add the key check"
    if kind in _SELECTS:
        yield from seen.answers(item["answers"], [*at, "answers"])
    if item.get("least", 0) > item.get("most", item.get("least", 0)):
        yield [*at, "least"], f"{name}: least is more than most; correct one"
    yield from seen.name(name, at)
    yield from seen.when(item, at)
    for key in ("alone", "repeatable"):
        if key in item:
            yield from seen.answer([item[key]], item["answers"], [*at, key])
    if "stop" in item:
        yield from seen.answer(item["stop"]["answers"], item["answers"], [*at, "stop", "answers"])
    for other in item.get("other_than", ()):
        if seen.answers_of.get(other) != item["answers"]:
            yield (
                [*at, "other_than"],
                f"{name}: no item before it is called {other} and has the same answers; correct the name",
            )
    for law in item.get("law", ()):
        if law["act"] not in content.get("acts", {}):
            yield [*at, "law"], f"{name}: no act is called {law['act']}; see the key acts"
    if kind == "grid":
        for index, row in enumerate(item["rows"]):
            yield from seen.name(row["id"], [*at, "rows", index])
            seen.answers_of[row["id"]] = item["answers"]
        yield from seen.name(f"{name}_hint", at)
    elif kind in _SELECTS:
        seen.answers_of[name] = item["answers"]
    elif kind == "check":
        for suffix in ("point", "known", "note"):
            yield from seen.name(f"{name}_{suffix}", at)


@dataclass
class _Seen:
    """What came before: ids of questions and blocks, and of questions with answers the name of their list."""

    content: dict
    names: set[str] = field(default_factory=lambda: {"ready", "not_ready"})
    answers_of: dict[str, str] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.names |= {entry["id"] for entry in self.content["fill"]}

    def name(self, name: str, at: Steps) -> Iterator[tuple[Steps, str]]:
        if name in self.names:
            yield [*at, "id"], f"the id {name} stands twice, or is one that the form makes; choose another"
        self.names.add(name)

    def answers(self, name: str, at: Steps) -> Iterator[tuple[Steps, str]]:
        if name not in self.content["answers"]:
            yield at, f"no answers are called {name}; see the key answers"
        self.used.add(name)

    def answer(self, ids: list[str], name: str, at: Steps) -> Iterator[tuple[Steps, str]]:
        known = {answer["id"] for answer in self.content["answers"].get(name, ())}
        for each in ids:
            if each not in known:
                yield at, f"the answers {name} hold no {each}; take one of {', '.join(sorted(known))}"

    def when(self, entry: dict, at: Steps) -> Iterator[tuple[Steps, str]]:
        for item in entry.get("when", {}).get("items", ()):
            if item not in self.answers_of:
                yield [*at, "when"], f"no item with answers before {entry['id']} is called {item}; correct the name"
            else:
                yield from self.answer(entry["when"]["is"], self.answers_of[item], [*at, "when", "is"])


def _repeated(entries: list[dict], at: Steps) -> Iterator[tuple[Steps, str]]:
    seen: set[str] = set()
    for index, entry in enumerate(entries):
        if entry["id"] in seen:
            yield [*at, index], f"the id {entry['id']} stands twice; ids are unique"
        seen.add(entry["id"])


def _texts(content: dict, fill: set[str]) -> Iterator[tuple[Steps, str]]:
    """What stands in braces is known and the same in every language, and each thing to write in is shown."""
    shown: set[str] = set()
    for steps, text in _words(content, []):
        places = {locale: sorted(PLACE.findall(words)) for locale, words in text.items()}
        for locale, names in places.items():
            for name in names:
                if name not in fill | {EMERGENCY}:
                    yield [*steps, locale], f"{{{name}}} is nothing that the form fills in; see the key fill"
            if names != places["en"]:
                yield [*steps, locale], "this language must hold the same {braces} as the English"
        shown |= set(places["en"])
    for index, entry in enumerate(content["fill"]):
        if entry["id"] not in shown:
            yield ["fill", index], f"no text shows {{{entry['id']}}}; put it into one, or remove it here"


def _words(value: object, at: Steps) -> Iterator[tuple[Steps, dict[str, str]]]:
    if isinstance(value, dict) and "en" in value:
        yield at, value
    elif isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _words(inner, [*at, key])
