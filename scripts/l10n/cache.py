"""Verdicts kept between runs. A kept verdict holds only while everything it depends on is the same.

That is: what the checker is (its own code, Python, every installed package), the configuration and policy of the site, the
flags, and the answer to each question that was asked of the site while the verdict was made (`journal`): the bytes of the
page and its source, which other pages and files exist, data files, and the day where it was asked for. Anchors of other
pages are no part of a verdict: findings about them are settled afresh in each run.

The file is JSON behind its checksum; nothing in it can run. What cannot be read, written or understood is no cache, never
an error: a tree that is read only, a full disk, a file cut short or of another version.
"""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from collections.abc import Collection
from pathlib import Path
from typing import Any

from .cache_key import cache_key
from .corpus import Corpus, digest_of_bytes
from .journal import Answer, Question
from .place import Manner
from .verdict import Verdict, as_plain, from_plain

FOLDER = ".l10n-cache"
FEWEST = 100  # for fewer places reading the file takes longer than checking them
UNREADABLE = (OSError, ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError)
Place = tuple[str, str]


class Cache:
    """The verdicts of one site's last check with the same flags, in a folder."""

    def __init__(self, folder: Path):
        self.folder = folder
        self._file = folder / "none.json"
        self._key = ""
        self._kept: dict[Place, tuple[list[Any], list[int]]] = {}  # plain verdict, indexes of its questions
        self._index: dict[Question, int] = {}
        self._answers: list[Answer] = []
        self._dirty = False

    def verdicts(self, corpus: Corpus, manner: Manner, places: Collection[Place]) -> dict[Place, Verdict]:
        """The verdicts on some of the places that still hold."""
        site = corpus.site
        flags = [name for name in ("strict", "notices") if getattr(manner, name)]
        self._file = self.folder / f"{'-'.join([site.config.stem, *flags])}.json"
        try:
            self._key = cache_key(site, flags)
            stored = self._read()
            return self._held(corpus, manner, set(places), stored) if stored else {}
        except UNREADABLE:
            self._kept.clear()
            return {}

    def _read(self) -> dict[str, Any] | None:
        checksum, _, content = self._file.read_bytes().partition(b"\n")
        if checksum.decode("ascii") != digest_of_bytes(content):
            return None
        stored = json.loads(content)
        return stored if stored["key"] == self._key else None

    def _held(self, corpus: Corpus, manner: Manner, places: set[Place], stored: dict[str, Any]) -> dict[Place, Verdict]:
        questions = [tuple(question) for question in stored["questions"]]
        changed = {
            index
            for index, (question, answer) in enumerate(zip(questions, stored["answers"], strict=True))
            if _answer(corpus, manner, question) != answer
        }
        held: dict[Place, Verdict] = {}
        for key, locale, asked, plain in stored["verdicts"]:
            place = (key, locale)
            if place not in places or not changed.isdisjoint(asked):
                self._dirty = True
                continue
            held[place] = from_plain(plain, corpus.site.shown(key, locale), locale)
            self._kept[place] = plain, [self._place_of(questions[index], stored["answers"][index]) for index in asked]
        return held

    def _place_of(self, question: Question, answer: Answer) -> int:
        """The index of a question with this answer; -1 when it has already got another: the site changed meanwhile."""
        index = self._index.setdefault(question, len(self._answers))
        if index == len(self._answers):
            self._answers.append(answer)
        return index if self._answers[index] == answer else -1

    def add(self, place: Place, verdict: Verdict) -> None:
        """Keep a new verdict for the next run."""
        asked = [self._place_of(question, _plain(answer)) for question, answer in (verdict.asked or {}).items()]
        if asked and -1 not in asked:
            self._kept[place] = as_plain(verdict), asked
        self._dirty = True

    def save(self) -> None:
        """Write the verdicts of a check of the whole site, in one step, if any is new or gone."""
        if not self._dirty or not self._key:
            return
        stored = {
            "key": self._key,
            "questions": list(self._index),
            "answers": self._answers,
            "verdicts": [[*place, asked, plain] for place, (plain, asked) in self._kept.items()],
        }
        content = json.dumps(stored, separators=(",", ":")).encode("ascii")
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            _write(self.folder / ".gitignore", b"*\n")
            _write(self._file, digest_of_bytes(content).encode("ascii") + b"\n" + content)


def _plain(answer: Any) -> Answer:
    return list(answer) if isinstance(answer, tuple) else answer


def _answer(corpus: Corpus, manner: Manner, question: Question) -> Answer:
    """What the site answers today."""
    kind, *arguments = question
    if kind == "today":
        return manner.today.isoformat()
    if kind == "text":
        return corpus.text_digest(*arguments)
    if kind == "data":
        return corpus.data_digest(*arguments)
    method = getattr(corpus.site, kind)
    if not getattr(method, "noted", False):
        raise ValueError(f"{kind!r} is no question")
    return _plain(method(*arguments))


def _write(file: Path, data: bytes) -> None:
    """Replace a file in one step: another command reads the old one or the new one, never half of it."""
    descriptor, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
        os.replace(name, file)
    except BaseException:
        os.unlink(name)
        raise
