"""What a longer page says of itself to programs: JSON-LD in the words of schema.org, nothing that the page does not say.

A leaflet has none: what a search engine keeps of it cannot be taken back.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from markupsafe import Markup

from data.survey import Survey
from hooks.guide import Guide
from hooks.survey_files import LICENCE
from hooks.tags import TagData
from hooks.wording import Wording

DATASET = "clinics/survey.md"
_KINDS = {"guidelines": "LearningResource", "clinics": "LearningResource", "project": "Article"}
_NOTE = re.compile(r'<li id="fn:([\w-]+)"')
# What would end the element, or be read as markup where the page is no HTML.
_ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&"}


def describe(key: str, meta: Mapping, guide: Guide, data: TagData, wording: Wording, address: str, root: str) -> Markup:
    """The content of the element <script type="application/ld+json"> of a longer page.

    `meta` is its front matter, `address` its public one, empty where the site has none; `root` is where the addresses of
    files start, absolute or relative to the page.
    """
    sources = (data.sources[source_id] for source_id in _NOTE.findall(guide.notes))
    said = _common(key, meta, guide, wording, [link for source in sources for link in source.links[:1]], address)
    if key == DATASET:
        said |= _dataset(data.survey, wording.strings, root)
    else:
        said |= _work(key, meta, guide)
    filled = {name: value for name, value in said.items() if value}
    return Markup(json.dumps(filled, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES))


def _common(
    key: str, meta: Mapping, guide: Guide, wording: Wording, based_on: list[str], address: str
) -> dict[str, object]:
    """What every longer page says: its words, language, day, licence, and the sources in its notes."""
    return {
        "@context": "https://schema.org",
        "@type": "",
        "headline" if _kind(key) == "Article" else "name": str(meta["title"]),
        "description": meta.get("description"),
        "inLanguage": wording.locale,
        "dateModified": guide.checked,
        "license": LICENCE,
        "isPartOf": {"@type": "WebSite", "name": wording.strings["site_name"]},
        "isBasedOn": based_on,
        "url": address,
    }


def _work(key: str, meta: Mapping, guide: Guide) -> dict[str, object]:
    audience = {"@type": "Audience", "audienceType": meta["for"]} if "for" in meta else None
    return {"@type": _kind(key), "timeRequired": f"PT{guide.minutes}M", "audience": audience}


def _dataset(survey: Survey, strings: Mapping[str, str], root: str) -> dict[str, object]:
    """What the page of the survey says of the figures."""
    files = (
        ("text/csv", "survey-2017.csv", strings["survey_csv"]),
        ("application/json", "survey-2017.json", strings["survey_csv"]),
        ("text/csv", "survey-2017-codebook.csv", strings["survey_codebook"]),
    )
    return {
        "@type": "Dataset",
        "temporalCoverage": "/".join(survey.held),
        "measurementTechnique": strings["survey_technique"],
        "variableMeasured": [strings[f"chart_{chart}"] for chart in survey.charts],
        "isBasedOn": survey.source.url,
        "distribution": [
            {"@type": "DataDownload", "name": name, "encodingFormat": kind, "contentUrl": f"{root}files/{file}"}
            for kind, file, name in files
        ],
    }


def _kind(key: str) -> str:
    return _KINDS.get(key.partition("/")[0], "Article")
