"""The checks, one module a family. Each yields findings about one page; none imports another."""

from __future__ import annotations

from . import linking, metadata, signing, staleness, structure, text
from .context import Context

__all__ = ["PAGE_CHECKS", "Context"]

# Every page goes through all of them; those that compare with the source find no pairs on a source page.
PAGE_CHECKS = (
    staleness.records,
    staleness.sections,
    structure.anchors,
    structure.sections,
    structure.contents,
    structure.footnotes,
    linking.same_targets,
    linking.targets_exist,
    linking.syntax,
    text.untranslated,
    text.same_numbers,
    text.same_tags,
    text.telephones,
    metadata.required,
    metadata.translated,
    metadata.values,
    signing.shape,
    signing.state,
)
