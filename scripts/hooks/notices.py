"""What a page says about itself: draft or signed, current or behind, in the words of its language.

The verdict is the checker's (l10n.status); here are only the words.
"""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup, escape

from hooks.wording import Wording
from l10n.status import PageState, PageStatus


def notices(status: PageStatus, words: Wording, titles: Mapping[str, str], preview: bool) -> list[str]:
    """Lines for the head of the page; `titles`: anchor -> heading, to name stale sections.

    A preview is a draft as a whole and says so on every page; in a release a signed and current page says nothing.
    """
    lines = [words.strings["draft"]] if preview else []
    lines += [words.strings[f"unsigned_{kind.value}"] for kind in status.unsigned]
    if status.stale_sections:
        lines.append(_stale(status, words, titles))
    return lines


def history(status: PageStatus, words: Wording, titles: Mapping[str, str], review: Mapping) -> list[str]:
    """Lines for "About this text": who read it and who did not, whether it is current, when it is read again.

    `review` is the page's front matter of that name: kind of reading -> its record, and `next`, an ISO date.
    """
    unsigned = [kind.value for kind in status.unsigned]
    lines = [words.strings[f"unsigned_{kind}"] for kind in unsigned]
    lines += [
        words.strings[f"signed_{kind}"].format(date=words.date(str(review[kind]["on"])))
        for kind in ("language", "clinical")
        if kind in review and kind not in unsigned
    ]
    if status.state is PageState.STALE:
        lines.append(_stale(status, words, titles))
    elif status.state is PageState.CURRENT:
        lines.append(words.strings["current"])
    if "next" in review:
        lines.append(words.strings["next_review"].format(date=words.date(str(review["next"]))))
    return lines


def _stale(status: PageStatus, words: Wording, titles: Mapping[str, str]) -> Markup:
    """The line that names the sections that are behind, each a link to it."""
    # The front matter and the text before the first heading have no heading to be named by.
    known = {"_meta": escape(words.strings["part_meta"]), "_intro": escape(words.strings["part_intro"])}
    known |= {name: Markup('<a href="#{}">{}</a>').format(name, title) for name, title in titles.items()}
    sections = words.parted(known.get(name, name) for name in status.stale_sections)
    return escape(words.strings["stale"]).format(sections=sections)
