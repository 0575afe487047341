"""The checks, one module a family; none imports another.

A check of a page takes a Context and yields a Draft for each finding. A check of the site takes the corpus and today's
date and yields (path as reports print it, locale or "", Draft): what belongs to no single page.
"""

from __future__ import annotations

from . import (
    addresses,
    assets,
    blocks,
    code,
    consistency,
    coverage,
    data,
    dates,
    endings,
    evidence,
    files,
    images,
    labels,
    language,
    length,
    link_targets,
    link_text,
    linking,
    markup,
    metadata,
    navigation,
    numbers,
    readable,
    recordings,
    safety,
    sections,
    signing,
    staleness,
    tags,
    telephones,
    terms,
    typography,
    untranslated,
)
from .context import Context

__all__ = ["GUESSING_CHECKS", "PAGE_CHECKS", "SITE_CHECKS", "Context"]

# Every page goes through all of them; those that compare with the source find no pairs on a source page.
PAGE_CHECKS = (
    coverage.translated_all_the_same,
    staleness.records,
    staleness.sections,
    sections.anchors,
    sections.empty_headings,
    sections.sections,
    blocks.blocks,
    blocks.undefined_footnotes,
    code.code_blocks,
    code.inline_code,
    code.included_files,
    code.open_fences,
    images.images,
    images.alternative_texts,
    markup.html,
    markup.emphasis,
    link_targets.same_targets,
    linking.targets_exist,
    link_text.empty,
    link_text.syntax,
    untranslated.untranslated,
    language.wrong_language,
    labels.untranslated_labels,
    numbers.same_numbers,
    numbers.ranges,
    dates.same_dates,
    dates.same_times,
    endings.questions,
    addresses.emails,
    addresses.urls,
    tags.same_tags,
    telephones.telephones,
    evidence.unsourced,
    typography.typography,
    typography.code_controls,
    metadata.required,
    metadata.translated,
    metadata.values,
    signing.shape,
    signing.state,
    assets.missing,
    terms.forbidden,
    consistency.same_translation,
    readable.gates,
    safety.urgent,
    safety.contacts,
)

# Their rules guess and are notices: they run only when notices are asked for.
GUESSING_CHECKS = (
    endings.endings,
    length.lengths,
    terms.glossary,
)

SITE_CHECKS = (
    files.unreadable,
    files.ambiguous,
    navigation.titles,
    data.unreadable,
    data.translated,
    data.written,
    data.forbidden,
    safety.contact_sources,
    recordings.recordings,
)
