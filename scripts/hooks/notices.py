"""What a page says about itself: draft or signed, current or behind, in the words of its language.

The verdict is the checker's (l10n.status); here are only the words.
"""

from __future__ import annotations

from l10n.status import PageStatus


def notices(status: PageStatus, strings: dict[str, str], titles: dict[str, str]) -> list[str]:
    """Lines for the head of the page; `titles`: anchor -> heading, to name stale sections. Empty for a signed, current page."""
    lines = []
    if status.unsigned:
        lines.append(strings["draft"])
        lines += [strings[f"unsigned_{kind}"] for kind in status.unsigned]
    if status.stale_sections:
        lines.append(stale_line(status, strings, titles))
    return lines


def history(status: PageStatus, strings: dict[str, str], titles: dict[str, str]) -> list[str]:
    """Lines for "About this text": the same with what is in order."""
    lines = [strings[f"unsigned_{kind}"] for kind in status.unsigned]
    if status.state == "stale":
        lines.append(stale_line(status, strings, titles))
    elif status.state == "current":
        lines.append(strings["current"])
    return lines


def stale_line(status: PageStatus, strings: dict[str, str], titles: dict[str, str]) -> str:
    """The sentence that names the sections whose English text has changed since."""
    names = [titles.get(section, section) for section in status.stale_sections]
    return strings["stale"].format(sections="; ".join(names))
