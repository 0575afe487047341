"""What is asked of a site while one verdict is made: the verdict holds as long as every answer stays the same.

A question is a tuple of texts, the first its kind: the name of a method of `Site`, or one of `Corpus`' own. An answer is
what JSON can hold.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any, TypeVar

Question = tuple[str, ...]
Answer = str | bool | int | list | None
Method = TypeVar("Method", bound=Callable[..., Any])


class Journal:
    """Notes questions and answers while somebody listens, and nothing otherwise."""

    def __init__(self) -> None:
        self.asked: dict[Question, Answer] | None = None
        self._known: dict[Question, Question] = {}

    @contextmanager
    def listening(self) -> Iterator[dict[Question, Answer]]:
        """The questions asked inside the block, with their answers."""
        before, self.asked = self.asked, {}
        try:
            yield self.asked
        finally:
            self.asked = before

    def note(self, answer: Answer, *question: str) -> None:
        """Note a question; one object for equal questions, for there are many places and few different ones."""
        if self.asked is not None:
            self.asked[self._known.setdefault(question, question)] = answer

    def note_all(self, asked: dict[Question, Answer]) -> None:
        """Note questions that were asked before, for a value that is used again."""
        if self.asked is not None:
            self.asked.update(asked)


def noted(method: Method) -> Method:
    """A method of the site whose calls are questions. Its arguments are texts, its answer is plain."""

    @wraps(method)
    def ask(site: Any, *arguments: str) -> Any:
        answer = method(site, *arguments)
        site.journal.note(answer, method.__name__, *arguments)
        return answer

    ask.noted = True
    return ask
