"""The files of docs as MkDocs collects them: what is excluded, what is a draft, and what cannot be read at all."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from .errors import UserError
from .layout import MARKDOWN_SUFFIXES

FOLDER_PATTERN = re.compile(r"/[\w./-]+/")  # `/data/`: the one form that needs no pattern language
HIDDEN = (".*", "/templates/")  # mkdocs.structure.files: left out unless a pattern takes them back in
Matcher = Callable[[str], bool]


@dataclass
class Tree:
    """Paths inside docs with slashes: `files` in MkDocs' order; `shadowed`: (lost, winner) of one address;
    `unreadable`: path -> why nothing below it could be read."""

    files: list[str] = field(default_factory=list)
    drafts: set[str] = field(default_factory=set)
    shadowed: list[tuple[str, str]] = field(default_factory=list)
    unreadable: dict[str, str] = field(default_factory=dict)


def read_tree(docs: Path, excluded: Matcher, drafts: Matcher, *, hidden: bool) -> Tree:
    """The files of a docs folder; hidden folders are looked into only with `hidden`."""
    tree = Tree()
    for folder, names in _walk(docs, tree, hidden):
        by_address: dict[str, str] = {}
        for name in sorted(names, key=lambda name: (os.path.splitext(name)[0] not in ("index", "README"), name)):
            path = folder + name
            if excluded(path):
                continue
            stem, suffix = os.path.splitext(name)
            address = ("index" if stem == "README" else stem) if suffix in MARKDOWN_SUFFIXES else name
            if address in by_address:  # MkDocs keeps the later one
                tree.shadowed.append((by_address[address], path))
                tree.files.remove(by_address[address])
            by_address[address] = path
            tree.files.append(path)
            if drafts(path):
                tree.drafts.add(path)
    return tree


def _walk(docs: Path, tree: Tree, hidden: bool) -> Iterator[tuple[str, list[str]]]:
    """(folder inside docs with a slash, names of files); links are followed, but never back into their own folders."""

    def lost(error: OSError) -> None:
        tree.unreadable[_inside(docs, error.filename)] = f"The folder cannot be read ({error.strerror})."

    chains: dict[str, tuple[str, ...]] = {str(docs): (os.path.realpath(docs),)}
    for folder, folders, files in os.walk(docs, onerror=lost, followlinks=True):
        chain = chains.pop(folder)
        kept = []
        for name in sorted(name for name in folders if hidden or not name.startswith(".")):
            path = os.path.join(folder, name)
            real = os.path.realpath(path) if os.path.islink(path) else os.path.join(chain[-1], name)
            if real in chain:
                tree.unreadable[_inside(docs, path)] = "The folder leads back into itself through a link."
                continue
            chains[path] = (*chain, real)
            kept.append(name)
        folders[:] = kept
        base = _inside(docs, folder)
        yield ("" if base == "." else base + "/"), files


def _inside(docs: Path, path: str) -> str:
    return os.path.relpath(path, docs).replace(os.sep, "/")


def matcher(patterns: str, where: str, *, hidden: bool) -> Matcher:
    """A test for the paths that patterns in the syntax of .gitignore name; with `hidden` also what MkDocs leaves out.

    Raises UserError, naming `where`, when a pattern cannot be one.
    """
    rules = [line for line in patterns.splitlines() if line.strip() and not line.startswith("#")]
    if all(FOLDER_PATTERN.fullmatch(rule) for rule in rules):
        prefixes = tuple(rule[1:] for rule in rules)
        if not hidden:
            return lambda path: path.startswith(prefixes)
        prefixes += ("templates/", ".")
        return lambda path: path.startswith(prefixes) or "/." in path
    import pathspec  # comes with MkDocs; importing it takes longer than reading a hundred pages

    try:
        return pathspec.gitignore.GitIgnoreSpec.from_lines([*(HIDDEN if hidden else ()), *rules]).match_file
    except ValueError as error:
        raise UserError(f"{where}: {error}; write patterns as in .gitignore.") from None
