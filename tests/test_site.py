"""The built site as files, without a browser: what has to go with a text goes with it wherever it stands."""

from pathlib import Path

import pytest
from lxml import html

from data.notes import load_notes

NETWORK = (
    "civil society forum",
    "legal-dialogue.org",
    "eu-russia-csf",
    "форум ес",
    "форума ес",
    "форуме ес",
    "форумом ес",
)
SHARING = (
    "wa.me",
    "t.me/",
    "viber:",
    "sms:",
    "facebook.com",
    "vk.com",
    'data-tool="share"',
    'data-tool="copy"',
    "navigator.share",
)


@pytest.fixture(scope="module")
def on_network(site_dir: Path) -> dict[str, str]:
    """Path -> markup of every Russian page that names the network or links to it, found without the rule of the build."""
    pages = {}
    for path in sorted((site_dir / "ru").rglob("*.html")):
        markup = path.read_text(encoding="utf-8")
        tree = html.fromstring(markup)
        words = " ".join([tree.find("body").text_content(), *tree.xpath("//a/@href")]).lower().replace("«", "")
        if any(name in " ".join(words.split()) for name in NETWORK):
            pages[path.relative_to(site_dir).as_posix()] = markup
    assert "ru/about/sources/index.html" in pages, "the list of sources names the network"
    return pages


def test_every_russian_page_on_the_network_has_the_note_first(on_network: dict[str, str], root: Path) -> None:
    (note,) = (note.text["ru"] for note in load_notes(root / "docs" / "data") if note.id == "network")
    lacking = []
    for name, markup in on_network.items():
        first = html.fromstring(markup).xpath("//article//h1 | //main//h1")[0].getnext()
        if first.get("class") != "caution" or first.text_content().strip() != note:
            lacking.append(name)
    assert lacking == []


def test_no_other_language_has_the_note(site_dir: Path) -> None:
    russian = site_dir / "ru"
    others = [path for path in site_dir.rglob("*.html") if russian not in path.parents]
    assert others
    assert [path for path in others if 'class="caution"' in path.read_text(encoding="utf-8")] == []


def test_nothing_on_these_pages_sends_or_cites_them(on_network: dict[str, str], root: Path) -> None:
    for name, markup in on_network.items():
        assert [word for word in SHARING if word in markup] == [], name


def test_the_note_is_printed(root: Path) -> None:
    """No rule of any stylesheet hides it on paper."""
    for path in (root / "overrides").rglob("*.css*"):
        for block in path.read_text(encoding="utf-8").split("@media print")[1:]:
            assert "caution" not in block, path
