"""Sign-offs by people: there, in shape, for this very text, and not overdue."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..finding import Draft
from ..page import META, Page
from ..rules import Rule
from ..signoff import Review, read_review, unsigned
from .context import Context


def shape(context: Context) -> Iterator[Draft]:
    """Sign-offs that are not as `sign` writes them."""
    for path, problem in read_review(context.page).problems:
        yield Draft(
            Rule.INVALID_SIGN_OFF,
            context.page.front_matter.line(*path),
            META,
            problem,
            f"run: {_command(context.page)} --as language|clinical --by NAME",
        )


def state(context: Context) -> Iterator[Draft]:
    """Sign-offs that the policy wants and the page lacks, that hold for another text, and pages that are to be read again."""
    page = context.page
    review: Review = read_review(page)
    missing = []
    for kind in unsigned(page, context.policy, is_source=context.is_source):
        if kind in review.signatures:
            yield Draft(
                Rule.SIGN_OFF_OUTDATED,
                page.front_matter.line("review", kind.value),
                META,
                f"The sign-off for {kind.value} was given for an earlier text.",
                f"read the page again, then: {_command(page)} --as {kind.value} --by NAME",
            )
        else:
            missing.append(kind.value)
    if missing:
        yield Draft(
            Rule.UNSIGNED,
            1,
            META,
            f"Nobody has signed this page for: {', '.join(missing)}.",
            f"run: {_command(page)} --as {missing[0]} --by NAME",
        )
    if review.next and review.next < context.today:
        yield Draft(
            Rule.REVIEW_DUE,
            page.front_matter.line("review", "next"),
            META,
            f"The next review was due on {review.next}.",
            f"read the page again, then: {_command(page)} --as … --by NAME --next DATE",
        )
    yield from _aged(context)


def _aged(context: Context) -> Iterator[Draft]:
    """Dates of the front matter that are older than the policy wants them."""
    front, months = context.page.front_matter, context.site.policy.months
    for name, limit in months.items():
        try:
            day = date.fromisoformat(str(front.values[name])[:10])
        except (KeyError, ValueError):
            continue  # none there, or none that exists: another check names it
        age = (context.today.year - day.year) * 12 + context.today.month - day.month
        if age - (context.today.day < day.day) >= limit:
            yield Draft(
                Rule.REVIEW_DUE,
                front.line(name),
                META,
                f"{name} says {day}, and that is {limit} months ago or more.",
                "read the page again with what it rests on, correct it, and write the new date",
            )


def _command(page: Page) -> str:
    return f"check_translations.py sign {page.path}"
