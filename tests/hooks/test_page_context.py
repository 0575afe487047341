"""What templates get for a page: links that lead where they say, and mistakes named with their file."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import urljoin

import pytest
from mkdocs.exceptions import PluginError

import mkdocs_hooks
from data.load import DataError
from data.services import Confidence
from hooks.page_context import SiteContext
from hooks.tags import TagData
from l10n.digest import page_digest
from l10n.policy import SignOff
from l10n.status import PageState, PageStatus

# Key of a page -> its address below the root of its language, at every depth that the site has.
PAGES = {
    "index.md": "",
    "help/index.md": "help/",
    "help/places.md": "help/places/",
    "leaflets/calm.md": "leaflets/calm/",
    "about/privacy.md": "about/privacy/",
}
LOCALES = ["en", "lt", "ru", "fr", "ar"]
ROOT_OF_SITE = "https://a.example/after/"


def address(key: str, locale: str) -> str:
    """The address of a page from the root of the site as mkdocs-static-i18n gives it."""
    return (("" if locale == "en" else f"{locale}/") + PAGES[key]) or "./"


@pytest.fixture(scope="module")
def loaded(root: Path) -> SiteContext:
    config = SimpleNamespace(
        docs_dir=str(root / "docs"),
        config_file_path=str(root / "mkdocs.yml"),
        extra={"exits": dict.fromkeys(LOCALES, "https://exit.example/")},
        nav=[{"Home": "index.md"}, {"Help": ["help/index.md"]}],
    )
    return SiteContext.load(config)


@pytest.fixture
def site(loaded: SiteContext, env: object) -> SiteContext:
    """The repository's own data with templates at hand, to be changed by one test alone."""
    return replace(loaded, env=env)


@pytest.fixture
def config(root: Path) -> Callable[..., SimpleNamespace]:
    def make(locale: str = "en", build: str = "preview", site_url: str = "") -> SimpleNamespace:
        return SimpleNamespace(
            docs_dir=str(root / "docs"),
            plugins={"i18n": SimpleNamespace(current_language=locale, default_language="en")},
            extra={"build": build, "contact": "", "exits": dict.fromkeys(LOCALES, "https://exit.example/")},
            site_url=site_url,
        )

    return make


def make_page(
    key: str, locale: str = "en", content: str = "<p>Text.</p>", tags: object = (), **meta: object
) -> SimpleNamespace:
    alternates = {other: SimpleNamespace(url=address(key, other)) for other in LOCALES}
    file = SimpleNamespace(src_uri=f"{locale}/{key}", alternates=alternates)
    meta = {"title": "Title", "tab_title": "Tab", "template": "plain.html", **meta}
    return SimpleNamespace(url=address(key, locale), file=file, meta=meta, content=content, tags_in_text=list(tags))


@pytest.mark.parametrize("locale", ["en", "ar"])
@pytest.mark.parametrize("key", PAGES)
def test_links_of_the_frame_lead_where_they_say(site: SiteContext, config: Callable, key: str, locale: str) -> None:
    context = site.page(make_page(key, locale), config(locale), SimpleNamespace(pages=[]))
    here = urljoin(ROOT_OF_SITE, address(key, locale))
    home = urljoin(ROOT_OF_SITE, address("index.md", locale))
    assert urljoin(here, context["home_href"]) == home
    assert urljoin(here, context["help_href"]) == home + "help/"
    assert {a.locale: urljoin(here, a.href) for a in context["alternates"]} == {
        other: urljoin(ROOT_OF_SITE, address(key, other)) for other in LOCALES
    }
    assert [urljoin(here, link["href"]) for link in context["footer"]][:3] == [
        home,
        home + "help/",
        home + "about/privacy/",
    ]


@pytest.mark.parametrize("locale", ["en", "lt"])
@pytest.mark.parametrize("base", ["/", "/after"])
def test_links_of_404_start_at_the_root(site: SiteContext, config: Callable, locale: str, base: str) -> None:
    """It answers at any depth, also where the site lies in a folder of its host."""
    context = site.not_found(config(locale), base)
    root = base.rstrip("/") + "/"
    home = root if locale == "en" else f"{root}{locale}/"
    assert (context["home_href"], context["help_href"]) == (home, f"{home}help/")
    assert {a.href for a in context["alternates"]} == {root} | {f"{root}{other}/" for other in LOCALES[1:]}


