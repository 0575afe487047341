"""`[^source-id]` in a text -> its footnote, from docs/data/sources.yml, where each source is written once."""

from __future__ import annotations

import re

from data.texts import Source

_REFERENCE = re.compile(r"\[\^([\w-]+)\](?!:)")


def add_sources(markdown: str, sources: dict[str, Source]) -> str:
    """The Markdown with a definition appended for each referenced source. Raises ValueError on an unknown id.

    Sources are printed as published, so the note is marked as not translated by its language (English by default).
    """
    wanted = dict.fromkeys(_REFERENCE.findall(markdown))
    if not wanted:
        return markdown
    for source_id in wanted:
        if source_id not in sources:
            raise ValueError(f"no source has the id {source_id}; see docs/data/sources.yml")
    return markdown + "\n\n" + "\n".join(f"[^{source_id}]: {_entry(sources[source_id])}" for source_id in wanted) + "\n"


def _entry(source: Source) -> str:
    year = f" ({source.year})" if source.year else ""
    link = f" <{source.url}>" if source.url else ""
    return f'<span lang="en" dir="ltr">{source.author}. {source.title}{year}.</span>{link}'
