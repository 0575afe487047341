"""Sign-offs in the front matter: read, and held against the text they were given for."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from .digest import page_digest
from .page import Page
from .policy import SectionPolicy, SignOff
from .record import valid_digest


@dataclass
class Review:
    """What `review:` holds: the signed digest by kind, the date of the next review, and (path, problem) pairs."""

    signatures: dict[SignOff, str] = field(default_factory=dict)
    next: date | None = None
    problems: list[tuple[tuple[str, ...], str]] = field(default_factory=list)


def read_review(page: Page) -> Review:
    """The sign-offs of a page; one that is not in shape does not count."""
    review = Review()
    data = page.front_matter.values.get("review")
    if data is None:
        return review
    if not isinstance(data, dict):
        review.problems.append((("review",), "`review:` holds no sign-offs."))
        return review
    for name, value in data.items():
        if name == "next":
            if _is_date(value):
                review.next = value
            else:
                review.problems.append((("review", name), f"The next review is {value!r}, no date such as 2027-05-01."))
        elif name not in {kind.value for kind in SignOff}:
            review.problems.append((("review", name), f"{name!r} is no sign-off."))
        elif problem := _problem(page, name, value):
            review.problems.append((("review", name), f"The sign-off for {name} {problem}."))
        else:
            review.signatures[SignOff(name)] = value["text"]
    return review


def _problem(page: Page, name: str, value: object) -> str:
    if not isinstance(value, dict) or set(value) - {"by", "on", "text"}:
        return "is not of the form {by: …, on: …, text: …}"
    if not isinstance(value.get("by"), str) or not value["by"].strip():
        return "does not say who gave it (by)"
    if not _is_date(value.get("on")):
        return f"has no ISO date (on: {value.get('on')!r})"
    if not valid_digest(page, "review", name, "text"):
        return "does not say for which text (text: a quoted string of eight hex digits)"
    return ""


def _is_date(value: object) -> bool:
    return isinstance(value, date) and not isinstance(value, datetime)


def unsigned(page: Page, policy: SectionPolicy, *, is_source: bool) -> tuple[SignOff, ...]:
    """The sign-offs that the policy asks for and that nobody has given for this very text."""
    wanted = policy.sign_offs(source=is_source)
    if not wanted:
        return ()
    signatures = read_review(page).signatures
    if not signatures:
        return wanted
    digest = page_digest(page)
    return tuple(kind for kind in wanted if signatures.get(kind) != digest)