def test_footer_names_every_page_in_its_language(site: SiteContext, config: Callable) -> None:
    for locale in LOCALES:
        footer = site.page(make_page("index.md", locale), config(locale), SimpleNamespace(pages=[]))["footer"]
        assert all(link["title"] for link in footer)


def test_the_foot_offers_the_source_of_a_page_that_the_language_lacks(site: SiteContext, config: Callable) -> None:
    whole = site.corpus
    site.corpus = SimpleNamespace(
        site=site.site,
        page=lambda key, locale: None if (key, locale) == ("about/privacy.md", "lt") else whole.page(key, locale),
    )
    links = {link["href"]: link for link in site.not_found(config("lt"), "/")["footer"]}
    assert links["/about/privacy/"] == {
        "href": "/about/privacy/",
        "title": str(whole.page("about/privacy.md", "en").meta["title"]),
        "locale": "en",
    }
    assert [link["locale"] for link in links.values()].count("en") == 1


def test_no_link_without_words_where_nothing_can_be_read(site: SiteContext, config: Callable) -> None:
    site.corpus = SimpleNamespace(site=site.site, page=lambda key, locale: None)
    assert site.not_found(config("lt"), "/")["footer"] == []


@pytest.mark.parametrize(
    ("build", "key", "withheld"),
    [
        ("preview", "leaflets/calm.md", False),
        ("release", "leaflets/calm.md", True),
        ("release", "about/privacy.md", False),
    ],
)
def test_release_withholds_what_is_unsigned(
    site: SiteContext, config: Callable, build: str, key: str, withheld: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    status = PageStatus(PageState.CURRENT, (), (SignOff.LANGUAGE,))
    monkeypatch.setattr("hooks.page_context.page_status", lambda *place: status)
    assert site.page(make_page(key, "lt"), config("lt", build), SimpleNamespace(pages=[]))["withheld"] is withheld


def test_release_withholds_what_nothing_vouches_for(site: SiteContext, config: Callable, monkeypatch) -> None:
    monkeypatch.setattr("hooks.page_context.page_status", lambda *place: PageStatus(PageState.MISSING))
    page = make_page("leaflets/calm.md", "lt")
    assert site.page(page, config("lt", "release"), SimpleNamespace(pages=[]))["withheld"]


def test_emergency_box_never_shows_a_low_number(site: SiteContext, config: Callable, make_service: Callable) -> None:
    low = make_service("old", kind="emergency", number="03", e164=None, confidence=Confidence.LOW)
    sure = make_service("new", kind="emergency", number="112", e164=None)
    site.tag_data = TagData([low, sure], site.tag_data.say, site.tag_data.sources)
    assert site.page(make_page("index.md"), config(), SimpleNamespace(pages=[]))["emergency"].id == "new"


def test_tags_are_filled_before_the_text_is_split(site: SiteContext, config: Callable) -> None:
    markdown = "## Help { #help }\n\n{{ number emergency-112 }}\n"
    page = make_page("leaflets/calm.md")
    page.content = mkdocs_hooks.hide_tags(markdown)[0].replace("## Help { #help }", '<h2 id="help">Help</h2>')
    page.tags_in_text = mkdocs_hooks.hide_tags(markdown)[1]
    parts = site.page(page, config(), SimpleNamespace(pages=[]))["parts"]
    assert 'href="tel:112"' in parts.sections[0].html


MISTAKES = {
    "{{ hotline }}": "hotline",
    "{{ service nobody }}": "nobody",
    "{{ service }}": "service",
    "{{ say nothing }}": "nothing",
}


@pytest.mark.parametrize("tag", MISTAKES)
def test_a_mistake_in_a_tag_names_the_file(
    site: SiteContext, config: Callable, root: Path, monkeypatch, tag: str
) -> None:
    monkeypatch.setattr(mkdocs_hooks, "_site", site)
    page = make_page("leaflets/calm.md", template="leaflet.html")
    page.content, page.tags_in_text = mkdocs_hooks.hide_tags(tag)
    with pytest.raises(PluginError) as caught:
        mkdocs_hooks.on_page_context({}, page, config(), SimpleNamespace(pages=[]))
    assert str(caught.value).startswith(str(root / "docs" / "en" / "leaflets" / "calm.md"))
    assert MISTAKES[tag] in str(caught.value)


def test_an_unknown_source_in_the_front_matter_names_the_file(site: SiteContext, config: Callable, monkeypatch) -> None:
    monkeypatch.setattr(mkdocs_hooks, "_site", site)
    page = make_page("leaflets/calm.md", sources=["nobody-2020"])
    with pytest.raises(PluginError, match=r"leaflets/calm\.md.*nobody-2020"):
        mkdocs_hooks.on_page_context({}, page, config(), SimpleNamespace(pages=[]))


def test_an_unknown_footnote_names_the_file(site: SiteContext, config: Callable, monkeypatch) -> None:
    monkeypatch.setattr(mkdocs_hooks, "_site", site)
    page = SimpleNamespace(file=SimpleNamespace(src_uri="en/about/index.md"), meta={})
    with pytest.raises(PluginError, match=r"about/index\.md.*nobody-2020"):
        mkdocs_hooks.on_page_markdown("Text[^nobody-2020].", page, config(), [])


def test_a_heading_that_no_template_shows_stops_the_build(site: SiteContext, config: Callable, monkeypatch) -> None:
    monkeypatch.setattr(mkdocs_hooks, "_site", site)
    page = make_page("about/privacy.md", content='<h2 id="a">A</h2><h3 id="b">Lost</h3><p>Text.</p>')
    with pytest.raises(PluginError, match=r"about/privacy\.md.*Lost"):
        mkdocs_hooks.on_page_context({}, page, config(), SimpleNamespace(pages=[]))


def test_an_unknown_template_names_the_file(site: SiteContext, config: Callable, root: Path, monkeypatch) -> None:
    monkeypatch.setattr(mkdocs_hooks, "_site", site)
    page = SimpleNamespace(file=SimpleNamespace(src_uri="en/about/index.md"), meta={"template": "nosuch.html"})
    settings = config()
    settings.theme = SimpleNamespace(custom_dir=str(root / "overrides"))
    with pytest.raises(PluginError, match=r"about/index\.md.*nosuch\.html"):
        mkdocs_hooks.on_page_markdown("Text.", page, settings, [])


def test_every_language_needs_a_way_out(root: Path) -> None:
    config = SimpleNamespace(
        docs_dir=str(root / "docs"),
        config_file_path=str(root / "mkdocs.yml"),
        extra={"exits": {"en": "https://a.example/"}},
    )
    with pytest.raises(DataError, match="extra.exits lacks lt"):
        SiteContext.load(config)


@pytest.mark.parametrize("current", [True, False])
def test_a_recording_is_offered_only_of_the_text_that_stands_there(
    site: SiteContext, config: Callable, tmp_path: Path, current: bool
) -> None:
    text = page_digest(site.corpus.page("leaflets/calm.md", "ar")) if current else "00000000"
    file = tmp_path / "recordings.yml"
    file.write_text(
        f'- {{page: leaflets/calm.md, locale: ar, file: audio/calm.mp3, seconds: 214, by: x, on: 2027-01-12, text: "{text}"}}\n'
    )
    site.site = replace(site.site, policy=replace(site.site.policy, recordings=file))
    context = site.page(make_page("leaflets/calm.md", "ar"), config("ar"), SimpleNamespace(pages=[]))
    assert context["recording"] == ({"file": "audio/calm.mp3", "length": "3:34"} if current else None)
    other = site.page(make_page("leaflets/calm.md", "fr"), config("fr"), SimpleNamespace(pages=[]))
    assert other["recording"] is None
