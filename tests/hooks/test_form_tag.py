"""The tag `forms`: it offers exactly what is made, in the page's language."""

from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import Environment
from lxml import html

from hooks.tags import TagData, TagError, hide_tags, show_tags
from l10n.site import load_site
from publish.forms import form_files
from publish.paper.sheets import Press


@pytest.fixture(scope="module")
def data(root: Path) -> TagData:
    return TagData.load(root / "docs" / "data")


@pytest.fixture
def show(data: TagData, env: Environment, context: Callable) -> Callable[..., str]:
    def fill(markdown: str, locale: str) -> str:
        hidden, tags = hide_tags(markdown)
        return show_tags(hidden, tags, data, env, context(locale), False)

    return fill


def test_every_file_that_is_made_is_offered_once(show: Callable, data: TagData, root: Path, strings: dict) -> None:
    made = [sheet.path for sheet in form_files(Press(root, load_site(root / "mkdocs.yml"), strings, None, True, 0))]
    offered: set[str] = set()
    for locale in strings:
        for form in data.forms:
            shown = html.fromstring(show(f"{{{{ forms {form} }}}}", locale))
            links = [link.get("href").removeprefix("../") for link in shown.iter("a")]
            # Its size is that of the file which the link leads to.
            assert [size.get("data-size") for size in shown.iter("bdi")] == links
            assert all(f".{locale}." in link or link.endswith(".xlsx") for link in links)
            offered |= set(links)
    assert len(made) == len(set(made)) and offered == set(made)


def test_an_unknown_form_names_the_folder(show: Callable) -> None:
    with pytest.raises(TagError, match="no form has the id visits; see docs/data/forms"):
        show("{{ forms visits }}", "en")
