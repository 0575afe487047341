"""Recordings: of a page that is there, in a file that is there, and of the very text that the page has now."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..corpus import Corpus
from ..digest import page_digest
from ..finding import Draft
from ..recordings import Recording, read_recordings
from ..rules import Rule


def recordings(corpus: Corpus, today: date) -> Iterator[tuple[str, str, Draft]]:
    """A finding for each recording without its page or file, and for each of another text than the page has."""
    path = corpus.site.policy.recordings
    if path is None:
        return
    for recording in corpus.loaded(read_recordings, path):
        if draft := _draft(corpus, recording):
            yield corpus.site.relative(path), recording.locale, draft


def _draft(corpus: Corpus, recording: Recording) -> Draft | None:
    site = corpus.site
    if recording.locale not in site.codes or not site.has(recording.page, recording.locale):
        message = f"There is no page {recording.page} in {recording.locale}."
        return Draft(Rule.RECORDING_BROKEN, recording.line, "", message, "correct page and locale, or take it out")
    folder = site.file(recording.page, recording.locale)
    for _ in recording.page.split("/"):
        folder = folder.parent
    if not (folder / recording.file).is_file():
        message = f"The file {recording.file} of {recording.locale} is not there."
        return Draft(
            Rule.RECORDING_BROKEN, recording.line, "", message, f"put it to {site.relative(folder / recording.file)}"
        )
    page = corpus.page(recording.page, recording.locale)
    if page is not None and page_digest(page) != recording.text:
        message = f"{page.path} has another text than the one recorded."
        hint = f'record it anew and write text: "{page_digest(page)}"; until then the build does not offer it'
        return Draft(Rule.RECORDING_OUTDATED, recording.line, "", message, hint)
    return None
