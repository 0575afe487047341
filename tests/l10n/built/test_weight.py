"""Bytes of built pages."""

from __future__ import annotations

import random
import string
from collections.abc import Callable

import pytest

from .conftest import Site, document

NOISE = "".join(random.Random(1).choices(string.ascii_letters, k=3000))


@pytest.mark.parametrize(
    ("head", "key"), [("", "light_bytes"), ('<link rel="stylesheet" href="/a.css">', "heavy_bytes")]
)
def test_weight(site: Site, found: Callable, head: str, key: str) -> None:
    (site.folder / "a.css").write_text("")
    site.help(head=head, body=NOISE)
    assert found(site) == []
    site.configure(built=f"{key}: 2000")
    (told,) = found(site)
    assert told.startswith("help/index.html:1 built-too-heavy The page has 2,")
    assert told.endswith(" bytes after gzip, one of this kind may have 2,000.")
    other = "heavy_bytes" if key == "light_bytes" else "light_bytes"
    site.configure(built=f"{other}: 2000")
    assert found(site) == []


def test_weight_by_the_class_of_the_body(site: Site, found: Callable) -> None:
    site.page("help/index.html", "en", document(body=NOISE).replace("<body>", '<body class="wide pair">'))
    site.configure(built="light_bytes: 2000, class_bytes: {pair: 9000}")
    assert found(site) == []
    site.configure(built="light_bytes: 9000, class_bytes: {pair: 2000}")
    assert [line.split()[1] for line in found(site)] == ["built-too-heavy"]
