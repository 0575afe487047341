"""`[^source-id]` in a text -> its footnote, from docs/data/sources.yml, where each source is written once."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from data.texts import Source
from hooks.wording import Wording
from l10n.tags import code_ranges

# A definition begins its line; a reference within a line may stand before a colon.
_REFERENCE = re.compile(r"^ {0,3}\[\^[\w-]+\]:|\[\^([\w-]+)\]", re.MULTILINE)


def add_sources(markdown: str, sources: dict[str, Source], wording: Wording) -> str:
    """The Markdown with a definition appended for each referenced source. Raises ValueError on an unknown id."""
    code = code_ranges(markdown)
    wanted = dict.fromkeys(
        match[1]
        for match in _REFERENCE.finditer(markdown)
        if match[1] and not any(start <= match.start() < end for start, end in code)
    )
    for source_id in wanted:
        if source_id not in sources:
            raise ValueError(f"no source has the id {source_id}; see docs/data/sources.yml")
    notes = "\n".join(f"[^{source_id}]: {_entry(sources[source_id], wording)}" for source_id in wanted)
    return f"{markdown}\n\n{notes}\n" if notes else markdown


def _entry(source: Source, wording: Wording) -> Markup:
    """As HTML and in its own direction: a title is printed as published, whatever signs of Markdown it holds."""
    words = escape(source.words)
    # Markdown reads within inline HTML; these are its signs that may stand in a title.
    for sign in "*_`[]":
        words = words.replace(sign, Markup(f"&#{ord(sign)};"))
    entry = Markup('<span lang="en" dir="ltr">') + words + Markup("</span>")
    for link in source.links:
        entry += Markup(' <a href="{0}" rel="noreferrer">{0}</a>').format(link)
    return entry + (f" ({wording.opened(source)})" if source.accessed else "")
